/// Reads a phrase about eligibility from left to right: conditions, each with how it is joined to the
/// one before. Text that no word explains may be the name of a place; otherwise it is left over, and
/// the reading goes on behind it.
struct EligibilityParser {
  typealias Token = PhraseToken<EligibilityWord>

  let phrase: PhraseScalars
  let tokens: [Token]
  var at = 0
  var out = EligibilityReading()
  /// Unknown text that may be the name of a place.
  var name: Range<Int>?
  /// Where the clause began.
  var clause = 0
  /// How the next condition is joined.
  var join = EligibilityJoin.and
  var isApproximate = false
  /// Whether を or の is all that stands between the last condition and this place.
  var isObject = false
  /// Whether what was left over may be another way to come in (65歳以上、療養中の方).
  var hasOpenEnd = false
  /// Whether で behind an age says that it holds for all that follows.
  var isAgeSealed = false
  /// Whether something was left over since the last condition.
  var hasGap = false

  init(_ phrase: PhraseScalars) {
    self.phrase = phrase
    tokens = EligibilityWord.words.tokens(phrase)
  }

  mutating func read() -> EligibilityReading {
    while at < tokens.count {
      let before = at
      step()
      // Every step moves on, whatever it met.
      if at <= before { leave(before) }
    }
    leaveName()
    return finished()
  }

  private mutating func step() {
    let token = tokens[at]
    switch token.kind {
    case .mark(let mark): takeMark(mark)
    case .number: takeNumber()
    case .word(let word): takeWord(word)
    case .digits: leave(at)
    case .text:
      name = name.map { $0.lowerBound..<token.end } ?? token.start..<token.end
      at += 1
    }
  }

  mutating func leave(_ index: Int) {
    leave(tokens[index].start..<tokens[index].end)
    at = max(at, index + 1)
  }

  mutating func leave(_ range: Range<Int>) {
    hasGap = true
    if join != .and, !isAgeSealed { hasOpenEnd = true }
    if let last = out.leftover.last, last.upperBound >= range.lowerBound,
      last.lowerBound <= range.lowerBound
    {
      out.leftover[out.leftover.count - 1] =
        last.lowerBound..<max(last.upperBound, range.upperBound)
    } else {
      out.leftover.append(range)
    }
  }

  /// The unknown text is no place.
  mutating func leaveName() {
    guard let range = name else { return }
    name = nil
    leave(range)
  }

  /// Adds a condition; `range` is where its words stand.
  mutating func add(_ kind: EligibilityKind, _ range: Range<Int>) {
    var one = EligibilityCondition(kind: kind, span: range)
    one.join = out.conditions.isEmpty ? .and : hasGap && join == .and ? .list : join
    out.conditions.append(one)
    (join, isObject, hasGap) = (.and, false, false)
  }

  /// Takes back what was left over in this clause, and the conditions behind it. Gives where it began.
  mutating func takeBack() -> Int? {
    let first = out.leftover.map(\.lowerBound).filter { $0 >= clause }.min()
    guard let first else { return nil }
    out.leftover.removeAll { $0.lowerBound >= clause }
    while let last = out.conditions.last, last.span.lowerBound > first {
      out.conditions.removeLast()
    }
    hasGap = false
    return first
  }

  var word: EligibilityWord? { word(at) }

  func word(_ index: Int) -> EligibilityWord? {
    guard index < tokens.count, case .word(let word) = tokens[index].kind else { return nil }
    return word
  }

  func mark(_ index: Int) -> UInt32 { index < tokens.count ? tokens[index].mark : 0 }

  func number(_ index: Int) -> Double? { index < tokens.count ? tokens[index].number : nil }

  func skippingBlanks(_ index: Int) -> Int {
    var index = index
    while mark(index) == Mark.space { index += 1 }
    return index
  }
}
