import Model

extension PhraseParser {
  /// Puts together what the parts of the phrase say of each other.
  mutating func finish() {
    flush()
    leaveLabel()
    if isAllYear, !rules.contains(where: { !$0.closed && $0.namesDays }) {
      if let lone = rules.firstIndex(where: { !$0.closed }) {
        rules[lone].days = Weekday.allCases
      } else {
        rules.append(Recurrence(days: Weekday.allCases))
      }
    }
    shareHours()
    includeOthers()
    replaceDays()
    applyHolidays()
    carve()
  }

  /// 土日祝を含む9時～17時: the other days go without saying.
  private mutating func includeOthers() {
    let weekend: [Weekday] = [.saturday, .sunday]
    let open = rules.indices.filter { !rules[$0].closed }
    guard isIncluding, open.count == 1, let only = open.first else { return }
    let rule = rules[only]
    guard rule.weeks.isEmpty, rule.monthDays.isEmpty, rule.validFrom == nil, rule.validTo == nil,
      rule.onHolidays || !rule.days.isEmpty, rule.days.allSatisfy(weekend.contains)
    else { return }
    rules[only].days = Weekday.allCases
    rules[only].onHolidays = false
  }

  private mutating func applyHolidays() {
    guard exceptHolidays else { return }
    var any = false
    for i in rules.indices where !rules[i].closed {
      any = true
      if !rules[i].onHolidays { rules[i].exceptHolidays = true }
    }
    if !any {
      var rule = Recurrence(closed: true)
      rule.onHolidays = true
      rules.append(rule)
    }
  }

  /// 第2火曜日10時～12時 8月は第1火曜日: in that month it is the other day instead.
  private mutating func replaceDays() {
    for at in rules.indices.dropFirst() {
      let other = rules[at]
      guard !other.closed, !other.months.isEmpty, !other.weeks.isEmpty, !other.days.isEmpty,
        let base = rules[..<at].lastIndex(where: {
          !$0.closed && $0.months.isEmpty && $0.days == other.days && !$0.weeks.isEmpty
            && $0.weeks != other.weeks && !$0.hours.isEmpty && $0.hours != other.hours
        })
      else { continue }
      if other.hours.isEmpty { rules[at].hours = rules[base].hours }
      rules[base].months = (1...12).filter { !other.months.contains($0) }
    }
  }

  /// 10時～12時 毎週火曜: hours that stand before days that have none are theirs.
  private mutating func shareHours() {
    let open = rules.indices.filter { !rules[$0].closed }
    let lone = open.filter { !rules[$0].namesDays && !rules[$0].hours.isEmpty }
    let dayed = open.filter { rules[$0].namesDays }
    guard lone.count == 1, let from = lone.first, !dayed.isEmpty,
      dayed.allSatisfy({ rules[$0].hours.isEmpty })
    else { return }
    for i in dayed { rules[i].hours = rules[from].hours }
    rules.remove(at: from)
  }

  /// 9:00～18:00（土日は15:00まで）: the wider rule gives way on the days of the narrower.
  private mutating func carve() {
    var at = 1
    while at < rules.count {
      defer { at += 1 }
      let narrow = rules[at]
      guard !narrow.closed, !narrow.hours.isEmpty, narrow.namesDays else { continue }
      let isPartial = narrow.hours.count == 1 && narrow.hours[0].range == nil
      // The last wider rule before it.
      guard
        let wide = (0..<at).last(where: {
          !rules[$0].closed && !rules[$0].hours.isEmpty && Self.isWider(rules[$0], narrow)
            // 金・土・祝前日 18:00～22:00: one and the same.
            && (narrow.nearHoliday == nil || narrow.hours != rules[$0].hours)
        })
      else { continue }
      let base = rules[wide]
      let meets = base.hours.contains { a in
        narrow.hours.contains { b in
          guard let a = a.range, let b = b.range else { return true }
          return a.overlaps(b)
        }
      }
      guard isPartial || !base.namesDays || meets else { continue }
      if isPartial, base.hours.count == 1 {
        rules[at].hours[0].from = narrow.hours[0].from ?? base.hours[0].from
        rules[at].hours[0].to = narrow.hours[0].to ?? base.hours[0].to
      } else if isPartial, let from = base.hours.first?.from, narrow.hours[0].from == nil {
        rules[at].hours[0].from = from
      }
      guard let left = Self.difference(base, narrow) else {
        leftover.append(text.count..<text.count)
        continue
      }
      rules.replaceSubrange(wide...wide, with: left)
      at += left.count - 1
    }
  }

