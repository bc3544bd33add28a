import Model

/// Turns the words of a phrase into rules. Whatever it can't place goes to the leftover, and it goes on behind it.
struct PhraseParser {
  let tokens: ArraySlice<PhraseToken>
  let text: UnsafeBufferPointer<UInt32>
  let polarity: Polarity
  var at: Int
  /// Year last named: later dates without one are of it, or of the next when they lie before.
  var year: Int?
  /// 休館日：… or 営業日：… : what follows is that, until the sentence ends.
  var label: Polarity?
  /// The label, until days follow it.
  var openLabel: Range<Int>?
  var isAllYear = false
  /// 含む stands behind days.
  var isIncluding = false
  /// What brackets hold is being applied.
  var isInBrackets = false
  private var hasHeading = false
  private var heading: Range<Int>?
  /// A joint stands before the word, with blanks at most between.
  var sawJoint = false

  // What is being read.
  var current = PhraseSelector()
  var selectors: [PhraseSelector] = []
  var hours: [ClockSpan] = []
  /// Days came behind the hours, in brackets.
  var isBracketed = false

  // What was read.
  var rules: [Recurrence] = []
  var exceptHolidays = false
  var leftover: [Range<Int>] = []
  /// Inside brackets nothing is concluded: what is there is told to the phrase around it.
  var inBrackets: BracketFindings?

  init(
    _ tokens: ArraySlice<PhraseToken>, _ text: UnsafeBufferPointer<UInt32>, _ polarity: Polarity
  ) {
    self.tokens = tokens
    self.text = text
    self.polarity = polarity
    at = tokens.startIndex
  }

  var isClosed: Bool { (label ?? polarity) == .closed }

  mutating func run() {
    while at < tokens.endIndex {
      let token = tokens[at]
      at += 1
      step(token)
    }
    if inBrackets == nil {
      finish()
      if rules.isEmpty, let heading { leftover.insert(heading, at: 0) }
    }
  }

  func word(_ index: Int) -> PhraseWord? { index < tokens.endIndex ? tokens[index].word : nil }

  mutating func skip(_ words: PhraseWord...) {
    while at < tokens.endIndex, words.contains(tokens[at].word) { at += 1 }
  }

  mutating func leave(_ token: PhraseToken) { leftover.append(token.start..<token.end) }

  private mutating func step(_ token: PhraseToken) {
    switch token.word {
    case .joint: sawJoint = true
    case .blank: break
    default:
      parse(token)
      sawJoint = false
    }
  }

  /// 土日を含む, not 昼食を含む.
  private func isBehindDays(_ token: PhraseToken) -> Bool {
    guard hours.isEmpty,
      let before = tokens.last(where: { $0.end <= token.start && $0.word != .blank })
    else { return false }
    if case .days = before.word { return true }
    return before.word == .holiday
  }

