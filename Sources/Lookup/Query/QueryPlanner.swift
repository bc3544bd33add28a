import Diagnostics
import JapaneseText
import TextIndex

/// Makes a plan of a query's text with the words that the index knows.
struct QueryPlanner {
  let index: IndexReader
  let settings: SearchSettings
  /// Words cut before, in a process that answers many searches.
  var memo: PlanMemo?

  /// Characters of the longest word that is looked for.
  static let longestWord = 14
  /// Characters of a stretch beyond which it is no word but a sentence.
  static let longestList = 14

  func plan(_ text: String) throws(SasaeError) -> QueryPlan {
    let search = SearchText(text)
    let words = Analyzer.runs(search)
    var plan = QueryPlan(
      units: [],
      isSentence: Self.endsAsSentence(search) || words.contains { Self.isSentence($0, in: search) },
      text: search, name: search.key,
      runs: words.flatMap { $0 })
    var seen: Set<[UInt32]> = []
    for word in words {
      for unit in try remembered(word, in: search) where seen.insert(unit.scalars).inserted {
        plan.units.append(unit)
      }
    }
    return plan
  }

  /// The same with stretches of characters cut into words of the dictionary; nil when there is none.
  func finer(_ plan: QueryPlan, _ text: String) throws(SasaeError) -> QueryPlan? {
    guard settings.words,
      plan.units.contains(where: { $0.entry == nil && $0.isJapanese && $0.scalars.count > 2 }),
      let reader = WordReader(Morphology.shared)
    else { return nil }
    let words = reader.words(in: text).filter { $0.isContent && $0.kind.isTelling }
    var finer = plan
    finer.units = []
    for unit in plan.units {
      guard unit.entry == nil, unit.isJapanese, unit.scalars.count > 2 else {
        finer.units.append(unit)
        continue
      }
      guard let range = unit.range else { continue }
      let first = plan.text.origins[range.lowerBound]
      let last = plan.text.origins[range.upperBound - 1]
      let inside = words.filter { $0.range.lowerBound >= first && $0.range.upperBound <= last + 1 }
      // One character is mostly an ending, and hiragana that nobody knows is no word.
      for word in inside
      where word.term.unicodeScalars.count > 1
        && !(QueryPlan.isHiragana(word.form) && (word.isUnknown || word.kind == .verb))
      {
        let scalars = word.term.unicodeScalars.map(\.value)
        var made = QueryUnit(scalars: scalars, isJapanese: true)
        made.entry = try entry(of: scalars[...])
        made.isWord = true
        made.shown = String(
          String.UnicodeScalarView(Array(text.unicodeScalars)[word.range]))
        finer.units.append(made)
      }
    }
    return finer.units == plan.units || finer.units.isEmpty ? nil : finer
  }

  /// The units of a word, which are the same wherever in a text it stands between blanks.
  private func remembered(
    _ word: [Analyzer.Run], in text: SearchText
  ) throws(SasaeError) -> [QueryUnit] {
    guard let memo, let start = word.first?.scalars.startIndex else {
      return try units(of: word, in: text)
    }
    let key = PlanMemo.key(word, in: text)
    if let known = memo.units(key, at: start) { return known }
    let made = try units(of: word, in: text)
    memo.keep(key, made, at: start)
    return made
  }

  /// What one word asks for, as blanks divide the text.
  private func units(
    of word: [Analyzer.Run], in text: SearchText
  ) throws(SasaeError) -> [QueryUnit] {
    if word.count > 1 {
      // デイ・サービス, Wi-Fi: known only without the mark.
      let joined = word.flatMap(\.scalars)
      if let entry = try entry(of: joined[...]) {
        return [QueryUnit(scalars: joined, isJapanese: true, entry: entry)]
      }
    }
    var units: [QueryUnit] = []
    for run in word {
      if run.isJapanese, run.scalars.count > 1 {
        units += try cut(run.scalars, text)
      } else {
        var unit = QueryUnit(
          scalars: Array(run.scalars), start: run.scalars.startIndex, isJapanese: run.isJapanese)
        if run.isJapanese {
          unit.holders = try holders(of: run.scalars)
        } else {
          unit.entry = try entry(of: run.scalars)
        }
        units.append(unit)
      }
    }
    return units
  }

  private func entry(of scalars: ArraySlice<UInt32>) throws(SasaeError) -> VocabularyEntry? {
    guard scalars.count > 1, scalars.count <= 2 * Self.longestWord else { return nil }
    let found = try index.vocabulary([Analyzer.string(scalars)])
    return found.first.flatMap { $0 }.flatMap { $0.isTelling ? $0 : nil }
  }

  /// A character alone stands at the end of a stretch or before any other character.
  private func holders(of scalars: ArraySlice<UInt32>) throws(SasaeError) -> [String] {
    let terms = try index.terms(beginningWith: Analyzer.string(scalars), limit: 8_000)
    return terms.filter { $0.unicodeScalars.count <= 2 }
  }

