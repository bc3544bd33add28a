import JapaneseText
import Model
import TextIndex

/// A question or sentence as a ranked query: every word of it is a hint (docs/search.md has what each rule
/// gave).
///
/// Words of the dictionary count whole, verbs half. Pairs of characters inside a common word only repeat
/// the word; inside names and across words they say what the dictionary's cut loses.
struct SentencePlan {
  let plan: QueryPlan
  let settings: SearchSettings

  private enum Scale {
    static let verb = 0.5
    static let strongPair = 0.5
    static let weakPair = 0.25
  }

  func query(_ text: String, today: CalendarDate?) -> IndexQuery {
    var hints = Hints()
    if settings.words, let reader = WordReader(Morphology.shared) {
      let words = reader.words(in: text)
      addWords(words, &hints)
      addPairs(words, SearchText(text), &hints)
      if hints.isEmpty {
        for word in words where word.isContent { hints.add(Term.word(word.term), 1) }
      }
    }
    if hints.isEmpty {
      for run in plan.runs {
        for term in Analyzer.terms(of: run.scalars) where !QueryPlan.isHiragana(term) {
          hints.add(term, Scale.strongPair)
        }
      }
    }
    if settings.concepts { addMeanings(&hints) }
    if hints.isEmpty { return plan.anyPart(settings, today: today) }
    return plan.weighed(hints.query, settings, today: today)
  }

  private func addWords(_ words: [Morpheme], _ hints: inout Hints) {
    for word in words where word.isContent {
      switch word.kind {
      case .proper, .common: hints.add(Term.word(word.term), 1)
      case .verb: hints.add(Term.word(word.term), Scale.verb)
      case .grammar, .asking, .light: break
      }
    }
  }

  private func addPairs(_ words: [Morpheme], _ text: SearchText, _ hints: inout Hints) {
    var wordAt: [Int: Int] = [:]
    for (i, word) in words.enumerated() {
      for at in word.range { wordAt[at] = i }
    }
    for run in plan.runs where !run.isJapanese { hints.add(Analyzer.string(run.scalars), 1) }
    for run in plan.runs where run.isJapanese && run.scalars.count > 1 {
      for at in run.scalars.indices.dropLast() {
        guard text.scripts[at] != .hiragana || text.scripts[at + 1] != .hiragana,
          let first = wordAt[text.origins[at]], let second = wordAt[text.origins[at + 1]]
        else { continue }
        let kinds = (words[first].kind, words[second].kind)
        if kinds.0 == .asking || kinds.1 == .asking { continue }
        let isStrong =
          first == second ? kinds.0 == .proper : kinds.0.isTelling && kinds.1.isTelling
        hints.add(
          Analyzer.string(run.scalars[at...at + 1]), isStrong ? Scale.strongPair : Scale.weakPair)
      }
    }
  }

  /// What the lexicon makes of it: concepts, categories, areas, days, and what serves a need it names.
  private func addMeanings(_ hints: inout Hints) {
    for entry in plan.units.compactMap(\.entry) {
      for concept in entry.concepts { hints.add(Term.concept(concept), settings.conceptHint) }
      for code in entry.categories { hints.add(Term.category(code), settings.categoryHint) }
      for term in entry.terms { hints.add(term, settings.termHint) }
      for (code, weight) in entry.serving.sorted(by: { $0.key < $1.key }) {
        hints.add(Term.category(code), settings.servingHint * weight)
      }
    }
  }

  /// Each term once, at the highest scale it was given.
  private struct Hints {
    private var scales: [String: Double] = [:]
    private var order: [String] = []

    var isEmpty: Bool { order.isEmpty }

    mutating func add(_ term: String, _ scale: Double) {
      guard scale > 0 else { return }
      if let known = scales[term] {
        scales[term] = max(known, scale)
      } else {
        scales[term] = scale
        order.append(term)
      }
    }

    var query: IndexQuery {
      var groups: [(scale: Double, terms: [IndexQuery])] = []
      for term in order {
        let scale = scales[term] ?? 1
        if let i = groups.firstIndex(where: { $0.scale == scale }) {
          groups[i].terms.append(.term(term))
        } else {
          groups.append((scale, [.term(term)]))
        }
      }
      return .or(groups.map { $0.scale == 1 ? .or($0.terms) : .scaled(.or($0.terms), $0.scale) })
    }
  }
}

extension WordKind {
  /// Whether it says what is looked for.
  var isTelling: Bool { self == .proper || self == .common || self == .verb }
}
