import Model

extension ScheduleReading {
  /// The first days from `first` on that are open, until their hours are `count` or more; none after `last`.
  ///
  /// Nil where the reading does not say on which days, as in ``days(from:to:polarity:)``.
  public func next(_ count: Int, from first: CalendarDate, to last: CalendarDate) -> [ScheduledDay]?
  {
    guard complete, let calendar = ScheduleCalendar(rules, .open) else { return nil }
    var out: [ScheduledDay] = []
    var found = 0
    var at = first.daysSince1970
    let end = min(last.daysSince1970, lastDay ?? last.daysSince1970)
    while at <= end, found < count {
      let date = CalendarDate(daysSince1970: at)
      if let hours = calendar.hours(on: date) {
        out.append(ScheduledDay(date: date, hours: hours))
        found += max(1, hours.count)
      }
      at += 1
    }
    return out
  }

  /// The last open day where every rule ends in a year; what is over need not be looked for.
  private var lastDay: Int? {
    var last: Int?
    for rule in rules where !rule.closed && rule.namesDays {
      guard let to = rule.validTo, let year = to.year,
        let date = CalendarDate(year: year, month: to.month, day: to.day)
      else { return nil }
      last = max(last ?? .min, date.daysSince1970)
    }
    return last
  }
}
