/// What stands before a price and belongs to it.
struct CostDraft {
  var payers: [Payer] = []
  var units: [PriceUnit] = []
  var fee: FeeKind?
  /// 参加, 利用: a number behind them may be a count.
  var isDeed = false
  /// 割引, of which the amount is to come.
  var isReduced = false
  /// Tokens of words that are unknown, as a place in the phrase.
  var item: Range<Int>?
  var conditions: [Range<Int>] = []
  /// From where to where it reaches in the phrase.
  var start = -1
  var end = -1

  var isEmpty: Bool { start < 0 }

  /// Whether only unknown words stand here.
  var isOnlyItem: Bool {
    item != nil && payers.isEmpty && units.isEmpty && fee == nil && conditions.isEmpty
  }

  var isOnlyConditions: Bool {
    !conditions.isEmpty && item == nil && payers.isEmpty && units.isEmpty && fee == nil
  }

  mutating func reach(_ range: Range<Int>) {
    if start < 0 { start = range.lowerBound }
    end = max(end, range.upperBound)
  }

  static func joined(_ a: Range<Int>?, _ b: Range<Int>) -> Range<Int> {
    guard let a else { return b }
    return min(a.lowerBound, b.lowerBound)..<max(a.upperBound, b.upperBound)
  }
}
