import JapaneseText

/// Replaces marks that repeat the cell above (〃, 同上) by what they repeat, and blanks where cells
/// were merged downwards.
struct DittoMarks {
  /// The last row that said something, its own marks resolved.
  private var above = RawRecord()
  /// The one before it, should the last prove to be no row (a footnote, a caption).
  private var before = RawRecord()
  /// What a column said last, when the row above says nothing in it.
  private var older: [Int: [UInt8]] = [:]
  /// Columns whose blank cells were merged with the one above (結合セル): an area that stands once for
  /// several rows.
  var merged: Set<Int> = []

  private enum Fate {
    case kept, repeated, dropped
  }

  /// - Parameter width: Cells beyond the heading repeat nothing.
  /// - Returns: Columns whose mark repeats nothing, because nothing stands above.
  mutating func resolve(_ record: inout RawRecord, width: Int) -> [Int] {
    // A blank row stays blank, and repeats nothing.
    guard !record.bytes.isEmpty else { return [] }
    var dangling: [Int] = []
    var fates: [Fate] = []
    var start = 0
    for column in 0..<min(width, record.ends.count) {
      let end = record.ends[column]
      defer { start = end }
      if start == end {
        let range = above.range(of: column)
        if range.isEmpty { continue }
        if !merged.isEmpty, merged.contains(column), saysSomething(record) {
          Self.set(.repeated, column, &fates, record.count)
        } else {
          older[column] = Array(above.bytes[range])
        }
      } else if end - start <= RowCells.longestMark, isMark(record, start, end) {
        let isDangling = above.range(of: column).isEmpty && older[column] == nil
        if isDangling { dangling.append(column) }
        Self.set(isDangling ? .dropped : .repeated, column, &fates, record.count)
      }
    }
    if !fates.isEmpty { rewrite(&record, fates) }
    swap(&above, &before)
    above.bytes.removeAll(keepingCapacity: true)
    above.bytes.append(contentsOf: record.bytes)
    above.ends.removeAll(keepingCapacity: true)
    above.ends.append(contentsOf: record.ends)
    return dangling
  }

  /// The last row was none: what stands above is the row before it.
  mutating func forget() { swap(&above, &before) }

  private static func set(_ fate: Fate, _ column: Int, _ fates: inout [Fate], _ count: Int) {
    if fates.isEmpty { fates = [Fate](repeating: .kept, count: count) }
    fates[column] = fate
  }

  /// A row of nothing but marks such as － is as blank as one without.
  private func saysSomething(_ record: RawRecord) -> Bool {
    let cells = RowCells(record: record, cleans: false)
    return record.ends.indices.contains { cells.range($0) != nil }
  }

  private func isMark(_ record: RawRecord, _ start: Int, _ end: Int) -> Bool {
    record.bytes.withUnsafeBufferPointer {
      NullMarks.isDitto(UnsafeBufferPointer(rebasing: $0[start..<end]))
    }
  }

  private func rewrite(_ record: inout RawRecord, _ fates: [Fate]) {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for column in record.ends.indices {
      switch fates[column] {
      case .repeated:
        let range = above.range(of: column)
        bytes += range.isEmpty ? older[column] ?? [] : Array(above.bytes[range])
      case .kept: bytes += record.bytes[record.range(of: column)]
      case .dropped: break
      }
      ends.append(bytes.count)
    }
    record.bytes = bytes
    record.ends = ends
  }
}
