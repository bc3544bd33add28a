import Model

extension EligibilityParser {
  mutating func takeMark(_ mark: UInt32) {
    switch mark {
    case Mark.dot, Mark.slash:
      // 網田・網津・西部地区
      if name != nil, at + 1 < tokens.count, tokens[at + 1].isText || isArea(at + 1) {
        name = (name?.lowerBound ?? tokens[at].start)..<tokens[at].end
      } else {
        leaveName()
        join = .or
      }
    case Mark.pause, Mark.comma, Mark.space, Mark.line, Mark.bullet, 0x3B:
      leaveName()
      if mark != Mark.space {
        if hasGap, out.conditions.isEmpty { hasOpenEnd = true }
        clause = tokens[at].end
        if join == .and, !out.conditions.isEmpty { join = .list }
      }
    case Mark.stop:
      leaveName()
      clause = tokens[at].end
      if !out.conditions.isEmpty { join = .list }
    case Mark.open, Mark.close, Mark.openHeading, Mark.closeHeading, Mark.colon, Mark.note, 0x2026,
      0x2E, 0x2A:
      leaveName()
      clause = tokens[at].end
    default:
      leave(at)
      return
    }
    at += 1
  }

  private func isArea(_ index: Int) -> Bool {
    switch word(index) {
    case .area, .residence: true
    default: false
    }
  }

  mutating func takeWord(_ word: EligibilityWord) {
    let range = tokens[at].start..<tokens[at].end
    switch word {
    case .area: return takeArea(range)
    case .residence(let kind): return takeResidence(kind, range)
    case .particle where name != nil && range.count == 1 && isResidenceAhead:
      at += 1
      return
    default: leaveName()
    }
    switch word {
    case .condition(let kind): takeCondition(kind, range)
    case .care(let levels): takeCare(levels, range)
    case .certified:
      at += 1
    case .notCertified: takeNot(range)
    case .school: takeSchool(range)
    case .open: takeOpen()
    case .about:
      isApproximate = true
      at += 1
    case .or:
      join = .or
      at += 1
    case .and:
      join = .and
      if out.conditions.contains(where: { $0.kind == .age }) { isAgeSealed = true }
      at += 1
    case .object:
      isObject = true
      at += 1
    case .exclude: setRole(.excluded)
    case .prefer: setRole(.preferred)
    case .field:
      // 会場から5km is about no other field.
      if [Mark.colon, Mark.space, Mark.slash].contains(mark(at + 1)) || number(at + 1) != nil {
        skipField(range)
      } else {
        name = range
        at += 1
      }
    case .including:
      if let last = out.conditions.indices.last, last > 0, !hasGap {
        out.conditions[last].join = .or
        at += 1
      } else {
        leave(at)
      }
    case .reason:
      let start = takeBack() ?? clause
      while let last = out.conditions.last, last.span.lowerBound >= clause {
        out.conditions.removeLast()
      }
      out.notes.append(start..<range.upperBound)
      clause = range.upperBound
      join = .and
      at += 1
    case .note:
      out.notes.append(range)
      at += 1
    case .era: skipDate()
    case .label:
      clause = range.upperBound
      at += 1
    case .head, .particle, .only:
      isObject = false
      at += 1
    case .vague:
      hasOpenEnd = true
      leave(at)
    case .age, .ageDecade, .from, .upTo, .below, .year, .month, .area, .residence: leave(at)
    }
  }

  private var isResidenceAhead: Bool {
    if case .residence? = word(at + 1) { return true }
    return false
  }

  private mutating func takeCondition(_ kind: EligibilityKind, _ range: Range<Int>) {
    at += 1
    // 災害ボランティアに関心のある: whatever it is that they care for.
    if kind == .interest || (kind == .carer && isObject), let start = takeBack() {
      return add(kind, start..<range.upperBound)
    }
    guard let last = out.conditions.last else {
      add(kind, range)
      return takeBounds(of: kind)
    }
    switch (last.kind, kind) {
    case (.careLevel, .carer), (.health, .carer), (.elderly, .carer), (.child, .parent):
      // 要介護者を介護している家族: who is cared for does not come.
      if isObject, join == .and {
        out.conditions.removeLast()
        join = last.join
        add(kind, last.span.lowerBound..<range.upperBound)
        return
      }
    case (_, .elderly):
      // ひとり暮らしの高齢者 is no other condition.
      if join == .and, !hasGap, isOfTheOld(last.kind) {
        if last.kind == .child, case .upTo? = self.word { at += 1 }
        return
      }
    case (.child, .accompanied) where isTopic(last.span.upperBound..<range.lowerBound):
      // 小学生以下は、保護者同伴
      out.conditions.removeLast()
      (join, hasGap) = (last.join, false)
      return add(kind, last.span.lowerBound..<range.upperBound)
    case (.carer, .carer) where join == .and:
      out.conditions[out.conditions.count - 1].span = last.span.lowerBound..<range.upperBound
      return
    default: break
    }
    add(kind, range)
    takeBounds(of: kind)
  }

