import Model

extension EligibilityParser {
  /// The reading, with spans of the source, and the ages and care levels that it decides.
  mutating func finished() -> EligibilityReading {
    out.isComplete = (out.isOpen || !out.conditions.isEmpty) && out.leftover.isEmpty
    summarizeAges()
    summarizeLevels()
    out.leftover = out.leftover.sorted { $0.lowerBound < $1.lowerBound }.map(phrase.span)
    out.notes = out.notes.map(phrase.span)
    for index in out.conditions.indices {
      out.conditions[index].span = phrase.span(out.conditions[index].span)
      out.conditions[index].area = out.conditions[index].area.map(phrase.span)
    }
    return out
  }

  /// One age that all who come have. It holds beside words that were not understood, as long as
  /// those are joined to it by nothing but で or の.
  private mutating func summarizeAges() {
    let ages = out.conditions.filter { $0.kind == .age }
    guard ages.count == 1, let age = ages.first, age.role == .required, !hasOpenEnd,
      isDecided(.age)
    else { return }
    (out.minAge, out.maxAge, out.isAgeApproximate) = (age.minAge, age.maxAge, age.isApproximate)
  }

  /// 要支援1・2、事業対象者: all levels that may come, from complete phrases alone.
  private mutating func summarizeLevels() {
    let care = out.conditions.filter { $0.kind == .careLevel }
    guard out.isComplete, !care.isEmpty, care.allSatisfy({ $0.role == .required }),
      isDecided(.careLevel)
    else { return }
    out.careLevels = Array(Set(care.flatMap(\.careLevels))).sorted()
  }

  /// Whether nobody comes without a condition of this kind.
  private func isDecided(_ kind: EligibilityKind) -> Bool {
    for (index, one) in out.conditions.enumerated() where index > 0 && one.join != .and {
      let before = out.conditions[index - 1]
      if one.role != .required || before.role != .required { continue }
      let isOneAxis = axis(one.kind) == axis(before.kind)
      if isOneAxis, kind != .age || one.kind != .age { continue }
      // 市内在住、65歳以上 and 女性、60歳以上: two conditions.
      if one.join == .list, isBeside(one.kind) || isBeside(before.kind) { continue }
      return false
    }
    return true
  }

  private func isBeside(_ kind: EligibilityKind) -> Bool {
    switch kind {
    case .residence, .work, .study, .women, .men, .membership, .screening, .accompanied: true
    default: false
    }
  }

  private func axis(_ kind: EligibilityKind) -> Int {
    switch kind {
    case .age: 0
    case .residence, .work, .study: 1
    case .livingAlone, .elderlyHousehold, .daytimeAlone: 2
    case .careLevel: 3
    case .women, .men: 4
    default: 10 + (EligibilityKind.allCases.firstIndex(of: kind) ?? 0)
    }
  }
}
