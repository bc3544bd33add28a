import Model

/// One record from a list, on its way in.
public struct Incoming: Sendable {
  public var resource: Resource
  /// The row's key inside its source; unique there.
  public var key: String
  /// Physical line of the record.
  public var line: Int
  /// The cells as they stood, as a JSON object; nil when the record itself says it all.
  public var raw: String?
  /// Field → where its value comes from, as a JSON object, for values no single cell states.
  public var evidence: String?

  public init(
    resource: Resource, key: String, line: Int, raw: String? = nil, evidence: String? = nil
  ) {
    self.resource = resource
    self.key = key
    self.line = line
    self.raw = raw
    self.evidence = evidence
  }
}

/// The list they come from.
public struct ListSource: Sendable, Hashable {
  /// Lasting key; two lists with different keys never overwrite each other.
  public var key: String
  public var name: String?
  public var licence: String?
  public var url: String?
  public var attribution: String?
  /// Heading → field of its last edition, as a JSON object; nil for native records.
  public var fields: String?

  public init(
    key: String, name: String? = nil, licence: String? = nil, url: String? = nil,
    attribution: String? = nil
  ) {
    self.key = key
    self.name = name
    self.licence = licence
    self.url = url
    self.attribution = attribution
  }
}

/// What became of one incoming record.
public enum Outcome: String, Sendable, Codable, CaseIterable {
  case added, updated, unchanged
}

/// A record that was in the list last time and is not now. It is reported, never deleted.
public struct Vanished: Sendable, Hashable, Codable {
  public var id: String
  public var name: String
}
