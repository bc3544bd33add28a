import Diagnostics
import Model
import ReferenceData

/// One code of a taxonomy as the lists give it.
public struct TermEntry: Codable, Sendable {
  public var code: String
  public var label: String
  public var kana: String?
  public var synonyms: [String]
  public var parent: String?
  public var modes: [ReachMode]?

  init(_ term: Taxonomy.Term, _ language: Language, withModes: Bool) {
    code = term.code
    label = term.label(language)
    kana = term.kana.isEmpty ? nil : term.kana
    synonyms = term.synonyms
    parent = term.parent
    modes = withModes ? term.modes : nil
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
    public var categories: [TermEntry]
  }

  public static func run(_ input: Input, in session: Session) throws(SasaeError) -> Output {
    Output(
      categories: try session.shelf.library().categories.terms
        .map { TermEntry($0, session.language, withModes: true) })
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
    public var needs: [NeedEntry]
  }

  public struct NeedEntry: Codable, Sendable {
    public var code: String
    public var label: String
    public var kana: String?
    public var synonyms: [String]
    public var parent: String?
    /// Categories that serve it, heaviest first.
    public var servedBy: [Link]
  }

  public struct Link: Codable, Sendable {
    public var category: String
    public var weight: Double
    public var source: String
  }

  public static func run(_ input: Input, in session: Session) throws(SasaeError) -> Output {
    let library = try session.shelf.library()
    return Output(
      needs: library.needs.terms.map { term in
        NeedEntry(
          code: term.code, label: term.label(session.language),
          kana: term.kana.isEmpty ? nil : term.kana, synonyms: term.synonyms, parent: term.parent,
          servedBy: library.crosswalk.links(for: term.code).map {
            Link(category: $0.category, weight: $0.weight, source: $0.source)
          })
      })
  }
}
