extension TextCursor {
  var endsSentence: Bool {
    var rest = self
    _ = rest.take("です")
    _ = rest.take("。")
    rest.skipBlanks()
    return rest.isAtEnd
  }

  /// [参加費：][大人：][1回]300円[～500円][程度][/月][（税込）].
  mutating func price() -> StatedPrice? {
    var (audience, per): (Int?, String?) = (nil, nil)
    // ASCII begins no word of the lists but 1回 and its like.
    var (isLabelled, isDeed) = (false, false)
    if next >= 0x80 {
      isLabelled = take(anyOf: PriceWords.labels)
      isDeed = !isLabelled && take(anyOf: PriceWords.deeds)
      skipMark(isLabelled || isDeed)
      audience = PriceWords.audiences.firstIndex { take($0) }
      skipMark(audience != nil)
    }
    if take("無料") || (isLabelled && audience == nil && take("なし")) {
      return StatedPrice(range: PriceRange(min: 0, max: 0, per: nil), audience: audience)
    }
    while let unit = unit(PriceWords.before) {
      guard let joined = Self.joined(per, unit) else { return nil }
      per = joined
      _ = take("につき") || take("あたり") || take("当たり")
      skipMark(true)
    }
    let isAbout = take("約")
    let needsYen = isDeed || isAbout || audience != nil || per != nil
    guard var range = amounts(needsYen: needsYen, isBare: !isLabelled) else { return nil }
    _ = take("程度") || take("くらい") || take("ぐらい") || take("前後")
    skipBlanks()
    if take("/") {
      guard let unit = unit(PriceWords.behind), let joined = Self.joined(per, unit) else {
        return nil
      }
      per = joined
      skipBlanks()
    }
    while take("(") {
      guard let remark = remark(per) else { return nil }
      per = remark
      skipBlanks()
    }
    range.per = per == "" ? nil : per
    return StatedPrice(range: range, audience: audience)
  }

  private mutating func skipMark(_ isAllowed: Bool) {
    skipBlanks()
    guard isAllowed, take(":") || take("/") || take("は") else { return }
    skipBlanks()
  }

  private mutating func unit(_ words: [(StaticString, String)]) -> String? {
    // Before a price: digits that are no 1 are its amount.
    guard next >= 0x80 || next == UInt8(ascii: "1") || next == UInt8(ascii: "h") else { return nil }
    return words.first { take($0.0) }?.1
  }

  /// A price for a person and a month is one of a month; one of a month and a day is none.
  private static func joined(_ a: String?, _ b: String) -> String? {
    guard let a, a != "", a != b, a != "person" else { return b }
    return b == "person" ? a : nil
  }

  /// What brackets may say of a price, behind `(`: 税込, 1回. Gives the unit, "" for none.
  private mutating func remark(_ per: String?) -> String? {
    skipBlanks()
    if take("税込み") || take("税込") || take("材料費込み") || take("材料費込") || take("保険料込み")
      || take("保険料込") || take("茶菓代込み") || take("茶菓代込") || take("おやつ代込")
    {
      return take(")") ? per ?? "" : nil
    }
    guard let unit = unit(PriceWords.behind), take(")") else { return nil }
    return Self.joined(per, unit)
  }
}
