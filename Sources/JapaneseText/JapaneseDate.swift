import Model

/// Dates as Japanese lists write them (日付): ISO 8601, 2020年5月16日（土）, 令和2年6月, R5.8.14,
/// 2005(平成17), 5/16/2020, 20041117, Excel's serial numbers. Total: nil for all that is not, as a
/// whole, one date or one stated month or year, 1868 to 2100 (complete dates: 1000 to 9999).
public enum JapaneseDate {
  /// What a text states: a day, a month or a year of the Gregorian calendar.
  public struct Reading: Sendable, Hashable {
    public var year: Int
    public var month: Int?
    public var day: Int?

    /// Nil when the calendar has no such day, month or year.
    init?(_ year: Int, _ month: Int? = nil, _ day: Int? = nil) {
      guard CalendarDate(year: year, month: month ?? 1, day: day ?? 1) != nil,
        day != nil ? year >= 1000 : (1868...2100).contains(year)
      else { return nil }
      (self.year, self.month, self.day) = (year, month, day)
    }

    /// The day, when the text states one.
    public var date: CalendarDate? { month != nil && day != nil ? first : nil }
    /// First day of the stated day, month or year.
    public var first: CalendarDate? {
      CalendarDate(year: year, month: month ?? 1, day: day ?? 1)
    }
    /// Last day of the stated day, month or year.
    public var last: CalendarDate? {
      if day != nil { return first }
      let month = month ?? 12
      for day in stride(from: 31, through: 28, by: -1) {
        if let date = CalendarDate(year: year, month: month, day: day) { return date }
      }
      return nil
    }
  }

  /// In which order a column writes dates whose year is not told by its four digits in front.
  public enum Order: Sendable { case monthFirst, dayFirst, yearFirst }

  /// - Parameter order: what other cells of the column prove, for `5/8/14` and the like. Without
  ///   it such text is nil, and `5/6/2020` is the order Excel writes, month first.
  public static func read(_ text: String, order: Order? = nil) -> Reading? {
    TextCursor.read(text, limit: 160) { cursor in
      cursor.skipBlanks()
      if let era = Era.take(&cursor) { return wareki(era, &cursor) }
      let said = cursor.take("西暦")
      let start = cursor.at
      guard let (first, digits) = cursor.anyNumber() else { return nil }
      let isKanji = cursor.bytes[start] >= 0x80
      switch (digits, isKanji || said) {
      case (4, _):
        return rest(first, &cursor, needsMark: isKanji) { Era.take(&$0)?.year(&$0) }
      case (8, false):
        cursor.skipBlanks()
        guard cursor.isAtEnd, (1868...2100).contains(first / 10_000) else { return nil }
        return Reading(first / 10_000, first / 100 % 100, first % 100)
      case (5, false): return serial(first, &cursor)
      case (1...2, false): return ShortDate(first, digits, &cursor)?.reading(order)
      default: return nil
      }
    }
  }

  /// The order that this text proves its column to have: `8/15/17` and `5/16/2020` month first,
  /// `16/5/2020` day first, `17/8/15` year first; nil when it proves none (`5/8/14`, `2020/5/16`).
  public static func order(of text: String) -> Order? {
    TextCursor.read(text, limit: 160) { cursor in
      cursor.skipBlanks()
      guard let (first, digits) = cursor.number(), digits <= 2,
        let short = ShortDate(first, digits, &cursor), let order = short.proof,
        short.reading(order) != nil
      else { return nil }
      return order
    }
  }

  /// Days of Excel's 1900 system, 1954 to 2064; a time of day behind the point is dropped.
  private static func serial(_ days: Int, _ cursor: inout TextCursor) -> Reading? {
    if cursor.take(".") {
      guard (48...57).contains(cursor.next) else { return nil }
      while (48...57).contains(cursor.next) { cursor.at += 1 }
    }
    cursor.skipBlanks()
    guard cursor.isAtEnd, (20_000...60_000).contains(days) else { return nil }
    let date = CalendarDate(daysSince1970: days - 25_569)
    return Reading(date.year, date.month, date.day)
  }