  private mutating func parse(_ token: PhraseToken) {
    switch token.word {
    case .harmless
    where isBeginning(token) && hours.isEmpty && current.monthDays != 0 && current.months != 0:
      // 11月2日スタート.
      current.from = YearDay(
        month: current.months.trailingZeroBitCount, day: current.monthDays.trailingZeroBitCount)
      current.months = 0
      current.monthDays = 0
    case .harmless where text[token.start..<token.end].contains(0x542B) && isBehindDays(token):
      isIncluding = inBrackets == nil
    case .blank, .joint, .colon, .until, .close, .harmless, .topic: break
    case .stop where inBrackets != nil: break
    case .stop:
      flush()
      leaveLabel()
    case .days(let mask): addDays(mask, token)
    case .workdays:
      begin(when: current.hasDays || current.nth != 0)
      current.days = 0x1F
      current.workdays = true
    case .holiday: addHoliday(token)
    case .nearHoliday(let side): addNeighbour(side, token)
    case .allDays:
      begin(when: current.hasDays || current.nth != 0)
      current.allDays = true
    case .allYear: isAllYear = true
    case .neverClosed: neverClosed(token)
    case .each:
      skip(.blank)
      if case .days(let mask)? = word(at), current.monthDays != 0 || current.from != nil {
        current.days = mask
        at += 1
      }
    case .weekly:
      begin(when: current.hasDays || current.nth != 0)
      current.weekly = true
    case .monthly:
      begin(when: current.hasDays || current.nth != 0)
      current.monthly = true
    case .everyOtherWeek, .everyOtherMonth:
      if !(current.hasDays && hours.isEmpty) { begin(when: false) }
      current.interval = 2
      current.isBiweekly = token.word == .everyOtherWeek
    case .nth(let mask):
      // 第2火曜、第4木曜 are of the same months.
      begin(when: current.hasDays, inheriting: true)
      current.nth |= mask
    case .months(let mask): addMonths(mask, token)
    case .monthDays(let mask): addMonthDays(mask)
    case .date(let year, let month, let day): addDate(year, month, day, token)
    case .year(let value): year = value
    case .named(let period):
      begin(when: !current.isEmpty)
      current.named = period
      if period == .undated { markUndated(token) }
    case .season:
      begin(when: current.hasDays || current.isPeriod)
      current.season = true
      markUndated(token)
    case .timesAMonth:
      begin(when: false)
      current.times = max(1, Int(token.check))
    case .but: flush()
    case .ends:
      skip(.blank, .topic, .colon)
      if case .clock(let minutes)? = word(at) {
        at += 1
        skip(.until)
        addHours(ClockSpan(from: nil, to: minutes))
      } else {
        leave(token)
      }
    case .clock(let minutes): addClock(minutes, token)
    case .range:
      skip(.blank)
      if case .clock(let minutes)? = word(at) {
        at += 1
        skip(.until)
        addHours(ClockSpan(from: nil, to: minutes))
      } else {
        leave(token)
      }
    case .wholeDay: addHours(ClockSpan(from: 0, to: 1_440))
    case .except: excluded(token)
    case .closed: closed(token)
    case .closedNow:
      // 食堂休業中 says nothing of the rest.
      if hasHeading { leave(token) }
      flush()
      rules.append(Recurrence(closed: true))
    case .opened: opened(token)
    case .ifHoliday: movedOnHoliday(token)
    case .unknown where isHeading(token):
      hasHeading = true
      heading = token.start..<token.end
    // 10月3日(土)午前10時～正午 さぬきうどんの歴史: what takes place that day.
    case .unknown where !hours.isEmpty && current.isOneDay && selectors.isEmpty && !isRisky(token):
      break
    case .nextDay, .nextWorkday, .previousDay, .either, .doubt, .unknown:
      if token.word == .doubt, isOnly(token) { break }
      leave(token)
    case .open: bracket(token)
    case .note: skipNote(token)
    case .lastEntry: skipLastEntry()
    }
  }

  /// のみ and だけ behind days change nothing.
  private func isOnly(_ token: PhraseToken) -> Bool {
    guard isOnlyWord(token), at - 2 >= tokens.startIndex else { return false }
    switch tokens[at - 2].word {
    case .days, .workdays, .holiday: return true
    case .months: return inBrackets != nil
    default: return false
    }
  }

  /// What begins a phrase and is none of its words is what it is about: 売店 9:30～17:00.
  private func isHeading(_ token: PhraseToken) -> Bool {
    guard inBrackets == nil, rules.isEmpty, !hasPending, hours.isEmpty, leftover.isEmpty,
      !isRisky(token)
    else { return false }
    return tokens[..<(at - 1)].allSatisfy {
      switch $0.word {
      case .blank, .joint, .unknown, .harmless, .open, .close, .colon: true
      default: false
      }
    }
  }

  func isOnlyWord(_ token: PhraseToken) -> Bool {
    let first = text[token.start]
    return token.end - token.start == 2 && (first == 0x306E || first == 0x3060)
  }

  // MARK: gathering

  /// Ends what was read when hours or other days stand between.
  mutating func begin(when isOther: Bool, inheriting: Bool = false) {
    if !hours.isEmpty {
      flush()
    } else if isOther {
      let heir = inheriting ? current.heir : PhraseSelector()
      selectors.append(current)
      current = heir
      current.isJoined = sawJoint
    }
  }

  private mutating func addDays(_ mask: DayMask, _ token: PhraseToken) {
    var mask = mask
    let start = at
    skip(.blank)
    if mask.nonzeroBitCount == 1, word(at) == .range {
      at += 1
      skip(.blank)
      if case .days(let last)? = word(at), last.nonzeroBitCount == 1 {
        mask = Self.span(mask, last)
        at += 1
      } else {
        leave(token)
      }
    } else {
      at = start
    }
    let isSpelled = token.check != 0
    // 月～金 土日は休み: days without a joint begin anew; they are put together again if nothing is said of them.
    if current.days != 0, current.nth == 0, !sawJoint, at - 2 >= tokens.startIndex, isApart(token) {
      begin(when: true)
    }
    if current.nth != 0, current.days != 0, hours.isEmpty {
      // 第2火曜 木曜: whether the second day is of every week is not said.
      if current.isSpelled { leave(token) }
    } else {
      begin(
        when: current.workdays || current.named != nil || current.allDays
          || current.nearHoliday != nil
          || (current.monthDays != 0 && current.monthDays != 1),
        inheriting: current.workdays)
    }
    // 月末の土曜 is the last Saturday.
    if current.monthDays == 1, current.days == 0 {
      current.monthDays = 0
      current.nth |= 1 << 5
    }
    current.days |= mask
    current.isSpelled = current.isSpelled || isSpelled
  }

