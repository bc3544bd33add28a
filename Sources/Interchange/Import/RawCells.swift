import ReferenceData

/// The cells of a row as they stood, written as a JSON object of heading → cell.
struct RawCells {
  /// Columns in the order of their headings' bytes, so that equal rows give equal texts, with the
  /// heading as a quoted member name.
  private let order: [(column: Int, name: [UInt8])]

  /// Columns marked `private` are not kept at all; of columns with one heading the last counts.
  init(columns: FieldColumns) {
    let hidden = Set(columns.indices("private"))
    var byHeading: [String: Int] = [:]
    for (at, word) in columns.words.enumerated() where !hidden.contains(at) {
      byHeading[word.text.isEmpty ? "(\(at + 1))" : word.text] = at
    }
    order = byHeading.sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }
      .map { ($0.value, FlatJSON.quoted($0.key)) }
  }

  func json(_ record: RawRecord) -> String {
    var writer = FlatJSON(capacity: record.bytes.count + order.count * 24)
    record.bytes.withUnsafeBufferPointer { bytes in
      for (column, name) in order where column < record.ends.count {
        let range = record.range(of: column)
        guard !range.isEmpty else { continue }
        writer.member(escaped: name) {
          FlatJSON.append(UnsafeBufferPointer(rebasing: bytes[range]), to: &$0)
        }
      }
    }
    return writer.object()
  }
}
