/// The bytes of a JSON document and its smallest parts (RFC 8259).
struct JSONText: Sendable {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")
  static let colon = UInt8(ascii: ":")
  static let backslash = UInt8(ascii: "\\")

  /// The byte at an index; nil after the end.
  func byte(at index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

  func skipBlanks(_ start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] <= Byte.space, ContentSniffer.isBlank(bytes[index]) {
      index &+= 1
    }
    return index
  }

  /// Just after the closing quote of the string that begins at `start`. A tab inside is tolerated.
  func endOfString(_ start: Int) throws(JSONFlaw) -> Int {
    var index = start + 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == Byte.quote { return index + 1 }
      if byte == Self.backslash {
        index = try endOfEscape(index)
      } else if byte < 0x20 && byte != Byte.tab {
        throw JSONFlaw(reason: .malformed, offset: index)
      } else {
        index &+= 1
      }
    }
    throw JSONFlaw(reason: .cut, offset: index)
  }

  private func endOfEscape(_ start: Int) throws(JSONFlaw) -> Int {
    guard let kind = byte(at: start + 1) else { throw JSONFlaw(reason: .cut, offset: start) }
    guard kind == UInt8(ascii: "u") else {
      guard "\"\\/bfnrt".utf8.contains(kind) else {
        throw JSONFlaw(reason: .malformed, offset: start)
      }
      return start + 2
    }
    for index in start + 2..<start + 6 {
      guard let digit = byte(at: index) else { throw JSONFlaw(reason: .cut, offset: start) }
      guard Self.hexValue(digit) != nil else { throw JSONFlaw(reason: .malformed, offset: start) }
    }
    return start + 6
  }

  /// Just after the string, number, `true`, `false` or `null` that begins at `start`.
  func endOfScalar(_ start: Int) throws(JSONFlaw) -> Int {
    guard start < bytes.count else { throw JSONFlaw(reason: .cut, offset: start) }
    switch bytes[start] {
    case Byte.quote: return try endOfString(start)
    case UInt8(ascii: "t"): return try endOfWord("true", start)
    case UInt8(ascii: "f"): return try endOfWord("false", start)
    case UInt8(ascii: "n"): return try endOfWord("null", start)
    default: return try endOfNumber(start)
    }
  }

  private func endOfWord(_ word: StaticString, _ start: Int) throws(JSONFlaw) -> Int {
    for offset in 0..<word.utf8CodeUnitCount {
      guard let byte = byte(at: start + offset) else { throw JSONFlaw(reason: .cut, offset: start) }
      guard byte == word.utf8Start[offset] else {
        throw JSONFlaw(reason: .malformed, offset: start)
      }
    }
    return start + word.utf8CodeUnitCount
  }

  private func endOfNumber(_ start: Int) throws(JSONFlaw) -> Int {
    var index = start
    if byte(at: index) == UInt8(ascii: "-") { index += 1 }
    let whole = index
    index = try endOfDigits(index)
    if bytes[whole] == UInt8(ascii: "0"), index > whole + 1 {
      throw JSONFlaw(reason: .malformed, offset: whole)
    }
    if byte(at: index) == UInt8(ascii: ".") { index = try endOfDigits(index + 1) }
    if let byte = byte(at: index), byte | 0x20 == UInt8(ascii: "e") {
      index += 1
      if let sign = self.byte(at: index), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        index += 1
      }
      index = try endOfDigits(index)
    }
    return index
  }

  /// At least one digit must be there.
  private func endOfDigits(_ start: Int) throws(JSONFlaw) -> Int {
    var index = start
    while let byte = byte(at: index), (0x30...0x39).contains(byte) { index += 1 }
    if index == start {
      throw JSONFlaw(reason: index < bytes.count ? .malformed : .cut, offset: index)
    }
    return index
  }

  static func hexValue(_ digit: UInt8) -> UInt32? {
    switch digit {
    case 0x30...0x39: UInt32(digit - 0x30)
    case 0x41...0x46: UInt32(digit - 0x37)
    case 0x61...0x66: UInt32(digit - 0x57)
    default: nil
    }
  }
}
