/// One physical line.
public struct TextLine: Sendable, Equatable {
  /// Its number, 1-based.
  public var line: Int
  /// Its text in UTF-8 without the line end. Empty if the line is too long.
  public var bytes: ArraySlice<UInt8>
  /// ``RowProblem/tooLong(limit:)`` or ``RowProblem/badEncoding``, if anything is wrong.
  public var problem: RowProblem?
}

/// Reads text line by line, for formats that hold one record in a line (NDJSON).
///
/// A line ends with LF; one CR before it is dropped. A lone CR is text, unlike in ``TableReader``.
public struct LineReader: ~Copyable {
  private var text: TextWindow
  private let maxLineBytes: Int
  private var line = 1

  /// - Parameters:
  ///   - source: The bytes; what was peeked at is read again.
  ///   - encoding: The encoding of the bytes.
  ///   - maxLineBytes: The most bytes of a line, as UTF-8, without its LF.
  public init(
    source: consuming ByteSource, encoding: TextEncoding = .utf8, maxLineBytes: Int = 16 << 20
  ) {
    text = TextWindow(source: source, encoding: encoding)
    self.maxLineBytes = min(max(0, maxLineBytes), Int.max - 1)
  }

  /// Characters that were bad or user-defined in the text read so far.
  public var report: DecodingReport { text.report }

  /// The next line; nil after the last one. A line end at the end of the text begins no new line.
  ///
  /// - Throws: ``TableError/unreadable(_:)`` or ``TableError/encodingUnavailable(_:)``.
  public mutating func next() throws(TableError) -> TextLine? {
    var searched = 0
    while true {
      let limit = min(text.available, maxLineBytes + 1)
      if let end = text.offset(of: Byte.lineFeed, from: searched, limit: limit) {
        return deliver(end, ending: 1)
      }
      if text.available > maxLineBytes { return try skip() }
      if text.isComplete { return text.available > 0 ? deliver(text.available, ending: 0) : nil }
      searched = limit
      try text.fill()
    }
  }

  private mutating func deliver(_ count: Int, ending: Int) -> TextLine {
    var bytes = text.bytes[text.start..<text.start + count]
    if ending > 0, bytes.last == Byte.carriageReturn { bytes.removeLast() }
    let problem: RowProblem? = text.hasFlaw(inFirst: count) ? .badEncoding : nil
    text.drop(count + ending)
    defer { line += 1 }
    return TextLine(line: line, bytes: bytes, problem: problem)
  }

  /// Passes over the rest of a line that is too long, a block at a time.
  private mutating func skip() throws(TableError) -> TextLine {
    while true {
      if let end = text.offset(of: Byte.lineFeed, limit: text.available) {
        text.drop(end + 1)
        break
      }
      text.drop(text.available)
      if text.isComplete { break }
      try text.fill()
    }
    defer { line += 1 }
    return TextLine(line: line, bytes: [], problem: .tooLong(limit: maxLineBytes))
  }
}
