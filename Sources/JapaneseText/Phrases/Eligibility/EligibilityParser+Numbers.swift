import Model

extension EligibilityParser {
  /// A number is an age, a count of people who come together, or nothing known.
  mutating func takeNumber() {
    if case .area? = word(at + 1), name == nil {  // 5km圏内
      let range = tokens[at].start..<tokens[at + 1].end
      at += 2
      return add(.residence, range)
    }
    if case .head? = word(at + 1), case .from? = word(at + 2) {  // 5人以上の団体
      leaveName()
      let range = tokens[at].start..<tokens[at + 2].end
      at += 3
      return add(.group, range)
    }
    if case .head? = word(at + 1), !out.conditions.isEmpty || out.isOpen {  // 10名
      leaveName()
      out.notes.append(tokens[at].start..<tokens[at + 1].end)
      at += 2
      return
    }
    let new = name.map { phrase.text($0) == "新" ? $0.lowerBound : nil } ?? nil
    if new == nil { leaveName() }
    if takeYears(new) { return }
    leaveName()
    if takeAge() { return }
    leave(at)
  }

  /// 65歳以上, 18歳未満, 60～74歳, 4歳から5歳, 60代.
  private mutating func takeAge() -> Bool {
    guard let first = number(at), first <= 120 else { return false }
    var index = at + 1
    var (low, high): (Double?, Double?) = (first, first)
    if case .ageDecade? = word(index) {
      (high, index) = (first + 9, index + 1)
      if isFrom(index) { (high, index) = (nil, index + 1) }
    } else {
      let exact = years(at)
      if let exact { (low, high, index) = (exact.value, exact.value, exact.next) }
      let isMarked = exact != nil
      var next = skippingBlanks(index)
      let isRange = mark(next) == Mark.wave || mark(next) == Mark.dash || isFrom(next)
      next = skippingBlanks(next + 1)
      if isRange, let second = years(next), low ?? 0 < second.value, second.value <= 120 {
        (high, index) = (second.value, second.next)
      } else if !isMarked {
        return false
      }
      switch word(index) {
      case .from where high == low: (high, index) = (nil, index + 1)
      case .upTo:
        if high == low { low = nil }
        index += 1
      case .below:
        if high == low { low = nil }
        high = high.map { max(0, $0 - 1) }
        index += 1
      default:
        if mark(index) == Mark.wave, high == low {
          (high, index) = (nil, index + 1)
        }
      }
    }
    add(.age, tokens[at].start..<tokens[index - 1].end)
    let last = out.conditions.count - 1
    (out.conditions[last].minAge, out.conditions[last].maxAge) = (low, high)
    out.conditions[last].isApproximate = isApproximate
    isApproximate = false
    at = index
    return true
  }

  /// 1～4年生, behind 小学生 or in brackets.
  private mutating func takeYears(_ new: Int?) -> Bool {
    var index = at + 1
    if mark(index) == Mark.wave || mark(index) == Mark.dash || mark(index) == Mark.dot,
      number(index + 1) != nil
    {
      index += 2
    }
    guard case .year? = word(index) else { return false }
    index += 1
    switch word(index) {
    case .from, .upTo: index += 1
    default: break
    }
    name = nil
    add(.child, (new ?? tokens[at].start)..<tokens[index - 1].end)
    at = index
    return true
  }

  /// 3歳, 1歳半, 1歳6か月, 6か月.
  private func years(_ index: Int) -> (value: Double, next: Int)? {
    guard let first = number(index) else { return nil }
    if case .month? = word(index + 1) { return (first / 12, index + 2) }
    guard isAge(index + 1) else { return nil }
    if let months = number(index + 2), months < 12, case .month? = word(index + 3) {
      return (first + months / 12, index + 4)
    }
    let next = index + 2
    if next < tokens.count, tokens[next].isText, tokens[next].end - tokens[next].start == 1,
      phrase.values[tokens[next].start] == 0x534A
    {
      return (first + 0.5, next + 1)
    }
    return (first, next)
  }

  private func isAge(_ index: Int) -> Bool {
    if case .age? = word(index) { return true }
    return false
  }

  private func isFrom(_ index: Int) -> Bool {
    if case .from? = word(index) { return true }
    return false
  }

  /// 要支援1・2, 要介護1～3, 要介護3以上, 要介護認定.
  mutating func takeCare(_ all: [CareLevel], _ range: Range<Int>) {
    var levels: [CareLevel] = []
    var end = range.upperBound
    at += 1
    while let first = number(at), let level = level(first, all) {
      end = tokens[at].end
      at += 1
      levels.append(level)
      if mark(at) == Mark.wave || mark(at) == Mark.dash || isFrom(at), let last = number(at + 1),
        let other = self.level(last, all), level < other
      {
        levels += all.filter { level < $0 && $0 <= other }
        end = tokens[at + 1].end
        at += 2
      } else if isFrom(at) {
        levels += CareLevel.allCases.filter { level < $0 }
        end = tokens[at].end
        at += 1
      }
      let isMore = [Mark.dot, Mark.comma, Mark.pause].contains(mark(at)) && number(at + 1) != nil
      if isMore, number(at + 1).flatMap({ self.level($0, all) }) != nil { at += 1 } else { break }
    }
    if levels.isEmpty { levels = all }
    add(.careLevel, range.lowerBound..<end)
    let last = out.conditions.count - 1
    out.conditions[last].careLevels = Array(Set(levels)).sorted()
    // 要介護・要支援: both, whatever stands between.
    if last > 0, out.conditions[last - 1].kind == .careLevel, out.conditions[last].join == .list {
      out.conditions[last].join = .or
    }
  }

  private func level(_ number: Double, _ all: [CareLevel]) -> CareLevel? {
    all.first { $0.rawValue.utf8.last == UInt8(ascii: "0") + UInt8(max(0, min(9, number))) }
  }

  /// 小学1～6年生, 小学3年生～6年生まで, 小学校1年生から3年生まで.
  mutating func takeSchool(_ range: Range<Int>) {
    var index = at + 1
    var end = range.upperBound
    var hasYear = false
    scan: while index < tokens.count {
      switch tokens[index].kind {
      case .number: break
      case .word(.year), .word(.school):
        hasYear = true
      case .word(.from), .word(.upTo): break
      case .mark(Mark.wave), .mark(Mark.dash): break
      case .mark(Mark.dot) where number(index + 1) != nil: break
      default: break scan
      }
      end = tokens[index].end
      index += 1
    }
    guard hasYear else { return leave(at) }
    add(.child, range.lowerBound..<end)
    at = index
  }
}
