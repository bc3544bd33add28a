import Diagnostics
import Model

/// One record of a list, as reading it turned out.
public enum ListRecord: Sendable {
  /// A resource with its row key (nil: the record's own id), line, raw cells and warnings.
  case resource(ListRow)
  /// Rejected, with the reason; the rest of the list is read on.
  case rejected(SasaeError)
  /// Blank, a footnote or a repeated heading.
  case skipped(line: Int)
}

/// A resource read from a list.
public struct ListRow: Sendable {
  public var resource: Resource
  /// The number or id the list gives the row; nil when it gives none.
  public var key: String?
  public var line: Int
  /// Heading → cell, as they stood.
  public var cells: [String: String]
  /// Code of the municipality the list says it is of, digits only.
  public var municipality: String?
  public var warnings: [SasaeError]
}

/// What a list turned out to be.
public struct ListFormat: Sendable, Hashable {
  /// `csv`, `tsv`, `ndjson`.
  public var format: String
  /// Name of the mapping, or `native`.
  public var mapping: String
  public var encoding: String
}
