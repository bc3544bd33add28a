/// The texts of a JSON document.
extension JSONText {
  /// What a well-formed scalar says: a string without its quotes and escapes, a number, `true` or
  /// `false` as written, nothing for `null`.
  func cell(_ range: Range<Int>) -> String {
    switch bytes[range.lowerBound] {
    case Byte.quote: string(range)
    case UInt8(ascii: "n"): ""
    default: String(decoding: bytes[range], as: UTF8.self)
    }
  }

  /// The text of a well-formed string.
  ///
  /// - Parameter range: Where it stands, with its quotes.
  func string(_ range: Range<Int>) -> String {
    let content = bytes[(range.lowerBound + 1)..<(range.upperBound - 1)]
    guard content.contains(Self.backslash) else { return String(decoding: content, as: UTF8.self) }
    var output: [UInt8] = []
    output.reserveCapacity(content.count)
    var index = content.startIndex
    while index < content.endIndex {
      guard content[index] == Self.backslash else {
        output.append(content[index])
        index += 1
        continue
      }
      let kind = content[index + 1]
      index += 2
      switch kind {
      case UInt8(ascii: "b"): output.append(0x08)
      case UInt8(ascii: "f"): output.append(0x0C)
      case UInt8(ascii: "n"): output.append(Byte.lineFeed)
      case UInt8(ascii: "r"): output.append(Byte.carriageReturn)
      case UInt8(ascii: "t"): output.append(Byte.tab)
      case UInt8(ascii: "u"): index = appendCodePoint(at: index, content.endIndex, to: &output)
      default: output.append(kind)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends what \uXXXX stands for, joining the two halves of a surrogate pair. A half without the
  /// other becomes U+FFFD.
  ///
  /// - Returns: Just after the last digit used.
  private func appendCodePoint(at start: Int, _ limit: Int, to output: inout [UInt8]) -> Int {
    let first = hexadecimal(start)
    var scalar = Unicode.Scalar(first)
    var end = start + 4
    if (0xD800...0xDBFF).contains(first), end + 6 <= limit, bytes[end] == Self.backslash,
      bytes[end + 1] == UInt8(ascii: "u")
    {
      let second = hexadecimal(end + 2)
      if (0xDC00...0xDFFF).contains(second) {
        scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
        end += 6
      }
    }
    output.append(contentsOf: Array(String(Character(scalar ?? "\u{FFFD}")).utf8))
    return end
  }

  private func hexadecimal(_ start: Int) -> UInt32 {
    bytes[start..<start + 4].reduce(0) { $0 << 4 | (Self.hexValue($1) ?? 0) }
  }
}
