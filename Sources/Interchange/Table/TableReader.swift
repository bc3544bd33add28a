/// Reads a table of delimited text row by row (RFC 4180), over bytes, with the memory of one row.
///
/// It takes what real files hold: line ends of any kind, line breaks inside quotes, quotes inside
/// unquoted cells, blanks around quotes, a byte order mark, a last line without an end. A broken
/// row carries its problem, and the rows after it are still delivered.
public struct TableReader: ~Copyable {
  private var text: TextWindow
  private let delimiter: UInt8
  private var limits: TableLimits
  /// The physical line of the next record.
  private var line = 1
  /// The last line ended with CR; an LF that follows belongs to it.
  private var skipsLineFeed = false
  private var spare = RawRecord()

  /// - Parameters:
  ///   - source: The bytes; what was peeked at is read again.
  ///   - encoding: The encoding of the bytes, as ``ContentSniffer`` finds it.
  ///   - delimiter: The byte between cells: a comma, a tab or a semicolon.
  ///   - limits: How long a row may be.
  public init(
    source: consuming ByteSource, encoding: TextEncoding, delimiter: UInt8,
    limits: TableLimits = .init()
  ) {
    text = TextWindow(source: source, encoding: encoding)
    self.delimiter = delimiter
    self.limits = limits
    // The reader looks one byte further than a row may reach.
    self.limits.maxRecordBytes = min(max(0, limits.maxRecordBytes), Int.max - 1)
  }

  /// Characters that were bad or user-defined, in the text read so far (up to a block ahead of the
  /// rows delivered).
  public var report: DecodingReport { text.report }

  /// The next row; nil after the last one.
  ///
  /// - Throws: ``TableError/unreadable(_:)``, ``TableError/lineTooLong(limit:)`` or
  ///   ``TableError/encodingUnavailable(_:)``.
  public mutating func next() throws(TableError) -> TableRow? {
    // Taken out, because a method may not change the reader and a part of it at once.
    var record = RawRecord()
    swap(&record, &spare)
    defer { swap(&record, &spare) }
    return try next(into: &record) ? record.row : nil
  }

  /// Replaces `record` with the next row. The fast form: nothing is allocated per row.
  ///
  /// - Returns: False after the last row.
  /// - Throws: As ``next()``.
  public mutating func next(into record: inout RawRecord) throws(TableError) -> Bool {
    record.reset(line: line)
    guard try beginRecord() else { return false }
    record.line = line
    var scan = RecordScan(delimiter: delimiter, limits: limits)
    while true {
      // One byte more than allowed, to see whether the row ends just there.
      let outcome = text.withBytes(limit: limits.maxRecordBytes + 1) { bytes, isEnd in
        scan.run(bytes, isEnd: isEnd, into: &record)
      }
      switch outcome {
      case .needsMore: try text.fill()
      case .finished: finish(scan, in: &record)
      case .unclosedQuote: recover(scan, in: &record)
      case .tooLong where scan.mode == .quoted && scan.firstLineEnd != nil:
        recover(scan, in: &record)
      case .tooLong: try skip(scan, in: &record)
      }
      if outcome != .needsMore { return true }
    }
  }

  /// Whether there is a first byte of a record.
  private mutating func beginRecord() throws(TableError) -> Bool {
    while true {
      if text.available == 0 {
        guard !text.isComplete else { return false }
        try text.fill()
      } else if skipsLineFeed {
        skipsLineFeed = false
        if text.first == Byte.lineFeed { text.drop(1) }
      } else {
        return true
      }
    }
  }

  private mutating func finish(_ scan: RecordScan, in record: inout RawRecord) {
    if scan.hasTooManyColumns {
      record.problem = .tooLong(limit: limits.maxColumns)
    } else if text.hasFlaw(inFirst: scan.cursor) {
      record.problem = .badEncoding
    } else if record.bytes.contains(0) {
      record.problem = .nulByte
    } else if scan.hasTextAfterQuote {
      record.problem = .textAfterQuote
    }
    text.drop(scan.cursor)
    line += scan.breaks + 1
    skipsLineFeed = scan.endsWithReturn
  }

  /// Delivers the first line of a record whose quote is never closed, and goes back to the second.
  private mutating func recover(_ scan: RecordScan, in record: inout RawRecord) {
    guard let firstLineEnd = scan.firstLineEnd else {
      // The end of the text on the same line: the cells are right as they are.
      text.drop(scan.cursor)
      line += 1
      record.problem = .unclosedQuote(resumedAtLine: line)
      return
    }
    record.reset(line: line)
    skipsLineFeed = text.withBytes(limit: firstLineEnd) { bytes, _ in
      let endsWithReturn = bytes.last == Byte.carriageReturn
      let isPair = !endsWithReturn && bytes.dropLast().last == Byte.carriageReturn
      let content = UnsafeBufferPointer(rebasing: bytes.dropLast(isPair ? 2 : 1))
      var firstLine = RecordScan(delimiter: delimiter, limits: limits)
      _ = firstLine.run(content, isEnd: true, into: &record)
      return endsWithReturn
    }
    text.drop(firstLineEnd)
    line += 1
    record.problem = .unclosedQuote(resumedAtLine: line)
  }

  /// Delivers the whole cells of a record that is too long, and skips the rest of its line.
  private mutating func skip(
    _ scan: RecordScan, in record: inout RawRecord
  ) throws(TableError) {
    record.dropUnfinishedCell()
    record.problem = .tooLong(limit: limits.maxRecordBytes)
    let isFirstLine = line == 1 && scan.breaks == 0
    text.drop(scan.cursor)
    while true {
      // The same answer wherever blocks end.
      let length = text.position + (text.lineEnd?.offset ?? text.available)
      if isFirstLine, length > limits.maxFirstLineBytes {
        text.abandon()
        throw .lineTooLong(limit: limits.maxFirstLineBytes)
      }
      if let end = text.lineEnd {
        text.drop(end.offset + 1)
        skipsLineFeed = end.isReturn
        break
      }
      text.drop(text.available)
      if text.isComplete { break }
      try text.fill()
    }
    line += scan.breaks + 1
  }
}
