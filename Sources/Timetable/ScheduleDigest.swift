import Model

/// A schedule as an index keeps it: the weekdays of a month that are open as a rule, the single days that differ, and
/// the hours of each weekday.
public struct ScheduleDigest: Sendable, Hashable {
  /// A weekday by its place in the month, on holidays or not.
  public struct Slot: Sendable, Hashable {
    public var day: Weekday
    /// 1…5; 0 for every week of the month.
    public var nth: Int
    /// The fourth that is also the last. The fifth always is.
    public var isLast: Bool
    public var onHoliday: Bool

    public init(day: Weekday, nth: Int, isLast: Bool, onHoliday: Bool) {
      self.day = day
      self.nth = nth
      self.isLast = isLast
      self.onHoliday = onHoliday
    }

    /// What `date` is.
    public init(_ date: CalendarDate) {
      day = date.weekday
      nth = date.weekOfMonth
      isLast = nth == 4 && date.isLastOfItsWeekday
      onHoliday = JapaneseHolidays.contains(date)
    }
  }

  /// Weekdays with at least one open day that is no holiday.
  public var days: [Weekday] = []
  public var slots: [Slot] = []
  /// Days since 1970 that are open although no slot says so, and closed although one does.
  public var also: [Int] = []
  public var except: [Int] = []
  /// Hours of each weekday, where they are always the same; at most two spans with both ends.
  public var hours: [Weekday: [TimeRange]] = [:]
  /// Whether hours are stated for all open days and fit in `hours`.
  public var hasHours = false

  /// Nil where the days are not known. `years`: those for which single days are told.
  public init?(_ reading: ScheduleReading, years: ClosedRange<Int>) {
    guard reading.complete, let calendar = ScheduleCalendar(reading.rules, .open),
      let first = CalendarDate(year: years.lowerBound, month: 1, day: 1),
      let last = CalendarDate(year: years.upperBound, month: 12, day: 31)
    else { return nil }
    var open: Set<Slot> = []
    var occurring: Set<Slot> = []
    var seen: [Weekday: [ClockSpan]] = [:]
    var differing: Set<Weekday> = []
    var openDays: [Int] = []
    var closedDays: [(day: Int, slot: Slot)] = []
    for number in first.daysSince1970...last.daysSince1970 {
      let date = CalendarDate(daysSince1970: number)
      let slot = Slot(date)
      occurring.insert(slot)
      guard let hours = calendar.hours(on: date) else {
        closedDays.append((number, slot))
        continue
      }
      open.insert(slot)
      openDays.append(number)
      if let known = seen[date.weekday], known != hours { differing.insert(date.weekday) }
      seen[date.weekday] = hours
    }
    let exceptions = closedDays.filter { open.contains($0.slot) }.map(\.day)
    if exceptions.count <= openDays.count {
      except = exceptions
      slots = Self.folded(open, occurring)
    } else {
      also = openDays
    }
    days = Set(open.lazy.filter { !$0.onHoliday }.map(\.day)).sorted()
    hasHours = differing.isEmpty && !seen.isEmpty
    for (day, spans) in seen where !differing.contains(day) {
      let ranges = spans.compactMap(\.range)
      if ranges.isEmpty || ranges.count != spans.count || ranges.count > 2 {
        hasHours = false
      } else {
        hours[day] = ranges
      }
    }
  }

  /// One slot for a weekday that is open in every week that comes in the years.
  private static func folded(_ open: Set<Slot>, _ occurring: Set<Slot>) -> [Slot] {
    var out: [Slot] = []
    for day in Weekday.allCases {
      for onHoliday in [false, true] {
        let own = open.filter { $0.day == day && $0.onHoliday == onHoliday }
        guard !own.isEmpty else { continue }
        if own.count == occurring.count(where: { $0.day == day && $0.onHoliday == onHoliday }) {
          out.append(Slot(day: day, nth: 0, isLast: false, onHoliday: onHoliday))
        } else {
          out += own.sorted { ($0.nth, $0.isLast ? 1 : 0) < ($1.nth, $1.isLast ? 1 : 0) }
        }
      }
    }
    return out
  }
}
