import JapaneseText
import TextIndex

/// One thing a query asks for: a word, or a stretch of characters that no word is known for.
struct QueryUnit: Sendable, Hashable {
  /// As search compares it.
  var scalars: [UInt32]
  /// Where it begins in the text; nil where marks are inside it, or it is not as it stands there.
  var start: Int?
  var isJapanese: Bool
  /// What the index knows of it; nil for a stretch of characters.
  var entry: VocabularyEntry?
  /// As typed, where that is not how it is looked for.
  var shown: String?
  /// A word in its dictionary form.
  var isWord = false
  /// For a single character: the index terms that hold it.
  var holders: [String] = []

  var text: String { Analyzer.string(scalars[...]) }

  /// Its place in the text.
  var range: Range<Int>? { start.map { $0..<$0 + scalars.count } }

  /// The same unit further on in a text.
  func moved(by offset: Int) -> QueryUnit {
    var moved = self
    moved.start = start.map { $0 + offset }
    return moved
  }

  /// The documents that have it, each way of having it with its weight. `widened`: those too that only
  /// serve who looks for it.
  func query(_ settings: SearchSettings, widened: Bool) -> IndexQuery {
    let literal = literal
    guard let entry else { return literal }
    var ways: [IndexQuery] = []
    if settings.concepts {
      ways += entry.concepts.map { .term(Term.concept($0)) }
      ways += entry.categories.map { .scaled(.term(Term.category($0)), settings.categoryScale) }
      if widened { ways += wider(entry, settings) }
      ways += entry.terms.map { .scaled(.term($0), settings.termScale) }
      if entry.terms.contains(where: { $0.hasPrefix(Term.area("")) }) {
        ways.append(.scaled(.term(Term.everyArea), settings.termScale / 2))
      }
    }
    if settings.readings {
      ways += entry.written.prefix(Self.mostWritten).map { word in
        .scaled(Self.literal(word.unicodeScalars.map(\.value)), settings.readingScale)
      }
    }
    // A word of a concept is indexed with it, so the characters need not be asked for too.
    if !settings.concepts || entry.concepts.isEmpty { ways.append(literal) }
    return ways.count == 1 ? ways[0] : .or(ways)
  }

  /// Whether there is more to find than what it is.
  var widens: Bool {
    guard let entry else { return false }
    return !entry.near.isEmpty || !entry.serving.isEmpty
      || entry.categories.contains { Self.above($0) != nil }
  }

  /// What is useful to who looks for it, without being it.
  private func wider(_ entry: VocabularyEntry, _ settings: SearchSettings) -> [IndexQuery] {
    // S-SHOP-FARM lies under S-SHOP: its neighbours are of some use.
    let above = Set(entry.categories.compactMap(Self.above)).subtracting(entry.categories).sorted()
    return entry.near.map { .scaled(.term(Term.concept($0)), settings.nearScale) }
      + above.map { .scaled(.term(Term.category($0)), settings.aboveScale) }
      + entry.serving.sorted { $0.key < $1.key }.compactMap { code, weight in
        weight < 0.5 || entry.categories.contains(code)
          ? nil : .scaled(.term(Term.category(code)), settings.servingScale * weight)
      }
  }

  /// The group a category stands in; nil for a group itself.
  private static func above(_ code: String) -> String? {
    let parts = code.split(separator: "-")
    return parts.count > 2 ? parts.dropLast().joined(separator: "-") : nil
  }

  /// Words of one reading asked for; the rest are homophones of few records.
  private static let mostWritten = 6

  /// The documents that have its characters.
  private var literal: IndexQuery {
    if isWord {
      let word = IndexQuery.term(Term.word(text))
      return scalars.count > 1 ? .or([word, Self.literal(scalars)]) : word
    }
    if !holders.isEmpty { return .or(holders.map(IndexQuery.term)) }
    return Self.literal(scalars)
  }

  /// All pairs of characters. Many pairs say the same thing, so together they weigh as much as two.
  static func literal(_ scalars: [UInt32]) -> IndexQuery {
    let terms = Analyzer.terms(of: scalars[...])
    if terms.count == 1 { return .term(terms[0]) }
    let all = IndexQuery.and(terms.map(IndexQuery.term))
    return terms.count == 2 ? all : .scaled(all, 2 / Double(terms.count))
  }
}
