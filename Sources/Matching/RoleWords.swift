import Diagnostics
@_spi(Host) import MatchingKit
import Model
import ReferenceData

/// `role-words.tsv` and `strength-words.tsv`: who looks for hands, and what strengths are good for.
struct RoleWords: WordTable {
  static let names: KeyValuePairs<String, [String]> = [
    "role-words.tsv": ["kind", "value", "with", "unless"],
    "strength-words.tsv": ["strengths", "words", "needs"],
  ]

  enum Kind: String, CaseIterable {
    case category, likely, opening, search
  }

  private struct Opening {
    var subjects: [String]
    var with: [String]
    var unless: [String]

    /// Characters between the two words at most.
    static let gap = 10

    func stands(in text: String) -> Bool {
      for subject in subjects {
        var rest = text[...]
        while let at = rest.firstRange(of: subject) {
          if with.isEmpty { return true }
          let behind = rest[at.upperBound...]
          let near = with.contains { word in
            behind.prefix(Self.gap + word.count).firstRange(of: word) != nil
          }
          if near { return true }
          rest = behind
        }
      }
      return false
    }
  }

  private struct Strength {
    var keys: [String]
    var words: [Wish]
    var needs: [String]
  }

  /// Categories of roles, and those whose resources need hands as a rule.
  private(set) var categories: [String] = []
  private(set) var likely: [String] = []
  /// What the directory is searched for.
  private(set) var searches: [String] = []
  private var openings: [Opening] = []
  private var strengths: [Strength] = []
  private let taxonomy: Taxonomy
  var fingerprint = ""

  /// Rows of both files.
  init(_ rows: [[DataFile.Row]], _ library: ReferenceLibrary) throws(SasaeError) {
    taxonomy = library.categories
    let category = Bilingual(ja: "資源分類", en: "category")
    for row in rows[0] {
      let value = try row.required("value")
      switch try row.word(Kind.self, "kind") {
      case .category:
        categories.append(try row.code(value, in: taxonomy, field: "value", what: category))
      case .likely:
        likely.append(try row.code(value, in: taxonomy, field: "value", what: category))
      case .search: searches.append(value)
      case .opening:
        openings.append(
          Opening(
            subjects: row.folded("value"), with: row.folded("with"),
            unless: row.folded("unless")))
      }
    }
    for row in rows[1] {
      _ = try row.required("strengths")
      var needs: [String] = []
      for code in row.list("needs") {
        needs.append(
          try row.code(
            code, in: library.needs, field: "needs", what: Bilingual(ja: "ニーズ", en: "need")))
      }
      strengths.append(
        Strength(
          keys: row.folded("strengths"),
          words: row.list("words").map { Wish($0, key: PhraseMemo.fold($0)) },
          needs: needs))
    }
  }

  /// Whether the resource looks for hands.
  @Sendable func opening(_ listing: Listing) -> RoleOpening? {
    if let clause = clause(listing) { return .words(clause) }
    if let code = first(categories, listing) { return .category(taxonomy[code]?.label ?? "") }
    if let code = first(likely, listing) { return .likely(taxonomy[code]?.label ?? "") }
    return nil
  }

  /// Whether those who take part are those who help there, so that what is stated of who may come, and
  /// of when it is full, holds for them.
  func isRole(_ listing: Listing) -> Bool { first(categories, listing) != nil }

  private func first(_ codes: [String], _ listing: Listing) -> String? {
    codes.first { code in
      listing.categories.contains { taxonomy.lineage($0).contains(code) }
    }
  }

  private static let ends: Set<Character> = [
    "。", "，", "．", "\n", "！", "？", "!", "?", "（", "）", "(", ")",
  ]

  /// The sentence that looks for hands, as it is written.
  private func clause(_ listing: Listing) -> String? {
    let parts =
      [listing.name] + [listing.summary, listing.description].compactMap { $0 } + listing.tags
    for part in parts {
      for clause in part.split(whereSeparator: Self.ends.contains) {
        let text = PhraseMemo.folded(String(clause))
        let isOpen = openings.contains { opening in
          opening.stands(in: text) && !opening.unless.contains(where: text.contains)
        }
        if isOpen { return String(clause) }
      }
    }
    return nil
  }

  /// The words of roles that can use a strength.
  func skill(_ strength: Wish) -> Skill {
    var words = [strength]
    for row in rows(of: strength) {
      for word in row.words where !words.contains(word) { words.append(word) }
    }
    return Skill(strength.text, words: words)
  }

  /// The needs a strength speaks of; empty where its row names none.
  func needs(of strength: Wish) -> [String] {
    rows(of: strength).flatMap(\.needs)
  }

  private func rows(of strength: Wish) -> [Strength] {
    let text = PhraseMemo.folded(strength.text)
    return strengths.filter { row in row.keys.contains { text.contains($0) } }
  }
}
