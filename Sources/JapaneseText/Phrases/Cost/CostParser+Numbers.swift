extension CostParser {
  /// A number is a price, an age, a time, a date or a count of units.
  mutating func takeNumber(_ end: Int) {
    if takeAge() || takeClock() || takeMonths(end) || takeQuantity() || takeTenths(end)
      || takePrice(end)
    {
      return
    }
    // コーヒー豆200gのお土産: part of a thing's name.
    let token = tokens[at]
    if draft.item?.upperBound == token.start, at + 1 < tokens.count, tokens[at + 1].isText,
      tokens[at + 1].start == token.end
    {
      return addItem(token.start..<token.end)
    }
    leave(at)
  }

  /// 65歳以上, 3歳未満, 18歳まで, 6～12歳.
  private mutating func takeAge() -> Bool {
    guard let first = number(at) else { return false }
    var index = at + 1
    var (low, high): (Double?, Double?) = (first, first)
    if case .age? = word(index) { index += 1 }
    if mark(index) == Mark.wave, let second = number(index + 1), case .age? = word(index + 2) {
      high = second
      index += 3
    }
    guard case .age? = word(index - 1), first <= 120 else { return false }
    switch word(index) {
    case .from:
      (low, high) = (first, nil)
      index += 1
    case .upTo:
      if high == first { low = nil }
      index += 1
    case .below:
      (low, high) = (high == first ? nil : low, (high ?? first) - 1)
      index += 1
    default:
      if mark(index) == Mark.wave { (high, index) = (nil, index + 1) }
    }
    let range = tokens[at].start..<tokens[index - 1].end
    draft.payers.append(
      Payer(kind: .age, narrows: narrows(range.lowerBound), minAge: low, maxAge: high, span: range))
    draft.reach(range)
    at = index
    return true
  }

  /// 7:00～7:30, 午後6時: when the price holds.
  private mutating func takeClock() -> Bool {
    guard let afterFirst = clock(at) else { return false }
    var index = afterFirst
    let wave = skippingBlanks(index)
    if mark(wave) == Mark.wave || mark(wave) == Mark.dash {
      index = wave + 1
      if let second = clock(skippingBlanks(index)) { index = second }
    }
    condition(tokens[at].start..<tokens[index - 1].end)
    at = index
    return true
  }

  func clock(_ index: Int) -> Int? {
    let isDigits = index < tokens.count && PhraseNumber.isDigit(phrase.values[tokens[index].start])
    guard isDigits, (number(index) ?? 0) <= 30, tokens[index].end - tokens[index].start <= 2 else {
      return nil
    }
    if mark(index + 1) == Mark.colon {
      // 8:00 begins with a zero that is no number.
      let minute = index + 2
      guard minute < tokens.count else { return nil }
      let width = tokens[minute].end - tokens[minute].start
      return width == 2 && PhraseNumber.isDigit(phrase.values[tokens[minute].start])
        ? minute + 1 : nil
    }
    guard case .clock(.hour)? = word(index + 1) else { return nil }
    if case .clock(.half)? = word(index + 2) { return index + 3 }
    if number(index + 2) != nil, case .clock(.minute)? = word(index + 3) { return index + 4 }
    return index + 2
  }

  /// 8月, 1,3,4,7,12月, 12月14日.
  private mutating func takeMonths(_ end: Int) -> Bool {
    var index = at
    while let month = number(index), month <= 12 {
      if case .clock(.month)? = word(index + 1) {
        index += 2
        if number(index) != nil, case .clock(.day)? = word(index + 1) { index += 2 }
        condition(tokens[at].start..<tokens[index - 1].end)
        at = index
        return true
      }
      guard [Mark.comma, Mark.pause, Mark.dot, Mark.wave].contains(mark(index + 1)) else {
        return false
      }
      index += 2
    }
    return false
  }

  /// 30分, 2か月で, 20人以上, 11回券, 1kmにつき.
  private mutating func takeQuantity() -> Bool {
    guard let count = number(at) else { return false }
    var index = skippingBlanks(at + 1)
    let unit: CostUnit
    switch word(index) {
    case .unit(let one): unit = one
    case .clock(.monthCount): unit = .month
    case .clock(.day): unit = .day
    case .clock(.minute): unit = .minute
    case .ticket: unit = .ticket
    default: return false
    }
    index += 1
    var isTicket = unit == .ticket
    if case .ticket? = word(index) { (isTicket, index) = (true, index + 1) }
    if case .copula? = word(index), unit == .person { index += 1 }
    let range = tokens[at].start..<tokens[index - 1].end
    switch word(index) {
    case .from where unit == .person || unit == .group:
      // 20人以上の団体
      draft.payers.append(Payer(kind: .group, narrows: narrows(range.lowerBound), span: range))
      index += 1
    case .from, .upTo, .below, .except:
      index += 1
      condition(tokens[at].start..<tokens[index - 1].end)
    default:
      addUnit(isTicket ? .ticket : unit, count)
    }
    draft.reach(range)
    at = index
    return true
  }

  /// 1割負担, 50%, 2割引.
  private mutating func takeTenths(_ end: Int) -> Bool {
    guard let number = number(at) else { return false }
    let percent: Double
    switch word(at + 1) {
    case .tenths: percent = number * 10
    case .percent: percent = number
    default: return false
    }
    guard percent <= 100 else { return false }
    let start = tokens[at].start
    // 利用者負担1割
    if !draft.isEmpty, phrase.values[draft.start..<start].contains(0x8CA0) { isInsurance = true }
    at += 1
    if case .burden? = word(at + 1) {
      at += 1
      isInsurance = true
      takeShare(percent, start..<tokens[at].end, end)
    } else if at + 1 < tokens.count, tokens[at + 1].isText || word(at + 1) != nil,
      phrase.values[tokens[at + 1].start] == 0x5F15
    {
      at += 1  // 引
      takeShare(100 - percent, start..<tokens[at].end, end)
    } else {
      takeShare(percent, start..<tokens[at].end, end)
    }
    return true
  }
}
