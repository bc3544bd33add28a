/// Cells in quotes.
extension RecordScan {
  mutating func scanQuoted(
    _ bytes: UnsafeBufferPointer<UInt8>, into record: inout RawRecord
  ) -> Outcome? {
    let start = cursor
    defer { append(bytes, from: start, to: &record) }
    while cursor < bytes.count {
      let byte = bytes[cursor]
      if byte == Byte.quote { break }
      cursor &+= 1
      guard byte == Byte.lineFeed || byte == Byte.carriageReturn else { continue }
      if byte == Byte.lineFeed, bytes[cursor - 2] == Byte.carriageReturn {
        // The second half of a CRLF that is counted already.
        if firstLineEnd == cursor - 1 { firstLineEnd = cursor }
        continue
      }
      breaks += 1
      breaksInCell += 1
      if firstLineEnd == nil { firstLineEnd = cursor }
      if breaksInCell >= limits.maxOpenQuoteLines { return .unclosedQuote }
    }
    guard cursor < bytes.count else { return nil }
    quoteOffset = cursor
    mode = .closed
    // The quote is no part of the cell; `append` stops before it.
    return nil
  }

  mutating func scanClosed(
    _ bytes: UnsafeBufferPointer<UInt8>, into record: inout RawRecord
  ) -> Outcome? {
    if cursor == quoteOffset { cursor += 1 }
    guard cursor < bytes.count else { return nil }
    let byte = bytes[cursor]
    if byte == Byte.quote && cursor == quoteOffset + 1 {
      record.bytes.append(byte)
      mode = .quoted
      cursor += 1
    } else if byte == delimiter || byte == Byte.lineFeed || byte == Byte.carriageReturn {
      return take(byte, into: &record)
    } else if isBlank(byte) {
      blanks += 1
      cursor += 1
    } else {
      if breaksInCell > 0, quoteOpensCell(bytes) { return .unclosedQuote }
      hasTextAfterQuote = true
      continueBare()
    }
    return nil
  }

  /// Whether the quote that seems to close a cell of several lines stands where a cell begins. Text
  /// follows it, so it opens that cell, and the quote before was never closed. Otherwise one lost
  /// quote would join two rows.
  private func quoteOpensCell(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = quoteOffset - 1
    while index >= 0, isBlank(bytes[index]) { index -= 1 }
    guard index >= 0 else { return false }
    return bytes[index] == delimiter || bytes[index] == Byte.lineFeed
      || bytes[index] == Byte.carriageReturn
  }
}
