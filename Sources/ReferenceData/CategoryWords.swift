import Diagnostics
import JapaneseText

/// Words in names and 種別 columns that tell a category (語→カテゴリ).
public struct CategoryWords: Sendable {
  public struct Match: Sendable, Hashable {
    public var category: String
    public var word: String
    /// Whether the word alone decides; otherwise it is a hint.
    public var sure: Bool
  }

  /// Words that alone decide, as they are written.
  public private(set) var sure: [(word: String, category: String)] = []
  /// Folded synonyms of exactly one category.
  private let synonyms: [String: String]
  /// Folded words grouped by first scalar, longest first.
  private let entries: [UInt32: [(key: [UInt32], match: Match)]]

  init(file: DataFile, categories: Taxonomy) throws(SasaeError) {
    var entries: [UInt32: [(key: [UInt32], match: Match)]] = [:]
    var seen: [String: Int] = [:]
    func add(_ word: String, _ category: String, sure: Bool) {
      let key = FoldedText(Folding.key(word)).scalars
      guard let first = key.first else { return }
      entries[first, default: []].append(
        (key, Match(category: category, word: word, sure: sure)))
    }
    for row in file.rows {
      let word = try row.required("word")
      let category = try row.required("category")
      guard categories[category] != nil else {
        throw row.error(
          "data.dangling",
          [
            "value": "\(category)", "what": Bilingual(ja: "カテゴリ", en: "category"),
            "suggestion": "\(categories.suggestion(for: category) ?? "")",
          ], field: "category")
      }
      guard seen.updateValue(row.line, forKey: Folding.key(word)) == nil else {
        throw row.error("data.duplicate", ["value": "\(word)"], field: "word")
      }
      guard ["0", "1"].contains(row["sure"]) else {
        throw row.error(
          "data.value", ["value": "\(row["sure"])", "expected": "0, 1"], field: "sure")
      }
      add(word, category, sure: row["sure"] == "1")
      if row["sure"] == "1" { sure.append((word, category)) }
    }
    for term in categories.terms where seen[Folding.key(term.label.ja)] == nil {
      add(term.label.ja, term.code, sure: true)
    }
    // A synonym that only one category has decides when it is the whole of what was written; inside
    // a name it says too little.
    var synonyms: [String: Set<String>] = [:]
    for term in categories.terms {
      for synonym in term.synonyms { synonyms[Folding.key(synonym), default: []].insert(term.code) }
    }
    self.synonyms = synonyms.compactMapValues { $0.count == 1 ? $0.first : nil }
    for key in entries.keys {
      entries[key]?.sort { ($0.key.count, $1.match.category) > ($1.key.count, $0.match.category) }
    }
    self.entries = entries
  }

  /// The category a whole cell names (「認知症カフェ」); a cell that says more than the word is
  /// left to `within`.
  public func exactly(_ text: String) -> Match? {
    let folded = Folding.key(text)
    let key = FoldedText(folded).scalars
    guard let first = key.first else { return nil }
    if let match = entries[first]?.first(where: { $0.key == key })?.match { return match }
    return synonyms[folded].map { Match(category: $0, word: text, sure: true) }
  }

  /// Every category named inside a text, longest words first where they overlap, in order.
  public func within(_ text: String) -> [Match] {
    let scalars = Folding.keyScalars(text)
    var out: [Match] = []
    var at = 0
    while at < scalars.count {
      let found = entries[scalars[at]]?.first {
        at + $0.key.count <= scalars.count
          && scalars[at..<at + $0.key.count].elementsEqual($0.key)
      }
      if let found {
        if !out.contains(where: { $0.category == found.match.category }) {
          out.append(found.match)
        }
        at += found.key.count
      } else {
        at += 1
      }
    }
    return out
  }
}
