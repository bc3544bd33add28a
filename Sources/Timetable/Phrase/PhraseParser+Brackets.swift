import Model

/// What brackets hold, told to the phrase around them.
struct BracketFindings {
  /// The weekdays just before the brackets.
  var around: DayMask = 0
  var isExcept = false
  var isClosed = false
  var isOpened = false
  /// 年中無休.
  var isNeverClosed = false
  var isSkipped = false
  var shift: HolidayShift?
}

extension PhraseParser {
  mutating func bracket(_ token: PhraseToken) {
    var depth = 1
    var end = at
    while end < tokens.endIndex {
      if tokens[end].word == .open { depth += 1 }
      if tokens[end].word == .close { depth -= 1 }
      if depth == 0 { break }
      end += 1
    }
    let inner = tokens[at..<end]
    at = min(end + 1, tokens.endIndex)
    if depth > 0 { leftover.append(token.start..<text.count) }
    if isPlain(inner) {
      // 8:30～17:15【見学】9:00～17:00 are hours of different things.
      var next = at
      while word(next) == .blank || word(next) == .colon { next += 1 }
      if case .clock? = word(next), !hours.isEmpty,
        inner.contains(where: { $0.word == .unknown && $0.end - $0.start > 1 })
      {
        leave(token)
      }
      return
    }
    var nested = PhraseParser(inner, text, .open)
    // Exceptions of a period lie in it.
    nested.year = current.from?.year == nil && current.to?.year == nil ? year : nil
    nested.inBrackets = BracketFindings(around: current.days)
    nested.run()
    if let named = nested.year { year = named }
    guard nested.leftover.isEmpty else {
      leftover += nested.leftover
      return
    }
    apply(nested, token)
  }

  /// Brackets that say nothing of days and hours, or only when the last guests come in.
  private func isPlain(_ inner: ArraySlice<PhraseToken>) -> Bool {
    // （昼休憩1時間を含む）.
    if inner.contains(where: {
      $0.word == .harmless && text[$0.end - 1] == 0x3080 && text[$0.end - 2] == 0x542B
    }) {
      return !inner.contains { if case .clock = $0.word { true } else { false } }
    }
    var isLastEntry = false
    var isFirst = true
    for token in inner {
      switch token.word {
      case .blank, .joint, .colon, .topic, .harmless, .note, .stop, .until, .range, .open, .close:
        break
      case .lastEntry: isLastEntry = isLastEntry || isFirst
      case .clock where isLastEntry: break
      case .unknown where !isRisky(token): break
      // (1), 【午後】.
      case .unknown where inner.count == 1 && token.end - token.start == 1: break
      case .doubt where isHalf(token) && inner.count == 1: break
      case .doubt where isOnlyWord(token): break
      default: return false
      }
      if token.word != .blank, token.word != .note { isFirst = false }
    }
    return true
  }

  private func isHalf(_ token: PhraseToken) -> Bool {
    text[token.start] == 0x5348 && token.end - token.start == 2
  }

  private mutating func apply(_ nested: PhraseParser, _ token: PhraseToken) {
    guard let found = nested.inBrackets else { return }
    var inside = nested.selectors
    if !nested.current.isEmpty { inside.append(nested.current) }
    exceptHolidays = exceptHolidays || nested.exceptHolidays
    if found.shift != nil || found.isSkipped {
      // （月曜日が祝日の場合は翌平日）.
      if inside.count == 1, inside[0].days == found.around, inside[0].nth == 0 { inside = [] }
      guard inside.isEmpty, nested.hours.isEmpty else { return leave(token) }
      move(found.shift)
    } else if found.isExcept || found.isClosed {
      close(inside, nested.hours, found, token)
    } else if !nested.rules.isEmpty || (!inside.isEmpty && !nested.hours.isEmpty) {
      // （土日祝は15:00まで）.
      flush()
      var nested = nested
      nested.flush()
      guard nested.leftover.isEmpty else { return leave(token) }
      rules += nested.rules
    } else if !nested.hours.isEmpty {
      guard hours.isEmpty, hasPending else { return leave(token) }
      hours = nested.hours
    } else if found.isNeverClosed, inside.isEmpty, !hours.isEmpty, !hasPending, !isClosed {
      // 9:00～17:00（年中無休）.
      current.allDays = true
      current.opens = true
    } else if found.isOpened {
      reopen(inside, token)
    } else if !inside.isEmpty {
      define(inside, token)
    }
  }

