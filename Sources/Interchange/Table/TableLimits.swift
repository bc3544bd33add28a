/// How much a reader takes before it calls a row broken.
public struct TableLimits: Sendable, Equatable {
  /// The most bytes of one row, as UTF-8, with its quotes and without its line end.
  public var maxRecordBytes = 1 << 20
  /// The most cells of one row.
  public var maxColumns = 1_000
  /// The most physical lines of one quoted cell.
  public var maxOpenQuoteLines = 200
  /// The most bytes of the first physical line; a file that begins with a longer one is refused.
  public var maxFirstLineBytes = 16 << 20

  public init() {}
}
