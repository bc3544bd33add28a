import Model

/// A schedule's days of equal hours as a calendar keeps them (RFC 5545): a first day, a rule by which it comes
/// again, days that the rule has too many and days that it lacks.
public struct CalendarEvent: Sendable, Hashable {
  /// Which rule of the reading it comes from, from 0, and which of its hours, from 0.
  public var rule: Int
  public var part: Int
  /// Nil where no hours are stated.
  public var hours: ClockSpan?
  /// The first day of the rule; it may be one of `except`, as a rule has to begin with a day of its own.
  public var start: CalendarDate
  /// Nil: it does not come again but on the days of `also`.
  public var repeats: RepeatRule?
  /// The last day on which the rule holds.
  public var until: CalendarDate
  public var except: [CalendarDate] = []
  public var also: [CalendarDate] = []

  /// All its days, sorted.
  public var days: [CalendarDate] {
    guard let repeats else { return [start] + also }
    var out = Set(also)
    for number in start.daysSince1970...until.daysSince1970 {
      let date = CalendarDate(daysSince1970: number)
      if repeats.contains(date, from: start) { out.insert(date) }
    }
    return out.subtracting(except).sorted()
  }
}

extension ScheduleReading {
  /// The open days from `first` to `last` as events; together they have each day of ``days(from:to:polarity:)``
  /// with each of its hours once.
  ///
  /// Nil where the reading does not say on which days.
  public func events(from first: CalendarDate, to last: CalendarDate) -> [CalendarEvent]? {
    guard complete, let calendar = ScheduleCalendar(rules, .open) else { return nil }
    var groups: [EventKey: [Int]] = [:]
    let (begin, end) = (first.daysSince1970, last.daysSince1970)
    guard begin <= end else { return [] }
    for number in begin...end {
      let date = CalendarDate(daysSince1970: number)
      guard let hours = calendar.hours(on: date) else { continue }
      let spans: [ClockSpan?] = hours.isEmpty ? [nil] : hours
      for span in spans {
        groups[EventKey(rule: owner(of: span, on: date), hours: span), default: []].append(number)
      }
    }
    var parts: [Int: Int] = [:]
    return groups.keys.sorted().map { key in
      let part = parts[key.rule, default: 0]
      parts[key.rule] = part + 1
      return EventMaker(rules[key.rule], days: groups[key] ?? [], from: begin, to: end)
        .event(key, part: part)
    }
  }

  /// The rule that says so: the first of that day with those hours.
  private func owner(of span: ClockSpan?, on date: CalendarDate) -> Int {
    let open = rules.indices.filter { !rules[$0].closed && rules[$0].namesDays }
    let matching = open.filter { rules[$0].matches(date) }
    let saying = matching.first { at in
      guard let span else { return true }
      return rules[at].hours.contains { $0 == span || $0.holds(span) }
    }
    return saying ?? matching.first ?? rules.firstIndex { !$0.closed } ?? 0
  }
}

extension ClockSpan {
  fileprivate func holds(_ part: ClockSpan) -> Bool {
    guard let whole = range, let part = part.range else { return false }
    return whole.from <= part.from && part.to <= whole.to
  }
}

/// Days of one rule with the same hours.
struct EventKey: Hashable, Comparable {
  var rule: Int
  var hours: ClockSpan?

  static func < (a: EventKey, b: EventKey) -> Bool {
    (a.rule, a.hours?.from ?? -1, a.hours?.to ?? -1)
      < (b.rule, b.hours?.from ?? -1, b.hours?.to ?? -1)
  }
}

/// Finds the shortest way to say which days.
struct EventMaker {
  private let rule: Recurrence
  private let days: [Int]
  private let known: Set<Int>
  private let first: Int
  private let last: Int