  /// Cuts a stretch of kana and kanji into known words and what is between them.
  private func cut(
    _ run: ArraySlice<UInt32>, _ text: SearchText
  ) throws(SasaeError) -> [QueryUnit] {
    guard run.count <= 3 * Self.longestWord else {
      return [Self.unit(run[...])]
    }
    var places: [Range<Int>] = []
    for start in run.startIndex..<run.endIndex - 1 {
      for end in start + 2...min(run.endIndex, start + Self.longestWord) where end <= run.endIndex {
        let needsBoundaries = end - start <= 4 && run[start..<end].allSatisfy(Self.isKana)
        if needsBoundaries, !(text.isBoundary(start) && text.isBoundary(end)),
          start > run.startIndex || end < run.endIndex
        {
          continue
        }
        places.append(start..<end)
      }
    }
    let entries = try index.vocabulary(places.map { Analyzer.string(run[$0]) })
    var known: [Int: [(end: Int, entry: VocabularyEntry)]] = [:]
    for (place, entry) in zip(places, entries) {
      guard let entry, entry.isTelling, entry.means(run[place]) else { continue }
      known[place.lowerBound, default: []].append((place.upperBound, entry))
    }
    return Self.cover(run, known)
  }

  /// The cut that leaves the fewest characters without a word, and of these the one with fewest words.
  private static func cover(
    _ run: ArraySlice<UInt32>, _ known: [Int: [(end: Int, entry: VocabularyEntry)]]
  ) -> [QueryUnit] {
    guard !known.isEmpty else { return [unit(run)] }
    struct Step {
      var cost: Int
      var end: Int
      var entry: VocabularyEntry?
    }
    var best = [Step?](repeating: nil, count: run.count + 1)
    best[run.count] = Step(cost: 0, end: run.endIndex)
    for start in run.indices.reversed() {
      let at = start - run.startIndex
      var step = Step(cost: 100 + (best[at + 1]?.cost ?? 0), end: start + 1)
      for (end, entry) in known[start] ?? [] {
        let cost = 1 + (best[end - run.startIndex]?.cost ?? 0)
        if cost < step.cost { step = Step(cost: cost, end: end, entry: entry) }
      }
      best[at] = step
    }
    var units: [QueryUnit] = []
    var at = run.startIndex
    var loose = run.startIndex
    while at < run.endIndex, let step = best[at - run.startIndex] {
      if let entry = step.entry {
        units += rest(loose..<at, of: run)
        units.append(unit(run[at..<step.end], entry))
        loose = step.end
      }
      at = step.end
    }
    return units + rest(loose..<run.endIndex, of: run)
  }

  /// What is between words, without particles. One character is asked for with its neighbours.
  private static func rest(_ range: Range<Int>, of run: ArraySlice<UInt32>) -> [QueryUnit] {
    var range = range
    while let first = run[range].first, isParticle(first) { range.removeFirst() }
    while let last = run[range].last, isParticle(last) { range.removeLast() }
    if range.isEmpty || generic.contains(Analyzer.string(run[range])) { return [] }
    if range.count == 1 {
      range = max(run.startIndex, range.lowerBound - 1)..<min(run.endIndex, range.upperBound + 1)
    }
    return [unit(run[range])]
  }

  private static func unit(
    _ scalars: ArraySlice<UInt32>, _ entry: VocabularyEntry? = nil
  ) -> QueryUnit {
    QueryUnit(
      scalars: Array(scalars), start: scalars.startIndex, isJapanese: true, entry: entry)
  }

  /// Said behind nearly every word, so that it tells nothing: 送迎サービス, 見守り活動.
  private static let generic: Set<String> = Set(
    ["サービス", "事業", "活動", "支援", "関係", "など", "について", "したい", "できる", "のこと"].map { SearchText($0).text })

  private static func isKana(_ c: UInt32) -> Bool { (0x3041...0x30FF).contains(c) }

  /// のでがをにはとへもや
  private static func isParticle(_ c: UInt32) -> Bool {
    [0x306E, 0x3067, 0x304C, 0x3092, 0x306B, 0x306F, 0x3068, 0x3078, 0x3082, 0x3084].contains(c)
  }

  /// Whether the text has the marks of a sentence (、。？), or ends in the か of a question.
  private static func endsAsSentence(_ text: SearchText) -> Bool {
    if text.scalars.contains(where: { [0x3001, 0x3002, 0x3F].contains($0) }) { return true }
    return text.scalars.count > 5 && text.scalars.last == 0x304B && text.scripts.last == .hiragana
      && text.scripts[text.scripts.count - 2] == .hiragana
  }

  /// Whether a word of the query reads as a sentence: long, or with a particle of grammar (を, が, に, で,
  /// は, へ) between kanji or katakana and something else.
  private static func isSentence(_ word: [Analyzer.Run], in text: SearchText) -> Bool {
    word.contains { run in
      guard run.isJapanese else { return false }
      if run.scalars.count > longestList { return true }
      for at in run.scalars.indices.dropFirst().dropLast()
      where [0x3092, 0x304C, 0x306B, 0x3067, 0x306F, 0x3078].contains(run.scalars[at])
        && text.scripts[at] == .hiragana && text.scripts[at - 1] != .hiragana
      {
        return true
      }
      return false
    }
  }
}

extension VocabularyEntry {
  /// Whether it says more than that the word occurs.
  var isTelling: Bool {
    isMeaning || !written.isEmpty
  }

  /// A reading is only meant by kana of some length.
  func means(_ scalars: ArraySlice<UInt32>) -> Bool {
    isMeaning || scalars.count > 2
  }

  private var isMeaning: Bool {
    !(concepts.isEmpty && categories.isEmpty && serving.isEmpty && terms.isEmpty)
  }
}
