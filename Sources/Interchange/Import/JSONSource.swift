/// The headings of a JSON document, and its records as rows.
final class JSONSource: TableSource {
  private let headings: [String]
  private var rows: JSONRows
  private var gaveHeadings = false

  init(_ table: JSONTable) {
    headings = table.headings
    rows = table.rows
  }

  func next(into record: inout RawRecord) throws -> Bool {
    guard gaveHeadings else {
      gaveHeadings = true
      record.fill(headings, line: 1)
      return true
    }
    guard let row = rows.next() else { return false }
    record.fill(row.cells, line: row.line)
    switch row.problem {
    case .badEncoding?: record.problem = .badEncoding
    case .tooManyKeys(let limit)?: record.problem = .tooLong(limit: limit)
    case nil: break
    default: record.problem = .notJSON
    }
    return true
  }
}

extension RawRecord {
  /// Replaces the row by these cells.
  fileprivate mutating func fill(_ cells: [String], line: Int) {
    reset(line: line)
    for cell in cells {
      bytes.append(contentsOf: cell.utf8)
      ends.append(bytes.count)
    }
  }
}
