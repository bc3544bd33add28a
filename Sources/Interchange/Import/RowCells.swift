import JapaneseText
import ReferenceData

/// The cells of one row, as bytes until somebody wants their text.
struct RowCells {
  let record: RawRecord
  /// Whether some cell holds such characters; told once a row.
  private let hasControls: Bool

  /// - Parameter cleans: Whether texts are wanted without such characters; keys are not shown.
  init(record: RawRecord, cleans: Bool = true) {
    self.record = record
    hasControls = cleans && Self.controls(in: record.bytes)
  }

  private static func controls(in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      // Nearly no row has any of the bytes in question: one pass without branches tells.
      var suspects: UInt8 = 0
      for byte in bytes {
        suspects |= byte < 0x20 ? 1 : 0
        suspects |= byte == 0x7F || byte == 0xE2 || byte == 0xC2 ? 1 : 0
      }
      guard suspects != 0 else { return false }
      for at in bytes.indices {
        let byte = bytes[at]
        if byte < 0x20 {
          if byte != 0x0A && byte != 0x0D && byte != 0x09 { return true }
        } else if byte == 0x7F {
          return true
        } else if byte == 0xE2, at + 2 < bytes.count {
          // U+2000…U+206F but the dashes and dots of Japanese text.
          if bytes[at + 1] == 0x81, bytes[at + 2] >= 0xA0 { return true }
          if bytes[at + 1] == 0x80,
            (0x8B...0x8F).contains(bytes[at + 2]) || (0xAA...0xAE).contains(bytes[at + 2])
          {
            return true
          }
        } else if byte == 0xC2, at + 1 < bytes.count, bytes[at + 1] < 0xA0 {
          return true
        } else if byte == 0xEF, at + 2 < bytes.count, bytes[at + 1] == 0xBB, bytes[at + 2] == 0xBF {
          return true
        }
      }
      return false
    }
  }

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
      while start < end, let width = Blanks.atStart(bytes, start, end) { start += width }
      while start < end, let width = Blanks.atEnd(bytes, start, end) { end -= width }
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
    range(column).map(words)
  }

  /// The text there, without control characters and marks that steer the direction of writing or
  /// are not seen: what a list holds must not steer a terminal.
  private func words(_ range: Range<Int>) -> String {
    let text = String(decoding: record.bytes[range], as: UTF8.self)
    guard hasControls else { return text }
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x202A...0x202E,
        0x2060...0x2069, 0xFEFF:
        continue
      default: view.append(scalar)
      }
    }
    return String(view)
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
        return words(range)
      }
    }
    return nil
  }

  /// Whether the first of the columns that states something is short and ends in one of these
  /// letters of three bytes.
  func endsShortly(_ columns: [Int], with letters: [StaticString]) -> Bool {
    guard let range = columns.lazy.compactMap({ self.range($0) }).first,
      (3...48).contains(range.count)
    else { return false }
    let last = range.upperBound - 3
    return letters.contains { letter in
      (0..<3).allSatisfy { record.bytes[last + $0] == letter.utf8Start[$0] }
    }
  }

  /// Whether the text begins with what the cell states.
  func begins(_ text: Substring.UTF8View, _ columns: [Int]) -> Substring.UTF8View? {
    guard let range = columns.first.flatMap({ self.range($0) }) else { return nil }
    return text.starts(with: record.bytes[range]) ? text.dropFirst(range.count) : nil
  }

  /// The first of the columns that states something, on one line.
  func firstLine(_ columns: [Int]) -> String? { first(columns).map(Self.oneLine) }

  /// What the columns state, without repeats, with a blank between. 「なし」 counts where it says
  /// something: 「料金 なし」.
  func joined(_ columns: [Int], keepsNone: Bool = false) -> String? {
    var text: String?
    for column in columns {
      guard let range = range(column), keepsNone || !saysNone(range) else { continue }
      let part = words(range)
      guard let before = text else {
        text = part
        continue
      }
      if before != part { text = before + " " + part }
    }
    return text
  }

  /// What the columns state, each behind what its heading adds (「平日 9:00～17:00」) when several
  /// columns feed the field.
  func qualified(
    _ columns: [Int], _ names: FieldColumns, keepsNone: Bool = false, separator: String = " "
  ) -> String? {
    guard columns.count > 1 else { return joined(columns, keepsNone: keepsNone) }
    var parts: [String] = []
    for column in columns {
      guard let range = range(column), keepsNone || !saysNone(range) else { continue }
      let part = words(range)
      let whole = names.qualifier(column).map { "\($0)：\(part)" } ?? part
      if !parts.contains(whole) { parts.append(whole) }
    }
    return parts.isEmpty ? nil : parts.joined(separator: separator)
  }

  /// How many of the columns state something, counted up to two, and the first of them.
  func stated(among columns: [Int]) -> (count: Int, first: Int?) {
    var count = 0
    var first: Int?
    for column in columns where range(column) != nil {
      count += 1
      if count > 1 { break }
      first = column
    }
    return (count, first)
  }

  static func oneLine(_ text: String) -> String {
    text.utf8.contains { $0 == 0x0A || $0 == 0x0D } ? HeadingFinder.oneLine(text) : text
  }
}
