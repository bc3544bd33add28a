/// Prices of phrases (費用).
public enum PriceText {
  /// Reads phrases that state one price and nothing else: 無料, 100円, 1回100円, 参加費：200円,
  /// 100円/回. Anything more (a range, a condition, materials, a membership fee of unknown term) is
  /// left alone.
  public static func read(_ phrase: String) -> PlainPrice? {
    TextCursor.read(phrase, limit: .max) { $0.plainPrice() }
  }

  /// The lowest and highest price of a phrase that is understood to its end: `300～500円`, 月額500円,
  /// `２０，０００円/月`, `1,500円（税込）`, 約100円, and 会員200円、非会員300円, where all who may come are
  /// named. Nil for a price for anything but one person or place at a time (500円（1家族）, 30分300円,
  /// 1kmにつき10円, 材料費100円), for an open end (100円～), for 実費 and カンパ, for ages (3歳未満無料),
  /// for a discount and for `100,200`, which may be two prices.
  public static func range(_ phrase: String) -> PriceRange? {
    TextCursor.read(phrase, limit: 240) { cursor in
      cursor.skipBlanks()
      guard let first = cursor.price() else { return nil }
      cursor.skipBlanks()
      if cursor.endsSentence { return first.audience == nil ? first.range : nil }
      var all = [first]
      repeat {
        _ = cursor.take("、") || cursor.take(",") || cursor.take("・") || cursor.take("/")
        cursor.skipBlanks()
        guard let price = cursor.price() else { return nil }
        all.append(price)
        cursor.skipBlanks()
      } while !cursor.endsSentence
      // One audience after the other, the grown-ups among them: else someone's price is not said.
      let audiences = Set(all.compactMap(\.audience))
      guard audiences.count == all.count, all.contains(where: \.isForAdults),
        all.allSatisfy({ $0.range.per == first.range.per })
      else { return nil }
      return PriceRange(
        min: all.reduce(first.range.min) { Swift.min($0, $1.range.min) },
        max: all.reduce(first.range.max) { Swift.max($0, $1.range.max) }, per: first.range.per)
    }
  }
}
