/// A price that a phrase states beyond doubt.
public struct PlainPrice: Sendable, Hashable {
  /// Yen; 0 is free.
  public var amount: Double
  /// Whether the phrase says that it is for one time (1回).
  public var isPerVisit: Bool
}

/// Reads phrases that state one price and nothing else: 無料, 100円, 1回100円, 参加費：200円, 100円/回.
/// Anything more (a range, a condition, materials, a membership fee of unknown term) is left alone.
public enum PriceText {
  public static func read(_ phrase: String) -> PlainPrice? {
    var rest = Substring(Folding.fold(phrase).filter { $0 != " " })
    if ["無料", "0円", "0"].contains(rest) { return PlainPrice(amount: 0, isPerVisit: false) }
    func take(_ words: [String]) -> Bool {
      guard let word = words.first(where: rest.hasPrefix) else { return false }
      rest = rest.dropFirst(word.count)
      return true
    }
    _ = take(["参加費", "利用料", "料金"])
    _ = take([":"])
    var isPerVisit = take(["1回につき", "1回", "一回", "毎回"])
    _ = take(["¥", "\\"])
    let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ",") }
    guard let amount = JapaneseNumber.plain(String(digits)), digits.first != "," else { return nil }
    rest = rest.dropFirst(digits.count)
    _ = take(["円"])
    if take(["/1回", "/回"]) { isPerVisit = true }
    guard rest.isEmpty else { return nil }
    return PlainPrice(amount: amount, isPerVisit: isPerVisit)
  }
}
