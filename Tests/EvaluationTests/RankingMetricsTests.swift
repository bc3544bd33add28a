import Evaluation
import Testing

@Suite("Measures of a ranked answer")
struct RankingMetricsTests {
  static func isClose(_ a: Double, _ b: Double, _ tolerance: Double = 1e-12) -> Bool {
    abs(a - b) <= tolerance
  }

  /// `a`, `b`, … at their ranks.
  static func ids(_ letters: String) -> [String] { letters.map(String.init) }

  @Test("nDCG is that of the worked example")
  func workedExample() {
    // Wikipedia, "Discounted cumulative gain": six documents graded 3 2 3 0 1 2, and two more of 3
    // and 2 that were not found. DCG 6.861, ideal 8.740, nDCG 0.785.
    let grades = ["a": 3, "b": 2, "c": 3, "d": 0, "e": 1, "f": 2, "g": 3, "h": 2]
    let ndcg = RankingMetrics.ndcg(Self.ids("abcdef"), grades: grades, depth: 6)
    #expect(Self.isClose(ndcg, 0.785, 0.000_5))
    // Were the six all there is, the ideal would be 3 3 2 2 1 0: 7.141.
    let six = grades.filter { !["g", "h"].contains($0.key) }
    let known = RankingMetrics.ndcg(Self.ids("abcdef"), grades: six, depth: 6)
    #expect(Self.isClose(known, 6.861 / 7.141, 0.000_5))
  }

  @Test("gain is linear in the grade")
  func linear() throws {
    // Grade 2 below grade 1: (1 + 2/log2 3) / (2 + 1/log2 3). Exponential gains would give 0.797.
    let metrics = try #require(RankingMetrics(["a", "b"], grades: ["a": 1, "b": 2]))
    #expect(Self.isClose(metrics.ndcg10, 0.859_719_0, 0.000_000_5))
  }

  struct Case: Sendable {
    var ids: String
    var grades: [String: Int]
    /// nDCG, P@10, P@min(10, R), recall, RR.
    var values: [Double]

    init(_ ids: String, _ grades: [String: Int], _ values: Double...) {
      (self.ids, self.grades, self.values) = (ids, grades, values)
    }
  }

  static let cases = [
    Case("a", ["a": 1], 1, 0.1, 1, 1, 1),
    Case("a", ["a": 5], 1, 0.1, 1, 1, 1),
    Case("", ["a": 1], 0, 0, 0, 0, 0),
    Case("xyz", ["a": 1, "x": 0], 0, 0, 0, 0, 0),
    // Rank 3: 1 / log2 4 = 1/2; not within the first one.
    Case("xya", ["a": 1], 0.5, 0.1, 0, 1, 1.0 / 3),
    // Rank 7: 1 / log2 8.
    Case("uvwxyza", ["a": 1], 1.0 / 3, 0.1, 0, 1, 1.0 / 7),
    // Two of three: ideal 1 + 1/log2 3 + 1/2 = 2.13093; found 1 + 1/2.
    Case("axb", ["a": 1, "b": 1, "c": 1], 1.5 / 2.130_929_753_6, 0.2, 2.0 / 3, 2.0 / 3, 1),
    // Rank 11 is beyond ten: it counts for recall and RR only.
    Case("lmnopqrstua", ["a": 1], 0, 0, 0, 1, 1.0 / 11),
    // Coming again counts once.
    Case("aaab", ["a": 1, "b": 1], (1 + 1 / 2.321_928_094_9) / 1.630_929_753_6, 0.2, 0.5, 1, 1),
    // Twelve relevant, the first ten found: all that ten places can hold.
    Case(
      "abcdefghij", Dictionary(uniqueKeysWithValues: ids("abcdefghijkl").map { ($0, 1) }), 1, 1, 1,
      10.0 / 12, 1),
  ]

  @Test("are those worked out by hand", arguments: cases)
  func byHand(_ item: Case) throws {
    let metrics = try #require(RankingMetrics(Self.ids(item.ids), grades: item.grades))
    for (metric, value) in zip(Metric.allCases, item.values) {
      #expect(Self.isClose(metrics[metric], value, 1e-9), "\(item.ids) \(metric)")
    }
  }

  @Test("are none where nothing is relevant")
  func nothing() {
    #expect(RankingMetrics(["a"], grades: [:]) == nil)
    #expect(RankingMetrics([], grades: ["a": 0]) == nil)
    #expect(RankingMetrics.ndcg(["a"], grades: ["a": 0], depth: 10) == 0)
  }
}
