extension CostParser {
  mutating func takeWord(_ word: CostWord, _ end: Int) {
    let range = tokens[at].start..<tokens[at].end
    if isPartOfItem(word, range) { return addItem(range) }
    switch word {
    case .fee(let kind):
      // 会費 behind 年 is a fee of a year; 聴講料 behind オンライン is one of its own.
      draft.fee = draft.fee == nil || draft.fee == .taking ? kind : draft.fee
      draft.isDeed = false
      if phrase.values[range.lowerBound] == 0x5E74 { addUnit(.year) }
      if phrase.values[range.lowerBound] == 0x6708, range.count > 1 { addUnit(.month) }
      advance(range)
    case .deed:
      draft.isDeed = draft.fee == nil
      if draft.fee == nil { draft.fee = .taking }
      advance(range)
    case .payer(let kind): takePayer(kind, range)
    case .term, .unit(.week), .clock(.month), .unit(.year):
      takeTerm(word, range)
    case .free: takeFree(range, end)
    case .nothing:
      if draft.fee != nil, draft.payers.isEmpty { takeFree(range, end) } else { leave(at) }
    case .half: takeShare(50, range, end)
    case .day:
      condition(range)
      at += 1
    case .every:
      addUnit(.piece)
      advance(range)
    case .unit(let unit) where unit == .hour || unit == .meal || unit == .visit:
      // 時間あたり, 食事
      addUnit(unit)
      advance(range)
    case .unit(.family):
      draft.payers.append(Payer(kind: .need, span: range))
      advance(range)
      leave(range)
    case .ticket:
      addUnit(.ticket)
      advance(range)
    case .note: takeRemark(range)
    case .era: takeEra(end)
    case .field(let isPointer):
      if isPointer || mark(at + 1) == Mark.colon || number(at + 1) != nil {
        at += 1
        skipField(range.lowerBound, end)
      } else {
        addItem(range)
      }
    case .reduced:
      if draft.payers.isEmpty { leave(at) } else { advance(range) }
      draft.isReduced = true
    case .except:
      if draft.conditions.last?.upperBound == range.lowerBound {
        condition(range)
        at += 1
      } else {
        leave(at)
      }
    case .but:
      closeDraft()
      at += 1
    case .ordinal: takeOrdinal(range)
    case .inCase:
      // 夏休み利用の場合
      guard !draft.conditions.isEmpty, draft.payers.isEmpty, draft.units.isEmpty else {
        return leave(at)
      }
      draft.conditions = [draft.start..<range.upperBound]
      (draft.fee, draft.item, draft.isDeed) = (nil, nil, false)
      advance(range)
    case .rest:
      // その他　250円
      var next = skippingBlanks(at + 1)
      if mark(next) == Mark.colon { next = skippingBlanks(next + 1) }
      guard number(next) != nil else { return leave(at) }
      condition(range)
      at += 1
    case .upTo where draft.conditions.last?.upperBound == range.lowerBound:
      // 月4時間まで
      condition(range)
      at += 1
    case .included:
      takeIncluded(range)
    case .copula, .topic, .each, .and:
      at += 1
      if !draft.isEmpty { draft.reach(range) }
    case .risk where number(at + 1) != nil && phrase.text(range) == "別途":
      advance(range)
    case .unit, .clock:
      // 日替わり定食
      if at + 1 < tokens.count, tokens[at + 1].isText, tokens[at + 1].start == range.upperBound {
        addItem(range)
      } else {
        leave(at)
      }
    case .added, .yen, .from, .upTo, .below, .off, .tenths, .percent, .burden, .times, .age,
      .open, .risk:
      leave(at)
    }
  }

  /// 室 of 大集会室, 食 of 会食: words that count elsewhere.
  private func isPartOfItem(_ word: CostWord, _ range: Range<Int>) -> Bool {
    guard draft.item != nil || draft.isDeed, draft.end == range.lowerBound else { return false }
    switch word {
    case .risk:
      // 選別コース, but not 材料費別
      return draft.item?.upperBound == range.lowerBound && range.count == 1
        && phrase.values[range.lowerBound] != 0x7B49
    case .unit, .clock, .times, .age, .from, .term, .and: return true
    default: return false
    }
  }

  /// 月500円, 年1,000円, and 週3日, which is a condition.
  private mutating func takeTerm(_ word: CostWord, _ range: Range<Int>) {
    if number(at + 1) != nil {
      switch self.word(at + 2) {
      case .unit(.visit), .unit(.hour), .clock(.day), .unit(.day):
        condition(range.lowerBound..<tokens[at + 2].end)
        at += 3
        return
      default: break
      }
    }
    switch word {
    case .term(let unit), .unit(let unit): addUnit(unit)
    default: addUnit(.month)
    }
    advance(range)
  }

  mutating func advance(_ range: Range<Int>) {
    draft.reach(range)
    at += 1
  }

  mutating func addUnit(_ unit: CostUnit, _ count: Double = 1) {
    let new = PriceUnit(count: count, unit: unit)
    if !draft.units.contains(new) { draft.units.append(new) }
  }

