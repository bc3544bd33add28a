import JapaneseText

/// Replaces marks that repeat the cell above (〃, 同上) by what they repeat.
struct DittoMarks {
  /// The last statement of each column.
  private var above: [[UInt8]] = []
  /// Columns whose blank cells were merged with the one above (結合セル): an area that stands once for
  /// several rows.
  var merged: Set<Int> = []

  /// - Returns: Columns whose mark repeats nothing, because nothing stands above.
  mutating func resolve(_ record: inout RawRecord) -> [Int] {
    var dangling: [Int] = []
    var changed: [Int: [UInt8]] = [:]
    var blanks: [Int] = []
    var start = 0
    if above.count < record.ends.count {
      above += [[UInt8]](repeating: [], count: record.ends.count - above.count)
    }
    for column in record.ends.indices {
      let end = record.ends[column]
      defer { start = end }
      guard start < end else {
        if merged.contains(column), !above[column].isEmpty { blanks.append(column) }
        continue
      }
      let isMark =
        end - start <= RowCells.longestMark
        && record.bytes.withUnsafeBufferPointer {
          NullMarks.isDitto(UnsafeBufferPointer(rebasing: $0[start..<end]))
        }
      if isMark {
        if above[column].isEmpty {
          dangling.append(column)
        } else {
          changed[column] = above[column]
        }
      } else {
        above[column].removeAll(keepingCapacity: true)
        above[column].append(contentsOf: record.bytes[start..<end])
      }
    }
    // A blank row stays blank.
    if !blanks.isEmpty, !record.bytes.isEmpty {
      for column in blanks { changed[column] = above[column] }
    }
    if !changed.isEmpty || !dangling.isEmpty { rewrite(&record, changed, dangling) }
    return dangling
  }

  private func rewrite(_ record: inout RawRecord, _ changed: [Int: [UInt8]], _ dangling: [Int]) {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for column in record.ends.indices {
      if let cell = changed[column] {
        bytes += cell
      } else if !dangling.contains(column) {
        bytes += record.bytes[record.range(of: column)]
      }
      ends.append(bytes.count)
    }
    record.bytes = bytes
    record.ends = ends
  }
}
