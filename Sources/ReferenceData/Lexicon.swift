import Diagnostics
import JapaneseText

/// Which words mean the same to a searcher: spellings (表記ゆれ), synonyms (同義語), and the words of
/// categories and needs.
///
/// Words that are interchangeable form one concept, named by its usual word. A record is indexed with
/// the concepts it names and a query asks for them, so that 買物 finds 買い物.
public struct Lexicon: Sendable {
  /// What one surface (as ``SearchText`` has it) stands for.
  public struct Entry: Sendable, Hashable {
    /// The concepts it is a word of.
    public var concepts: [String] = []
    /// Concepts that are useful to who looks for this one.
    public var near: [String] = []
    /// Codes of the categories it names.
    public var categories: [String] = []
    /// Codes of categories that serve the need it names, each with its weight.
    public var serving: [String: Double] = [:]
  }

  public private(set) var entries: [String: Entry] = [:]
  /// All its words as they are written, by their surface.
  public private(set) var written: [String: String] = [:]
  private var finder = SurfaceFinder()
  /// The surfaces of each concept.
  private var members: [String: [String]] = [:]
  /// Readings of each concept, which other concepts may share.
  private var homonyms: [String: Set<String>] = [:]

  public init(
    spelling: [DataFile], synonyms: [DataFile], categories: Taxonomy, words: CategoryWords,
    needs: Taxonomy, crosswalk: Crosswalk
  ) throws(SasaeError) {
    var groups = WordGroups()
    // A reading is no spelling: 病院 and 美容院 may be read alike without being the same.
    var readings: [(kana: String, word: String)] = []
    for file in spelling {
      for row in file.rows {
        let word = try row.required("word")
        // A word in hiragana is a reading too, unless it is the usual way of writing.
        let variants = row.list("variants")
        remember([word] + variants)
        groups.join([word] + variants.filter { !Self.isHiragana($0) })
        for kana in variants.filter(Self.isHiragana) + [row["kana"]] where !kana.isEmpty {
          readings.append((kana, word))
        }
      }
    }
    var near: [[String]] = []
    for file in synonyms {
      for row in file.rows {
        _ = try row.required("words")
        let words = row.list("words")
        guard words.count > 1 else {
          throw row.error(
            "data.value",
            [
              "value": "\(row["words"])",
              "expected": Bilingual(ja: "「;」で区切った二つ以上の語", en: "two words or more, ; between"),
            ], field: "words")
        }
        remember(words)
        switch row["kind"] {
        case "same": groups.join(words)
        case "near":
          for word in words { groups.join([word]) }
          near.append(words)
        default:
          throw row.error(
            "data.value", ["value": "\(row["kind"])", "expected": "same, near"], field: "kind")
        }
      }
    }
    for (surface, concept) in groups.concepts where surface.unicodeScalars.count > 1 {
      entries[surface, default: Entry()].concepts.append(concept)
    }
    for (kana, word) in readings {
      let surface = LexiconSurface.of(kana)
      guard let concept = groups.concept(of: word), surface.unicodeScalars.count > 1,
        entries[surface]?.concepts.contains(concept) != true
      else { continue }
      entries[surface, default: Entry()].concepts.append(concept)
      homonyms[concept, default: []].insert(surface)
    }
    let members = Dictionary(grouping: groups.concepts, by: \.concept)
      .mapValues { $0.map(\.surface) }
    self.members = members
    addNear(near, groups)
    addCategories(categories)
    for (word, category) in words.sure where categories[category]?.parent != nil {
      add(category, namedBy: word)
    }
    addNeeds(needs, crosswalk)
    for (surface, entry) in entries where !entry.concepts.isEmpty {
      finder.add(surface, naming: entry.concepts)
    }
    finder.finish()
  }

  /// The concepts that `text` names, each with how often.
  public func concepts(in text: SearchText, _ body: (String) -> Void) {
    finder.find(in: text, body)
  }

