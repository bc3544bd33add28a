/// How a setting of the search did on a test collection.
public struct EvaluationReport: Sendable, Codable, Hashable {
  /// Means over the queries that have a right answer, each query counting the same.
  public struct Group: Sendable, Codable, Hashable {
    /// Nil for the queries without a type.
    public var type: String?
    /// How many queries the means are of.
    public var queries: Int
    /// How many queries of the group have no right answer.
    public var nothing: Int
    /// Nil when `queries` is 0.
    public var means: RankingMetrics?
  }

  /// Queries that have no right answer, which no mean counts.
  public struct Nothing: Sendable, Codable, Hashable {
    public var queries: Int
    /// Of them, those for which no line of judgement stands at all: perhaps they were forgotten.
    public var unjudged: Int
    /// Answered with nothing, as is right.
    public var empty: Int
    /// Answered with something that says it is loosened or a suggestion; right as well.
    public var loosened: Int
    /// Answered as though it were what was asked for.
    public var wrong: Int
    /// How many hits were returned for all of them.
    public var hits: Int
  }

  /// What the setting is called.
  public var setting: String
  /// How many hits were asked for each query: the reach of `recall`.
  public var limit: Int
  public var all: Group
  /// By type in alphabetical order, those without one last; empty when no query has a type.
  public var types: [Group]
  public var nothing: Nothing
  /// A query fails when its nDCG@10 is below this, or when nothing relevant was returned.
  public var failureBelow: Double
  /// How many queries fail.
  public var failureCount: Int
  /// The worst of them, worst first: by nDCG@10, then recall, then id.
  public var failures: [QueryOutcome]

  /// - Parameter worst: how many failures to keep.
  public init(
    setting: String, limit: Int, outcomes: [QueryOutcome], failureBelow: Double = 0.5,
    worst: Int = 20
  ) {
    (self.setting, self.limit, self.failureBelow) = (setting, limit, failureBelow)
    all = Group(nil, outcomes)
    types = Self.types(outcomes)
    nothing = Nothing(outcomes.filter { $0.metrics == nil })
    let failed = outcomes.compactMap { outcome -> (QueryOutcome, RankingMetrics)? in
      guard let metrics = outcome.metrics else { return nil }
      let fails = metrics.ndcg10 < failureBelow || outcome.firstRelevantRank == nil
      return fails ? (outcome, metrics) : nil
    }.sorted { ($0.1.ndcg10, $0.1.recall, $0.0.id) < ($1.1.ndcg10, $1.1.recall, $1.0.id) }
    failureCount = failed.count
    failures = failed.prefix(max(0, worst)).map(\.0)
  }

  private static func types(_ outcomes: [QueryOutcome]) -> [Group] {
    let byType = Dictionary(grouping: outcomes, by: \.type)
    let names = byType.keys.compactMap(\.self).sorted()
    guard !names.isEmpty else { return [] }
    let untyped = byType[nil].map { [Group(nil, $0)] } ?? []
    return names.map { Group($0, byType[$0] ?? []) } + untyped
  }
}

extension EvaluationReport.Group {
  init(_ type: String?, _ outcomes: [QueryOutcome]) {
    let metrics = outcomes.compactMap(\.metrics)
    self.type = type
    queries = metrics.count
    nothing = outcomes.count - metrics.count
    means = metrics.isEmpty ? nil : RankingMetrics { Mean.of(metrics, $0) }
  }
}

extension EvaluationReport.Nothing {
  init(_ outcomes: [QueryOutcome]) {
    queries = outcomes.count
    unjudged = outcomes.count { $0.judged == 0 }
    empty = outcomes.count { $0.returned == 0 }
    loosened = outcomes.count { $0.returned > 0 && $0.isLoosened }
    wrong = outcomes.count { $0.returned > 0 && !$0.isLoosened }
    hits = outcomes.reduce(0) { $0 + $1.returned }
  }
}

enum Mean {
  static func of(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  static func of(_ all: [RankingMetrics], _ metric: Metric) -> Double { of(all.map { $0[metric] }) }
}
