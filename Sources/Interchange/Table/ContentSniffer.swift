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
    if guess.isMojibake { return .mojibake }
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

  /// A heading may begin with `<` too, so only well-known beginnings count.
  private static func isMarkup(_ body: ArraySlice<UInt8>) -> Bool {
    guard body.first == UInt8(ascii: "<") else { return false }
    let beginning = String(decoding: body.prefix(16), as: UTF8.self).lowercased()
    let openings = [
      "<!doctype", "<!--", "<?xml", "<html", "<head", "<body", "<meta", "<table", "<div", "<script",
    ]
    return openings.contains { beginning.hasPrefix($0) }
  }
}
