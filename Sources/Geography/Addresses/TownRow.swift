import Model

/// One line of a table of towns (町丁目・小字), as it was read.
public struct TownRow: Sendable, Hashable {
  /// 全国地方公共団体コード, six digits with the check digit.
  public var code: Int
  public var prefecture: String
  /// With its county (郡), as the table writes it.
  public var city: String
  public var town: String
  /// 小字・通称; often empty.
  public var koaza: String
  public var point: Coordinate

  public init(
    code: Int, prefecture: String, city: String, town: String, koaza: String = "",
    point: Coordinate
  ) {
    self.code = code
    self.prefecture = prefecture
    self.city = city
    self.town = town
    self.koaza = koaza
    self.point = point
  }
}

/// A municipality with a point of its own, for addresses of which no more is known.
public struct KnownCity: Sendable, Hashable {
  public var code: Int
  public var prefecture: String
  /// Without its county: 三木町, 札幌市中央区.
  public var name: String
  public var point: Coordinate?

  public init(code: Int, prefecture: String, name: String, point: Coordinate?) {
    self.code = code
    self.prefecture = prefecture
    self.name = name
    self.point = point
  }
}
