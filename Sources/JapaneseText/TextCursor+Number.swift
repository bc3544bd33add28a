extension TextCursor {
  /// ASCII digits, at most nine.
  mutating func number() -> (value: Int, digits: Int)? {
    var (value, digits) = (0, 0)
    while (48...57).contains(next) {
      value = value * 10 + Int(next - 48)
      (at, digits) = (at + 1, digits + 1)
      guard digits <= 9 else { return nil }
    }
    return digits > 0 ? (value, digits) : nil
  }

  /// A number of so many ASCII digits, or of kanji that stand for them.
  mutating func number(digits: ClosedRange<Int>, withKanji: Bool = false) -> Int? {
    guard let number = withKanji ? anyNumber() : number() else { return nil }
    return digits.contains(number.digits) ? number.value : nil
  }

  /// Digits, or kanji numerals (漢数字) below 10,000: 二十一, 二〇二〇.
  mutating func anyNumber() -> (value: Int, digits: Int)? {
    if let number = number() { return number }
    let start = at
    var (total, ones, digits, lastUnit) = (0, 0, 0, 10_000)
    while let (value, isUnit) = kanjiDigit() {
      at += 3
      if isUnit {
        guard value < lastUnit, ones < 10, digits < 2 else { return nil }
        total += (digits == 0 ? 1 : ones) * value
        (ones, digits, lastUnit) = (0, 0, value)
      } else {
        (ones, digits) = (ones * 10 + value, digits + 1)
        guard digits <= (lastUnit == 10_000 ? 4 : 1) else { return nil }
      }
    }
    guard at > start else { return nil }
    let value = total + ones
    return (value, value > 999 ? 4 : value > 99 ? 3 : max(digits, value > 9 ? 2 : 1))
  }

  private func kanjiDigit() -> (value: Int, isUnit: Bool)? {
    guard next >= 0xE3, next < 0xF0, at + 2 < bytes.count else { return nil }
    let c = UInt32(next & 15) << 12 | UInt32(bytes[at + 1] & 63) << 6 | UInt32(bytes[at + 2] & 63)
    switch Unicode.Scalar(c) {
    case "〇": return (0, false)
    case "一": return (1, false)
    case "二": return (2, false)
    case "三": return (3, false)
    case "四": return (4, false)
    case "五": return (5, false)
    case "六": return (6, false)
    case "七": return (7, false)
    case "八": return (8, false)
    case "九": return (9, false)
    case "十": return (10, true)
    case "百": return (100, true)
    case "千": return (1000, true)
    default: return nil
    }
  }
}
