import JapaneseText
import ReferenceData

/// The cells of one row, as bytes until somebody wants their text.
struct RowCells {
  let record: RawRecord

  var line: Int { record.line }

  /// Bytes of the longest cell that is looked at for being a mark such as －, なし or 〃.
  static let longestMark = 24

  /// Where the cell's text stands, without blanks at both ends; nil when it states nothing.
  @inline(__always)
  func range(_ column: Int) -> Range<Int>? {
    guard column < record.ends.count else { return nil }
    var start = column == 0 ? 0 : record.ends[column - 1]
    var end = record.ends[column]
    guard start < end else { return nil }
    return record.bytes.withUnsafeBufferPointer { bytes in
      while start < end, let width = Self.blankAtStart(bytes, start, end) { start += width }
      while start < end, let width = Self.blankAtEnd(bytes, start, end) { end -= width }
      guard start < end else { return nil }
      // The mark our own CSV puts before what a spreadsheet would take for a formula.
      if bytes[start] == UInt8(ascii: "'"), end - start > 1,
        CSVText.formulaStarts.contains(Unicode.Scalar(bytes[start + 1]))
      {
        start += 1
      }
      if end - start <= RowCells.longestMark,
        NullMarks.isNull(UnsafeBufferPointer(rebasing: bytes[start..<end]))
      {
        return nil
      }
      return start..<end
    }
  }

  /// The cell's text; nil when it states nothing.
  func text(_ column: Int) -> String? {
    range(column).map { String(decoding: record.bytes[$0], as: UTF8.self) }
  }

  /// Whether the cell says that there is none (なし).
  func saysNone(_ range: Range<Int>) -> Bool {
    range.count <= RowCells.longestMark
      && record.bytes.withUnsafeBufferPointer {
        NullMarks.isNothing(UnsafeBufferPointer(rebasing: $0[range]))
      }
  }

  /// The first of the columns that states something; 「なし」 is nothing.
  func first(_ columns: [Int]) -> String? {
    for column in columns {
      if let range = range(column), !saysNone(range) {
        return String(decoding: record.bytes[range], as: UTF8.self)
      }
    }
    return nil
  }

  /// The first of the columns that states something, on one line.
  func firstLine(_ columns: [Int]) -> String? { first(columns).map(Self.oneLine) }

  /// What the columns state, without repeats, with a blank between. 「なし」 counts where it says
  /// something: 「料金 なし」.
  func joined(_ columns: [Int], keepsNone: Bool = false) -> String? {
    var text: String?
    for column in columns {
      guard let range = range(column), keepsNone || !saysNone(range) else { continue }
      let part = String(decoding: record.bytes[range], as: UTF8.self)
      guard let before = text else {
        text = part
        continue
      }
      if before != part { text = before + " " + part }
    }
    return text
  }

  /// How many of the columns state something, and the first of them.
  func stated(among columns: [Int]) -> (count: Int, first: Int?) {
    var count = 0
    var first: Int?
    for column in columns where range(column) != nil {
      count += 1
      if first == nil { first = column }
    }
    return (count, first)
  }

  static func oneLine(_ text: String) -> String {
    text.utf8.contains { $0 == 0x0A || $0 == 0x0D } ? HeadingFinder.oneLine(text) : text
  }

  /// How many bytes the blank at the start takes; nil when there is none.
  @inline(__always)
  private static func blankAtStart(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int? {
    let byte = bytes[start]
    if byte <= 0x20 { return 1 }
    if byte == 0xE3, start + 2 < end, bytes[start + 1] == 0x80, bytes[start + 2] == 0x80 {
      return 3
    }
    return byte == 0xC2 && start + 1 < end && bytes[start + 1] == 0xA0 ? 2 : nil
  }

  @inline(__always)
  private static func blankAtEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int? {
    let byte = bytes[end - 1]
    if byte <= 0x20 { return 1 }
    if byte == 0x80, end - 3 >= start, bytes[end - 2] == 0x80, bytes[end - 3] == 0xE3 { return 3 }
    return byte == 0xA0 && end - 2 >= start && bytes[end - 2] == 0xC2 ? 2 : nil
  }
}
