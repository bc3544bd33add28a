/// Two settings of the search on the same queries: what the change of setting brought.
public struct SettingComparison: Sendable, Codable, Hashable {
  /// One measure, before and after.
  public struct Row: Sendable, Codable, Hashable {
    public var metric: Metric
    /// Means over the queries.
    public var before: Double
    public var after: Double
    /// Mean of after − before.
    public var difference: Double
    /// The 95 % interval of the difference.
    public var low: Double
    public var high: Double
    /// Share of resamples whose difference is 0 or below: about the one-sided p of "after is no
    /// better". Near 1 it says that after is worse; 1 as well when nothing differs.
    public var p: Double
    /// Queries that are better, the same and worse after.
    public var wins: Int
    public var ties: Int
    public var losses: Int
  }

  /// A query that changed.
  public struct Change: Sendable, Codable, Hashable {
    public var before: QueryOutcome
    public var after: QueryOutcome
    /// Of nDCG@10, after − before.
    public var difference: Double
  }

  /// What the settings are called.
  public var before: String
  public var after: String
  /// How many queries are compared: those that have a right answer.
  public var queries: Int
  public var bootstrap: PairedBootstrap
  public var rows: [Row]
  /// The queries that gained most and that lost most in nDCG@10, the greatest change first.
  public var gains: [Change]
  public var declines: [Change]

  /// Differences this small are rounding, not a change.
  static let tie = 1e-9
  /// With fewer queries the interval is too narrow to be trusted.
  public static let fewQueries = 20

  /// Pairs the outcomes by query id; one that is in a single list is left out. Nil when no pair is
  /// left to compare.
  ///
  /// - Parameter shown: how many queries to keep that gained, and that lost.
  public init?(
    before: (name: String, outcomes: [QueryOutcome]),
    after: (name: String, outcomes: [QueryOutcome]), bootstrap: PairedBootstrap, shown: Int = 10
  ) {
    let later = Dictionary(
      after.outcomes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var pairs: [(before: RankingMetrics, after: RankingMetrics)] = []
    var changes: [Change] = []
    for old in before.outcomes {
      guard let new = later[old.id], let was = old.metrics, let now = new.metrics else { continue }
      pairs.append((was, now))
      let difference = Self.difference(was, now, .ndcg10)
      if difference != 0 { changes.append(Change(before: old, after: new, difference: difference)) }
    }
    guard !pairs.isEmpty else { return nil }
    (self.before, self.after, queries) = (before.name, after.name, pairs.count)
    self.bootstrap = bootstrap
    let metrics = Metric.allCases
    let lists = metrics.map { metric in
      pairs.map { Self.difference($0.before, $0.after, metric) }
    }
    rows = zip(zip(metrics, lists), bootstrap.spreads(of: lists)).map { item, spread in
      let (metric, list) = item
      return Row(
        metric: metric, before: Mean.of(pairs.map(\.before), metric),
        after: Mean.of(pairs.map(\.after), metric), difference: Mean.of(list),
        low: spread.low, high: spread.high, p: spread.notAbove,
        wins: list.count { $0 > 0 }, ties: list.count { $0 == 0 }, losses: list.count { $0 < 0 })
    }
    gains = Self.greatest(changes.filter { $0.difference > 0 }, shown)
    declines = Self.greatest(changes.filter { $0.difference < 0 }, shown)
  }

  private static func difference(
    _ before: RankingMetrics, _ after: RankingMetrics, _ metric: Metric
  ) -> Double {
    let difference = after[metric] - before[metric]
    return abs(difference) <= tie ? 0 : difference
  }

  private static func greatest(_ changes: [Change], _ count: Int) -> [Change] {
    let sorted = changes.sorted {
      (abs($1.difference), $0.before.id) < (abs($0.difference), $1.before.id)
    }
    return Array(sorted.prefix(max(0, count)))
  }
}
