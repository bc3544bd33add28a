import JapaneseText
import Model
import TextIndex

/// A query's text as what it asks for.
struct QueryPlan: Sendable {
  /// What it asks for, in order; empty when the text has only marks.
  var units: [QueryUnit]
  /// A question or a sentence: what it asks for are hints, not demands.
  var isSentence: Bool
  /// The text as search compares it; units are stretches of it.
  var text: SearchText
  /// The whole text without blanks and marks.
  var name: [UInt32]
  /// All stretches, for weighing the characters as typed.
  var runs: [Analyzer.Run]

  /// Documents that have all of `units`, weighed by all of the query.
  func strict(
    _ units: [QueryUnit], _ settings: SearchSettings, today: CalendarDate?, widened: Bool
  ) -> IndexQuery {
    let queries = units.map { $0.query(settings, widened: widened) }
    let all = queries.count == 1 ? queries[0] : IndexQuery.and(queries)
    return weighed(all, settings, today: today)
  }

  /// Adds what makes one match better than another: the characters as typed, the name, freshness.
  func weighed(
    _ query: IndexQuery, _ settings: SearchSettings, today: CalendarDate?
  ) -> IndexQuery {
    var extras: [IndexQuery] = []
    // A unit that stands for its characters alone has weighed them already.
    let isPlain = units.allSatisfy { $0.entry == nil }
    if !isPlain, !isSentence, settings.literalScale > 0 {
      let terms = runs.flatMap { Analyzer.terms(of: $0.scalars) }
      extras += terms.map { .scaled(.term($0), settings.literalScale) }
    }
    if settings.nameScale > 0, name.count > 1 {
      extras.append(
        .scaled(.term(Term.name(Analyzer.string(name[...]))), settings.nameScale))
      if let length = Term.nameStarts.last(where: { $0 <= name.count }) {
        extras.append(
          .scaled(
            .term(Term.nameStart(Analyzer.string(name[..<length]))), settings.nameStartScale))
      }
    }
    if let today, settings.freshnessScale > 0 {
      extras.append(
        .scaled(.term(Term.confirmed(year: today.year)), settings.freshnessScale))
      extras.append(
        .scaled(.term(Term.confirmed(year: today.year - 1)), settings.freshnessScale / 2))
    }
    return extras.isEmpty ? query : .maybe(query, .or(extras))
  }

  /// Any piece of the text: the last resort of a list of words.
  func anyPart(_ settings: SearchSettings, today: CalendarDate?) -> IndexQuery {
    var terms: [String] = []
    for run in runs {
      for term in Analyzer.terms(of: run.scalars) where !terms.contains(term) {
        terms.append(term)
      }
    }
    // Pairs of hiragana are mostly grammar, unless there is nothing else.
    let telling = terms.filter { !Self.isHiragana($0) }
    let asked = telling.isEmpty ? terms : telling
    return weighed(.or(asked.map(IndexQuery.term)), settings, today: today)
  }

  static func isHiragana(_ term: String) -> Bool {
    term.unicodeScalars.allSatisfy { (0x3041...0x309F).contains($0.value) }
  }
}
