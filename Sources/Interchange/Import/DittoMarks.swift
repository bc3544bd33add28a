import JapaneseText

/// Replaces marks that repeat the cell above (〃, 同上) by what they repeat, and blanks where cells
/// were merged downwards.
struct DittoMarks {
  /// The last row that said something, its own marks resolved.
  private var above = RawRecord()
  /// What a column said last, when the row above says nothing in it.
  private var older: [Int: [UInt8]] = [:]
  /// Columns whose blank cells were merged with the one above (結合セル): an area that stands once for
  /// several rows.
  var merged: Set<Int> = []

  /// - Returns: Columns whose mark repeats nothing, because nothing stands above.
  mutating func resolve(_ record: inout RawRecord) -> [Int] {
    // A blank row stays blank, and repeats nothing.
    guard !record.bytes.isEmpty else { return [] }
    var dangling: [Int] = []
    var changed: [Int] = []
    var start = 0
    for column in record.ends.indices {
      let end = record.ends[column]
      defer { start = end }
      if start == end {
        let range = above.range(of: column)
        if range.isEmpty { continue }
        if !merged.isEmpty, merged.contains(column) {
          changed.append(column)
        } else {
          older[column] = Array(above.bytes[range])
        }
      } else if end - start <= RowCells.longestMark, isMark(record, start, end) {
        if above.range(of: column).isEmpty, older[column] == nil {
          dangling.append(column)
        } else {
          changed.append(column)
        }
      }
    }
    if !changed.isEmpty || !dangling.isEmpty { rewrite(&record, changed, dangling) }
    above.bytes.removeAll(keepingCapacity: true)
    above.bytes.append(contentsOf: record.bytes)
    above.ends.removeAll(keepingCapacity: true)
    above.ends.append(contentsOf: record.ends)
    return dangling
  }

  private func isMark(_ record: RawRecord, _ start: Int, _ end: Int) -> Bool {
    record.bytes.withUnsafeBufferPointer {
      NullMarks.isDitto(UnsafeBufferPointer(rebasing: $0[start..<end]))
    }
  }

  private func rewrite(_ record: inout RawRecord, _ changed: [Int], _ dangling: [Int]) {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for column in record.ends.indices {
      if changed.contains(column) {
        let range = above.range(of: column)
        bytes += range.isEmpty ? older[column] ?? [] : Array(above.bytes[range])
      } else if !dangling.contains(column) {
        bytes += record.bytes[record.range(of: column)]
      }
      ends.append(bytes.count)
    }
    record.bytes = bytes
    record.ends = ends
  }
}
