/// The state of reading one record, which survives running out of bytes in the middle.
///
/// Offsets count from the first byte of the record.
struct RecordScan {
  enum Outcome {
    case needsMore
    case finished
    case unclosedQuote
    case tooLong
  }

  enum Mode {
    /// At the beginning of a cell, before anything but blanks.
    case start
    /// In a cell without quotes, or in text after a closing quote.
    case bare
    case quoted
    /// Just after a quote inside a quoted cell, or in the blanks that follow it.
    case closed
  }

  let delimiter: UInt8
  let limits: TableLimits
  var mode = Mode.start
  /// The next byte to read.
  var cursor = 0
  /// Line breaks inside the record.
  var breaks = 0
  /// Just after the first of them.
  var firstLineEnd: Int?
  var endsWithReturn = false
  var hasTextAfterQuote = false
  var hasTooManyColumns = false

  /// Blanks before the cursor that may or may not belong to the cell.
  var blanks = 0
  /// Where the last quote of a quoted cell stands.
  var quoteOffset = 0
  /// Line breaks inside the quoted cell.
  var breaksInCell = 0

  init(delimiter: UInt8, limits: TableLimits) {
    self.delimiter = delimiter
    self.limits = limits
  }

  /// Reads on from the cursor.
  ///
  /// - Parameters:
  ///   - bytes: The text from the first byte of the record on, at most one byte more than a record
  ///     may have.
  ///   - isEnd: Whether the text ends with these bytes.
  ///   - record: Where the cells go.
  mutating func run(
    _ bytes: UnsafeBufferPointer<UInt8>, isEnd: Bool, into record: inout RawRecord
  ) -> Outcome {
    while cursor < bytes.count {
      let outcome: Outcome? =
        switch mode {
        case .start: scanStart(bytes)
        case .bare: scanBare(bytes, into: &record)
        case .quoted: scanQuoted(bytes, into: &record)
        case .closed: scanClosed(bytes, into: &record)
        }
      if let outcome { return outcome }
    }
    if bytes.count > limits.maxRecordBytes { return .tooLong }
    guard isEnd else { return .needsMore }
    if mode == .start { append(bytes, from: cursor - blanks, to: &record) }
    endCell(in: &record)
    return mode == .quoted ? .unclosedQuote : .finished
  }

  /// Skips blanks, then decides how the cell is written.
  private mutating func scanStart(_ bytes: UnsafeBufferPointer<UInt8>) -> Outcome? {
    while cursor < bytes.count, isBlank(bytes[cursor]) {
      blanks += 1
      cursor += 1
    }
    guard cursor < bytes.count else { return nil }
    if bytes[cursor] == Byte.quote {
      blanks = 0
      breaksInCell = 0
      mode = .quoted
      cursor += 1
    } else {
      continueBare()
    }
    return nil
  }

  private mutating func scanBare(
    _ bytes: UnsafeBufferPointer<UInt8>, into record: inout RawRecord
  ) -> Outcome? {
    let start = cursor
    var index = cursor
    while index < bytes.count {
      let byte = bytes[index]
      if byte == delimiter || byte == Byte.lineFeed || byte == Byte.carriageReturn { break }
      index &+= 1
    }
    cursor = index
    append(bytes, from: start, to: &record)
    return cursor < bytes.count ? take(bytes[cursor], into: &record) : nil
  }

  /// Ends a cell at a delimiter or a line end.
  mutating func take(_ byte: UInt8, into record: inout RawRecord) -> Outcome? {
    endCell(in: &record)
    cursor += 1
    blanks = 0
    mode = .start
    endsWithReturn = byte == Byte.carriageReturn
    return byte == delimiter ? nil : .finished
  }

  private mutating func endCell(in record: inout RawRecord) {
    if record.ends.count < limits.maxColumns {
      record.ends.append(record.bytes.count)
    } else {
      hasTooManyColumns = true
      record.dropUnfinishedCell()
    }
  }

  /// Goes on in an unquoted cell; blanks put aside belong to it after all.
  mutating func continueBare() {
    cursor -= blanks
    blanks = 0
    mode = .bare
  }

  func append(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to record: inout RawRecord
  ) {
    record.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<cursor]))
  }

  func isBlank(_ byte: UInt8) -> Bool {
    (byte == Byte.space || byte == Byte.tab) && byte != delimiter
  }
}
