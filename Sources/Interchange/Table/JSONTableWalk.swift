/// Is told what a walk through a JSON value meets, in the order of the text.
protocol JSONVisitor {
  /// A `{` or `[` at an index.
  mutating func open(_ bracket: UInt8, at index: Int)
  /// The bracket that closes the last open one; `end` is just after it.
  mutating func close(at end: Int)
  /// The name of a member, with its quotes. Its value comes next.
  mutating func key(_ range: Range<Int>)
  /// A string with its quotes, a number, `true`, `false` or `null`.
  mutating func scalar(_ range: Range<Int>)
}

/// Wants to know nothing but whether a value is well-formed.
struct JSONCheck: JSONVisitor {
  mutating func open(_ bracket: UInt8, at index: Int) {}
  mutating func close(at end: Int) {}
  mutating func key(_ range: Range<Int>) {}
  mutating func scalar(_ range: Range<Int>) {}
}

extension JSONText {
  /// The most brackets inside each other in one record. One bit of an integer remembers each.
  static let maxDepth = 64

  private enum Expected {
    case value
    case valueOrEnd
    case key
    case keyOrEnd
    case commaOrEnd
  }

  /// Goes through an object or array without recursion.
  ///
  /// - Returns: Just after its last byte.
  /// - Throws: At the first byte that is not well-formed. What the visitor was told until then may
  ///   mean nothing.
  func walk<Visitor: JSONVisitor>(
    from start: Int, _ visitor: inout Visitor
  ) throws(JSONFlaw) -> Int {
    var index = start
    var depth = 0
    /// Whether each open bracket is that of an object; the innermost is the lowest bit.
    var objects: UInt64 = 0
    var expected = Expected.value
    while true {
      index = skipBlanks(index)
      guard index < bytes.count else { throw JSONFlaw(reason: .cut, offset: index) }
      let byte = bytes[index]
      var closes = false
      switch expected {
      case .key, .keyOrEnd:
        if byte == Byte.quote {
          let end = try endOfString(index)
          visitor.key(index..<end)
          index = try afterColon(end)
          expected = .value
        } else {
          closes = expected == .keyOrEnd && byte == Self.closeBrace
          guard closes else { throw JSONFlaw(reason: .malformed, offset: index) }
        }
      case .value, .valueOrEnd:
        if byte == Self.openBrace || byte == Self.openBracket {
          guard depth < Self.maxDepth else { throw JSONFlaw(reason: .tooDeep, offset: index) }
          let isObject = byte == Self.openBrace
          visitor.open(byte, at: index)
          objects = objects << 1 | (isObject ? 1 : 0)
          depth += 1
          index += 1
          expected = isObject ? .keyOrEnd : .valueOrEnd
        } else if expected == .valueOrEnd, byte == Self.closeBracket {
          closes = true
        } else {
          let end = try endOfScalar(index)
          visitor.scalar(index..<end)
          index = end
          if depth == 0 { return end }
          expected = .commaOrEnd
        }
      case .commaOrEnd:
        let isObject = objects & 1 == 1
        if byte == Byte.comma {
          index += 1
          expected = isObject ? .key : .value
        } else {
          closes = byte == (isObject ? Self.closeBrace : Self.closeBracket)
          guard closes else { throw JSONFlaw(reason: .malformed, offset: index) }
        }
      }
      if closes {
        index += 1
        visitor.close(at: index)
        objects >>= 1
        depth -= 1
        if depth == 0 { return index }
        expected = .commaOrEnd
      }
    }
  }

  /// Just after the colon that follows a key.
  func afterColon(_ end: Int) throws(JSONFlaw) -> Int {
    let index = skipBlanks(end)
    guard index < bytes.count else { throw JSONFlaw(reason: .cut, offset: index) }
    guard bytes[index] == Self.colon else { throw JSONFlaw(reason: .malformed, offset: index) }
    return index + 1
  }
}
