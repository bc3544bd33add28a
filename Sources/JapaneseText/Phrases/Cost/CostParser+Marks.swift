extension CostParser {
  mutating func takeMark(_ mark: UInt32, _ end: Int) {
    switch mark {
    case Mark.space, Mark.pause, Mark.comma, Mark.dot, Mark.colon, Mark.slash, 0x3B, 0x3D, 0x2E,
      0x2026:
      at += 1
    case Mark.stop, Mark.line, Mark.bullet:
      closeDraft()
      at += 1
    case Mark.note:
      closeDraft()
      at += 1
      takeNote(end)
    case Mark.open: takeBracket(end)
    case Mark.openHeading: takeHeading(end)
    case 0x2B:  // 年会費1,200円＋1回200円
      closeDraft()
      at += 1
      isOnTop = !out.prices.isEmpty
    case Mark.wave where clock(skippingBlanks(at + 1)) != nil:  // ～18:30
      let start = tokens[at].start
      at = clock(skippingBlanks(at + 1)) ?? at
      condition(start..<tokens[at - 1].end)
    case Mark.wave
    where draft.end == tokens[at].start && number(at + 1) == nil
      && (draft.item != nil || draft.isDeed):
      addItem(tokens[at].start..<tokens[at].end)
    case Mark.yen, Mark.wave: if !takePrice(end) { leave(at) }
    default: leave(at)
    }
  }

  /// Where the bracket that opens here is closed; `end` for one that never is.
  func closing(_ open: Int, _ end: Int) -> Int {
    let (opens, closes) =
      tokens[open].mark == Mark.open
      ? (Mark.open, Mark.close) : (Mark.openHeading, Mark.closeHeading)
    var depth = 0
    for index in open..<end {
      if tokens[index].mark == opens { depth += 1 }
      if tokens[index].mark == closes {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return end
  }

  /// Reads what is in the bracket that opens here as a phrase of its own, and gives the draft that
  /// is left of it.
  private mutating func inside(_ end: Int) -> CostDraft {
    let close = closing(at, end)
    let outer = draft
    draft = CostDraft()
    at += 1
    // Deep nesting is no phrase.
    if depth < 8 {
      depth += 1
      parse(to: close)
      depth -= 1
    } else if at < close {
      leave(tokens[at].start..<tokens[close - 1].end)
    }
    at = min(close + 1, tokens.count)
    let inner = draft
    draft = outer
    return inner
  }

  /// 【定期】, ＜登録＞, 《参加費500円》.
  private mutating func takeHeading(_ end: Int) {
    if draft.isOnlyConditions {
      // （8月）【定期】
      base = draft.conditions
      draft = CostDraft()
    }
    closeDraft()
    let count = out.prices.count
    let inner = inside(end)
    heading = out.prices.count == count ? inner : CostDraft()
  }

  /// （税込）, （1家族）, （中学生以上）, （団体100円）.
  private mutating func takeBracket(_ end: Int) {
    let isOfPrice = draft.isEmpty && !out.prices.isEmpty
    let (count, start) = (out.prices.count, tokens[at].start)
    let inner = inside(end)
    let range = start..<tokens[at - 1].end
    if isOfPrice {
      remark(inner, on: count - 1, range)
    } else if out.prices.count > count {
      // 年間協力金（一世帯1000円）
      if !inner.isEmpty || !draft.payers.isEmpty { leave(range) }
      for index in count..<out.prices.count {
        out.prices[index].fee = out.prices[index].fee ?? draft.fee
        out.prices[index].item = out.prices[index].item ?? draft.item
        out.prices[index].units.insert(contentsOf: draft.units, at: 0)
        out.prices[index].conditions.insert(contentsOf: draft.conditions, at: 0)
      }
      draft = CostDraft()
    } else if inner.item != nil {
      leave(range)
    } else {
      // こども（18歳まで）, 入場料（小学生以上）
      qualify(inner)
    }
  }

  private mutating func qualify(_ inner: CostDraft) {
    guard !inner.isEmpty else { return }
    if inner.isReduced { leave(inner.start..<inner.end) }
    if let kind = draft.payers.last?.kind, kind != .age,
      inner.payers.allSatisfy({ $0.kind == .age || $0.kind == .child }), inner.payers.count == 1
    {
      draft.payers[draft.payers.count - 1].minAge = inner.payers[0].minAge
      draft.payers[draft.payers.count - 1].maxAge = inner.payers[0].maxAge
    } else if draft.payers.isEmpty || inner.payers.allSatisfy({ $0.kind != .adult }) {
      draft.payers += inner.payers
    }
    draft.units += inner.units
    draft.conditions += inner.conditions
    draft.fee = draft.fee ?? inner.fee
    draft.reach(inner.start..<inner.end)
  }

  /// What brackets say of the price before them.
  private mutating func remark(_ inner: CostDraft, on index: Int, _ range: Range<Int>) {
    let added = index + 1..<out.prices.count
    if !added.isEmpty {
      remarkPrices(added, on: index, range)
    }
    guard !inner.isEmpty else { return }
    if added.isEmpty, isRemark(inner, on: out.prices[index]) {
      note(range)
      return
    }
    if added.isEmpty, inner.isOnlyItem, let item = inner.item, out.prices[index].item == nil,
      isItem(item)
    {
      out.prices[index].item = item  // 2,000円（おやつ・教材）
      return
    }
    guard inner.item == nil, added.isEmpty, !inner.isReduced, inner.fee == nil,
      inner.payers.isEmpty || inner.units.isEmpty
    else {
      leave(inner.start..<inner.end)
      return
    }
    out.prices[index].units += inner.units
    if out.prices[index].payers.isEmpty || inner.payers.allSatisfy({ $0.kind == .age }) {
      out.prices[index].payers += inner.payers
    } else if !inner.payers.isEmpty {
      out.prices[index].payers += inner.payers.filter { $0.kind != .adult }
    }
    out.prices[index].conditions += inner.conditions
  }

  /// （ケーキ付き）, and the fee that a price is for (茶菓代).
  private func isRemark(_ inner: CostDraft, on price: StatedPrice) -> Bool {
    guard inner.payers.isEmpty, inner.units.isEmpty, inner.conditions.isEmpty else { return false }
    if inner.item == nil { return inner.fee != nil && price.value != .yen(0, 0) }
    guard inner.fee == nil, let last = inner.item?.upperBound else { return false }
    switch Unicode.Scalar(phrase.values[last - 1]) {
    case "き", "り", "い", "付", "有", "可", "制", "順": return true
    default: return false
    }
  }

  /// 大人200円（団体100円）; 3000円（1000円×3回), which is a sum explained.
  private mutating func remarkPrices(_ added: Range<Int>, on index: Int, _ range: Range<Int>) {
    let outer = out.prices[index]
    for at in added {
      let one = out.prices[at]
      if one.payers.isEmpty, one.conditions.isEmpty, one.item == nil, one.fee == nil {
        let times = one.units.filter { $0.count > 1 }
        if added.count == 1, times.count == 1, isProduct(outer.value, one.value, times[0].count) {
          out.prices[index].units += times
          out.prices.removeLast()
        } else {
          leave(range)
        }
        return
      }
      let own = one.payers.filter { !outer.payers.map(\.kind).contains($0.kind) }
      if !own.isEmpty, own.allSatisfy({ $0.kind == .group || $0.kind == .disabled }) {
        out.prices[at].payers = outer.payers
        out.prices[at].payers += own.map {
          var payer = $0
          payer.narrows = true
          return payer
        }
      } else if one.payers.isEmpty {
        out.prices[at].payers = outer.payers
      }
    }
  }

  private func isProduct(_ whole: PriceValue, _ one: PriceValue, _ count: Double) -> Bool {
    guard case .yen(let a?, _) = whole, case .yen(let b?, _) = one else { return false }
    return a == b * count
  }
}
