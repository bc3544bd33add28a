import Model

extension JapaneseDate {
  /// What follows the name of an era: 2年6月15日, 元年, 29(2017)年, 5.8.14.
  static func wareki(_ era: JapaneseEra, _ cursor: inout TextCursor) -> Reading? {
    guard let year = era.year(&cursor) else { return nil }
    let reading = rest(year, &cursor, era: era) { $0.number(digits: 4...4) }
    // Months of 明治 up to its fifth year are not those of the Gregorian calendar (旧暦).
    return era.start == 1867 && year < 1873 && reading?.month != nil ? nil : reading
  }

  /// What follows the number of a year: 年, the same year in the other calendar, month and day.
  static func rest(
    _ year: Int, _ cursor: inout TextCursor, era: JapaneseEra? = nil, needsMark: Bool = false,
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
