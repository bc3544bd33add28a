import Model

extension PhraseParser {
  mutating func addMonths(_ mask: UInt16, _ token: PhraseToken) {
    var mask = mask
    let start = at
    var end: Int?
    skip(.blank)
    if mask.nonzeroBitCount == 1, word(at) == .range {
      at += 1
      skip(.blank, .harmless)
      if case .months(let last)? = word(at), last.nonzeroBitCount == 1 {
        end = last.trailingZeroBitCount
        at += 1
        skip(.until)
      } else if case .days? = word(at) {
        leave(token)
      } else if at < tokens.endIndex, case .date(let lastYear, let month, let day) = tokens[at].word
      {
        at += 1
        period(
          YearDay(year: year, month: mask.trailingZeroBitCount, day: 1),
          resolved(lastYear, month, day, after: nil))
        return
      } else {
        leave(token)
      }
    } else {
      at = start
    }
    let first = mask.trailingZeroBitCount
    if let year, mask.nonzeroBitCount == 1 {
      // 令和2年6月から12月まで.
      let last = end ?? first
      let lastYear = last < first ? year + 1 : year
      period(
        YearDay(year: year, month: first, day: 1),
        YearDay(year: lastYear, month: last, day: Self.lastDay(last, of: lastYear)))
      return
    }
    if let end {
      var month = first
      while month != end {
        mask |= 1 << UInt16(month)
        month = month == 12 ? 1 : month + 1
      }
      mask |= 1 << UInt16(end)
    }
    begin(when: current.hasDays || current.nth != 0 || current.from != nil || current.named != nil)
    current.months |= mask
    current.season = false
  }

  mutating func addMonthDays(_ mask: UInt32) {
    var mask = mask
    let start = at
    skip(.blank)
    if mask.nonzeroBitCount == 1, mask != 1, word(at) == .range {
      at += 1
      skip(.blank)
      if case .monthDays(let last)? = word(at), last.nonzeroBitCount == 1, last > mask {
        at += 1
        skip(.until)
        var day = mask
        while day < last {
          day <<= 1
          mask |= day
        }
      } else {
        at = start
      }
    } else {
      at = start
    }
    // 令和3年6月5日・12日.
    if let first = current.from, first == current.to, let year = first.year, hours.isEmpty {
      for day in 1...31 where mask & 1 << UInt32(day) != 0 {
        let date = YearDay(year: year, month: first.month, day: day)
        selectors.append(current)
        current = PhraseSelector()
        current.from = date
        current.to = date
      }
      return
    }
    // 10月1日・29日, 8月2日（日）、12日（水）.
    if current.monthDays != 0, current.months != 0, hours.isEmpty {
      let check = at - 1 < tokens.endIndex ? tokens[at - 1].check : 0
      if check != 0 || current.days == 0 {
        current.monthDays |= mask
        current.days |= check
        return
      }
    }
    begin(
      when: current.days != 0 || current.nth != 0 || current.named != nil || current.from != nil
        || current.nearHoliday != nil)
    current.monthDays |= mask
  }

  mutating func addDate(_ ofYear: Int, _ month: Int, _ day: Int, _ token: PhraseToken) {
    let first = resolved(ofYear, month, day, after: nil)
    let start = at
    skip(.blank, .until)
    guard word(at) == .range else {
      at = start
      single(first, token.check)
      return
    }
    at += 1
    skip(.blank, .harmless)
    var namedYear = 0
    if case .year(let value)? = word(at) {
      namedYear = value
      at += 1
    }
    if at < tokens.endIndex, case .date(var lastYear, let lastMonth, let lastDay) = tokens[at].word
    {
      if lastYear == 0 { lastYear = namedYear }
      at += 1
      skip(.until)
      var last = resolved(lastYear, lastMonth, lastDay, after: first)
      var begin = first
      // 12月14日から令和3年3月29日: the year before, when it lies behind.
      if begin.year == nil, let end = last.year {
        begin.year = (month, day) > (lastMonth, lastDay) ? end - 1 : end
      } else if begin.year == nil {
        last.year = nil
      }
      period(begin, last)
    } else if case .monthDays(let mask)? = word(at), mask.nonzeroBitCount == 1, mask > 1 {
      at += 1
      skip(.until)
      period(first, YearDay(year: first.year, month: month, day: mask.trailingZeroBitCount))
    } else {
      // 11月2日から.
      if let last = tokens[..<at].last, last.word == .clock(0) { leave(token) }
      period(first, nil)
    }
  }

  private mutating func single(_ date: YearDay, _ check: DayMask) {
    begin(
      when: current.hasDays || current.nth != 0
        || (current.named == nil && current.isPeriod && !current.season))
    if current.named != nil { current.named = nil }
    current.season = false
    if date.year != nil {
      current.from = date
      current.to = date
    } else {
      current.months = 1 << UInt16(date.month)
      current.monthDays = 1 << UInt32(date.day)
    }
    current.days |= check
  }

  private mutating func period(_ from: YearDay, _ to: YearDay?) {
    begin(when: current.hasDays || current.nth != 0 || current.from != nil || current.months != 0)
    current.isOwn = current.named != nil
    current.named = nil
    current.season = false
    current.from = from
    current.to = to
    undated = nil
  }

  /// A date with the year that its phrase gives it.
  private mutating func resolved(_ ofYear: Int, _ month: Int, _ day: Int, after: YearDay?)
    -> YearDay
  {
    if ofYear != 0 {
      year = ofYear
      return YearDay(year: ofYear, month: month, day: day)
    }
    guard var known = after?.year ?? year else { return YearDay(month: month, day: day) }
    if let after, (month, day) < (after.month, after.day) { known += 1 }
    return YearDay(year: known, month: month, day: day)
  }

  static func lastDay(_ month: Int, of year: Int) -> Int {
    CalendarDate(year: year, month: month, day: 31) != nil
      ? 31
      : CalendarDate(year: year, month: month, day: 30) != nil
        ? 30 : CalendarDate(year: year, month: month, day: 29) != nil ? 29 : 28
  }
}
