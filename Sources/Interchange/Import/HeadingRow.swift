import ReferenceData

/// A row of the heading as printed lists repeat it on every page, perhaps with other blanks and
/// widths.
struct HeadingRow {
  /// Column and key of each word.
  private let words: [(column: Int, key: String)]
  /// A cell longer than this is not the first word.
  private let longest: Int

  /// Nil for a row that says nothing.
  init?(_ record: RawRecord) {
    let cells = record.ends.indices.map { ($0, HeadingKey.fold(record.text($0))) }
    words = cells.filter { !$0.1.isEmpty }.map { (column: $0.0, key: $0.1) }
    guard let first = words.first else { return nil }
    longest = record.range(of: first.column).count + 12
  }

  func isHere(_ record: RawRecord) -> Bool {
    guard let first = words.first else { return false }
    let range = record.range(of: first.column)
    // Most rows are told apart by the first word's length or beginning.
    guard !range.isEmpty, range.count <= longest else { return false }
    return words.allSatisfy { HeadingKey.fold(record.text($0.column)) == $0.key }
      && record.ends.indices.allSatisfy { column in
        record.range(of: column).isEmpty || words.contains { $0.column == column }
      }
  }
}
