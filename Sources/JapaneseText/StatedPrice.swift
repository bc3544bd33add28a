/// One price of a phrase, and for whom it is.
struct StatedPrice {
  var range: PriceRange
  /// Place in `PriceWords.audiences`.
  var audience: Int?

  var isForAdults: Bool { (audience ?? .max) < PriceWords.adults }
}
