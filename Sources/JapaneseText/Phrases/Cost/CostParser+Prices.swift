extension CostParser {
  /// 300円, 300～500円, 100円～, ¥500, and bare numbers where a price must stand.
  mutating func takePrice(_ end: Int) -> Bool {
    let start = at
    var index = at
    let isUpper = mark(index) == Mark.wave
    if isUpper { index = skippingBlanks(index + 1) }
    guard let low = amount(&index) else { return false }
    var value = PriceValue.yen(isUpper ? nil : low.yen, low.yen)
    var isMarked = low.isMarked
    let wave = skippingBlanks(index)
    let isDash = mark(wave) == Mark.dash
    let isWave = mark(wave) == Mark.wave
    var second = skippingBlanks(wave + 1)
    if isWave || isDash || isFrom(wave), let high = amount(&second) {
      guard low.yen <= high.yen, low.isMarked || high.isMarked || isWave else { return false }
      value = .yen(low.yen, high.yen)
      isMarked = isMarked || high.isMarked || (isWave && draft.isEmpty)
      index = second
    } else if isWave || (isFrom(wave) && isMarked) {
      value = .yen(low.yen, nil)
      index = wave + 1
    } else if isDash {
      // ¥500-
      guard isMarked, wave + 1 >= end else { return false }
      index = wave + 1
    } else if case .upTo? = word(index), isMarked {
      value = .yen(nil, low.yen)
      index += 1
    } else if case .off? = word(index - 1) {
      value = .discount(low.yen)
    }
    guard isMarked || isBarePrice(low.yen, start, index, end) else { return false }
    at = index
    add(value, tokens[start].start..<tokens[index - 1].end, end)
    return true
  }

  private func isFrom(_ index: Int) -> Bool {
    if case .from? = word(index) { return true }
    return false
  }

  /// Yen, and whether 円 or ¥ says so.
  private func amount(_ index: inout Int) -> (yen: Double, isMarked: Bool)? {
    var next = index
    let hasYen = mark(next) == Mark.yen
    if hasYen { next = skippingBlanks(next + 1) }
    guard let yen = number(next), yen <= 10_000_000, yen == Double(Int(yen)) else { return nil }
    next += 1
    let behind = skippingBlanks(next)
    switch word(behind) {
    case .yen, .off:
      index = behind + 1
      return (yen, true)
    default:
      index = next
      return (yen, hasYen)
    }
  }

  /// A number without 円 is a price alone or behind 参加費, and a round one behind who pays.
  private func isBarePrice(_ yen: Double, _ start: Int, _ next: Int, _ end: Int) -> Bool {
    let behind = skippingBlanks(next)
    if behind < end {
      switch mark(behind) {
      case Mark.pause, Mark.open, Mark.slash, Mark.stop, Mark.line: break
      case Mark.comma where number(behind + 1) == nil: break
      default:
        if case .payer? = word(behind) { break }
        return false
      }
    }
    guard !draft.isDeed, draft.units.isEmpty, draft.item == nil, draft.conditions.isEmpty else {
      return false
    }
    if !draft.payers.isEmpty {
      return yen == 0 || (yen >= 50 && Int(yen) % 10 == 0)
    }
    if draft.fee == .taking { return true }
    return draft.isEmpty && yen <= 100_000 && depth == 0
      && tokens[..<start].allSatisfy { $0.mark == Mark.space }
  }

  /// 無料, behind who it is for or before (無料：こども).
  mutating func takeFree(_ range: Range<Int>, _ end: Int) {
    at += 1
    add(.yen(0, 0), range, end)
    guard mark(at) == Mark.colon, draft.isEmpty, out.prices.last?.payers.isEmpty == true else {
      return
    }
    let (count, index) = (out.prices.count, out.prices.count - 1)
    let close = (at..<end).first { [Mark.stop, Mark.line, Mark.note].contains(tokens[$0].mark) }
    at += 1
    parse(to: close ?? end)
    if out.prices.count == count, draft.item == nil {
      out.prices[index].payers = draft.payers
      draft = CostDraft()
    }
  }

  mutating func takeShare(_ percent: Double, _ range: Range<Int>, _ end: Int) {
    at += 1
    add(.share(percent), range, end)
  }

  /// A price takes the draft, and what stands directly behind it.
  private mutating func add(_ value: PriceValue, _ range: Range<Int>, _ end: Int) {
    if let item = draft.item, !isItem(item) {
      leave(item)
      draft.item = nil
    }
    var price = StatedPrice(value: value, span: range)
    price.payers = draft.payers.isEmpty ? heading.payers : draft.payers
    price.unitsLead = !draft.units.isEmpty
    price.units = draft.units + heading.units.filter { !draft.units.contains($0) }
    price.fee = draft.fee ?? heading.fee
    price.item = draft.item ?? (heading.conditions.isEmpty ? heading.item : nil)
    price.conditions = base + heading.conditions + draft.conditions
    if isOnTop, draft.isEmpty, let last = out.prices.last {
      price.fee = price.fee ?? .extra
      price.conditions = last.conditions
    }
    isOnTop = false
    carryOver(to: &price)
    if !draft.isEmpty { price.span = min(draft.start, range.lowerBound)..<range.upperBound }
    draft = CostDraft()
    addBehind(&price, end)
    out.prices.append(price)
  }

  /// 入園券は大人500円、子ども300円: what the first is for holds for the next payer of the sentence.
  private func carryOver(to price: inout StatedPrice) {
    guard let last = out.prices.last, !last.payers.isEmpty, !price.payers.isEmpty, depth == 0,
      draft.units.isEmpty, draft.item == nil, draft.fee == nil, draft.conditions.isEmpty,
      !last.span.isEmpty, last.span.upperBound <= draft.start,
      (last.span.upperBound..<draft.start).allSatisfy({
        [Mark.pause, Mark.dot, Mark.space, Mark.comma].contains(phrase.values[$0])
      })
    else { return }
    // 団体大人220円、小中高校生110円, where 小中高校生 had a price already.
    if let group = last.payers.first, group.kind == .group,
      out.prices.contains(where: { $0.payers.map(name) == price.payers.map(name) })
    {
      price.payers[0].narrows = true
      price.payers.insert(group, at: 0)
    }
    price.item = price.item ?? last.item
    price.fee = price.fee ?? last.fee
    price.units = last.units.filter { _ in last.unitsLead }
    price.unitsLead = last.unitsLead
  }

  /// Words of a thing, not of a clause.
  func isItem(_ range: Range<Int>) -> Bool {
    guard range.count <= 24 else { return false }
    for at in range {
      switch Unicode.Scalar(phrase.values[at]) {
      case "を", "が", "。": return false
      default: continue
      }
    }
    return true
  }

  /// /月, ／30分, につき, 程度, ×3回.
  private mutating func addBehind(_ price: inout StatedPrice, _ end: Int) {
    while at < end {
      let index = skippingBlanks(at)
      if mark(index) == Mark.slash || mark(index) == 0xD7 || isTimes(index) {
        let unitAt = skippingBlanks(index + 1)
        guard let (unit, next) = unit(unitAt), next <= end else { return }
        price.units.append(unit)
        at = next
      } else if case .copula? = word(at) {
        at += 1
      } else if case .each? = word(at) {
        at += 1
      } else if case .added? = word(at) {
        price.fee = .extra  // 500円加算/日
        at += 1
      } else {
        return
      }
      price.span = price.span.lowerBound..<tokens[at - 1].end
    }
  }

  private func isTimes(_ index: Int) -> Bool {
    if case .times? = word(index) { return true }
    return false
  }

  /// 回, 30分, 1時間.
  private func unit(_ index: Int) -> (PriceUnit, Int)? {
    let count = number(index)
    let next = count == nil ? index : index + 1
    if count == nil, case .day? = word(index),
      phrase.text(tokens[index].start..<tokens[index].end) == "半日"
    {
      return (PriceUnit(count: 0.5, unit: .day), index + 1)
    }
    let unit: CostUnit
    switch word(next) {
    case .unit(let one): unit = one
    case .clock(.monthCount), .clock(.month): unit = .month
    case .clock(.day): unit = .day
    case .clock(.minute): unit = .minute
    case .term(let one): unit = one
    default: return nil
    }
    return (PriceUnit(count: count ?? 1, unit: unit), next + 1)
  }
}
