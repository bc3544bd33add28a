/// Why a file could not be read as text at all. A fault of one row is a ``RowProblem`` instead.
public enum TableError: Error, Sendable, Equatable {
  /// No file has that path.
  case missing
  /// The path names a folder.
  case isDirectory
  /// The system refused to open or read it; the value is `errno`.
  case unreadable(Int32)
  /// The file begins with a line of more than `limit` bytes, so it is no table.
  case lineTooLong(limit: Int)
  /// The system has no converter for this encoding.
  case encodingUnavailable(TextEncoding)
}
