extension PhraseScanner {
  private static let year: UInt32 = 0x5E74
  private static let month: UInt32 = 0x6708
  private static let day: UInt32 = 0x65E5
  private static let hour: UInt32 = 0x6642
  private static let minute: UInt32 = 0x5206
  private static let yo: UInt32 = 0x66DC
  private static let interval: UInt32 = 0x9593  // 間
  private static let times: UInt32 = 0x56DE  // 回

  /// Dates, clock times, months, days of the month; 令和 and 平成 years.
  mutating func scanNumber() -> Bool {
    let start = at
    if let era = takeEra() {
      let year = take(0x5143) ? 1 : number()  // 元
      if let year, year > 0, take(Self.year) {
        add(.year(era + year), start)
        return true
      }
      at = start
      return false
    }
    guard Self.digit(char(at)) != nil else { return false }
    if let (word, count) = PhraseLexicon.shared.match(text, at) {
      at += count
      add(word, start)
      return true
    }
    guard let first = number() else {
      while Self.digit(char(at)) != nil { at += 1 }
      add(.unknown, start)
      return true
    }
    if let word = single(first) ?? list(first, start) {
      add(word, start)
    } else if tokens.last?.start != start {
      add(.unknown, start)
    }
    return true
  }

  private mutating func takeEra() -> Int? {
    if take(0x4EE4, 0x548C) { return 2018 }  // 令和
    if take(0x5E73, 0x6210) { return 1988 }  // 平成
    if (char(at) == 0x72 || char(at) == 0x68), Self.digit(char(at + 1)) != nil {
      at += 1
      return char(at - 1) == 0x72 ? 2018 : 1988
    }
    return nil
  }

  /// A number with its unit; nil, nothing more taken, when none follows.
  private mutating func single(_ value: Int) -> PhraseWord? {
    let start = at
    switch char(at) {
    case 0x3A:  // :
      at += 1
      let digits = at
      if let minutes = number(), at - digits == 2, minutes < 60, value <= 30 {
        return .clock(value * 60 + minutes)
      }
    case Self.hour:
      at += 1
      if char(at) == Self.interval { return .doubt }
      guard value <= 30 else { return .unknown }
      if take(0x534A) { return .clock(value * 60 + 30) }  // 半
      let digits = at
      if let minutes = number(), at - digits <= 2, minutes < 60,
        take(Self.minute) || at - digits == 2
      {
        return .clock(value * 60 + minutes)
      }
      // 10時3: cut off.
      if at > digits { return .unknown }
      return .clock(value * 60)
    case Self.year:
      at += 1
      if (1950...2100).contains(value) { return .year(value) }
      return .unknown
    case Self.month:
      guard char(at + 1) != Self.yo else { break }
      at += 1
      return ofMonth(value)
    case Self.day:
      guard char(at + 1) != Self.yo else { break }
      at += 1
      if take(Self.interval) { return .doubt }
      return (1...31).contains(value) ? .monthDays(1 << UInt32(value)) : .unknown
    case 0x2F:  // /
      at += 1
      if let second = number() {
        if (1950...2100).contains(value), take(0x2F), let day = number() {
          return Self.isDay(second, day) ? .date(year: value, month: second, day: day) : .unknown
        }
        if Self.isDay(value, second), char(at) != 0x2F {
          return .date(year: 0, month: value, day: second)
        }
      }
    case 0x4E16 where char(at + 1) == 0x5E2F, 0x305B where char(at + 1) == 0x3063:  // 世帯 せっと
      at += char(at) == 0x4E16 ? 2 : 3
      return .harmless
    case 0x5186, 0x4EBA, 0x540D, 0x968E, Self.minute:  // 円 人 名 階 分
      at += 1
      return .harmless
    case Self.times:
      at += 1
      // 1回目, 1回20分.
      return take(0x76EE) || Self.digit(char(at)) != nil ? .harmless : .timesAMonth
    default: break
    }
    at = start
    return endingDays([value]).map { .monthDays($0) }
  }

  private mutating func ofMonth(_ month: Int) -> PhraseWord {
    guard (1...12).contains(month) else { return .unknown }
    let start = at
    skipBlanks()
    if let day = number(), char(at) == Self.day, char(at + 1) != Self.yo,
      char(at + 1) != Self.interval
    {
      at += 1
      return Self.isDay(month, day) ? .date(year: 0, month: month, day: day) : .unknown
    }
    at = start
    return .months(1 << UInt16(month))
  }

  /// 4～11月, 7・8月, 1～5日, 15～17時: one unit for several numbers.
  private mutating func list(_ first: Int, _ start: Int) -> PhraseWord? {
    let after = at
    var values = [first]
    var spans: [Bool] = []
    while values.count < 13 {
      let before = at
      skipBlanks()
      let isSpan = [0x7E, 0x2D, 0x30FC].contains(char(at))
      guard isSpan || [0x30FB, 0x3001, 0x2C, 0x2E, 0xB7, 0x2F].contains(char(at)) else {
        at = before
        break
      }
      at += 1
      skipBlanks()
      guard let next = number() else {
        at = before
        break
      }
      values.append(next)
      spans.append(isSpan)
    }
    if let days = endingDays(values) { return .monthDays(days) }
    let unit = char(at)
    guard values.count > 1, char(at + 1) != Self.yo else {
      at = after
      return nil
    }
    if unit == Self.month {
      at += 1
      return Self.mask(values, spans, 1...12).map { .months(UInt16($0)) } ?? .unknown
    }
    if unit == Self.day, char(at + 1) != Self.interval {
      at += 1
      return Self.mask(values, spans, 1...31).map { .monthDays($0) } ?? .unknown
    }
    if unit == Self.hour, values.count == 2, spans == [true], char(at + 1) != Self.interval,
      values[0] <= 30, values[1] <= 30
    {
      at += 1
      add(.clock(values[0] * 60), start)
      add(.range, start)
      add(.clock(values[1] * 60), start)
      return nil
    }
    at = after
    return nil
  }

