import Model

/// A day with the hours of it; no hours when none are stated.
public struct ScheduledDay: Sendable, Hashable {
  public var date: CalendarDate
  public var hours: [ClockSpan]

  public init(date: CalendarDate, hours: [ClockSpan]) {
    self.date = date
    self.hours = hours
  }
}

extension ScheduleReading {
  /// The days from `first` to `last`, both included, that the phrase names: open ones, or closed ones for
  /// `.closed`. Sorted; days of Asia/Tokyo, public holidays by law (``JapaneseHolidays``).
  ///
  /// Nil where it does not say: an incomplete reading, hours without days, 隔週 without a first day.
  public func days(
    from first: CalendarDate, to last: CalendarDate, polarity: Polarity = .open
  ) -> [ScheduledDay]? {
    guard complete, let calendar = ScheduleCalendar(rules, polarity) else { return nil }
    var out: [ScheduledDay] = []
    var at = first.daysSince1970
    let end = last.daysSince1970
    while at <= end {
      let date = CalendarDate(daysSince1970: at)
      if let hours = calendar.hours(on: date) { out.append(ScheduledDay(date: date, hours: hours)) }
      at += 1
    }
    return out
  }

  /// Whether `date` is one of the days; nil as in ``days(from:to:polarity:)``.
  public func includes(_ date: CalendarDate, polarity: Polarity = .open) -> Bool? {
    hours(on: date, polarity: polarity).map { $0 != nil }
  }

  /// The hours of `date`: nil inside when it is no day of the schedule, nil outside when that is not known.
  public func hours(on date: CalendarDate, polarity: Polarity = .open) -> [ClockSpan]?? {
    guard complete, let calendar = ScheduleCalendar(rules, polarity) else { return nil }
    return .some(calendar.hours(on: date))
  }
}

/// Rules put to work on days.
struct ScheduleCalendar {
  private let polarity: Polarity
  /// Rules that name open days, hours of any day, closed days, closed hours.
  private let open: [Recurrence]
  private let anyDay: [ClockSpan]
  private let closed: [Recurrence]
  private let pauses: [ClockSpan]

  /// Nil when the rules don't say on which days.
  init?(_ rules: [Recurrence], _ polarity: Polarity) {
    guard rules.allSatisfy({ $0.interval == 1 || $0.hasAnchor }) else { return nil }
    self.polarity = polarity
    open = rules.filter { !$0.closed && $0.namesDays }
    anyDay = rules.filter { !$0.closed && !$0.namesDays }.flatMap(\.hours)
    closed = rules.filter { $0.closed && $0.namesDays }
    pauses = rules.filter { $0.closed && !$0.namesDays }.flatMap(\.hours)
    if polarity == .closed ? closed.isEmpty : open.isEmpty && closed.isEmpty { return nil }
  }

  func hours(on date: CalendarDate) -> [ClockSpan]? {
    if polarity == .closed {
      guard closed.contains(where: { $0.matches(date) }),
        !open.contains(where: { $0.matches(date) })
      else { return nil }
      return []
    }
    let matching = open.filter { $0.matches(date) }
    guard !matching.isEmpty || open.isEmpty, !closed.contains(where: { $0.matches(date) }) else {
      return nil
    }
    let stated = matching.flatMap(\.hours)
    var out: [ClockSpan] = []
    for span in stated.isEmpty ? anyDay : stated where !out.contains(span) { out.append(span) }
    for pause in pauses { out = out.flatMap { $0.without(pause) } }
    return out.sorted { ($0.from ?? 0, $0.to ?? 0) < ($1.from ?? 0, $1.to ?? 0) }
  }
}

extension ClockSpan {
  /// What is left of it beside the hours of `pause`.
  func without(_ pause: ClockSpan) -> [ClockSpan] {
    guard let pause = pause.range, let whole = range, whole.overlaps(pause) else { return [self] }
    var out: [ClockSpan] = []
    if whole.from < pause.from { out.append(ClockSpan(from: whole.from, to: pause.from)) }
    if pause.to < whole.to { out.append(ClockSpan(from: pause.to, to: whole.to)) }
    return out
  }
}

extension Recurrence {
  /// Whether 隔週 or 隔月 can be counted: from a first day in a year.
  var hasAnchor: Bool { validFrom?.year != nil }

