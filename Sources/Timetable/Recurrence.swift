import Model

/// Hours of one opening; a missing end was not stated (10時～, ～17時).
public struct ClockSpan: Sendable, Hashable, Codable {
  /// Minutes from midnight.
  public var from: Int?
  /// Minutes from midnight; may pass 1440 (翌3:00 is 27:00).
  public var to: Int?

  public init(from: Int?, to: Int?) {
    self.from = from
    self.to = to
  }

  /// Nil where an end is not stated.
  public var range: TimeRange? {
    guard let from, let to else { return nil }
    return TimeRange(from: from, to: to)
  }
}

/// A day of the year, or of one year.
public struct YearDay: Sendable, Hashable, Codable {
  /// Nil for every year.
  public var year: Int?
  public var month: Int
  public var day: Int

  public init(year: Int? = nil, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// `YYYY-MM-DD`, or `MM-DD` for every year.
  public var text: String {
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return (year.map { "\($0)-" } ?? "") + two(month) + "-" + two(day)
  }
}

/// The days beside public holidays that a rule names.
public enum HolidayNeighbour: String, Sendable, Hashable, Codable, CaseIterable {
  /// 祝前日: the day before each, be it what it may.
  case dayBefore
  /// 祝日の翌日: the day after each, be it what it may.
  case dayAfter
  /// 祝日の翌平日: the next day that is neither Saturday, Sunday nor holiday.
  case workdayAfter
}

/// Where a closing day goes that falls on a public holiday.
public enum HolidayShift: String, Sendable, Hashable, Codable, CaseIterable {
  /// 祝日の場合は翌日.
  case nextDay
  /// 祝日の場合は前日.
  case previousDay
  /// 祝日の場合は翌平日: the next day that is neither Saturday, Sunday nor holiday.
  case nextWorkday
}

/// Days that come again, as iCalendar (RFC 5545) and HSDS have them: every part that is given limits them.
public struct Recurrence: Sendable, Hashable, Codable {
  /// BYDAY; empty for any.
  public var days: [Weekday] = []
  /// 1…5 for the nth such weekday of a month, -1 for the last; empty for every week.
  public var weeks: [Int] = []
  /// BYMONTHDAY: 1…31, -1 for the last of the month.
  public var monthDays: [Int] = []
  /// BYMONTH: 1…12.
  public var months: [Int] = []
  /// 2 for every other week (隔週), or every other month where days of a month are named (隔月).
  public var interval = 1
  /// Empty: the hours are not stated.
  public var hours: [ClockSpan] = []
  /// The days lie between these two, each included. Without years: of every year, and past its end
  /// when the first is later in the year.
  public var validFrom: YearDay?
  public var validTo: YearDay?
  /// On public holidays as well as on the days (土日祝); with no days, on holidays only.
  public var onHolidays = false
  /// Not on public holidays (祝日除く).
  public var exceptHolidays = false
  /// Only on the days beside public holidays; other parts limit these.
  public var nearHoliday: HolidayNeighbour?
  /// For closing days.
  public var ifHoliday: HolidayShift?
  /// The days, or hours, when it is closed (定休日, 休館, 除く).
  public var closed = false

  public init(
    days: [Weekday] = [], weeks: [Int] = [], hours: [ClockSpan] = [], exceptHolidays: Bool = false,
    closed: Bool = false
  ) {
    self.days = days
    self.weeks = weeks
    self.hours = hours
    self.exceptHolidays = exceptHolidays
    self.closed = closed
  }

  /// Whether it says on which days; otherwise it has hours only.
  public var namesDays: Bool {
    !days.isEmpty || !monthDays.isEmpty || !months.isEmpty || validFrom != nil || validTo != nil
      || onHolidays || exceptHolidays || nearHoliday != nil || (closed && hours.isEmpty)
  }
}