  /// What follows the name of an era: 2年6月15日, 元年, 29(2017)年, 5.8.14.
  private static func wareki(_ era: Era, _ cursor: inout TextCursor) -> Reading? {
    guard let year = era.year(&cursor) else { return nil }
    let reading = rest(year, &cursor, era: era) { $0.number(digits: 4...4) }
    // Months of 明治 up to its fifth year are not those of the Gregorian calendar (旧暦).
    return era.start == 1867 && year < 1873 && reading?.month != nil ? nil : reading
  }

  /// What follows the number of a year: 年, the same year in the other calendar, month and day.
  private static func rest(
    _ year: Int, _ cursor: inout TextCursor, era: Era? = nil, needsMark: Bool = false,
    other: (inout TextCursor) -> Int?
  ) -> Reading? {
    let isShort = era?.isShort ?? false
    cursor.skipBlanks()
    var isMarked = cursor.take("年")
    cursor.skipBlanks()
    let before = cursor.at
    var isConfirmed = false
    if cursor.take("("), let same = other(&cursor) {
      _ = cursor.take("年")
      guard same == year, cursor.take(")") else { return nil }
      isConfirmed = true
    } else {
      cursor.at = before
    }
    isMarked = cursor.take("年") || isMarked
    cursor.skipBlanks()
    if cursor.isAtEnd {
      return isMarked || isConfirmed || !(isShort || needsMark) ? Reading(year) : nil
    }
    guard isMarked || !needsMark else { return nil }
    let mark = isMarked ? nil : cursor.dateMark()
    guard isMarked || mark != nil else { return nil }
    let monthStart = cursor.at
    guard let month = cursor.dateNumber(isMarked), !isMarked || cursor.take("月") else {
      return nil
    }
    let monthEnd = cursor.at
    cursor.skipBlanks()
    if cursor.isAtEnd {
      // Excel makes 2020.1 of 2020.10, and S32-7 may be a code.
      let isVague = mark == "." && era == nil && monthEnd - monthStart == 1 && month == 1
      return isVague || (isShort && mark == "-") ? nil : Reading(year, month)
    }
    guard isMarked || cursor.dateMark() == mark,
      let day = cursor.dateNumber(isMarked), !isMarked || cursor.take("日"),
      let shift = cursor.dateTail()
    else { return nil }
    guard shift != 0 else { return Reading(year, month, day) }
    guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
    let local = CalendarDate(daysSince1970: date.daysSince1970 + shift)
    return Reading(local.year, local.month, local.day)
  }
}

/// Three short numbers with the year in front or last: 5/16/2020, 8/15/17, 17/8/15.
private struct ShortDate {
  private var parts: (first: Int, second: Int, third: Int)
  private var hasWholeYear: Bool
  private var isSlashed: Bool
  private var canBeYearFirst: Bool

  /// Two-digit years only stand between slashes: 29.7.1 and 17-8-15 may be 平成 or a house number.
  init?(_ first: Int, _ digits: Int, _ cursor: inout TextCursor) {
    guard let mark = cursor.dateMark(), let second = cursor.dateNumber(false),
      cursor.dateMark() == mark, let (third, length) = cursor.number(),
      cursor.dateTail() == 0
    else { return nil }
    parts = (first, second, third)
    isSlashed = mark == "/"
    hasWholeYear = length == 4
    canBeYearFirst = digits == 2 && length <= 2 && second <= 12 && (1...31).contains(third)
    guard hasWholeYear || (isSlashed && (length == 2 || canBeYearFirst)) else { return nil }
  }

  /// What the numbers themselves leave open to no doubt.
  var proof: JapaneseDate.Order? {
    if parts.second > 12 { return .monthFirst }
    guard parts.first > 12 else { return nil }
    return canBeYearFirst ? .yearFirst : .dayFirst
  }

