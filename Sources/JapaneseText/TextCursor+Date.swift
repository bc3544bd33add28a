extension TextCursor {
  /// What stands between the numbers of a date, one form for each dash.
  mutating func dateMark() -> Unicode.Scalar? {
    skipBlanks()
    defer { skipBlanks() }
    if take("/") { return "/" }
    if take(".") { return "." }
    let isDash = take("-") || take("‐") || take("−") || take("–") || take("ー")
    return isDash ? "-" : nil
  }

  /// A month or a day.
  mutating func dateNumber(_ withKanji: Bool) -> Int? {
    skipBlanks()
    let number = number(digits: 1...2, withKanji: withKanji)
    if withKanji { skipBlanks() }
    return number
  }

  /// Weekday and time of day behind a date, to the end: both are dropped. Gives the days by which
  /// a time in another zone is another day in Japan; nil when something else stands there.
  mutating func dateTail() -> Int? {
    skipBlanks()
    if isAtEnd { return 0 }
    guard takeWeekday() else { return nil }
    let beforeBlank = at
    skipBlanks()
    if isAtEnd { return 0 }
    let isApart = at > beforeBlank || bytes[at - 1] <= 0x20 || bytes[at - 1] == UInt8(ascii: ")")
    guard take("T") || isApart, let minutes = takeTime() else { return nil }
    var shift = 0
    if take("Z") {
      shift = 540
    } else if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") {
      let isEast = next == UInt8(ascii: "+")
      at += 1
      guard let hours = twoDigits(), hours <= 14 else { return nil }
      _ = take(":")
      guard let rest = twoDigits(), rest < 60 else { return nil }
      shift = 540 - (isEast ? 1 : -1) * (hours * 60 + rest)
    }
    skipBlanks()
    let local = minutes + shift
    return isAtEnd ? (shift == 0 ? 0 : local < 0 ? -1 : local / 1440) : nil
  }

  /// （土）, (土・祝), 土曜日, or nothing; false for half a weekday.
  private mutating func takeWeekday() -> Bool {
    let isOpen = take("(")
    let isDay =
      take("月") || take("火") || take("水") || take("木") || take("金") || take("土") || take("日")
    guard isDay else { return !isOpen }
    let isNamed = take("曜日") || take("曜")
    guard isOpen else { return isNamed }
    let hasMore = take("・")
    if !take("祝日"), !take("祝"), hasMore { return false }
    return take(")")
  }

  /// 10:00, 10:00:00.000, 10:00 AM; minutes from midnight.
  private mutating func takeTime() -> Int? {
    guard let hour = number(digits: 1...2), hour <= 24, take(":"), let minute = twoDigits(),
      minute < 60
    else { return nil }
    if take(":") {
      guard let second = twoDigits(), second <= 60 else { return nil }
      if take("."), number() == nil { return nil }
    }
    let end = at
    skipBlanks()
    if take("PM") || take("pm") { return hour <= 12 ? hour % 12 * 60 + 720 + minute : nil }
    if take("AM") || take("am") { return hour <= 12 ? hour % 12 * 60 + minute : nil }
    at = end
    return hour * 60 + minute
  }

  private mutating func twoDigits() -> Int? { number(digits: 2...2) }
}
