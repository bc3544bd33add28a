import Model

/// Where an address is, as exactly as the tables tell.
public struct LocatedAddress: Sendable, Hashable {
  public var point: Coordinate
  /// `town`: the point of its 町丁目 or 小字, 200 to 500 m from the door as a rule. `city`: no more than the
  /// municipality is known.
  public var precision: Precision
  /// What was recognised, as the tables write it: 香川県高松市番町二丁目.
  public var matched: String
  /// What was left over, as it was typed.
  public var rest: String
  /// 全国地方公共団体コード of its municipality.
  public var code: Int
}

/// Why an address has no place.
public enum LocateFault: Error, Sendable, Hashable {
  /// It names no municipality and no town that is known.
  case unknown
  /// It may stand in each of these; it does not say in which.
  case ambiguous([String])
}