  /// Whether `date` is one of its days.
  public func matches(_ date: CalendarDate) -> Bool {
    guard ifHoliday != nil else { return matchesPlainly(date) }
    // Moved days: those that are no holiday stay, those that are go to the day after.
    if matchesPlainly(date) { return true }
    var at = date.daysSince1970 - 1
    switch ifHoliday {
    case .nextDay: return isMoved(CalendarDate(daysSince1970: at))
    case .previousDay: return isMoved(CalendarDate(daysSince1970: at + 2))
    case .nextWorkday:
      guard Self.isWorkday(date) else { return false }
      for _ in 0..<12 {
        let before = CalendarDate(daysSince1970: at)
        if isMoved(before) { return true }
        if Self.isWorkday(before) { return false }
        at -= 1
      }
      return false
    case nil: return false
    }
  }

  private func isMoved(_ date: CalendarDate) -> Bool {
    guard JapaneseHolidays.contains(date) else { return false }
    var free = self
    free.exceptHolidays = false
    return free.matchesPlainly(date)
  }

  /// Whether `date` stands beside a public holiday as the rule has it.
  private static func isNear(_ date: CalendarDate, _ side: HolidayNeighbour) -> Bool {
    let number = date.daysSince1970
    switch side {
    case .dayBefore: return JapaneseHolidays.contains(CalendarDate(daysSince1970: number + 1))
    case .dayAfter: return JapaneseHolidays.contains(CalendarDate(daysSince1970: number - 1))
    case .workdayAfter:
      guard isWorkday(date) else { return false }
      var at = number - 1
      while case let before = CalendarDate(daysSince1970: at), !isWorkday(before) {
        if JapaneseHolidays.contains(before) { return true }
        at -= 1
      }
      return false
    }
  }

  private static func isWorkday(_ date: CalendarDate) -> Bool {
    date.weekday != .saturday && date.weekday != .sunday && !JapaneseHolidays.contains(date)
  }

  private func matchesPlainly(_ date: CalendarDate) -> Bool {
    if !months.isEmpty, !months.contains(date.month) { return false }
    if !monthDays.isEmpty, !monthDays.contains(date.day),
      !(monthDays.contains(-1) && date.isLastOfMonth)
    {
      return false
    }
    guard isValid(date), isOfInterval(date) else { return false }
    if !days.isEmpty || onHolidays {
      let isDay = days.contains(date.weekday)
      if onHolidays {
        guard isDay || JapaneseHolidays.contains(date) else { return false }
      } else if !isDay {
        return false
      }
    }
    if exceptHolidays, JapaneseHolidays.contains(date) { return false }
    if let nearHoliday, !Self.isNear(date, nearHoliday) { return false }
    if !weeks.isEmpty, !weeks.contains(date.weekOfMonth),
      !(weeks.contains(-1) && date.isLastOfItsWeekday)
    {
      return false
    }
    return true
  }

  private func isValid(_ date: CalendarDate) -> Bool {
    guard validFrom != nil || validTo != nil else { return true }
    if validFrom?.year == nil, validTo?.year == nil, let from = validFrom, let to = validTo {
      let day = (date.month, date.day)
      let first = (from.month, from.day)
      let last = (to.month, to.day)
      return first <= last ? day >= first && day <= last : day >= first || day <= last
    }
    if let from = validFrom,
      (date.year, date.month, date.day) < (from.year ?? date.year, from.month, from.day)
    {
      return false
    }
    if let to = validTo,
      (date.year, date.month, date.day) > (to.year ?? date.year, to.month, to.day)
    {
      return false
    }
    return true
  }

  /// Every `interval` weeks, or months, from the first day on.
  private func isOfInterval(_ date: CalendarDate) -> Bool {
    guard interval > 1, let from = validFrom, let year = from.year,
      let anchor = CalendarDate(year: year, month: from.month, day: from.day)
    else { return true }
    if !weeks.isEmpty || !monthDays.isEmpty {
      return ((date.year - year) * 12 + date.month - from.month) % interval == 0
    }
    // Weeks begin on Monday.
    let first = anchor.daysSince1970 - anchor.weekday.index
    let week = date.daysSince1970 - date.weekday.index
    return (week - first) / 7 % interval == 0
  }
}
