extension CostParser {
  /// The reading, with spans of the source, and the price of one use by one grown-up.
  mutating func finished() -> CostReading {
    // 半額 alone is half of what?
    let isAbsolute = out.prices.contains { if case .yen = $0.value { true } else { false } }
    out.isComplete = (isAbsolute || isInsurance) && out.leftover.isEmpty && !hasTwins
    if out.isComplete { summarize() }
    out.leftover = out.leftover.sorted { $0.lowerBound < $1.lowerBound }.map(phrase.span)
    out.notes = out.notes.map(phrase.span)
    for index in out.prices.indices {
      out.prices[index].span = phrase.span(out.prices[index].span)
      out.prices[index].item = out.prices[index].item.map(phrase.span)
      out.prices[index].conditions = out.prices[index].conditions.map(phrase.span)
      for payer in out.prices[index].payers.indices {
        let span = out.prices[index].payers[payer].span
        out.prices[index].payers[payer].span = phrase.span(span)
      }
    }
    return out
  }

  /// Two prices that nothing tells apart: which one holds?
  private var hasTwins: Bool {
    guard out.prices.count > 1 else { return false }
    for (index, one) in out.prices.enumerated() {
      for other in out.prices[(index + 1)...]
      where one.fee == other.fee && one.units == other.units
        && one.item.map(phrase.text) == other.item.map(phrase.text)
        && one.conditions.map(phrase.text) == other.conditions.map(phrase.text)
        && one.payers.map(name) == other.payers.map(name)
      {
        return true
      }
    }
    return false
  }

  /// 小・中学生 and 小中学生 are the same.
  func name(_ payer: Payer) -> [UInt32] {
    phrase.values[payer.span].filter { $0 != Mark.dot }
  }

  private mutating func summarize() {
    var low: Double?
    var high: Double? = 0
    var per: String??
    var isAtLarge = false
    var kinds: Set<PayerKind> = []
    // 無料（大人500円）: what names no payer is for the others then.
    let namesAdults = out.prices.contains { price in
      price.alternatives.contains { $0.allSatisfy(\.isAtLarge) }
    }
    for price in out.prices {
      let payers = price.alternatives
      let isAdults = payers.contains { one in one.allSatisfy(\.includesAdults) }
      if !payers.isEmpty, !isAdults { continue }
      if payers.isEmpty, namesAdults, price.fee == nil || price.fee == .taking { continue }
      guard price.fee == nil || price.fee == .taking || out.prices.count == 1,
        price.fee != .travel, price.fee != .extra, price.conditions.isEmpty, price.item == nil,
        case .yen(let from, let to) = price.value, let from, let unit = Self.per(price)
      else { return }
      let isForAll = payers.contains { $0.allSatisfy(\.isAtLarge) }
      isAtLarge = isAtLarge || payers.isEmpty || isForAll
      kinds.formUnion(payers.joined().map(\.kind))
      low = Swift.min(low ?? from, from)
      high = high.flatMap { high in to.map { Swift.max(high, $0) } }
      // 1回500円（高齢者は無料）: what is free is so for any unit.
      if from == 0, to == 0, price.units.isEmpty, !payers.isEmpty { continue }
      if let per, per != unit { return }
      per = .some(unit)
    }
    // Both halves of the grown-ups are all of them.
    isAtLarge =
      isAtLarge || kinds.isSuperset(of: [.member, .nonmember])
      || kinds.isSuperset(of: [.resident, .nonresident])
    guard let low, isAtLarge else { return }
    (out.min, out.max, out.per) = (low, high, per ?? nil)
  }

  /// The unit of one use: nil for a price of several or of a share of one, else its word, or nothing.
  private static func per(_ price: StatedPrice) -> String?? {
    var word: String?
    // 30分300円, 2時間1,000円: by the minute, however long one use is.
    if price.units.count == 1, let minutes = price.units[0].minutes { return .some(minutes) }
    for unit in price.units {
      guard unit.count == 1 else { return nil }
      switch unit.unit {
      case .visit, .month, .year, .day, .hour, .meal:
        guard word == nil || word == "person" else { return nil }
        word = unit.unit.rawValue
      case .person: word = word ?? "person"
      default: return nil
      }
    }
    // 会費 of no stated term.
    if price.fee == .membership, word == nil || word == "person" { return nil }
    return .some(word)
  }
}

extension StatedPrice {
  /// The payers, each with those that narrow it.
  fileprivate var alternatives: [[Payer]] {
    var out: [[Payer]] = []
    for payer in payers {
      if payer.narrows, !out.isEmpty {
        out[out.count - 1].append(payer)
      } else {
        out.append([payer])
      }
    }
    return out
  }
}

extension PriceUnit {
  /// `30min` for 30分 and `120min` for 2時間; nil for a whole hour, and for what is no time.
  fileprivate var minutes: String? {
    let minutes = unit == .hour ? count * 60 : unit == .minute ? count : 0
    guard minutes > 0, minutes != 60, minutes.rounded() == minutes else {
      return minutes == 60 && unit == .minute ? CostUnit.hour.rawValue : nil
    }
    return "\(Int(minutes))min"
  }
}

extension Payer {
  /// Whether a grown-up may be among these.
  var includesAdults: Bool {
    switch kind {
    case .adult, .senior, .member, .nonmember, .resident, .nonresident: true
    case .age: maxAge == nil
    case .child, .student, .guardian, .disabled, .group, .need: false
    }
  }

  /// Whether these are grown-ups at large and not some of them.
  var isAtLarge: Bool {
    switch kind {
    case .adult: true
    case .age: maxAge == nil && (minAge ?? 0) <= 40
    default: false
    }
  }
}