  /// （祝日を除く）, （8月は休み）, （15～17時休憩）.
  private mutating func close(
    _ inside: [PhraseSelector], _ hours: [ClockSpan], _ found: BracketFindings, _ token: PhraseToken
  ) {
    if inside.isEmpty {
      if !hours.isEmpty, found.isClosed {
        let pauses = hours
        if self.hours.isEmpty {
          rules.append(Recurrence(hours: pauses, closed: true))
        } else {
          for pause in pauses { self.hours = self.hours.flatMap { $0.without(pause) } }
        }
      } else if found.isClosed, hasPending, self.hours.isEmpty {
        flush(closed: true)
      } else {
        leave(token)
      }
      return
    }
    guard hours.isEmpty || hours == [ClockSpan(from: 0, to: 1_440)] else { return leave(token) }
    // （月～金、祝日除く）.
    if inside.count == 1, inside[0].holidays, inside[0].days & 0x1F != 0, found.isExcept {
      var days = inside[0]
      days.holidays = false
      exceptHolidays = true
      return define([days], token)
    }
    var kept = selectors
    if !current.isEmpty { kept.append(current) }
    // In a list of closing days the brackets speak of the one before them.
    var before: [PhraseSelector] = []
    if isClosed, kept.count > 1 { before = Array(kept.dropLast()) }
    var last = isClosed ? Array(kept.suffix(1)) : kept
    if kept.count > 1, !isClosed, inside.contains(where: \.onlyPeriod) { leave(token) }
    isInBrackets = true
    exclude(inside, &last, token)
    isInBrackets = false
    kept = before + last
    if let one = kept.popLast() {
      selectors = kept
      current = one
    }
  }

  /// （祝日は開館）, （7～12月は無休）.
  private mutating func reopen(_ inside: [PhraseSelector], _ token: PhraseToken) {
    guard let only = inside.first, inside.count == 1 else {
      if !inside.isEmpty { leave(token) }
      return
    }
    if only.holidays, only.days == 0 {
      // Only days on which one is closed need to be told that they are open after all.
      if isClosed || current.isEmpty { move(nil) } else { leave(token) }
    } else if only.onlyPeriod, only.from == nil, isClosed, !current.isEmpty {
      current.months = (current.months == 0 ? 0x1FFE : current.months) & ~only.months
    } else {
      leave(token)
    }
  }

  /// 夏季（4月～10月）, 年末年始（12/29～1/3）, 9:00～17:00（平日）.
  private mutating func define(_ inside: [PhraseSelector], _ token: PhraseToken) {
    if hours.isEmpty {
      if current.season || current.named != nil, inside.count == 1, let only = inside.first,
        only.isPeriod || only.monthDays != 0
      {
        let days = current.days
        let isOwn = current.named != nil
        let isJoined = current.isJoined
        current = only
        current.isOwn = isOwn
        current.isJoined = isJoined
        if days != 0 { current.days = days }
        undated = nil
      } else if current.times > 0 || (current.monthly && !current.hasDays) {
        selectors += inside.dropLast()
        current = inside[inside.count - 1]
      } else if !hasPending {
        selectors = Array(inside.dropLast())
        current = inside[inside.count - 1]
      } else if inside.count == 1, let only = inside.first, only.days != 0, only.months != 0,
        current.months == 0 || only.months & current.months == only.months, only.from == nil,
        current.days != 0, current.from == nil
      {
        // 4月～10月 第1日曜（10月のみ第2日曜）.
        current.months = (current.months == 0 ? 0x1FFE : current.months) & ~only.months
        selectors.append(only)
      } else if inside.count == 1, let only = inside.first, only.onlyPeriod, !current.isPeriod {
        current.takePeriod(only)
      } else {
        leave(token)
      }
      return
    }
    if hasPending {
      let isRefined =
        inside.count == 1 && inside[0].onlyPeriod && selectors.isEmpty && !current.isPeriod
      if isRefined, word(at) == nil || word(at) == .joint || word(at) == .stop || word(at) == .blank
      {
        current.takePeriod(inside[0])
        isBracketed = true
        return
      }
      flush()
      selectors = Array(inside.dropLast())
      current = inside[inside.count - 1]
    } else {
      selectors = Array(inside.dropLast())
      current = inside[inside.count - 1]
      isBracketed = true
    }
  }
}
