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
    /// The workspace's own.
    public var isLocal = false
    /// Those of `synonyms` that are the workspace's own, where the term is not.
    public var localSynonyms: [String] = []
  }

  public private(set) var terms: [Term]
  /// Of the bundled file; nil when it has none.
  public let version: String?
  /// The codes that were given another name.
  public let renames: CodeRenames
  /// Where the workspace's file says an old code.
  public let renamedUses: [RenamedUse]
  private let tree: CodeRenames.Tree
  private let byCode: [String: Int]
  private let children: [String: [String]]

  init(
    file: DataFile, own: DataFile? = nil, tree: CodeRenames.Tree,
    renames: CodeRenames = CodeRenames()
  ) throws(SasaeError) {
    version = file.notes["version"]
    if let version, !TaxonomyVersion.isValid(version) {
      throw SasaeError(
        "data.value", ["value": "\(version)", "expected": TaxonomyVersion.form],
        at: Position(file: file.path, field: "version"))
    }
    self.tree = tree
    self.renames = renames
    var rows = file.rows
    var terms: [Term] = []
    var byCode: [String: Int] = [:]
    for row in file.rows {
      let code = try row.required("code")
      guard byCode[code] == nil else {
        throw row.error("data.duplicate", ["value": "\(code)"], field: "code")
      }
      byCode[code] = terms.count
      terms.append(
        Term(
          code: code,
          label: Bilingual(ja: try row.required("label_ja"), en: try row.required("label_en")),
          kana: row["kana"], synonyms: row.list("synonyms"),
          parent: row["parent"].isEmpty ? nil : row["parent"], modes: try Self.modes(row),
          line: row.line))
    }
    var uses: [RenamedUse] = []
    if let own {
      var local = LocalTerms(file: own, renames: renames, tree: tree)
      try local.add(to: &terms, rows: &rows)
      uses = local.uses
      for (i, term) in terms.enumerated() { byCode[term.code] = i }
    }
    renamedUses = uses
    var children: [String: [String]] = [:]
    for (term, row) in zip(terms, rows) {
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

  static func modes(_ row: DataFile.Row) throws(SasaeError) -> [ReachMode] {
    var modes: [ReachMode] = []
    for word in row.list("modes") {
      guard let mode = ReachMode(rawValue: word) else {
        throw row.error(
          "data.value", ["value": "\(word)", "expected": "\(ReachMode.known)"], field: "modes")
      }
      modes.append(mode)
    }
    return modes
  }

  /// The code as it is now; itself when it was never renamed.
  public func current(_ code: String) -> String { renames.current(tree, code) }

  /// How it was renamed; nil for a code that stands.
  public func rename(_ code: String) -> CodeRenames.Entry? { renames.entry(tree, code) }

  /// Every rename of this tree.
  public var renamed: [CodeRenames.Entry] { renames.entries.filter { $0.tree == tree } }

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
    /// The workspace's own word.
    public var isLocal = false
  }

  public let version: String?
  public let renamedUses: [RenamedUse]
  public let links: [Link]
  private let byNeed: [String: [Link]]

  /// Rows of `own`, the workspace's, take the place of those of the same pair; weight 0 takes a pair
  /// out.
  init(
    file: DataFile, own: DataFile? = nil, needs: Taxonomy, categories: Taxonomy
  ) throws(SasaeError) {
    version = file.notes["version"]
    var uses: [RenamedUse] = []
    func resolve(_ row: DataFile.Row, _ field: String, _ terms: Taxonomy, _ what: Bilingual)
      throws(SasaeError) -> String
    {
      let given = try row.required(field)
      let code = terms.current(given)
      guard terms[code] != nil else {
        throw row.error(
          "data.dangling",
          [
            "value": "\(code)", "what": what,
            "suggestion": "\(terms.suggestion(for: code) ?? "")",
          ], field: field)
      }
      if code != given {
        uses.append(
          RenamedUse(
            position: Position(file: row.path, line: row.line, field: field), old: given, new: code)
        )
      }
      return code
    }
    var links: [Link] = []
    var places: [String: Int] = [:]
    for (file, isLocal) in [(Optional(file), false), (own, true)] {
      var seen: Set<String> = []
      for row in file?.rows ?? [] {
        let need = try resolve(row, "need", needs, Bilingual(ja: "ニーズ", en: "need"))
        let category = try resolve(
          row, "category", categories, Bilingual(ja: "カテゴリ", en: "category"))
        let pair = need + "\t" + category
        guard seen.insert(pair).inserted else {
          throw row.error("data.duplicate", ["value": "\(need) \(category)"], field: "category")
        }
        let link = Link(
          need: need, category: category, weight: try row.number("weight", in: 0...1),
          source: isLocal && row["source"].isEmpty ? "workspace" : row["source"], line: row.line,
          isLocal: isLocal)
        if let at = places[pair] {
          links[at] = link
        } else {
          places[pair] = links.count
          links.append(link)
        }
      }
    }
    renamedUses = uses
    self.links = links.filter { !$0.isLocal || $0.weight > 0 }
    byNeed = Dictionary(grouping: self.links, by: \.need)
  }

  /// Heaviest first, then by code.
  public func links(for need: String) -> [Link] {
    (byNeed[need] ?? []).sorted { ($1.weight, $0.category) < ($0.weight, $1.category) }
  }
}
