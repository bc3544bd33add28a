/// Times of day as list cells write them (時刻), in minutes from midnight (分).
public enum ClockText {
  /// Minutes from midnight, 0 to 2880, of a cell that is one time of day and nothing else: `9:00`,
  /// 午前9時半, `PM1:30`, 正午, `0900`, `25:00` (翌日1時), Excel's part of a day `0.375`. Nil for all
  /// else: 10時ころ, 放課後, `9:00～17:00`, `9.00`, and 午前12時, which is noon to some and midnight
  /// to others.
  public static func read(_ text: String) -> Int? {
    TextCursor.read(text, limit: 64) { cursor in
      cursor.skipBlanks()
      let half = cursor.halfOfDay(isPrefix: true)
      cursor.skipBlanks()
      if half == nil, cursor.take("正午") {
        cursor.skipBlanks()
        return cursor.isAtEnd ? 720 : nil
      }
      if half == nil, let minutes = partOfDay(cursor) { return minutes }
      guard let (hour, minute, isBare) = cursor.hourAndMinute() else { return nil }
      cursor.skipBlanks()
      let behind = half == nil ? cursor.halfOfDay(isPrefix: false) : nil
      cursor.skipBlanks()
      guard cursor.isAtEnd else { return nil }
      return minutes(hour, minute, half ?? behind, isBare: isBare)
    }
  }

  /// `9:00` of 540; hours go on beyond 24.
  public static func text(_ minutes: Int) -> String {
    let minutes = max(0, minutes)
    return String(minutes / 60) + (minutes % 60 < 10 ? ":0" : ":") + String(minutes % 60)
  }

  private static func minutes(
    _ hour: Int, _ minute: Int, _ half: TextCursor.HalfOfDay?, isBare: Bool
  ) -> Int? {
    let latest = isBare ? 1440 : 2880
    guard let half else {
      let minutes = hour * 60 + minute
      return minutes <= latest ? minutes : nil
    }
    // 12:30 PM is half past noon everywhere; 午前12時 and 午後12時 are read either way.
    guard !isBare, half.isLatin ? hour <= 12 : hour < 12 else { return nil }
    return (hour % 12 + (half.isAfternoon ? 12 : 0)) * 60 + minute
  }

  /// Excel's part of a day, `0.375`, when it is a whole minute: its digits give one, or nearly one.
  private static func partOfDay(_ start: TextCursor) -> Int? {
    var cursor = start
    guard cursor.take("0.") else { return nil }
    var (value, scale) = (0.0, 1.0)
    while (48...57).contains(cursor.next) {
      scale /= 10
      value += Double(cursor.next - 48) * scale
      cursor.at += 1
    }
    cursor.skipBlanks()
    guard cursor.isAtEnd, value > 0 else { return nil }
    let minutes = value * 1440
    let whole = Int(minutes + 0.5)
    guard (minutes - Double(whole)).magnitude < 0.0001, (1..<1440).contains(whole) else {
      return nil
    }
    return whole
  }
}

extension TextCursor {
  /// 午前 or 午後, am or pm.
  fileprivate struct HalfOfDay {
    var isAfternoon: Bool
    var isLatin: Bool
  }

  fileprivate mutating func halfOfDay(isPrefix: Bool) -> HalfOfDay? {
    // A digit stands here in most cells.
    if next <= UInt8(ascii: "9") { return nil }
    if isPrefix {
      if take("午前") { return HalfOfDay(isAfternoon: false, isLatin: false) }
      if take("午後") { return HalfOfDay(isAfternoon: true, isLatin: false) }
    }
    let isAfternoon = next == UInt8(ascii: "p") || next == UInt8(ascii: "P")
    guard isAfternoon || next == UInt8(ascii: "a") || next == UInt8(ascii: "A") else { return nil }
    let start = at
    at += 1
    let isDotted = take(".")
    guard take("M") || take("m"), !isDotted || take(".") else {
      at = start
      return nil
    }
    return HalfOfDay(isAfternoon: isAfternoon, isLatin: true)
  }

  /// `9:00`, `9:00:00`, 9時, 9時30分, 9時半, and `900`, which is bare.
  fileprivate mutating func hourAndMinute() -> (hour: Int, minute: Int, isBare: Bool)? {
    let isKanji = next >= 0x80
    guard let (number, digits) = anyNumber() else { return nil }
    if !isKanji, digits == 3 || digits == 4 {
      return number % 100 < 60 ? (number / 100, number % 100, true) : nil
    }
    guard digits <= 2 else { return nil }
    if !isKanji, take(":") {
      guard let minute = self.number(digits: 2...2), minute < 60 else { return nil }
      // A time to the second is no whole minute.
      if take(":"), self.number(digits: 2...2) != 0 { return nil }
      return (number, minute, false)
    }
    skipBlanks()
    guard take("時") else { return nil }
    skipBlanks()
    if isAtEnd { return (number, 0, false) }
    if take("半") { return (number, 30, false) }
    guard let minute = self.number(digits: 1...2, withKanji: true), minute < 60 else { return nil }
    skipBlanks()
    return take("分") ? (number, minute, false) : nil
  }
}
