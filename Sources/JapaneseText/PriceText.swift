/// A price that a phrase states beyond doubt.
public struct PlainPrice: Sendable, Hashable {
  /// Yen; 0 is free.
  public var amount: Double
  /// Whether the phrase says that it is for one time (1回).
  public var isPerVisit: Bool
}

/// Lowest and highest of the prices that a phrase states beyond doubt.
public struct PriceRange: Sendable, Hashable {
  /// Yen for one `per`; 0 is free.
  public var min: Double
  public var max: Double
  /// `visit` `month` `year` `day` `hour` `meal` `person`, as `cost.per` of docs/resource.md; nil
  /// when the phrase does not say.
  public var per: String?
}

public enum PriceText {
  /// Reads phrases that state one price and nothing else: 無料, 100円, 1回100円, 参加費：200円,
  /// 100円/回. Anything more (a range, a condition, materials, a membership fee of unknown term) is
  /// left alone.
  public static func read(_ phrase: String) -> PlainPrice? {
    var phrase = phrase
    if let plain = phrase.withUTF8({ plain($0) }) { return plain }
    return folded(phrase)
  }

  /// `300` and `\1,500`; nil leaves the phrase to `folded`.
  private static func plain(_ bytes: UnsafeBufferPointer<UInt8>) -> PlainPrice? {
    var (amount, digits, hasYen) = (0, 0, false)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        amount = amount * 10 + Int(byte - 48)
        digits += 1
        guard digits <= 15 else { return nil }
      case UInt8(ascii: " "): continue
      case UInt8(ascii: ",") where digits > 0: continue
      case UInt8(ascii: "\\") where digits == 0 && !hasYen: hasYen = true
      default: return nil
      }
    }
    return digits > 0 ? PlainPrice(amount: Double(amount), isPerVisit: false) : nil
  }

  /// The general way; what `read` does without its fast path.
  static func folded(_ phrase: String) -> PlainPrice? {
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

/// One price of a phrase, and for whom it is.
private struct StatedPrice {
  var range: PriceRange
  /// Place in `PriceWords.audiences`.
  var audience: Int?

  var isForAdults: Bool { (audience ?? .max) < PriceWords.adults }
}

/// Longer words stand before those they begin with.
private enum PriceWords {
  /// Names of a price that is the price of taking part. 会費 and 材料費 are not among them.
  static let labels: [StaticString] = [
    "参加料金", "参加費用", "参加費", "参加料", "利用料金", "利用料", "使用料", "入場料金", "入場料", "入館料金",
    "入館料", "入園料", "観覧料金", "観覧料", "拝観料", "受講料", "聴講料", "料金", "費用",
  ]
  /// These may stand before a count as well: 利用10.
  static let deeds: [StaticString] = ["参加", "利用", "入場"]
  static let before: [(StaticString, String)] = [
    ("1回", "visit"), ("一回", "visit"), ("毎回", "visit"), ("1人", "person"), ("一人", "person"),
    ("お一人様", "person"), ("1名", "person"), ("1食", "meal"), ("一食", "meal"), ("1時間", "hour"),
    ("1日", "day"), ("一日", "day"), ("日額", "day"), ("1か月", "month"), ("1ヶ月", "month"),
    ("1ヵ月", "month"), ("1ケ月", "month"), ("1カ月", "month"), ("月会費", "month"), ("月額", "month"),
    ("月謝", "month"), ("毎月", "month"), ("月", "month"), ("年会費", "year"), ("年額", "year"),
    ("年間", "year"), ("1年", "year"), ("年", "year"),
  ]
  static let behind: [(StaticString, String)] = [
    ("1回", "visit"), ("回", "visit"), ("1人", "person"), ("一人", "person"), ("人", "person"),
    ("名", "person"), ("1食", "meal"), ("食", "meal"), ("1時間", "hour"), ("時間", "hour"),
    ("h", "hour"), ("1日", "day"), ("日", "day"), ("1か月", "month"), ("1ヶ月", "month"),
    ("月額", "month"), ("月", "month"), ("年額", "year"), ("年間", "year"), ("1年", "year"),
    ("年", "year"),
  ]
  /// How many of `audiences` take in grown-ups at large.
  static let adults = 7
  static let audiences: [StaticString] = [
    "大人", "おとな", "一般", "非会員", "市外", "高校生以上", "中学生以上",
    "会員", "市内", "子ども", "こども", "子供", "小人", "小中高校生", "小中高生", "小中学生", "中高生",
    "小学生以下", "小学生", "中学生以下", "中学生", "高校生以下", "高校生", "大学生", "学生", "幼児", "未就学児",
  ]
}

extension TextCursor {
  fileprivate var endsSentence: Bool {
    var rest = self
    _ = rest.take("です")
    _ = rest.take("。")
    rest.skipBlanks()
    return rest.isAtEnd
  }

  /// [参加費：][大人：][1回]300円[～500円][程度][/月][（税込）].
  fileprivate mutating func price() -> StatedPrice? {
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

  /// 300円, `\1,500`, 300～500円.
  private mutating func amounts(needsYen: Bool, isBare: Bool) -> PriceRange? {
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
