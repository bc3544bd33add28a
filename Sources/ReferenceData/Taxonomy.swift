import Diagnostics
import JapaneseText
import Model

/// A tree of codes with labels and the words people use for them.
///
/// Needs (ニーズ) and resource categories (資源のカテゴリ) are two of these. Codes never change
/// meaning; labels and synonyms may grow.
public struct Taxonomy: Sendable {
  public struct Term: Sendable, Hashable {
    public var code: String
    public var label: Bilingual
    /// Reading of the Japanese label, hiragana.
    public var kana: String
    public var synonyms: [String]
    public var parent: String?
    /// How person and resource usually meet; categories only.
    public var modes: [ReachMode]
    public var line: Int
  }

  public private(set) var terms: [Term]
  private let byCode: [String: Int]
  private let children: [String: [String]]

  public init(file: DataFile) throws(SasaeError) {
    var terms: [Term] = []
    var byCode: [String: Int] = [:]
    for row in file.rows {
      let code = try row.required("code")
      guard byCode[code] == nil else {
        throw row.error("data.duplicate", ["value": "\(code)"], field: "code")
      }
      var modes: [ReachMode] = []
      for word in row.list("modes") {
        guard let mode = ReachMode(rawValue: word) else {
          throw row.error(
            "data.value", ["value": "\(word)", "expected": "\(ReachMode.known)"], field: "modes")
        }
        modes.append(mode)
      }
      byCode[code] = terms.count
      terms.append(
        Term(
          code: code,
          label: Bilingual(ja: try row.required("label_ja"), en: try row.required("label_en")),
          kana: row["kana"], synonyms: row.list("synonyms"),
          parent: row["parent"].isEmpty ? nil : row["parent"], modes: modes, line: row.line))
    }
    var children: [String: [String]] = [:]
    for (term, row) in zip(terms, file.rows) {
      guard let parent = term.parent else { continue }
      guard byCode[parent] != nil else {
        throw row.error(
          "data.dangling",
          [
            "value": "\(parent)", "what": Bilingual(ja: "親コード", en: "parent code"),
            "suggestion": "\(DidYouMean.closest(to: parent, among: byCode.keys) ?? "")",
          ], field: "parent")
      }
      children[parent, default: []].append(term.code)
      var seen: Set<String> = [term.code]
      var above = term.parent
      while let code = above {
        guard seen.insert(code).inserted else {
          throw row.error("data.cycle", ["value": "\(term.code)"], field: "parent")
        }
        above = byCode[code].flatMap { terms[$0].parent }
      }
    }
    self.terms = terms
    self.byCode = byCode
    self.children = children
  }

  public subscript(_ code: String) -> Term? { byCode[code].map { terms[$0] } }

  public func children(of code: String) -> [String] { children[code] ?? [] }

  public func isLeaf(_ code: String) -> Bool { children[code] == nil }

  /// The code and its ancestors, nearest first.
  public func lineage(_ code: String) -> [String] {
    var out: [String] = []
    var next: String? = code
    while let code = next, let term = self[code] {
      out.append(code)
      next = term.parent
    }
    return out
  }

  /// The code itself and everything below it.
  public func descendants(_ code: String) -> [String] {
    [code] + children(of: code).flatMap(descendants)
  }

  /// The known code closest to a mistyped one, or the code whose label or synonym was typed.
  public func suggestion(for typed: String) -> String? {
    let key = Folding.key(typed)
    if let term = terms.first(where: { term in
      Folding.key(term.label.ja) == key || Folding.key(term.label.en) == key
        || term.synonyms.contains { Folding.key($0) == key }
    }) {
      return term.code
    }
    return DidYouMean.closest(to: typed, among: terms.map(\.code))
  }
}

/// Need → category with a weight: what serves what, and how well (対応表).
public struct Crosswalk: Sendable {
  public struct Link: Sendable, Hashable {
    public var need: String
    public var category: String
    /// 0…1; expert judgement unless `source` says otherwise.
    public var weight: Double
    public var source: String
    public var line: Int
  }

  public let links: [Link]
  private let byNeed: [String: [Link]]

  init(file: DataFile, needs: Taxonomy, categories: Taxonomy) throws(SasaeError) {
    var links: [Link] = []
    var seen: Set<String> = []
    for row in file.rows {
      let need = try row.required("need")
      let category = try row.required("category")
      guard needs[need] != nil else {
        throw row.error(
          "data.dangling",
          [
            "value": "\(need)", "what": Bilingual(ja: "ニーズ", en: "need"),
            "suggestion": "\(needs.suggestion(for: need) ?? "")",
          ], field: "need")
      }
      guard categories[category] != nil else {
        throw row.error(
          "data.dangling",
          [
            "value": "\(category)", "what": Bilingual(ja: "カテゴリ", en: "category"),
            "suggestion": "\(categories.suggestion(for: category) ?? "")",
          ], field: "category")
      }
      guard seen.insert(need + "\t" + category).inserted else {
        throw row.error("data.duplicate", ["value": "\(need) \(category)"], field: "category")
      }
      links.append(
        Link(
          need: need, category: category, weight: try row.number("weight", in: 0...1),
          source: row["source"], line: row.line))
    }
    self.links = links
    byNeed = Dictionary(grouping: links, by: \.need)
  }

  /// Heaviest first, then by code.
  public func links(for need: String) -> [Link] {
    (byNeed[need] ?? []).sorted { ($1.weight, $0.category) < ($0.weight, $1.category) }
  }
}
