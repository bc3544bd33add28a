extension PhraseParser {
  mutating func addHours(_ span: ClockSpan) {
    // 9:00～18:00（平日）、9:00～17:00（土日）: hours behind bracketed days begin anew.
    if !hours.isEmpty, isBracketed { flush() }
    hours.append(span)
  }

  mutating func addClock(_ from: Int, _ token: PhraseToken) {
    let start = at
    skip(.blank)
    if word(at) == .range {
      let range = tokens[at]
      at += 1
      if word(at) == .range { at += 1 }
      skip(.blank)
      if case .clock(var to)? = word(at) {
        // 午後2時～3時 goes on in the same half of the day.
        if tokens[at].check == 0, token.check == 2, to <= from, to < 720 { to += 720 }
        // 18:00～2:00 ends on the next day.
        if to <= from, from >= 1_020, to <= 360, tokens[at].check == 0 { to += 1_440 }
        let end = tokens[at]
        at += 1
        skip(.until)
        guard to > from else {
          leftover.append(token.start..<end.end)
          return
        }
        addHours(ClockSpan(from: from, to: to))
        return
      }
      // 午前11時10分～50分.
      if let to = minutesOfSameHour(from) {
        at += 1
        addHours(ClockSpan(from: from, to: to))
        return
      }
      // 10時～ and the end, or something that is no hour.
      switch word(at) {
      case .unknown?, .monthDays?, .timesAMonth?: leave(range)
      case .harmless? where PhraseScanner.digit(text[tokens[at].start]) != nil: leave(range)
      default: break
      }
      addHours(ClockSpan(from: from, to: nil))
      return
    }
    at = start
    switch word(at) {
    case .until?:
      at += 1
      addHours(ClockSpan(from: nil, to: from))
    case .harmless? where isBeginning(tokens[at]):
      at += 1
      addHours(ClockSpan(from: from, to: nil))
    default:
      // 令和2年11月5日（木）10時.
      if hours.isEmpty, current.from != nil, current.from == current.to, current.from?.year != nil {
        addHours(ClockSpan(from: from, to: nil))
      } else {
        leave(token)
      }
    }
  }

  private func minutesOfSameHour(_ from: Int) -> Int? {
    guard word(at) == .harmless, tokens[at].end - tokens[at].start <= 3,
      text[tokens[at].end - 1] == 0x5206
    else { return nil }
    var minutes = 0
    for c in text[tokens[at].start..<tokens[at].end - 1] {
      guard let digit = PhraseScanner.digit(c) else { return nil }
      minutes = minutes * 10 + digit
    }
    let to = from / 60 * 60 + minutes
    return minutes < 60 && to > from ? to : nil
  }

  /// 開始, スタート, より開始.
  func isBeginning(_ token: PhraseToken) -> Bool {
    switch text[token.start] {
    case 0x958B: token.end - token.start == 2 && text[token.start + 1] == 0x59CB  // 開始
    case 0x3059: text[token.start + 1 < text.count ? token.start + 1 : token.start] == 0x305F  // すた
    default: false
    }
  }

  /// ラストオーダー 21:30, 入館は16時30分まで: the times of something else.
  mutating func skipLastEntry() {
    while at < tokens.endIndex {
      switch tokens[at].word {
      case .blank, .topic, .colon, .clock, .range, .until, .lastEntry, .harmless: at += 1
      // 入館は閉館の30分前まで.
      case .closed where word(at + 1) == .blank || word(at + 1) == .harmless: at += 1
      default: return
      }
    }
  }

  /// 要問合せ, 場所：…: what follows says nothing of days and hours, as long as it doesn't name any.
  mutating func skipNote(_ token: PhraseToken) {
    var end = at
    while end < tokens.endIndex, tokens[end].word != .stop {
      switch tokens[end].word {
      case .unknown where isRisky(tokens[end]): return
      case .unknown, .blank, .joint, .harmless, .topic, .colon, .note, .open, .close, .range,
        .until, .opened:
        end += 1
      default: return
      }
    }
    at = end
  }

  /// Whether a stretch that is not understood may speak of time after all.
  func isRisky(_ token: PhraseToken) -> Bool {
    for i in token.start..<token.end {
      switch text[i] {
      // 期 中 日 月 年 週 時 曜 休 閉 限 毎 隔 変 外 予 夏 冬 春 秋 昼 夜 朝 前 後 以 際 間 節 分
      case 0x671F, 0x4E2D, 0x65E5, 0x6708, 0x5E74, 0x9031, 0x6642, 0x66DC, 0x4F11, 0x9589, 0x9650,
        0x6BCE,
        0x9694, 0x5909, 0x5916, 0x4E88, 0x590F, 0x51AC, 0x6625, 0x79CB, 0x663C, 0x591C, 0x671D,
        0x524D,
        0x5F8C, 0x4EE5, 0x969B, 0x9593, 0x7BC0, 0x5206, 0x30...0x39:
        return true
      default: continue
      }
    }
    return false
  }
}
