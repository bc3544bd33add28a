/// Passing over values by their brackets only, be they well-formed or not.
extension JSONText {
  /// Just after the value that begins at `start`; nil if the text ends before it does.
  ///
  /// A string that is never closed ends with its line. A closing bracket also closes what was left
  /// open inside it. The time is linear in the length, whatever the bytes.
  ///
  /// - Parameter isRecord: Whether this is a record of a list. It then also ends before a bracket
  ///   that closes the list, and before a `{` that can only begin the next record.
  func looseEnd(_ start: Int, isRecord: Bool) -> Int? {
    var open: [UInt8] = []
    var openBraces = 0
    var previous: UInt8 = 0
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case Byte.quote:
        index = looseEndOfString(index)
        if open.isEmpty { return index }
        previous = byte
        continue
      case Self.openBrace, Self.openBracket:
        if isRecord, byte == Self.openBrace, open.last == byte, previous != Self.colon {
          return index
        }
        open.append(byte)
        if byte == Self.openBrace { openBraces += 1 }
      case Self.closeBrace, Self.closeBracket:
        let opening = byte == Self.closeBrace ? Self.openBrace : Self.openBracket
        let count = byte == Self.closeBrace ? openBraces : open.count - openBraces
        if count == 0 {
          if isRecord || open.isEmpty { return index }
          break
        }
        while let last = open.popLast() {
          if last == Self.openBrace { openBraces -= 1 }
          if last == opening { break }
        }
        if open.isEmpty { return index + 1 }
      case Byte.comma where open.isEmpty: return index
      default: break
      }
      if !ContentSniffer.isBlank(byte) { previous = byte }
      index += 1
    }
    return nil
  }

  private func looseEndOfString(_ start: Int) -> Int {
    var index = start + 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == Byte.quote { return index + 1 }
      if byte == Byte.lineFeed || byte == Byte.carriageReturn { return index }
      index += byte == Self.backslash ? 2 : 1
    }
    return bytes.count
  }

  struct Member {
    var key: String
    /// Just before a value that may be cut; never empty.
    var value: Range<Int>
  }

  /// The members of the object that begins at `start`, as far as they can be told apart.
  func members(_ start: Int) -> [Member] {
    var members: [Member] = []
    var index = start + 1
    while true {
      index = skipSeparators(index)
      guard byte(at: index) == Byte.quote, let end = try? endOfString(index),
        let colon = try? afterColon(end)
      else { return members }
      let value = skipBlanks(colon)
      guard value < bytes.count else { return members }
      let next = looseEnd(value, isRecord: false) ?? bytes.count
      guard next > value else { return members }
      members.append(Member(key: string(index..<end), value: value..<next))
      index = next
    }
  }

  /// The elements of the array that begins at `start`, at most `limit` of them.
  func elements(_ start: Int, limit: Int) -> [Range<Int>] {
    var elements: [Range<Int>] = []
    var index = start + 1
    while elements.count < limit {
      index = skipSeparators(index)
      guard index < bytes.count, bytes[index] != Self.closeBracket else { break }
      let next = looseEnd(index, isRecord: false) ?? bytes.count
      guard next > index else { break }
      elements.append(index..<next)
      index = next
    }
    return elements
  }

  /// Passes over blanks and commas; one comma too many is no harm.
  func skipSeparators(_ start: Int) -> Int {
    var index = skipBlanks(start)
    while byte(at: index) == Byte.comma { index = skipBlanks(index + 1) }
    return index
  }

  /// The text of a string that may be damaged; nil if the value is none.
  func text(_ range: Range<Int>) -> String? {
    guard bytes[range.lowerBound] == Byte.quote, let end = try? endOfString(range.lowerBound)
    else { return nil }
    return string(range.lowerBound..<end)
  }
}