  /// `days`: sorted, at least one, since 1970.
  init(_ rule: Recurrence, days: [Int], from first: Int, to last: Int) {
    self.rule = rule
    self.days = days
    known = Set(days)
    func number(_ day: YearDay?) -> Int? {
      day.flatMap { day in
        day.year.flatMap { CalendarDate(year: $0, month: day.month, day: day.day)?.daysSince1970 }
      }
    }
    self.first = max(first, number(rule.validFrom) ?? first)
    self.last = min(last, number(rule.validTo) ?? last)
  }

  func event(_ key: EventKey, part: Int) -> CalendarEvent {
    let dates = days.map { CalendarDate(daysSince1970: $0) }
    var best = CalendarEvent(
      rule: key.rule, part: part, hours: key.hours, start: dates[0], until: dates[dates.count - 1])
    best.also = Array(dates.dropFirst())
    // What begins after midnight (25:00～) begins on the day after, which no rule of the day's says.
    guard days.count > 2, (key.hours?.from ?? 0) < 1_440 else { return best }
    for repeats in candidates {
      var event = best
      guard fill(&event, repeats), cost(event) < cost(best) else { continue }
      best = event
    }
    return best
  }

  /// Outlook takes an RDATE for a moved day alone (MS-OXCICAL 2.1.3.1.1.20.18), every program knows EXDATE: so
  /// a day too many is better than a day that lacks.
  private func cost(_ event: CalendarEvent) -> Int {
    event.except.count + 6 * event.also.count + (event.repeats == nil ? 0 : 1)
  }

  /// The rule itself, and the weekdays that are more often open than not.
  private var candidates: [RepeatRule] {
    let dates = days.map { CalendarDate(daysSince1970: $0) }
    let months = Set(dates.map(\.month)).sorted()
    var out: [RepeatRule] = []
    if let own = RepeatRule(rule, seen: months) { out.append(own) }
    guard rule.interval == 1, rule.weeks.isEmpty, rule.monthDays.isEmpty else { return out }
    var open = Array(repeating: 0, count: 7)
    for date in dates { open[date.weekday.index] += 1 }
    let all = (last - first) / 7 * months.count / 12
    var usual = RepeatRule(.weekly)
    usual.days = Weekday.allCases.filter { open[$0.index] * 2 > all }
    if months.count < 12, last - first > 365 { usual.months = months }
    if !usual.days.isEmpty, !out.contains(usual) { out.append(usual) }
    return out
  }

  /// Says the days with `repeats`; false where it has no day to begin with.
  private func fill(_ event: inout CalendarEvent, _ repeats: RepeatRule) -> Bool {
    guard let start = beginning(repeats) else { return false }
    event.repeats = repeats
    event.start = CalendarDate(daysSince1970: start)
    var having: [Int] = []
    for number in start...max(start, last)
    where repeats.contains(CalendarDate(daysSince1970: number), from: event.start) {
      having.append(number)
    }
    // It ends before days that it would only have too many.
    let lastDay = days[days.count - 1]
    let end = having.last.map { $0 > lastDay } ?? false ? lastDay : last
    having.removeAll { $0 > end }
    let set = Set(having)
    event.until = CalendarDate(daysSince1970: end)
    event.except = having.filter { !known.contains($0) }.map { CalendarDate(daysSince1970: $0) }
    event.also = days.filter { !set.contains($0) }.map { CalendarDate(daysSince1970: $0) }
    return true
  }

  /// The first of the days where the rule has it; else the rule's last day before it, which is then taken out.
  private func beginning(_ repeats: RepeatRule) -> Int? {
    var anchor = CalendarDate(daysSince1970: days[0])
    if repeats.interval > 1 {
      guard let from = rule.validFrom, let year = from.year,
        let date = CalendarDate(year: year, month: from.month, day: from.day)
      else { return nil }
      anchor = date
    }
    var at = days[0]
    let earliest = at - 800
    while at > earliest {
      if repeats.contains(CalendarDate(daysSince1970: at), from: anchor) { return at }
      at -= 1
    }
    return nil
  }
}
