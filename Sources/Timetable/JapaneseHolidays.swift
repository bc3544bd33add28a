import Model

/// Public holidays of Japan, computed from 国民の祝日に関する法律 (昭和23年法律第178号, with its amendments to 2018) and the
/// special laws for the ceremonies of 1990, 1993 and 2019 and the Olympic years 2020 and 2021.
///
/// The days of the equinoxes are announced each February for the year after; here they come from the formula of
/// 海上保安庁水路部『新こよみ便利帳』, which holds for 1980 to 2099.
public struct JapaneseHolidays: Sendable {
  /// The years for which the days are computed.
  public static let years = 1990...2099

  private init() {}

  /// The name of the holiday that `date` is; nil on other days and outside ``years``.
  public static func name(of date: CalendarDate) -> String? {
    guard years.contains(date.year) else { return nil }
    if let name = statutory(date.year, date.month, date.day) { return name }
    if isSubstitute(date) { return "振替休日" }
    if isBetween(date) { return "国民の休日" }
    return nil
  }

  public static func contains(_ date: CalendarDate) -> Bool { name(of: date) != nil }

  /// 第2条, and the special laws.
  private static func statutory(_ year: Int, _ month: Int, _ day: Int) -> String? {
    switch month {
    case 1:
      if day == 1 { return "元日" }
      if year >= 2000 ? isMonday(2, year, month, day) : day == 15 { return "成人の日" }
    case 2:
      if day == 11 { return "建国記念の日" }
      if year >= 2020, day == 23 { return "天皇誕生日" }
    case 3: if day == equinox(year, isSpring: true) { return "春分の日" }
    case 4: if day == 29 { return year >= 2007 ? "昭和の日" : "みどりの日" }
    case 5:
      if day == 3 { return "憲法記念日" }
      if year >= 2007, day == 4 { return "みどりの日" }
      if day == 5 { return "こどもの日" }
      if year == 2019, day == 1 { return "即位の日" }
    case 6: if year == 1993, day == 9 { return "皇太子徳仁親王の結婚の儀" }
    case 7:
      switch year {
      case 2020, 2021:
        if day == (year == 2020 ? 23 : 22) { return "海の日" }
        if day == (year == 2020 ? 24 : 23) { return "スポーツの日" }
      case 2003...: if isMonday(3, year, month, day) { return "海の日" }
      case 1996...: if day == 20 { return "海の日" }
      default: break
      }
    case 8: if year >= 2016, day == (year == 2020 ? 10 : year == 2021 ? 8 : 11) { return "山の日" }
    case 9:
      if year >= 2003 ? isMonday(3, year, month, day) : day == 15 { return "敬老の日" }
      if day == equinox(year, isSpring: false) { return "秋分の日" }
    case 10:
      if year == 2019, day == 22 { return "即位礼正殿の儀" }
      if year == 2020 || year == 2021 { break }
      if year >= 2000 ? isMonday(2, year, month, day) : day == 10 {
        return year >= 2020 ? "スポーツの日" : "体育の日"
      }
    case 11:
      if day == 3 { return "文化の日" }
      if day == 23 { return "勤労感謝の日" }
      if year == 1990, day == 12 { return "即位礼正殿の儀" }
    case 12: if year <= 2018, day == 23 { return "天皇誕生日" }
    default: break
    }
    return nil
  }

  private static func isMonday(_ nth: Int, _ year: Int, _ month: Int, _ day: Int) -> Bool {
    guard (day - 1) / 7 + 1 == nth else { return false }
    return CalendarDate(year: year, month: month, day: day)?.weekday == .monday
  }

  static func equinox(_ year: Int, isSpring: Bool) -> Int {
    let years = Double(year - 1980)
    return Int((isSpring ? 20.8431 : 23.2488) + 0.242194 * years) - (year - 1980) / 4
  }

  /// 第3条第2項: a holiday on a Sunday makes the Monday after it free; from 2007 on the next day that is no holiday.
  private static func isSubstitute(_ date: CalendarDate) -> Bool {
    if date.year < 2007 {
      return date.weekday == .monday && isStatutory(before(date))
    }
    var day = before(date)
    while isStatutory(day) {
      if day.weekday == .sunday { return true }
      day = before(day)
    }
    return false
  }

  /// 第3条第3項: a day between two holidays; until 2006 not a Sunday.
  private static func isBetween(_ date: CalendarDate) -> Bool {
    guard isStatutory(before(date)),
      isStatutory(CalendarDate(daysSince1970: date.daysSince1970 + 1))
    else { return false }
    return date.year >= 2007 || date.weekday != .sunday
  }

  private static func isStatutory(_ date: CalendarDate) -> Bool {
    statutory(date.year, date.month, date.day) != nil
  }

  private static func before(_ date: CalendarDate) -> CalendarDate {
    CalendarDate(daysSince1970: date.daysSince1970 - 1)
  }
}
