/// What is wrong with one row. The row is still delivered, and so are the rows after it.
public enum RowProblem: Sendable, Equatable {
  /// Some bytes are no characters of the encoding; they became U+FFFD.
  case badEncoding
  /// A quoted cell is never closed. The row holds the cells of its first physical line only, and
  /// reading went on at `resumedAtLine`, the physical line after it.
  case unclosedQuote(resumedAtLine: Int)
  /// Text stands between a closing quote and the next delimiter. It is kept in the cell.
  case textAfterQuote
  /// The row is longer than `limit` bytes or has more than `limit` columns, whichever of
  /// ``TableLimits`` it is. The row holds the whole cells before the limit.
  case tooLong(limit: Int)
  /// The row contains a NUL byte. It is kept in the cell.
  case nulByte
  /// The record of a JSON document is not well-formed.
  case notJSON
}

/// One row of a table, every cell as it is written in the file.
public struct TableRow: Sendable, Equatable {
  /// The physical line of its first byte, 1-based.
  public var line: Int
  /// The cells. Rows of one table need not have equally many; an empty line has one empty cell.
  public var cells: [String]
  /// What is wrong with the row, if anything is. Of several problems the gravest is told.
  public var problem: RowProblem?

  public init(line: Int, cells: [String], problem: RowProblem? = nil) {
    self.line = line
    self.cells = cells
    self.problem = problem
  }
}

/// One row as bytes. A loop reuses one record for all rows, so that reading allocates nothing.
public struct RawRecord: Sendable, Equatable {
  /// The cells one after the other, in UTF-8, without quotes and delimiters.
  public var bytes: [UInt8] = []
  /// Where in `bytes` each cell ends.
  public var ends: [Int] = []
  /// The physical line of its first byte, 1-based.
  public var line = 1
  /// What is wrong with the row, if anything is.
  public var problem: RowProblem?

  public init() {}

  /// The number of cells.
  public var count: Int { ends.count }

  /// Where in `bytes` a cell lies; empty for a column the row does not have.
  public func range(of column: Int) -> Range<Int> {
    guard ends.indices.contains(column) else { return bytes.count..<bytes.count }
    return (column == 0 ? 0 : ends[column - 1])..<ends[column]
  }

  /// The text of a cell; empty for a column the row does not have.
  public func text(_ column: Int) -> String {
    String(decoding: bytes[range(of: column)], as: UTF8.self)
  }

  /// The same row with every cell made a string.
  public var row: TableRow {
    TableRow(line: line, cells: ends.indices.map(text), problem: problem)
  }

  mutating func reset(line: Int) {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    self.line = line
    problem = nil
  }

  /// Forgets what was read since the last whole cell.
  mutating func dropUnfinishedCell() {
    bytes.removeSubrange((ends.last ?? 0)...)
  }
}
