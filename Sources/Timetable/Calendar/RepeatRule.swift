import Model

/// Days that come again as iCalendar's RRULE says them (RFC 5545, 3.3.10), without its end.
public struct RepeatRule: Sendable, Hashable {
  public enum Frequency: String, Sendable, Hashable, CaseIterable {
    case daily = "DAILY"
    case weekly = "WEEKLY"
    case monthly = "MONTHLY"
  }

  public var frequency: Frequency
  /// 2 for every other week or month, counted from the first day; weeks begin on Monday.
  public var interval = 1
  public var days: [Weekday] = []
  /// 1…5 and -1 before each of `days`; monthly only.
  public var weeks: [Int] = []
  public var monthDays: [Int] = []
  public var months: [Int] = []

  public init(_ frequency: Frequency) { self.frequency = frequency }

  /// The value of RRULE, as `FREQ=MONTHLY;BYDAY=2TU,4TU`.
  public var text: String {
    func list(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: ",") }
    var parts = ["FREQ=" + frequency.rawValue]
    if interval > 1 { parts.append("INTERVAL=\(interval)") }
    if interval > 1, frequency == .weekly { parts.append("WKST=MO") }
    if !months.isEmpty { parts.append("BYMONTH=" + list(months)) }
    if !monthDays.isEmpty { parts.append("BYMONTHDAY=" + list(monthDays)) }
    if !days.isEmpty {
      let names =
        weeks.isEmpty
        ? days.map(\.rawValue) : weeks.flatMap { week in days.map { "\(week)\($0.rawValue)" } }
      parts.append("BYDAY=" + names.joined(separator: ","))
    }
    return parts.joined(separator: ";")
  }

  /// Whether `date` is one of the days of a rule that begins on `start`, itself one of them.
  func contains(_ date: CalendarDate, from start: CalendarDate) -> Bool {
    if !months.isEmpty, !months.contains(date.month) { return false }
    if !monthDays.isEmpty, !monthDays.contains(date.day),
      !(monthDays.contains(-1) && date.isLastOfMonth)
    {
      return false
    }
    if !days.isEmpty, !days.contains(date.weekday) { return false }
    if !weeks.isEmpty, !weeks.contains(date.weekOfMonth),
      !(weeks.contains(-1) && date.isLastOfItsWeekday)
    {
      return false
    }
    guard interval > 1 else { return true }
    if frequency == .monthly {
      return ((date.year - start.year) * 12 + date.month - start.month) % interval == 0
    }
    let monday = { (day: CalendarDate) in day.daysSince1970 - day.weekday.index }
    return (monday(date) - monday(start)) / 7 % interval == 0
  }
}

extension RepeatRule {
  /// The days of `rule` as far as an RRULE says them: holidays and dates of a period are left to single
  /// days. `seen` are the months in which it has days. Nil where none comes near.
  init?(_ rule: Recurrence, seen: [Int]) {
    if rule.nearHoliday != nil { return nil }
    if !rule.weeks.isEmpty {
      guard rule.monthDays.isEmpty, !rule.days.isEmpty else { return nil }
      self.init(.monthly)
    } else if !rule.monthDays.isEmpty {
      self.init(.monthly)
    } else if rule.days.isEmpty || rule.days.count == Weekday.allCases.count {
      if rule.interval > 1 || (rule.days.isEmpty && rule.onHolidays) { return nil }
      self.init(.daily)
    } else {
      self.init(.weekly)
    }
    interval = rule.interval
    if frequency != .daily { days = rule.days }
    weeks = rule.weeks
    monthDays = rule.monthDays
    months = rule.months
    let isYearly = (rule.validFrom ?? rule.validTo).map { $0.year == nil } ?? false
    if months.isEmpty, isYearly, seen.count < 12 { months = seen }
  }
}