  private static func neighbour(of day: YearDay, by step: Int) -> YearDay? {
    guard let date = CalendarDate(year: 2027, month: day.month, day: day.day) else { return nil }
    let next = CalendarDate(daysSince1970: date.daysSince1970 + step)
    return YearDay(month: next.month, day: next.day)
  }

  private static func isWider(_ base: Recurrence, _ narrow: Recurrence) -> Bool {
    guard base.weeks.isEmpty, base.monthDays.isEmpty, base.interval == 1,
      base.nearHoliday == nil || base.nearHoliday == narrow.nearHoliday
    else { return false }
    if base.validFrom != nil || base.validTo != nil,
      base.validFrom != narrow.validFrom || base.validTo != narrow.validTo
    {
      return false
    }
    if !base.months.isEmpty,
      narrow.months.isEmpty || narrow.months.contains(where: { !base.months.contains($0) })
    {
      // Days of the months alone: 4月～12月 … （土曜は15時まで）.
      guard narrow.months.isEmpty else { return false }
    }
    if base.days.isEmpty { return !(base.onHolidays && !narrow.onHolidays) }
    return narrow.days.allSatisfy(base.days.contains) && !narrow.days.isEmpty || narrow.days.isEmpty
  }

  /// `base` without the days of `narrow`, as rules; nil when rules can't say it.
  private static func difference(_ base: Recurrence, _ narrow: Recurrence) -> [Recurrence]? {
    if base.validFrom == nil, base.validTo == nil, narrow.nearHoliday == nil, narrow.days.isEmpty,
      narrow.monthDays.isEmpty,
      narrow.months.isEmpty, !narrow.onHolidays, let from = narrow.validFrom,
      let to = narrow.validTo,
      from.year == nil, to.year == nil
    {
      // 12/30～1/3は10時から: the rest of the year.
      var rest = base
      rest.validFrom = neighbour(of: to, by: 1)
      rest.validTo = neighbour(of: from, by: -1)
      return [rest]
    }
    // No rule of ours leaves out 祝前日.
    guard narrow.nearHoliday == base.nearHoliday else { return nil }
    guard narrow.monthDays.isEmpty, narrow.validFrom == base.validFrom,
      narrow.validTo == base.validTo,
      narrow.interval == 1
    else { return nil }
    var out: [Recurrence] = []
    let isMonthly = narrow.months != base.months && !narrow.months.isEmpty
    if isMonthly {
      var other = base
      other.months = (base.months.isEmpty ? Array(1...12) : base.months)
        .filter { !narrow.months.contains($0) }
      if !other.months.isEmpty { out.append(other) }
    }
    var same = base
    if isMonthly { same.months = narrow.months }
    if narrow.days.isEmpty, !narrow.onHolidays { return out }
    let all = base.days.isEmpty ? Weekday.allCases : base.days
    var others = same
    others.days = all.filter { !narrow.days.contains($0) }
    if narrow.onHolidays {
      others.onHolidays = false
      others.exceptHolidays = true
    }
    if !others.days.isEmpty { out.append(others) }
    if narrow.exceptHolidays, !base.exceptHolidays, !narrow.days.isEmpty {
      // 平日 are no holidays: those stay with the wider rule.
      var holidays = same
      holidays.days = []
      holidays.onHolidays = true
      holidays.exceptHolidays = false
      if base.days.isEmpty { out.append(holidays) } else { return nil }
    }
    if !narrow.weeks.isEmpty {
      guard !narrow.weeks.contains(-1) else { return nil }
      var weeks = same
      weeks.days = narrow.days
      weeks.weeks = (1...5).filter { !narrow.weeks.contains($0) }
      out.append(weeks)
    }
    return out
  }
}