  func reading(_ wanted: JapaneseDate.Order?) -> JapaneseDate.Reading? {
    let usual: JapaneseDate.Order? = hasWholeYear && isSlashed ? .monthFirst : nil
    switch (wanted == .yearFirst && hasWholeYear ? nil : wanted) ?? proof ?? usual {
    case .monthFirst: return Self.made(wholeYear, parts.first, parts.second)
    case .dayFirst: return Self.made(wholeYear, parts.second, parts.first)
    case .yearFirst:
      return canBeYearFirst ? Self.made(Self.year(parts.first), parts.second, parts.third) : nil
    case nil: return nil
    }
  }

  private var wholeYear: Int? { hasWholeYear ? parts.third : Self.year(parts.third) }

  /// 1950 to 2029; Excel and people differ on 30 to 49.
  private static func year(_ short: Int) -> Int? {
    short < 30 ? 2000 + short : (50...99).contains(short) ? 1900 + short : nil
  }

  private static func made(_ year: Int?, _ month: Int, _ day: Int) -> JapaneseDate.Reading? {
    year.flatMap { JapaneseDate.Reading($0, month, day) }
  }
}

/// An era of the Japanese calendar (元号).
private struct Era {
  /// The Western year before its first.
  var start: Int
  /// Its last year that is read: the year after its end, so that late print is; later for the two
  /// that plans reach into (平成32年 is 2020).
  var limit: Int
  /// 平 and H also stand in codes.
  var isShort: Bool

  /// Nil, nothing taken, when no era stands here.
  static func take(_ cursor: inout TextCursor) -> Era? {
    // ASCII that is no letter, or kanji that begin no era: most cells.
    let lead = cursor.next
    guard lead >= 0x41, lead < 0x80 || (0xE4...0xE6).contains(lead) else { return nil }
    for (start, limit, name, kanji, capital, small) in all {
      if cursor.take(name) { return Era(start: start, limit: limit, isShort: false) }
      if cursor.take(kanji) || cursor.take(capital) || cursor.take(small) {
        return Era(start: start, limit: limit, isShort: true)
      }
    }
    return nil
  }

  /// Takes the number of the year, or 元 for the first; gives the Western year.
  func year(_ cursor: inout TextCursor) -> Int? {
    cursor.skipBlanks()
    if cursor.take("元") { return start + 1 }
    guard let year = cursor.number(digits: 1...2, withKanji: true), (1...limit).contains(year)
    else { return nil }
    return start + year
  }

  private typealias Row = (Int, Int, StaticString, StaticString, StaticString, StaticString)
  private static let all: [Row] = [
    (2018, 82, "令和", "令", "R", "r"), (1988, 50, "平成", "平", "H", "h"),
    (1925, 65, "昭和", "昭", "S", "s"), (1911, 16, "大正", "大", "T", "t"),
    (1867, 46, "明治", "明", "M", "m"),
  ]
}

extension TextCursor {
  /// What stands between the numbers of a date, one form for each dash.
  fileprivate mutating func dateMark() -> Unicode.Scalar? {
    skipBlanks()
    defer { skipBlanks() }
    if take("/") { return "/" }
    if take(".") { return "." }
    let isDash = take("-") || take("‐") || take("−") || take("–") || take("ー")
    return isDash ? "-" : nil
  }

  /// A month or a day.
  fileprivate mutating func dateNumber(_ withKanji: Bool) -> Int? {
    skipBlanks()
    let number = number(digits: 1...2, withKanji: withKanji)
    if withKanji { skipBlanks() }
    return number
  }

  /// Weekday and time of day behind a date, to the end: both are dropped. Gives the days by which
  /// a time in another zone is another day in Japan; nil when something else stands there.
  fileprivate mutating func dateTail() -> Int? {
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