  /// 2・7のつく日: all days of the month that end so.
  private mutating func endingDays(_ values: [Int]) -> UInt32? {
    let start = at
    _ = take(0x306E)  // の
    guard take(0x3064, 0x304F) || take(0x4ED8, 0x304F), take(Self.day),
      values.allSatisfy({ $0 < 10 })
    else {
      at = start
      return nil
    }
    var out: UInt32 = 0
    for day in 1...31 where values.contains(day % 10) { out |= 1 << UInt32(day) }
    return out
  }

  /// Bits for the values; a span may pass the end (10～3月).
  static func mask(_ values: [Int], _ spans: [Bool], _ range: ClosedRange<Int>) -> UInt32? {
    guard values.allSatisfy(range.contains) else { return nil }
    var out: UInt32 = 0
    for (i, value) in values.enumerated() {
      if i > 0, spans[i - 1] {
        var at = values[i - 1]
        while at != value {
          out |= 1 << UInt32(at)
          at = at == range.upperBound ? range.lowerBound : at + 1
        }
      }
      out |= 1 << UInt32(value)
    }
    return out
  }

  static func isDay(_ month: Int, _ day: Int) -> Bool {
    guard (1...12).contains(month), day >= 1 else { return false }
    return day <= [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// 第2・第4, 第1～3, 第一.
  mutating func scanNth() -> Bool {
    guard char(at) == 0x7B2C else { return false }  // 第
    let start = at
    var values: [Int] = []
    var spans: [Bool] = []
    at += 1
    var end = at
    var isSpan = false
    while let value = ordinal() {
      if !values.isEmpty { spans.append(isSpan) }
      values.append(value)
      end = at
      isSpan = [0x7E, 0x2D].contains(char(at))
      while isSpan ? at == end : Self.isJoint(char(at)) { at += 1 }
      if char(at) == 0x7B2C { at += 1 } else if at == end { break }
    }
    at = end
    guard !values.isEmpty, let mask = Self.mask(values, spans, 1...5) else {
      at = start
      return false
    }
    // 第10回, 第2部.
    if Self.digit(char(at)) != nil {
      at = start
      return false
    }
    add(.nth(UInt8(truncatingIfNeeded: mask >> 1)), start)
    return true
  }

  private static func isJoint(_ c: UInt32) -> Bool {
    [0x30FB, 0x3001, 0x2C, 0x2E, 0x2F, 0xB7, 0x20, 0x3068, 0x53CA, 0x3073, 0x304A, 0x3088].contains(
      c)
  }

  private mutating func ordinal() -> Int? {
    let c = char(at)
    if let digit = Self.digit(c) {
      guard Self.digit(char(at + 1)) == nil, (1...5).contains(digit) else { return nil }
      at += 1
      return digit
    }
    switch c {
    case 0x4E00: at += 1; return 1
    case 0x4E8C: at += 1; return 2
    case 0x4E09: at += 1; return 3
    case 0x56DB: at += 1; return 4
    case 0x4E94: at += 1; return 5
    default: return nil
    }
  }

  /// 午前10時, 午後1:30, 翌3:00. The token's check says which half was named: 1 for 午前, 2 for 午後.
  mutating func scanClockWord() -> Bool {
    let start = at
    var half: DayMask = 0
    var isNext = false
    if take(0x5348, 0x524D) || take(0x61, 0x6D) {  // 午前
      half = 1
    } else if take(0x5348, 0x5F8C) || take(0x70, 0x6D) {  // 午後
      half = 2
    } else if take(0x7FCC) {  // 翌
      isNext = true
    } else {
      return false
    }
    skipBlanks()
    if isNext, take(0x671D) || take(0x65E5) { skipBlanks() }  // 翌朝, 翌日
    let digits = at
    if let value = number(), case .clock(let minutes)? = single(value),
      minutes <= (half == 0 ? 1_440 : 779)
    {
      let shifted: Int
      switch half {
      case 2: shifted = minutes < 720 ? minutes + 720 : minutes
      case 1: shifted = minutes
      default: shifted = minutes + 1_440
      }
      add(.clock(shifted), start, check: half)
      return true
    }
    at = digits
    at = start
    return false
  }

  /// 月1回, 年10回, 全5回.
  mutating func scanTimes() -> Bool {
    let start = at
    let lead = char(at)
    // 月 週 年 全 計 に
    guard [0x6708, 0x9031, 0x5E74, 0x5168, 0x8A08].contains(lead) else { return false }
    at += 1
    _ = take(0x306B)  // に
    skipBlanks()
    var times = number()
    if times == nil, let kanji = [0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x6570].firstIndex(of: char(at)) {
      at += 1
      times = kanji == 4 ? 0 : kanji + 1
    }
    while [0x7E, 0x2D].contains(char(at)) {
      at += 1
      _ = number()
      times = times == nil ? nil : 0
    }
    skipBlanks()
    guard let times, take(Self.times) || take(0x5EA6) else {  // 回, 度
      at = start
      return false
    }
    if lead == 0x6708 || lead == 0x9031 || lead == 0x5E74 {
      // 週1回 says no less than 毎週.
      add(
        lead == 0x6708 && times > 0 ? .timesAMonth : .doubt, start, check: DayMask(min(times, 31)))
    } else {
      add(.harmless, start)
    }
    return true
  }
}
