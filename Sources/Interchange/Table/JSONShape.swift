/// The outer form of a JSON text.
enum JSONShape {
  case array
  case object
  /// Values on lines of their own (NDJSON).
  case lines

  /// - Parameter body: UTF-8 from the first byte that is not blank.
  /// - Returns: Nil if this is no JSON. A single object on a single line is an `object`, though it
  ///   may be the only line of an NDJSON file.
  static func guess(_ body: ArraySlice<UInt8>, isWhole: Bool) -> JSONShape? {
    guard let opening = body.first else { return nil }
    let second = body.dropFirst().first { !ContentSniffer.isBlank($0) }
    let isObject = opening == UInt8(ascii: "{")
    // A heading such as "[注]" is no array, and "{0}" is no object.
    let expected = isObject ? "\"}" : "[{\"]-0123456789tfn"
    guard isObject || opening == UInt8(ascii: "[") else { return nil }
    guard let second else { return isWhole ? nil : (isObject ? .object : .array) }
    guard expected.utf8.contains(second) else { return nil }
    // Nor is "{"名称"},住所" an object: a name is followed by a colon.
    if isObject, second == Byte.quote, !hasName(body) { return nil }

    guard let end = endOfValue(body) else { return isObject ? .object : .array }
    let rest = body[end...]
    guard let next = rest.firstIndex(where: { !ContentSniffer.isBlank($0) }) else {
      return isObject ? .object : .array
    }
    let hasBreak = rest[..<next].contains { $0 == Byte.lineFeed || $0 == Byte.carriageReturn }
    if hasBreak, rest[next] == opening { return .lines }
    return isObject ? .object : nil
  }

  /// Whether the first string of an object is followed by a colon, as far as the text shows.
  private static func hasName(_ body: ArraySlice<UInt8>) -> Bool {
    guard let opening = body.firstIndex(of: Byte.quote) else { return true }
    var isEscaped = false
    let closing = body[(opening + 1)...].firstIndex { byte in
      defer { isEscaped = !isEscaped && byte == UInt8(ascii: "\\") }
      return byte == Byte.quote && !isEscaped
    }
    guard let closing else { return true }
    let next = body[(closing + 1)...].first { !ContentSniffer.isBlank($0) }
    return next == nil || next == UInt8(ascii: ":")
  }

  /// Just after the bracket that closes the first one; nil if the text ends before.
  private static func endOfValue(_ body: ArraySlice<UInt8>) -> Int? {
    var depth = 0
    var inString = false
    var isEscaped = false
    for index in body.indices {
      let byte = body[index]
      if isEscaped {
        isEscaped = false
      } else if inString {
        isEscaped = byte == UInt8(ascii: "\\")
        if byte == Byte.quote { inString = false }
      } else if byte == Byte.quote {
        inString = true
      } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        depth += 1
      } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        depth -= 1
        if depth == 0 { return index + 1 }
      }
    }
    return nil
  }
}
