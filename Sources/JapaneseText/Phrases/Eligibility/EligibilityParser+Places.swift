extension EligibilityParser {
  /// 市内, 地区, 市 behind a name: where people live, unless 在勤 or 在学 follows.
  mutating func takeArea(_ range: Range<Int>) {
    var place = (name?.lowerBound ?? range.lowerBound)..<range.upperBound
    if let text = name, !isPlaceName(text) {
      leaveName()
      place = range
    }
    let isNamed = name != nil
    name = nil
    at += 1
    // 高松市内, 番町地区内, 東京都渋谷区
    scan: while at < tokens.count {
      switch word {
      case .area: break
      case .residence: break scan
      default:
        guard tokens[at].isText, isInside(at) || isAreaNext else { break scan }
      }
      place = place.lowerBound..<tokens[at].end
      at += 1
    }
    if case .particle? = word, case .residence? = word(at + 1) { at += 1 }
    if case .object? = word, case .residence? = word(at + 1) { at += 1 }
    if case .residence(let kind)? = word {
      addPlace(kind, place)
      return takeResidences(place)
    }
    let isLone = place.count == 1
    guard isNamed || !isLone else { return leave(place) }
    addPlace(.residence, place)
  }

  /// 受講した and the like are no part of a place's name.
  private func isPlaceName(_ range: Range<Int>) -> Bool {
    // 専門職・地域: what the mark parts is another one.
    guard range.count <= 20, phrase.values[range.upperBound - 1] != Mark.dot else { return false }
    let text = phrase.text(range)
    return !["した", "して", "する", "いる", "れた", "です", "ます"].contains { text.contains($0) }
  }

  private func isInside(_ index: Int) -> Bool {
    phrase.text(tokens[index].start..<tokens[index].end) == "内"
  }

  private var isAreaNext: Bool {
    if case .area? = word(at + 1) { return true }
    return false
  }

  /// 在住 behind a name that no 市 ends, or without one.
  mutating func takeResidence(_ kind: EligibilityKind, _ range: Range<Int>) {
    if let text = name, !isPlaceName(text) { leaveName() }
    let place = name
    name = nil
    addPlace(kind, place ?? range, isNamed: place != nil)
    takeResidences(place)
  }

  private mutating func addPlace(
    _ kind: EligibilityKind, _ place: Range<Int>, isNamed: Bool = true
  ) {
    add(kind, place)
    guard isNamed else { return }
    out.conditions[out.conditions.count - 1].area = place
  }

  /// 在住・在勤・在学, of one place.
  private mutating func takeResidences(_ place: Range<Int>?) {
    // The place before 在住 reaches to the end of the word.
    if isResidence(at), let last = out.conditions.indices.last {
      let start = out.conditions[last].span.lowerBound
      out.conditions[last].span = start..<max(start, tokens[at].end)
      at += 1
    }
    while isResidence(at) || isSeparator(at) && isResidence(at + 1) {
      if !isResidence(at) { at += 1 }
      guard case .residence(let kind)? = word else { return }
      let range = tokens[at].start..<tokens[at].end
      at += 1
      if out.conditions.last?.kind == kind { continue }
      join = .or
      add(kind, range)
      out.conditions[out.conditions.count - 1].area = place
    }
  }

  private func isResidence(_ index: Int) -> Bool {
    if case .residence? = word(index) { return true }
    return false
  }

  private func isSeparator(_ index: Int) -> Bool {
    if [Mark.dot, Mark.pause, Mark.comma, Mark.slash].contains(mark(index)) { return true }
    if case .or? = word(index) { return true }
    return false
  }
}
