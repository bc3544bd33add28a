import Diagnostics
import Model
import ReferenceData
import Searching

/// One code of a taxonomy as the lists give it.
public struct TermEntry: Codable, Sendable {
  public var code: String
  public var label: String
  public var kana: String?
  public var synonyms: [String]
  public var parent: String?
  public var modes: [ReachMode]?
  /// The workspace's own term; of another term, its synonyms that are.
  public var local: Bool?
  public var localSynonyms: [String]?

  init(_ term: Taxonomy.Term, _ language: Language, withModes: Bool) {
    code = term.code
    label = term.label(language)
    kana = term.kana.isEmpty ? nil : term.kana
    synonyms = term.synonyms
    parent = term.parent
    modes = withModes ? term.modes : nil
    local = term.isLocal ? true : nil
    localSynonyms = term.localSynonyms.isEmpty ? nil : term.localSynonyms
  }
}

/// The category taxonomy.
public enum ListCategories: Operation {
  public static let name = "list_categories"
  public static let summary = Bilingual(ja: "資源のカテゴリの一覧", en: "List the resource categories")
  public static let scope = Scope.read

  public struct Input: Codable, Sendable {
    public init() {}
  }

  public struct Output: Codable, Sendable {
    /// Of the bundled table.
    public var version: String?
    public var categories: [TermEntry]
    public var renamed: [RenamedCode]?
  }

  public static func run(_ input: Input, in session: Session) throws(SasaeError) -> Output {
    let categories = try session.shelf.library().categories
    return Output(
      version: categories.version,
      categories: categories.terms.map { TermEntry($0, session.language, withModes: true) },
      renamed: RenamedCode.list(categories))
  }
}

/// The need taxonomy with what serves each need.
public enum ListNeeds: Operation {
  public static let name = "list_needs"
  public static let summary = Bilingual(ja: "ニーズの一覧", en: "List the needs")
  public static let scope = Scope.read

  public struct Input: Codable, Sendable {
    public init() {}
  }

  public struct Output: Codable, Sendable {
    /// Of the bundled table.
    public var version: String?
    public var needs: [NeedEntry]
    public var renamed: [RenamedCode]?
  }

  public struct NeedEntry: Codable, Sendable {
    public var code: String
    public var label: String
    public var kana: String?
    public var synonyms: [String]
    public var parent: String?
    /// The workspace's own term; of another term, its synonyms that are.
    public var local: Bool?
    public var localSynonyms: [String]?
    /// Categories that serve it, heaviest first.
    public var servedBy: [Link]
  }

  public struct Link: Codable, Sendable {
    public var category: String
    public var weight: Double
    public var source: String
    /// The workspace's own weight.
    public var local: Bool?
  }

  public static func run(_ input: Input, in session: Session) throws(SasaeError) -> Output {
    let library = try session.shelf.library()
    return Output(
      version: library.needs.version,
      needs: library.needs.terms.map { term in
        NeedEntry(
          code: term.code, label: term.label(session.language),
          kana: term.kana.isEmpty ? nil : term.kana, synonyms: term.synonyms, parent: term.parent,
          local: term.isLocal ? true : nil,
          localSynonyms: term.localSynonyms.isEmpty ? nil : term.localSynonyms,
          servedBy: library.crosswalk.links(for: term.code).map {
            Link(
              category: $0.category, weight: $0.weight, source: $0.source,
              local: $0.isLocal ? true : nil)
          })
      }, renamed: RenamedCode.list(library.needs))
  }
}

extension RenamedCode {
  fileprivate static func list(_ terms: Taxonomy) -> [RenamedCode]? {
    terms.renamed.isEmpty ? nil : terms.renamed.map(RenamedCode.init)
  }
}
