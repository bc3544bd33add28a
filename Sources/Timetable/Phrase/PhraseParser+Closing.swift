import Model

extension PhraseParser {
  var hasPending: Bool { !current.isEmpty || !selectors.isEmpty }

  /// 除く, 以外.
  mutating func excluded(_ token: PhraseToken) {
    if inBrackets != nil {
      inBrackets?.isExcept = true
      return
    }
    guard hours.isEmpty else { return leave(token) }
    var pending = selectors
    if !current.isEmpty { pending.append(current) }
    guard !pending.isEmpty else { return leave(token) }
    selectors = []
    current = PhraseSelector()
    // 「月～金、祝日除く」 leaves the days; 「日曜、祝日を除く」 does not.
    var kept: [PhraseSelector] = []
    var without: [PhraseSelector] = []
    for (i, selector) in pending.enumerated() {
      let isWeekend = selector.days != 0 && selector.days & 0x1F == 0 && selector.nth == 0
      if selector.days != 0, !isWeekend, selector.months == 0 || selector.monthDays == 0,
        i < pending.count - 1 && !(pending[i + 1].isJoined && pending[i + 1].nth != 0)
          || selector.holidays
      {
        var rest = selector
        if rest.holidays {
          rest.holidays = false
          exceptHolidays = true
        }
        kept.append(rest)
      } else if isWeekend, i < pending.count - 1, !pending[i + 1].isJoined {
        kept.append(selector)
      } else {
        without.append(selector)
      }
    }
    exclude(without, &kept, token)
    if let last = kept.popLast() {
      selectors = kept
      current = last
    }
  }

  /// Takes `without` away from what is pending and what was read.
  mutating func exclude(
    _ without: [PhraseSelector], _ kept: inout [PhraseSelector], _ token: PhraseToken
  ) {
    for selector in without {
      if selector.isVague {
        leave(token)
      } else if selector.holidays, selector.days == 0, selector.months == 0 {
        let isAnyOpen = rules.contains { !$0.closed }
        if isInBrackets, !isClosed, !kept.isEmpty || isAnyOpen {
          for i in kept.indices { kept[i].exceptHolidays = true }
          for i in rules.indices where !rules[i].closed && !rules[i].onHolidays {
            rules[i].exceptHolidays = true
          }
        } else if without.count > 1, inBrackets == nil, !isClosed, !isInBrackets {
          rules.append(selector.rule(hours: [], closed: true))
        } else if isClosed, !kept.isEmpty {
          for i in kept.indices { kept[i].exceptHolidays = true }
        } else {
          exceptHolidays = true
        }
      } else if selector.onlyPeriod, selector.from == nil, !kept.isEmpty {
        for i in kept.indices {
          kept[i].months = (kept[i].months == 0 ? 0x1FFE : kept[i].months) & ~selector.months
          if kept[i].months == 0 { leave(token) }
        }
      } else if kept.count == 1, kept[0].nearHoliday != nil, kept[0].days == 0, selector.isOnlyDays
      {
        // 祝日の翌日（土日を除く）.
        kept[0].days = 0x7F & ~selector.days
        if selector.holidays { kept[0].exceptHolidays = true }
      } else if isClosed {
        leave(token)
      } else {
        rules.append(selector.rule(hours: [], closed: true))
      }
    }
  }

  /// 休み, 定休日, 利用不可.
  mutating func closed(_ token: PhraseToken) {
    if inBrackets != nil {
      inBrackets?.isClosed = true
      return
    }
    if hours == [ClockSpan(from: 0, to: 1_440)] { hours = [] }
    let isLabel = isFollowedByDays()
    if !hours.isEmpty, hasPending {
      guard isLabel else { return leave(token) }
      flush()
      label = .closed
    } else if !hours.isEmpty {
      if isLabel {
        flush()
        label = .closed
      } else {
        flush(closed: true)
      }
    } else if hasPending, word(at) != .colon {
      closeLast(token)
    } else {
      flush()
      leaveLabel()
      label = .closed
      openLabel = token.start..<token.end
      if at == tokens.endIndex, rules.isEmpty, leftover.isEmpty {
        openLabel = nil
        rules.append(Recurrence(closed: true))
      }
    }
  }

  /// 休館日 with no day behind it.
  mutating func leaveLabel() {
    if let openLabel { leftover.append(openLabel) }
    openLabel = nil
    label = nil
  }

  /// 無休, and 3～12月は無休.
  mutating func neverClosed(_ token: PhraseToken) {
    if inBrackets != nil {
      inBrackets?.isOpened = true
      inBrackets?.isNeverClosed = true
      return
    }
    openLabel = nil
    if current.onlyPeriod, hours.isEmpty, isClosed || selectors.allSatisfy(\.isPeriod),
      isClosed || rules.isEmpty
    {
      var period = current
      current = PhraseSelector()
      flush()
      if isClosed, rules.contains(where: { $0.closed && $0.namesDays }) {
        return reopen(period, token)
      }
      period.allDays = true
      current = period
      flush(closed: false)
    } else if !hasPending {
      begin(when: false)
      current.allDays = true
      current.opens = true
    } else {
      leave(token)
    }
  }

