import Diagnostics
import Model

/// One record of a list, as reading it turned out.
public enum ListRecord: Sendable {
  /// A resource with its row key (nil: the record's own id), line, raw cells and warnings.
  case resource(ListRow)
  /// Rejected, with the reason; the rest of the list is read on.
  case rejected(SasaeError)
  case skipped(line: Int, reason: SkipReason)
}

/// A resource read from a list.
public struct ListRow: Sendable {
  public var resource: Resource
  /// The number or id the list gives the row; nil when it gives none.
  public var key: String?
  /// What tells it apart from other rows of that number: the service of an office.
  public var keyPart: String?
  public var line: Int
  /// Heading → cell as they stood, a JSON object; nil when the record itself says it all.
  public var raw: String?
  /// Field → where its value comes from, for values no single cell states; a JSON object.
  public var evidence: String?
  public var warnings: [SasaeError] = []
}

/// What a list turned out to be.
public struct ListFormat: Sendable, Hashable {
  /// `csv`, `tsv`, `json`, `ndjson`.
  public var format: String
  /// Name of the mapping, or `native`.
  public var mapping: String
  public var encoding: String
}

/// What one row says of whose and which it is; read before the list is taken.
public struct ListIdentity: Sendable, Hashable {
  /// The number or id the list gives the row.
  public var key: String?
  public var keyPart: String?
  /// What the row is called, as its resource will be.
  public var name: String?
  /// Code of the municipality that the row says it is of, six digits where they could be resolved.
  public var municipality: String?
  /// Code of the municipality its address stands in, of the first rows.
  public var place: String?
}
