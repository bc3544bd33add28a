import Evaluation
import Foundation
import TestSupport
import Testing

@Suite("Measures of any ranked answer")
struct RankingPropertyTests {
  /// A query of up to `count` judged ids and a list with some of them and some others.
  static func trial(
    _ random: inout SeededGenerator, count: Int = 25
  ) -> (ids: [String], grades: [String: Int]) {
    let judged = Int.random(in: 1...count, using: &random)
    var grades = Dictionary(
      uniqueKeysWithValues: (0..<judged).map { ("r\($0)", Int.random(in: 0...4, using: &random)) })
    grades["r0"] = Int.random(in: 1...4, using: &random)
    let known = random.some(grades.keys.sorted(), 0.6)
    let others = (0..<Int.random(in: 0...20, using: &random)).map { "x\($0)" }
    return ((known + others).shuffled(using: &random), grades)
  }

  /// DCG with the discount written another way: ln 2 / ln(rank + 1).
  static func dcg(_ grades: [Int], _ depth: Int) -> Double {
    zip(1..., grades.prefix(depth)).map { Double($1) * log(2) / log(Double($0) + 1) }.reduce(0, +)
  }

  static func permutations(_ list: [Int]) -> [[Int]] {
    guard list.count > 1 else { return [list] }
    return list.indices.flatMap { i in
      var rest = list
      let head = rest.remove(at: i)
      return permutations(rest).map { [head] + $0 }
    }
  }

  @Test("lie between 0 and 1, and the ideal order gives 1")
  func range() throws {
    var random = SeededGenerator(seed: propertySeed("range of measures"))
    for _ in 0..<500 {
      let (ids, grades) = Self.trial(&random)
      let metrics = try #require(RankingMetrics(ids, grades: grades))
      for metric in Metric.allCases { #expect((0...1).contains(metrics[metric]), "\(metric)") }
      let relevant = grades.values.count { $0 > 0 }
      if relevant >= 10 { #expect(metrics.limitedPrecision10 == metrics.precision10) }
      #expect(metrics.precision10 <= Double(relevant) / 10)
      let ideal = grades.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
      let best = try #require(RankingMetrics(ideal, grades: grades))
      #expect(best.ndcg10 == 1 && best.recall == 1 && best.reciprocalRank == 1)
      #expect(best.limitedPrecision10 == 1)
    }
  }

  @Test("agree with the definition: nDCG is DCG over that of the best permutation")
  func definition() throws {
    var random = SeededGenerator(seed: propertySeed("definition of nDCG"))
    for _ in 0..<60 {
      let (ids, grades) = Self.trial(&random, count: 6)
      let depth = Int.random(in: 1...8, using: &random)
      let best = Self.permutations(Array(grades.values)).map { Self.dcg($0, depth) }.max() ?? 0
      let wanted = Self.dcg(ids.map { grades[$0] ?? 0 }, depth) / best
      let found = RankingMetrics.ndcg(ids, grades: grades, depth: depth)
      #expect(abs(found - wanted) < 1e-12)
    }
  }

  @Test("do not change by what is irrelevant and after the tenth rank, nor by grades of 0")
  func tail() throws {
    var random = SeededGenerator(seed: propertySeed("tail of measures"))
    for _ in 0..<200 {
      let (ids, grades) = Self.trial(&random)
      let filled = ids + (0..<max(0, 10 - ids.count)).map { "y\($0)" }
      let metrics = try #require(RankingMetrics(filled, grades: grades))
      let longer = filled + (0..<5).map { "z\($0)" }
      #expect(RankingMetrics(longer, grades: grades) == metrics)
      // Not judged and judged not relevant are the same.
      #expect(RankingMetrics(filled, grades: grades.filter { $0.value > 0 }) == metrics)
      // A permutation below the tenth rank leaves what looks at ten, and recall.
      let below = filled.prefix(10) + filled.dropFirst(10).shuffled(using: &random)
      let shuffled = try #require(RankingMetrics(Array(below), grades: grades))
      for metric in [Metric.ndcg10, .precision10, .limitedPrecision10, .recall] {
        #expect(shuffled[metric] == metrics[metric], "\(metric)")
      }
    }
  }

  @Test("do not fall when a better answer moves up")
  func swap() throws {
    var random = SeededGenerator(seed: propertySeed("swap of ranks"))
    for _ in 0..<300 {
      let (ids, grades) = Self.trial(&random)
      guard ids.count > 1 else { continue }
      let i = Int.random(in: 1..<ids.count, using: &random)
      var swapped = ids
      swapped.swapAt(i - 1, i)
      let isBetter = (grades[ids[i]] ?? 0) > (grades[ids[i - 1]] ?? 0)
      guard isBetter else { continue }
      let (was, now) = (
        try #require(RankingMetrics(ids, grades: grades)),
        try #require(RankingMetrics(swapped, grades: grades))
      )
      for metric in Metric.allCases { #expect(now[metric] >= was[metric], "\(metric)") }
      if i <= 10 { #expect(now.ndcg10 > was.ndcg10) }
    }
  }
}