  /// 休み：火曜 ※4～12月は無休: the closing days before it are those of the other months.
  private mutating func reopen(_ period: PhraseSelector, _ token: PhraseToken) {
    guard period.from == nil, period.months != 0,
      rules.allSatisfy({ !$0.closed || !$0.namesDays || $0.validFrom == nil && $0.validTo == nil })
    else { return leave(token) }
    for at in rules.indices.reversed() where rules[at].closed && rules[at].namesDays {
      let all = rules[at].months.isEmpty ? Array(1...12) : rules[at].months
      rules[at].months = all.filter { period.months & 1 << UInt16($0) == 0 }
      if rules[at].months.isEmpty { rules.remove(at: at) }
    }
    if rules.isEmpty { leave(token) }
  }

  /// Closes the days just named: not those before them that are no part of the list (月～金 土日祝休み, 毎週火曜 ※祝日は休み).
  private mutating func closeLast(_ token: PhraseToken) {
    var all = selectors
    if !current.isEmpty { all.append(current) }
    var first = all.count - 1
    while first > 0, all[first].isJoined { first -= 1 }
    let earlier = Array(all[..<first])
    let group = Array(all[first...])
    guard !earlier.isEmpty, !isClosed else { return flush(closed: true) }
    if earlier.allSatisfy(\.isFree) { return flush(closed: true) }
    guard group.allSatisfy(\.isFree) || group.allSatisfy({ $0.nth != 0 && $0.days != 0 }) else {
      leave(token)
      return flush(closed: true)
    }
    if group.count == 1, group[0].holidays, group[0].days == 0 {
      exceptHolidays = true
      selectors = Array(earlier.dropLast())
      current = earlier[earlier.count - 1]
      return
    }
    selectors = earlier
    current = PhraseSelector()
    flush(closed: false)
    selectors = group
    flush(closed: true)
  }

  private func isFollowedByDays() -> Bool {
    var index = at
    while let word = word(index) {
      switch word {
      case .blank, .colon, .harmless, .topic, .weekly, .monthly: index += 1
      case .days, .nth, .holiday, .date, .named, .monthDays, .months, .allDays, .open, .workdays,
        .nearHoliday:
        return true
      default: return false
      }
    }
    return false
  }

  /// 営業, 開館: days before it are open ones, and so is what follows 営業日：.
  mutating func opened(_ token: PhraseToken) {
    if inBrackets != nil {
      inBrackets?.isOpened = true
      return
    }
    guard isClosed else { return }
    // 2月は土日のみ営業, in a list of closing days.
    if hasPending, at - 2 >= tokens.startIndex, isOnlyWord(tokens[at - 2]) { return leave(token) }
    if hasPending, at - 2 >= tokens.startIndex, tokens[at - 2].word == .topic {
      if selectors.isEmpty, current.holidays, current.days == 0, !rules.isEmpty {
        // 定休日：月曜 ただし祝日は営業.
        current = PhraseSelector()
        return move(nil)
      }
      flush(closed: false)
    } else {
      flush()
      label = .open
    }
  }

  /// 祝日の場合は翌日, 祝日の場合は開館.
  mutating func movedOnHoliday(_ token: PhraseToken) {
    var shift: HolidayShift?
    var isSkipped = false
    var isClosing = false
    scan: while at < tokens.endIndex {
      switch tokens[at].word {
      case .blank, .topic, .joint, .harmless: at += 1
      case .opened, .allDays:
        isSkipped = true
        at += 1
      case .nextDay:
        shift = .nextDay
        at += 1
      case .nextWorkday:
        shift = .nextWorkday
        at += 1
      case .previousDay where shift == nil:
        shift = .previousDay
        at += 1
      case .closed where shift != nil:
        // 翌日を閉館: so the days are closing days.
        isClosing = true
        at += 1
      case .closed where !isSkipped:
        isSkipped = true
        at += 1
      case .days(let mask) where shift == nil && mask.nonzeroBitCount == 1:
        // 月曜（祝日の時は火）.
        let target = inBrackets?.around ?? current.days
        guard target.nonzeroBitCount == 1, mask == (target == 1 << 6 ? 1 : target << 1) else {
          break scan
        }
        shift = .nextDay
        at += 1
      default: break scan
      }
    }
    guard shift != nil || isSkipped else { return leave(token) }
    if inBrackets != nil {
      inBrackets?.shift = shift
      inBrackets?.isSkipped = shift == nil
    } else {
      move(shift)
      if isClosing, !current.isEmpty { flush(closed: true) }
    }
  }

  /// Says of the days just read what happens to them on holidays.
  mutating func move(_ shift: HolidayShift?) {
    if !current.isEmpty {
      current.shift = shift
      current.exceptHolidays = true
    } else if let last = rules.indices.last {
      rules[last].ifHoliday = shift
      rules[last].exceptHolidays = true
    }
  }
}
