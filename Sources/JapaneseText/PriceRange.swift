/// Lowest and highest price of one use by one grown-up.
public struct PriceRange: Sendable, Hashable {
  /// Yen for one `per`; 0 is free.
  public var min: Double
  public var max: Double
  /// `visit` `month` `year` `day` `hour` `meal` `person`, as `cost.per` of docs/resource.md; nil
  /// when the phrase does not say.
  public var per: String?

  public init(min: Double, max: Double, per: String? = nil) {
    self.min = min
    self.max = max
    self.per = per
  }
}
