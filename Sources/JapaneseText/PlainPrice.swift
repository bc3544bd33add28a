/// A price that a phrase states beyond doubt.
public struct PlainPrice: Sendable, Hashable {
  /// Yen; 0 is free.
  public var amount: Double
  /// Whether the phrase says that it is for one time (1回).
  public var isPerVisit: Bool
}