  private mutating func addNear(_ rows: [[String]], _ groups: WordGroups) {
    for words in rows {
      let concepts = words.compactMap { groups.concept(of: $0) }
      for concept in concepts {
        for surface in surfaces(of: concept) where entries[surface] != nil {
          for other in concepts
          where other != concept && entries[surface]?.near.contains(other) == false {
            entries[surface]?.near.append(other)
          }
        }
      }
    }
  }

  /// A category's label, its parts and its synonyms name it; every spelling of them does.
  private mutating func addCategories(_ categories: Taxonomy) {
    for term in categories.terms where term.parent != nil {
      // A short part of a label (支援, 相談) names nothing by itself.
      let parts = term.label.ja.split(separator: "・").map(String.init)
        .filter { $0.unicodeScalars.count > 2 }
      for word in [term.label.ja, term.kana] + parts + term.synonyms {
        add(term.code, namedBy: word)
      }
    }
  }

  private mutating func add(_ category: String, namedBy word: String) {
    each(spellingOf: word) { lexicon, surface in
      if lexicon.entries[surface]?.categories.contains(category) != true {
        lexicon.entries[surface, default: Entry()].categories.append(category)
      }
    }
  }

  private mutating func addNeeds(_ needs: Taxonomy, _ crosswalk: Crosswalk) {
    for need in needs.terms {
      for word in [need.label.ja, need.kana] + need.synonyms {
        each(spellingOf: word) { lexicon, surface in
          for link in crosswalk.links(for: need.code) {
            let known = lexicon.entries[surface]?.serving[link.category] ?? 0
            lexicon.entries[surface, default: Entry()].serving[link.category] = max(
              known, link.weight)
          }
        }
      }
    }
  }

  private mutating func remember(_ words: [String]) {
    for word in words {
      let surface = LexiconSurface.of(word)
      if written[surface] == nil { written[surface] = word }
    }
  }

  private static func isHiragana(_ word: String) -> Bool {
    word.unicodeScalars.allSatisfy { (0x3041...0x309F).contains($0.value) || $0.value == 0x30FC }
  }

  private func surfaces(of concept: String) -> [String] {
    (members[concept] ?? []) + (homonyms[concept] ?? []).sorted()
  }

  /// The surfaces of all words that are the same as `word`, itself among them.
  private mutating func each(
    spellingOf word: String, _ body: (inout Lexicon, String) -> Void
  ) {
    let surface = LexiconSurface.of(word)
    guard surface.unicodeScalars.count > 1 else { return }
    if written[surface] == nil { written[surface] = word }
    body(&self, surface)
    for concept in entries[surface]?.concepts ?? []
    where members[concept]?.contains(surface) == true {
      for other in surfaces(of: concept) where other != surface && entries[other] != nil {
        body(&self, other)
      }
    }
  }
}

/// A word as a lexicon is looked up with.
public enum LexiconSurface {
  /// As search compares it, without blanks and marks.
  public static func of(_ word: String) -> String {
    Analyzer.string(SearchText(word).key[...])
  }
}

/// Words joined into concepts; a word in two rows joins both.
struct WordGroups {
  private var parents: [String: String] = [:]
  /// Surfaces in the order they came: the first of a group names it.
  private var order: [String: Int] = [:]

  mutating func join(_ words: [String]) {
    var first: String?
    for word in words {
      let surface = LexiconSurface.of(word)
      guard !surface.isEmpty else { continue }
      if parents[surface] == nil {
        parents[surface] = surface
        order[surface] = order.count
      }
      guard let other = first else {
        first = surface
        continue
      }
      let (a, b) = (root(other), root(surface))
      if a == b { continue }
      let isFirst = (order[a] ?? 0) < (order[b] ?? 0)
      parents[isFirst ? b : a] = isFirst ? a : b
    }
  }

  func root(_ surface: String) -> String {
    var at = surface
    while let above = parents[at], above != at { at = above }
    return at
  }

  func concept(of word: String) -> String? {
    let surface = LexiconSurface.of(word)
    return parents[surface] == nil ? nil : root(surface)
  }

  var concepts: [(surface: String, concept: String)] {
    parents.keys.sorted().map { ($0, root($0)) }
  }
}
