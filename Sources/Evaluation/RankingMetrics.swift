import Glibc

/// How good one ranked answer is, by the judgements of its query.
///
/// An id that was not judged counts as not relevant. An id that comes again counts at its first
/// rank only: who reads the list learns nothing from the second.
public struct RankingMetrics: Sendable, Codable, Hashable {
  /// nDCG of the first 10; see `ndcg(_:grades:depth:)`.
  public var ndcg10: Double
  /// Relevant ones among the first 10, divided by 10 even when fewer were returned or exist: the
  /// `P_10` of trec_eval. A query with 3 relevant resources can't reach more than 0.3.
  public var precision10: Double
  /// Relevant ones among the first n, divided by n, where n = min(10, number of relevant ones).
  /// Up to 10 relevant ones it is R-precision (`Rprec` of trec_eval); 1 is always within reach.
  public var limitedPrecision10: Double
  /// Share of the relevant ones that are anywhere in the list, as long as the caller asked for.
  public var recall: Double
  /// 1 / rank of the first relevant one in the whole list; 0 when there is none.
  public var reciprocalRank: Double

  /// How far down a reader looks, in ranks.
  public static let depth = 10

  /// The measures of a list, best first; nil when no id is judged relevant, for then none of them
  /// means anything.
  public init?(_ ids: [String], grades: [String: Int]) {
    let relevant = grades.values.count { $0 >= JudgedQuery.relevantGrade }
    guard relevant > 0 else { return nil }
    let gains = Self.gains(ids, grades)
    let marks = gains.map { $0 >= JudgedQuery.relevantGrade }
    let reach = min(Self.depth, relevant)
    func found(_ depth: Int) -> Double { Double(marks.prefix(depth).count { $0 }) }
    ndcg10 = Self.ndcg(ids, grades: grades, depth: Self.depth)
    precision10 = found(Self.depth) / Double(Self.depth)
    limitedPrecision10 = found(reach) / Double(reach)
    recall = found(marks.count) / Double(relevant)
    reciprocalRank = marks.firstIndex(of: true).map { 1 / Double($0 + 1) } ?? 0
  }

  init(_ value: (Metric) -> Double) {
    ndcg10 = value(.ndcg10)
    precision10 = value(.precision10)
    limitedPrecision10 = value(.limitedPrecision10)
    recall = value(.recall)
    reciprocalRank = value(.reciprocalRank)
  }

  public subscript(_ metric: Metric) -> Double {
    switch metric {
    case .ndcg10: ndcg10
    case .precision10: precision10
    case .limitedPrecision10: limitedPrecision10
    case .recall: recall
    case .reciprocalRank: reciprocalRank
    }
  }

  /// Normalized discounted cumulated gain: the gain of the first `depth` ranks over that of the
  /// best possible order of all judged ids, found or not. From 0 to 1; 0 when nothing is relevant.
  ///
  /// The measure is of Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques",
  /// ACM TOIS 20 (4), 2002. Gain and discount are those of `ndcg_cut` in trec_eval: the gain is the
  /// grade itself (not 2^grade − 1), the discount 1 / log2(rank + 1). The paper leaves its first
  /// ranks without discount and divides by log2(rank) from there on.
  public static func ndcg(_ ids: [String], grades: [String: Int], depth: Int) -> Double {
    let ideal = discounted(grades.values.filter { $0 > 0 }.sorted(by: >), depth)
    return ideal > 0 ? discounted(gains(ids, grades), depth) / ideal : 0
  }

  private static func discounted(_ gains: [Int], _ depth: Int) -> Double {
    var sum = 0.0
    for (i, gain) in gains.prefix(depth).enumerated() { sum += Double(gain) / log2(Double(i + 2)) }
    return sum
  }

  /// The grade at each rank; 0 for ids not judged, judged below 0, or seen further up.
  private static func gains(_ ids: [String], _ grades: [String: Int]) -> [Int] {
    var seen: Set<String> = []
    return ids.map { seen.insert($0).inserted ? max(0, grades[$0] ?? 0) : 0 }
  }
}