  /// は or は、
  private func isTopic(_ range: Range<Int>) -> Bool {
    range.count <= 2 && range.first.map { phrase.values[$0] == 0x306F } == true
  }

  /// Whether 高齢者 behind such a condition says nothing new.
  private func isOfTheOld(_ kind: EligibilityKind) -> Bool {
    switch kind {
    case .age, .livingAlone, .elderlyHousehold, .daytimeAlone, .careLevel, .child: true
    default: false
    }
  }

  /// 以上, 以下, まで behind 小学生.
  private mutating func takeBounds(of kind: EligibilityKind) {
    guard kind == .child else { return }
    switch word {
    case .from, .upTo, .below: extend()
    default: break
    }
  }

  /// The word here belongs to the last condition.
  private mutating func extend() {
    guard let last = out.conditions.indices.last else { return leave(at) }
    out.conditions[last].span = out.conditions[last].span.lowerBound..<tokens[at].end
    at += 1
  }

  private mutating func setRole(_ role: EligibilityRole) {
    guard let last = out.conditions.indices.last, !hasGap else { return leave(at) }
    out.conditions[last].role = role
    at += 1
  }

  /// 認定を受けていない, of care levels alone.
  private mutating func takeNot(_ range: Range<Int>) {
    guard let last = out.conditions.indices.last, out.conditions[last].kind == .careLevel, !hasGap
    else { return leave(at) }
    var first = last
    // 要介護・要支援認定を受けていない: neither.
    while first > 0, out.conditions[first - 1].kind == .careLevel, out.conditions[first].join == .or
    {
      first -= 1
    }
    let text = phrase.text(range)
    if text.hasSuffix("以外") || text.hasSuffix("以外の") || text.hasSuffix("でない")
      || text.hasSuffix("はない")
      || text.hasSuffix("該当しない")
    {
      // 要介護以外: the other levels, 要支援 among them.
      let named = Set(out.conditions[first...].flatMap(\.careLevels))
      out.conditions[first].careLevels = CareLevel.allCases.filter { !named.contains($0) }
    } else {
      out.conditions[first].careLevels = [.none, .target]
    }
    out.conditions[first].span = out.conditions[first].span.lowerBound..<range.upperBound
    out.conditions.removeSubrange((first + 1)...)
    at += 1
  }

  /// 認知症の方など、どなたでも: those before are examples; 市内在住の方ならどなたでも: they are not.
  private mutating func takeOpen() {
    at += 1
    out.isOpen = true
    let isList =
      out.conditions.contains { $0.join != .and } || out.leftover.contains { isEtCetera($0) }
    guard isList else { return }
    out.leftover.removeAll(where: isEtCetera)
    for index in out.conditions.indices where out.conditions[index].role == .required {
      out.conditions[index].role = .example
    }
  }

  private func isEtCetera(_ range: Range<Int>) -> Bool {
    let text = phrase.text(range)
    return text == "等" || text == "など"
  }

  /// 定員：20人（先着）: to the next label or the end.
  private mutating func skipField(_ range: Range<Int>) {
    let start = at
    at += 1
    scan: while at < tokens.count {
      switch tokens[at].kind {
      case .word(.label): break scan
      case .mark(Mark.bullet), .mark(Mark.line), .mark(Mark.openHeading): break scan
      default: at += 1
      }
    }
    out.notes.append(tokens[start].start..<tokens[at - 1].end)
  }

  /// 令和3年4月1日現在: the day on which an age counts.
  private mutating func skipDate() {
    let start = at
    at += 1
    let end = min(tokens.count, at + 12)
    while at < end {
      if case .note? = word {
        at += 1
        out.notes.append(tokens[start].start..<tokens[at - 1].end)
        return
      }
      at += 1
    }
    at = start + 1
    leave(tokens[start].start..<tokens[start].end)
  }
}
