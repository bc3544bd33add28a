extension TextCursor {
  /// 300円, `\1,500`, 300～500円.
  mutating func amounts(needsYen: Bool, isBare: Bool) -> PriceRange? {
    guard let (low, lowMark) = amount() else { return nil }
    skipBlanks()
    let isWave = take("~") || take("〜") || (lowMark && take("から"))
    let isDash = !isWave && (take("-") || take("–") || take("−") || take("‐") || take("ー"))
    skipBlanks()
    if isDash, isAtEnd, lowMark { return PriceRange(min: Double(low), max: Double(low)) }
    guard isWave || isDash else {
      // A number without 円 is a price alone or behind 参加費; alone, it may be a telephone's.
      return lowMark || (!needsYen && (!isBare || low <= 100_000))
        ? PriceRange(min: Double(low), max: Double(low)) : nil
    }
    guard let (high, highMark) = amount(), low <= high,
      lowMark || highMark || (isWave && !needsYen)
    else { return nil }
    return PriceRange(min: Double(low), max: Double(high))
  }

  /// Yen, and whether 円 or ¥ says so.
  private mutating func amount() -> (yen: Int, isMarked: Bool)? {
    let hasYen = take("¥") || take("\\")
    skipBlanks()
    let leadsWithZero = next == UInt8(ascii: "0")
    guard var (value, digits) = number(), !leadsWithZero || digits == 1 else { return nil }
    let lead = digits
    while next == UInt8(ascii: ","), digits <= 6, lead <= 3, at + 1 < bytes.count,
      (48...57).contains(bytes[at + 1])
    {
      at += 1
      guard let group = number(digits: 3...3) else { return nil }
      // 100,200 may be two prices.
      guard lead < 3 || group == 0 else { return nil }
      value = value * 1000 + group
      digits += 3
    }
    skipBlanks()
    let isMarked = take("円") || hasYen
    return value <= 10_000_000 ? (value, isMarked) : nil
  }
}
