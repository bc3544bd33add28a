import Diagnostics
import Evaluation
import Lookup
import Model
import ReferenceData
import Registry

/// Measures the search on queries whose right answers are known, or compares two ways of searching.
public enum EvaluateSearch: Operation {
  public static let name = "evaluate_search"
  public static let summary = Bilingual(
    ja: "正解のある問いで検索の質を測る", en: "Measure the search on queries with known answers")
  public static let scope = Scope.read

  /// What is wrong with a file is told with its cells, so files are for those who may read them anyway.
  public static func scope(of input: Input) -> Scope {
    input.queries == nil && input.judgements == nil ? .read : .write
  }

  public struct Input: Codable, Sendable {
    /// Files of queries and judgements; those of the sample town when both are absent.
    public var queries: String?
    public var judgements: String?
    /// How to search, as `name=value`.
    public var settings: [String]?
    /// Another way to compare it with.
    public var against: [String]?
    /// Hits asked for each query.
    public var limit: Int?

    public init() {}
  }

  public struct Output: Codable, Sendable {
    public var report: EvaluationReport
    /// Of the other way, and the comparison of this one with it.
    public var against: EvaluationReport?
    public var comparison: SettingComparison?
  }

  /// Resamples of the bootstrap start here, so that equal runs print equal intervals.
  static let seed: UInt64 = 20_261_121

  public static func run(_ input: Input, in session: Session) throws(SasaeError) -> Output {
    let judged = try judged(input, session)
    let limit = input.limit ?? 100
    guard (10...SearchQuery.maximumLimit).contains(limit) else {
      throw InputCheck.value("limit", "\(limit)", "10…\(SearchQuery.maximumLimit)")
    }
    let settings = try settings(input.settings, "settings")
    let name = label(input.settings)
    let outcomes = try outcomes(judged, settings, limit, session)
    var output = Output(
      report: EvaluationReport(setting: name, limit: limit, outcomes: outcomes))
    if let against = input.against {
      let other = try self.outcomes(judged, self.settings(against, "against"), limit, session)
      let otherName = label(against)
      output.against = EvaluationReport(setting: otherName, limit: limit, outcomes: other)
      output.comparison = SettingComparison(
        before: (otherName, other), after: (name, outcomes),
        bootstrap: PairedBootstrap(seed: seed))
    }
    return output
  }

  private static func judged(
    _ input: Input, _ session: Session
  ) throws(SasaeError) -> JudgedQueries {
    if (input.queries == nil) != (input.judgements == nil) {
      throw InputCheck.value(
        input.queries == nil ? "queries" : "judgements", "",
        Bilingual(ja: "両方のファイル（またはどちらもなし）", en: "both files, or neither"))
    }
    let golden = session.shelf.folder + "/golden/"
    for path in [input.queries, input.judgements] {
      if let path { try session.permit(path) }
    }
    let queries = try file(input.queries ?? golden + "queries.tsv")
    let judgements = try file(input.judgements ?? golden + "qrels.tsv")
    do throws(JudgementFaults) {
      return try JudgedQueries(queries: queries, judgements: judgements)
    } catch {
      throw error.error
    }
  }

  private static func file(_ path: String) throws(SasaeError) -> EvaluationFile {
    EvaluationFile(name: path, bytes: try FileBytes.read(path))
  }

  private static func label(_ settings: [String]?) -> String {
    settings.flatMap { $0.isEmpty ? nil : $0.joined(separator: " ") } ?? "default"
  }

  private static func settings(
    _ given: [String]?, _ option: String
  ) throws(SasaeError) -> SearchSettings {
    var settings = SearchSettings()
    for text in given ?? [] {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, settings.set(parts[0], to: parts[1]) else {
        throw InputCheck.value(
          option, text,
          Bilingual(
            ja: "名前=値（on・off か 0〜100）。名前: \(SearchSettings.names.joined(separator: ", "))",
            en:
              "name=value (on, off, or 0 to 100). Names: \(SearchSettings.names.joined(separator: ", "))"
          ))
      }
    }
    return settings
  }

  private static func outcomes(
    _ judged: JudgedQueries, _ settings: SearchSettings, _ limit: Int, _ session: Session
  ) throws(SasaeError) -> [QueryOutcome] {
    session.directory.expectManySearches()
    var outcomes: [QueryOutcome] = []
    for query in judged.queries {
      try session.goOn()
      var search = SearchQuery()
      search.text = query.text
      search.limit = limit
      search.listings = .ids
      search.today = session.today
      search.settings = settings
      let result = try session.directory.search(search)
      outcomes.append(
        QueryOutcome(
          query,
          RankedAnswer(
            ids: result.hits.map(\.listing.id), isLoosened: result.relaxed != nil)))
    }
    return outcomes
  }

  public static func render(_ output: Output, in page: inout TextPage, _ session: Session) {
    let width = page.width
    func add(_ lines: [String]) { for line in lines { page.line(line) } }
    add(
      EvaluationText.lines(
        output.report, language: page.language, width: width,
        explains: output.comparison == nil))
    if let against = output.against {
      page.line()
      add(
        EvaluationText.lines(against, language: page.language, width: width, explains: false))
    }
    if let comparison = output.comparison {
      page.line()
      add(ComparisonText.lines(comparison, language: page.language, width: width))
    }
  }
}