  /// Whether something stands between this word and the one before: 月火水 are one.
  private func isApart(_ token: PhraseToken) -> Bool {
    guard at - 2 >= tokens.startIndex else { return false }
    var before = at - 2
    while before >= tokens.startIndex, tokens[before].start >= token.start { before -= 1 }
    return before >= tokens.startIndex
      && (tokens[before].word == .blank || tokens[before].word == .note
        || tokens[before].word == .topic)
  }

  static func span(_ first: DayMask, _ last: DayMask) -> DayMask {
    var out = first
    var day = first
    while day != last {
      day = day == 1 << 6 ? 1 : day << 1
      out |= day
    }
    return out
  }

  private mutating func addHoliday(_ token: PhraseToken) {
    let isApart = current.days != 0 && !sawJoint && isApart(token)
    if isApart, text[token.start - 1] == 0x306E { leave(token) }  // 火曜の祝日
    begin(
      when: current.nth != 0 || current.monthDays != 0 || current.named != nil || current.allDays
        || current.nearHoliday != nil || isApart
        || (sawJoint && current.isPeriod && !current.hasDays))
    current.holidays = true
    // 祝日の木曜日 are both at once.
    if token.end < text.count, text[token.end] == 0x306E {
      skip(.blank)
      if case .days(let days)? = word(at) {
        if days == inBrackets?.around { at += 1 } else { leave(token) }
      }
    }
  }

  /// 祝前日, 祝日の翌日: days of their own beside others.
  private mutating func addNeighbour(_ side: HolidayNeighbour, _ token: PhraseToken) {
    // 日祝前日: the day before Sundays too?
    if current.days & 1 << 6 != 0 || current.holidays, !sawJoint, !isApart(token) { leave(token) }
    // 4月～10月 金・土・祝前日 are of the same months; 12月4日・祝前日 are not.
    let isListed =
      (current.days != 0 || current.nth != 0) && current.monthDays == 0
      && (current.from == nil || current.from != current.to)
    begin(
      when: !current.isEmpty && (!current.onlyPeriod || sawJoint), inheriting: isListed)
    current.nearHoliday = side
  }

  private mutating func markUndated(_ token: PhraseToken) {
    undated = token.start..<token.end
  }

  /// The last 夏季 or 年始, for the leftover when no dates follow.
  var undated: Range<Int>?

  // MARK: the end of a rule

  /// What was gathered becomes rules.
  mutating func flush(closed: Bool? = nil) {
    var all = selectors
    if !current.isEmpty { all.append(current) }
    let spans = hours
    selectors = []
    current = PhraseSelector()
    hours = []
    isBracketed = false
    if !all.isEmpty { openLabel = nil }
    if all.isEmpty {
      if !spans.isEmpty { rules.append(Recurrence(hours: spans, closed: closed ?? false)) }
      return
    }
    // A period that stands apart limits the days beside it: 毎週火曜 4月～9月.
    let isClosed = closed ?? self.isClosed
    if !isClosed, all.count > 1, let period = all.first(where: \.onlyPeriod),
      all.filter(\.onlyPeriod).count == 1, all.allSatisfy({ $0.onlyPeriod || !$0.isPeriod })
    {
      all.removeAll(where: \.onlyPeriod)
      for i in all.indices { all[i].takePeriod(period) }
    }
    // 月 第1・3.
    for i in all.indices.dropFirst() where all[i].nth != 0 && all[i].days == 0 {
      if all[i - 1].days != 0, all[i - 1].nth == 0, !all[i - 1].weekly {
        all[i].days = all[i - 1].days
        all[i - 1] = PhraseSelector()
      }
    }
    // 月 水 金.
    for i in all.indices.dropFirst().reversed() where all[i].isPlainDays && all[i - 1].isPlainDays {
      all[i - 1].days |= all[i].days
      all[i] = PhraseSelector()
    }
    for selector in all where !selector.isEmpty {
      if selector.isVague { leftover.append(undated ?? (text.count..<text.count)) }
      rules.append(selector.rule(hours: spans, closed: isClosed && !selector.opens))
    }
  }
}
