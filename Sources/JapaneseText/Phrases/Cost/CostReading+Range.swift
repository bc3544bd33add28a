extension CostReading {
  /// Lowest and highest price of one use by one grown-up, where the phrase decides both.
  public var range: PriceRange? {
    guard let min, let max else { return nil }
    return PriceRange(min: min, max: max, per: per)
  }
}
