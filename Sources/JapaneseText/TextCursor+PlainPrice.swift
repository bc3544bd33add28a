/// Phrases that are one price; blanks count nowhere in them, not within a word either.
extension TextCursor {
  /// [参加費][：][1回][¥]300[円][/回] or 無料, to the end.
  mutating func plainPrice() -> PlainPrice? {
    if takeApart("無料") {
      return isAtEndApart ? PlainPrice(amount: 0, isPerVisit: false) : nil
    }
    _ = takeApart("参加費") || takeApart("利用料") || takeApart("料金")
    _ = takeApart(":")
    var isPerVisit = takeOneVisit()
    _ = takeApart("¥") || takeApart("\\")
    guard let amount = plainAmount() else { return nil }
    _ = takeApart("円")
    if takeApart("/") {
      _ = takeApart("1")
      guard takeApart("回") else { return nil }
      isPerVisit = true
    }
    return isAtEndApart ? PlainPrice(amount: amount, isPerVisit: isPerVisit) : nil
  }

  private mutating func skipSpaces() {
    while next == 0x20 { at += 1 }
  }

  private var isAtEndApart: Bool {
    var rest = self
    rest.skipSpaces()
    return rest.isAtEnd
  }

  /// The word, with or without spaces in it (参 加 費).
  @inline(__always)
  private mutating func takeApart(_ word: StaticString) -> Bool {
    skipSpaces()
    var end = at
    for offset in 0..<word.utf8CodeUnitCount {
      while end < bytes.count, bytes[end] == 0x20 { end += 1 }
      guard end < bytes.count, bytes[end] == word.utf8Start[offset] else { return false }
      end += 1
    }
    at = end
    return true
  }

  /// 1回, 1回につき, 一回, 毎回.
  private mutating func takeOneVisit() -> Bool {
    guard takeApart("1回") else { return takeApart("一回") || takeApart("毎回") }
    let end = at
    let isWhole =
      (takeApart("に") || takeApart("ニ")) && (takeApart("つ") || takeApart("ツ"))
      && (takeApart("き") || takeApart("キ"))
    if !isWhole { at = end }
    return true
  }

  /// Digits with commas anywhere behind the first.
  private mutating func plainAmount() -> Double? {
    skipSpaces()
    let start = at
    var (value, digits) = (0, 0)
    scan: while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        if digits <= 15 { value = value * 10 + Int(bytes[at] - 48) }
      case UInt8(ascii: ",") where digits > 0: break
      case 0x20: break
      default: break scan
      }
      at += 1
    }
    guard digits > 15 else { return digits > 0 ? Double(value) : nil }
    // More than a Double holds exactly: rounded as written.
    return JapaneseNumber.plain(String(decoding: bytes[start..<at], as: UTF8.self))
  }
}