  mutating func condition(_ range: Range<Int>) {
    if let last = draft.conditions.last, range.lowerBound - last.upperBound <= 1 {
      draft.conditions[draft.conditions.count - 1] = last.lowerBound..<range.upperBound
    } else {
      draft.conditions.append(range)
    }
    draft.reach(range)
  }

  /// 材料費込: a fee that is in the price before it.
  private mutating func takeIncluded(_ range: Range<Int>) {
    let isFee = draft.fee != nil && draft.payers.isEmpty && draft.units.isEmpty
    if !out.prices.isEmpty, isFee || draft.isOnlyItem {
      note(draft.start..<range.upperBound)
      let conditions = draft.conditions
      draft = CostDraft()
      for one in conditions {
        draft.conditions.append(one)
        draft.reach(one)
      }
      at += 1
    } else {
      leave(at)
    }
  }

  /// 要予約, 先着20名.
  private mutating func takeRemark(_ range: Range<Int>) {
    at += 1
    var end = range.upperBound
    if number(at) != nil, case .unit(.person)? = word(at + 1) {
      end = tokens[at + 1].end
      at += 2
    }
    note(range.lowerBound..<end)
  }

  /// 第3土曜日, 第2・4土曜日.
  private mutating func takeOrdinal(_ range: Range<Int>) {
    var index = at + 1
    while number(index) != nil, mark(index + 1) == Mark.dot, number(index + 2) != nil { index += 2 }
    guard number(index) != nil, case .day? = word(index + 1) else { return leave(at) }
    condition(range.lowerBound..<tokens[index + 1].end)
    at = index + 2
  }

  private mutating func takePayer(_ kind: PayerKind, _ range: Range<Int>) {
    var payer = Payer(kind: kind, span: range)
    at += 1
    if case .from? = word, kind == .child || kind == .student {
      payer.kind = .adult  // 小学生以上
      at += 1
    } else if case .upTo? = word {
      at += 1
    }
    draft.reach(payer.span.lowerBound..<tokens[at - 1].end)
    payer.narrows = narrows(range.lowerBound)
    draft.payers.append(payer)
  }

  /// Whether the payer before reaches here without a mark: 市外一般, 団体の大人.
  func narrows(_ start: Int) -> Bool {
    guard let last = draft.payers.last else { return false }
    return (last.span.upperBound..<start).allSatisfy {
      switch phrase.values[$0] {
      case Mark.pause, Mark.dot, Mark.space, Mark.comma, Mark.slash, Mark.line: false
      case 0x3068, 0x3084: false  // と, や
      default: true
      }
    }
  }

  /// ※ and what follows it: a remark that speaks of no price changes none.
  mutating func takeNote(_ end: Int) {
    let close = sentenceEnd(end)
    guard at < close else { return }
    // ※土曜日　 2,500円: what stands before the blanks is of the price behind them.
    let next = skippingBlanks(close)
    let isBeforePrice = next > close && (number(next) != nil || mark(next) == Mark.yen)
    if isBeforePrice || (at..<close).contains(where: isPrice) { return }
    let range = tokens[at].start..<tokens[close - 1].end
    if (at..<close).contains(where: isRisk) { leave(range) } else { note(range) }
    at = close
  }

  /// 定員：20人, 詳しくはホームページをご覧ください: to the end of the sentence.
  mutating func skipField(_ start: Int, _ end: Int) {
    let close = sentenceEnd(end)
    let range = start..<(close > at ? tokens[close - 1].end : tokens[at - 1].end)
    if (at..<close).contains(where: { isPrice($0) || isRisk($0) }) || out.prices.isEmpty {
      leave(range)
    } else {
      closeDraft()
      note(range)
    }
    at = close
  }

  private func sentenceEnd(_ end: Int) -> Int {
    var index = at
    while index < end {
      switch tokens[index].mark {
      case Mark.stop, Mark.line, Mark.note, Mark.bullet, Mark.openHeading: return index
      case Mark.space where mark(index + 1) == Mark.space: return index
      default: index += 1
      }
    }
    return index
  }

  private func isPrice(_ index: Int) -> Bool {
    switch word(index) {
    case .yen, .free, .half, .percent, .tenths, .off: true
    default: false
    }
  }

  private func isRisk(_ index: Int) -> Bool {
    switch word(index) {
    case .risk, .open, .payer, .nothing, .but, .except, .reduced, .inCase, .added, .rest: true
    default: false
    }
  }

  /// 令和元年10月現在の: what date a price is of changes it not.
  private mutating func takeEra(_ end: Int) {
    let start = at
    at += 1
    scan: while at < end {
      switch tokens[at].kind {
      case .number, .word(.clock(.month)), .word(.clock(.day)), .word(.unit(.year)): at += 1
      case .text where phrase.text(tokens[at].start..<tokens[at].end) == "元": at += 1
      default: break scan
      }
    }
    if case .note? = word {
      at += 1
      note(tokens[start].start..<tokens[at - 1].end)
    } else {
      leave(tokens[start].start..<tokens[at - 1].end)
    }
  }
}
