/// Tells what a file holds from its first bytes; names and endings lie too often to be asked.
public struct ContentSniffer {
  /// - Parameters:
  ///   - head: The first bytes; 64 KiB are plenty.
  ///   - isWhole: Whether nothing follows them.
  public static func sniff(_ head: [UInt8], isWhole: Bool) -> ContentKind {
    guard !head.isEmpty else { return .empty }
    if let kind = FileSignature.kind(of: head) { return kind }
    guard let guess = EncodingGuess(head, isWhole: isWhole) else { return .binary }
    let text = guess.text
    guard let start = text.firstIndex(where: { !isBlank($0) }) else {
      return isWhole ? .empty : .table(guess.encoding, delimiter: Byte.comma)
    }
    if let mojibake = guess.mojibake { return .mojibake(mojibake) }
    let body = text[start...]
    if isMarkup(body) { return .html }
    switch JSONShape.guess(body, isWhole: isWhole) {
    case .lines: return .ndjson(guess.encoding)
    case .array: return .jsonArray(guess.encoding)
    case .object: return .jsonObject(guess.encoding)
    case nil: break
    }
    let delimiter = DelimiterGuess.delimiter(of: text, isWhole: isWhole)
    return .table(guess.encoding, delimiter: delimiter)
  }

  /// Sniffs at a source, which can be read from the beginning afterwards.
  ///
  /// - Throws: ``TableError/unreadable(_:)``.
  public static func sniff(_ source: inout ByteSource) throws(TableError) -> ContentKind {
    let (head, isWhole) = try source.peek()
    return sniff(head, isWhole: isWhole)
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == Byte.space || (0x09...0x0D).contains(byte)
  }

  /// A heading may begin with `<` too, so only well-known beginnings count. Some servers say what is
  /// wrong in plain words before the page, so a page may also begin on a later line near the top.
  private static func isMarkup(_ body: ArraySlice<UInt8>) -> Bool {
    if body.first == UInt8(ascii: "<") {
      let beginning = String(decoding: body.prefix(300), as: UTF8.self).lowercased()
      if openings.contains(where: { beginning.hasPrefix($0) }) { return true }
      if beginning.prefix(while: { $0 != ">" }).contains("xmlns") { return true }
    }
    return body.prefix(1024).split { $0 == Byte.lineFeed || $0 == Byte.carriageReturn }
      .contains { line in
        let start = line.drop(while: isBlank).prefix(14)
        guard start.first == UInt8(ascii: "<") else { return false }
        let text = String(decoding: start, as: UTF8.self).lowercased()
        return text.hasPrefix("<!doctype html") || text.hasPrefix("<html>")
          || text.hasPrefix("<html ")
      }
  }

  private static let openings = [
    "<!doctype", "<!--", "<?xml", "<?php", "<html", "<head", "<body", "<meta", "<title>", "<link ",
    "<table", "<div", "<script", "<style", "<center", "<h1", "<p>", "<br>", "<br/>", "<br />",
    "<b>", "<svg", "<kml", "<rss",
  ]
}
