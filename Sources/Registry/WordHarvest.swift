import JapaneseText
import Model
import ReferenceData
import TextIndex

/// The words that records are written with, gathered while documents are built: what a mistyped word may
/// have meant, and how a word typed in kana is written.
struct WordHarvest: Sendable {
  struct Note: Sendable {
    /// Empty where none is known.
    var reading: String
    var form: String
  }

  private(set) var words: [String: Note] = [:]
  /// Keys of the areas that are served.
  private(set) var areas: Set<String> = []
  /// Names of records as search compares them and as they are written.
  private(set) var names: [String: String] = [:]
  static let mostNames = 20_000
  /// Whether no document was built.
  private(set) var isEmpty = true
  /// A town has some ten thousand words; what lies far beyond is names and noise.
  static let most = 200_000

  mutating func take(_ word: Morpheme) {
    guard words[word.term] == nil, words.count < Self.most,
      word.term.unicodeScalars.count > 1 || word.reading != nil
    else { return }
    words[word.term] = Note(reading: word.reading ?? "", form: word.form)
  }

  /// A name: who mistypes it still wants the record.
  mutating func take(_ name: String, key: [UInt32]) {
    isEmpty = false
    guard (3...24).contains(key.count), names.count < Self.mostNames else { return }
    names[Analyzer.string(key[...])] = name
  }

  mutating func take(areaTerm term: String) {
    guard term != Term.everyArea, areas.count < Self.most else { return }
    areas.insert(term)
  }

  mutating func merge(_ other: WordHarvest) {
    words.merge(other.words) { mine, _ in mine }
    areas.formUnion(other.areas)
    isEmpty = isEmpty && other.isEmpty
    for (key, name) in other.names where names.count < Self.mostNames { names[key] = name }
  }

  /// What an index of these words and this lexicon knows.
  func vocabulary(_ lexicon: Lexicon?) -> [String: VocabularyEntry] {
    var out: [String: VocabularyEntry] = [:]
    for (surface, entry) in lexicon?.entries ?? [:] {
      var made = VocabularyEntry()
      made.concepts = entry.concepts
      made.near = entry.near
      made.categories = entry.categories
      made.serving = entry.serving
      out[surface] = made
    }
    addReadings(lexicon, &out)
    func note(_ key: String, _ form: String) {
      if out[key] == nil { out[key] = VocabularyEntry() }
      if out[key]?.form == nil, form != key { out[key]?.form = form }
    }
    for (key, name) in names { note(key, name) }
    for (surface, word) in lexicon?.written ?? [:] where out[surface] != nil { note(surface, word) }
    for (word, known) in words {
      let reading = known.reading
      if word.unicodeScalars.count > 1 { note(word, known.form) }
      guard !reading.isEmpty, reading != word, reading.unicodeScalars.count > 1 else { continue }
      out[reading, default: VocabularyEntry()].written.append(word)
    }
    for term in areas.sorted() {
      let name = LexiconSurface.of(String(term.dropFirst(Term.area("").count)))
      for surface in [name, name + LexiconSurface.of("地区")] where !name.isEmpty {
        out[surface, default: VocabularyEntry()].terms.append(term)
      }
    }
    for (surface, days) in DayWords.table {
      out[surface, default: VocabularyEntry()].terms += days.map(Term.day)
    }
    for key in out.keys { out[key]?.written.sort() }
    return out
  }
}

extension WordHarvest {
  /// Words of categories and needs by their reading too, as the dictionary has it.
  private func addReadings(_ lexicon: Lexicon?, _ out: inout [String: VocabularyEntry]) {
    guard let lexicon, let reader = WordReader(Morphology.shared) else { return }
    for (surface, word) in lexicon.written.sorted(by: { $0.key < $1.key }) {
      guard let entry = out[surface] else { continue }
      let parts = reader.words(in: word).map { $0.surfaceReading }
      guard !parts.contains(nil) else { continue }
      let reading = LexiconSurface.of(parts.compactMap(\.self).joined())
      guard reading.unicodeScalars.count > 3, out[reading] == nil else { continue }
      out[reading] = entry
      out[reading]?.form = word
    }
  }
}

/// Words for days of the week, as a search may name them.
enum DayWords {
  static let table: [(surface: String, days: [Weekday])] = {
    var out: [(String, [Weekday])] = []
    for (day, name) in zip(Weekday.allCases, ["月", "火", "水", "木", "金", "土", "日"]) {
      out.append((name + "曜", [day]))
      out.append((name + "曜日", [day]))
    }
    out.append(("平日", Array(Weekday.allCases.prefix(5))))
    for weekend in ["土日", "週末", "休日"] { out.append((weekend, Array(Weekday.allCases.suffix(2)))) }
    return out.map { (LexiconSurface.of($0.0), $0.1) }
  }()
}
