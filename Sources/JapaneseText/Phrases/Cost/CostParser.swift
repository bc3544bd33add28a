/// Reads a phrase about costs from left to right. What stands before a price is collected in a draft
/// that the price takes; a mark that ends a sentence closes the draft. What fits nowhere is left over,
/// and the reading goes on behind it.
struct CostParser {
  typealias Token = PhraseToken<CostWord>

  let phrase: PhraseScalars
  let tokens: [Token]
  var at = 0
  var draft = CostDraft()
  /// What a heading (【定期】) says of all prices below it.
  var heading = CostDraft()
  /// What stands before a heading and holds for all behind it: （8月）【定期】.
  var base: [Range<Int>] = []
  /// Whether + stands before what comes.
  var isOnTop = false
  var out = CostReading()
  /// Spans in `out` are places in the phrase as read, until the end.
  var depth = 0
  /// 1割負担, which is a share of a price that the law sets.
  var isInsurance = false

  init(_ phrase: PhraseScalars) {
    self.phrase = phrase
    tokens = CostWord.words.tokens(phrase)
  }

  mutating func read() -> CostReading {
    parse(to: tokens.count)
    closeDraft()
    return finished()
  }

  mutating func parse(to end: Int) {
    while at < end {
      let before = at
      step(end)
      // Every step moves on, whatever it met.
      if at <= before { leave(before) }
    }
  }

  private mutating func step(_ end: Int) {
    let token = tokens[at]
    switch token.kind {
    case .mark(let mark): takeMark(mark, end)
    case .number: takeNumber(end)
    case .word(let word): takeWord(word, end)
    case .digits: leave(at)
    case .text:
      // 1泊2食付
      let isWith = token.end - token.start == 1 && phrase.values[token.start] == 0x4ED8
      if isWith, !draft.units.isEmpty, draft.end == token.start {
        advance(token.start..<token.end)
      } else {
        addItem(token.start..<token.end)
      }
    }
  }

  /// The token is left over.
  mutating func leave(_ index: Int) {
    leave(tokens[index].start..<tokens[index].end)
    at = max(at, index + 1)
  }

  mutating func leave(_ range: Range<Int>) {
    if let last = out.leftover.last, last.upperBound >= range.lowerBound,
      last.lowerBound <= range.lowerBound
    {
      out.leftover[out.leftover.count - 1] =
        last.lowerBound..<max(last.upperBound, range.upperBound)
    } else {
      out.leftover.append(range)
    }
  }

  mutating func note(_ range: Range<Int>) { out.notes.append(range) }

  mutating func addItem(_ range: Range<Int>) {
    draft.item = CostDraft.joined(draft.item, range)
    draft.reach(range)
    at += 1
  }

  /// Ends what was begun: no price came for it.
  mutating func closeDraft() {
    defer { draft = CostDraft() }
    guard !draft.isEmpty else { return }
    if draft.isOnlyConditions, let last = out.prices.indices.last, !out.prices[last].units.isEmpty {
      // 1時間300円、月4時間まで
      out.prices[last].conditions += draft.conditions
    } else {
      leave(draft.start..<draft.end)
    }
  }

  var word: CostWord? { word(at) }

  func word(_ index: Int) -> CostWord? {
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
