import Diagnostics
import JapaneseText
import TextIndex

/// The search of words, at falling strictness until something is found.
///
/// All words first. Then what is close to them, what may have been meant, the words of a stretch, as many
/// words as go together (the rarest first, as they say most of what is meant), and parts of words. What
/// was done is said in the answer; docs/search.md has the steps.
struct WordSearch {
  let run: SearchRun
  let plan: QueryPlan
  let vocabulary: (IndexReader) throws(SasaeError) -> [String]

  private var settings: SearchSettings { run.query.settings }

  func answer() throws(SasaeError) -> SearchResult {
    var result = try search()
    result.understanding.concepts = concepts
    return result
  }

  private func search() throws(SasaeError) -> SearchResult {
    if plan.isSentence { return try sentence() }
    let all = try run.answer(strict(plan.units), relaxed: nil)
    if all.total > 0 || !settings.relaxes { return all }
    if plan.units.contains(where: \.widens) {
      let related = try run.answer(strict(plan.units, widened: true), relaxed: .related)
      if related.total > 0 { return related }
    }
    let frequencies = try frequencies()
    var corrected: SearchResult?
    if settings.corrects, frequencies.contains(0) {
      corrected = try correct(frequencies)
      if let corrected, corrected.total > 0 { return corrected }
    }
    if let finer = try finer(), finer.total > 0 { return finer }
    var fewer: SearchResult
    if let some = try dropping(frequencies) { fewer = some } else { fewer = try parts() }
    fewer.understanding.suggestion = corrected?.understanding.suggestion
    return fewer
  }

  private func strict(_ units: [QueryUnit], widened: Bool = false) -> IndexQuery {
    plan.strict(units, settings, today: run.query.today, widened: widened)
  }

  /// Stretches that no record has as they stand, as words.
  private func finer() throws(SasaeError) -> SearchResult? {
    let planner = run.planner
    guard let finer = try planner.finer(plan, run.query.text) else { return nil }
    let search = WordSearch(run: run, plan: finer, vocabulary: vocabulary)
    let all = try run.answer(search.strict(finer.units), relaxed: .anyPart)
    if all.total > 0 { return all }
    var some = try search.dropping(search.frequencies())
    if some != nil { some?.relaxed = .anyPart }
    return some
  }

  /// A sentence: all of its words are hints. When nothing has all, that is said.
  private func sentence() throws(SasaeError) -> SearchResult {
    let query = SentencePlan(plan: plan, settings: settings)
      .query(run.query.text, today: run.query.today)
    var result = try run.answer(query, relaxed: .anyWord)
    if result.total == 0 { result.relaxed = nil }
    return result
  }

  /// In how many documents of the whole index each unit stands, about; 0 only where in none.
  private func frequencies() throws(SasaeError) -> [Int] {
    var out: [Int] = []
    for unit in plan.units {
      var search = IndexSearch(unit.query(settings, widened: false))
      search.limit = 0
      search.listings = .none
      // An estimate may be 0 where something is found: at least one is looked for.
      search.checkAtLeast = 1
      let found = try run.index.search(search)
      out.append(found.lower == 0 ? 0 : max(found.lower, found.estimate))
    }
    return out
  }

  /// As many of the words as go together, the rarest first; nil when not even one is found.
  private func dropping(_ frequencies: [Int]) throws(SasaeError) -> SearchResult? {
    guard plan.units.count > 1 else { return nil }
    let order = plan.units.indices.filter { frequencies[$0] > 0 }
      .sorted { (frequencies[$0], $0) < (frequencies[$1], $1) }
    var kept: [Int] = []
    for i in order.prefix(Self.mostKept) {
      let units = (kept + [i]).map { plan.units[$0].query(settings, widened: false) }
      if try run.count(units.count == 1 ? units[0] : .and(units)) > 0 { kept.append(i) }
    }
    guard !kept.isEmpty else { return nil }
    let units = plan.units.indices.filter(kept.contains).map { plan.units[$0] }
    var result = try run.answer(strict(units), relaxed: .anyWord)
    result.understanding.dropped = plan.units.indices.filter { !kept.contains($0) }
      .map { plan.units[$0].shown ?? plan.units[$0].text }
    return result
  }

  private func parts() throws(SasaeError) -> SearchResult {
    var result = try run.answer(
      plan.anyPart(settings, today: run.query.today), relaxed: .anyPart)
    if result.total == 0 { result.relaxed = nil }
    return result
  }

  // MARK: typing errors

  /// Words that are corrected in one query: more of them are no typing errors.
  private static let mostCorrected = 3
  /// Words of which as many as possible are kept together.
  private static let mostKept = 8

  /// What may have been meant by words that nothing has, looked for in their place.
  private func correct(_ frequencies: [Int]) throws(SasaeError) -> SearchResult? {
    let words = try vocabulary(run.index)
    var changes: [(range: Range<Int>, word: String)] = []
    for (unit, frequency) in zip(plan.units, frequencies)
    where frequency == 0 && changes.count < Self.mostCorrected {
      let close = Spelling.closest(to: unit.scalars, among: words)
      guard let best = try mostFrequent(close), let range = source(of: unit) else { continue }
      let form = try run.index.vocabulary([best]).first.flatMap { $0?.form }
      changes.append((range, form ?? best))
    }
    guard !changes.isEmpty else { return nil }
    let text = replace(changes)
    let planner = run.planner
    let meant = try planner.plan(text)
    var result = try run.answer(
      meant.strict(meant.units, settings, today: run.query.today, widened: false),
      relaxed: .spelling)
    result.understanding.suggestion = text
    return result
  }

  /// Of the closest words the one that most records have.
  private func mostFrequent(_ words: [String]) throws(SasaeError) -> String? {
    let planner = run.planner
    var best: (word: String, count: Int)?
    let closest = words.first.map { first in words.filter { $0.count == first.count } + words }
    for word in closest ?? [] where best?.word != word {
      let plan = try planner.plan(word)
      let count = try run.count(plan.strict(plan.units, settings, today: nil, widened: false))
      if count > best?.count ?? 0 { best = (word, count) }
    }
    return best?.word
  }

  /// Where a unit stands in the query as typed, in unicode scalars; nil where marks are inside it.
  private func source(of unit: QueryUnit) -> Range<Int>? {
    guard let range = unit.range else { return nil }
    let (first, end) = (range.lowerBound, range.upperBound)
    let next = end < plan.text.origins.count ? plan.text.origins[end] : nil
    return plan.text.origins[
      first]..<max(
        next ?? run.query.text.unicodeScalars.count, plan.text.origins[first])
  }

  /// The query as typed with other words in some places, which are in order.
  private func replace(_ changes: [(range: Range<Int>, word: String)]) -> String {
    let typed = Array(run.query.text.unicodeScalars)
    var out = String.UnicodeScalarView()
    var at = 0
    for (range, word) in changes where range.lowerBound >= at {
      out.append(contentsOf: typed[at..<range.lowerBound])
      out.append(contentsOf: word.unicodeScalars)
      at = range.upperBound
    }
    out.append(contentsOf: typed[at...])
    return String(out)
  }

  private var concepts: [Understanding.Concept] {
    plan.units.flatMap { unit in
      let codes = unit.entry.map { $0.categories.isEmpty ? $0.concepts : $0.categories } ?? []
      return codes.map { Understanding.Concept(code: $0, text: unit.text) }
    }
  }
}
