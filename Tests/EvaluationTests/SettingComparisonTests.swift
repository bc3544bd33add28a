import Evaluation
import Testing

@Suite("Comparison of two settings")
struct SettingComparisonTests {
  static func compare(
    _ before: [QueryOutcome], _ after: [QueryOutcome], seed: UInt64 = 42, shown: Int = 10
  ) throws -> SettingComparison {
    try #require(
      SettingComparison(
        before: ("前", before), after: ("後", after), bootstrap: PairedBootstrap(seed: seed),
        shown: shown))
  }

  /// Ranks of 30 queries; every third one is worse.
  static let mixed = (0..<30).map { Make.outcome("q\($0 + 10)", rank: $0 % 3 == 0 ? 5 : 1) }
  static let best = (0..<30).map { Make.outcome("q\($0 + 10)", rank: 1) }
  static let worst = (0..<30).map { Make.outcome("q\($0 + 10)", rank: $0 % 4 == 0 ? nil : 9) }

  @Test("of a setting with itself finds nothing")
  func identical() throws {
    let comparison = try Self.compare(Self.mixed, Self.mixed)
    #expect(comparison.queries == 30 && comparison.rows.map(\.metric) == Metric.allCases)
    for row in comparison.rows {
      #expect(row.before == row.after && row.difference == 0 && row.low == 0 && row.high == 0)
      #expect(row.p == 1 && row.wins == 0 && row.ties == 30 && row.losses == 0)
    }
    #expect(comparison.gains.isEmpty && comparison.declines.isEmpty)
  }

  @Test("finds a clear difference, in either direction")
  func clear() throws {
    let better = try Self.compare(Self.worst, Self.best)
    let worse = try Self.compare(Self.best, Self.worst)
    for (up, down) in zip(better.rows, worse.rows) where up.metric != .recall {
      let isUnmoved = up.difference == 0
      #expect(isUnmoved || (up.low > 0 && up.p == 0 && up.losses == 0), "\(up.metric)")
      #expect(down.difference == -up.difference && down.low == -up.high && down.high == -up.low)
      #expect(down.losses == up.wins && down.wins == up.losses && down.ties == up.ties)
      #expect(isUnmoved || (down.high < 0 && down.p == 1))
    }
    #expect(better.gains.count == 10 && better.declines.isEmpty)
    #expect(better.gains.map(\.before) == worse.declines.map(\.after))
  }

  @Test("does not take chance for a difference")
  func chance() throws {
    // As many gain as lose, by the same.
    let turned = Self.mixed.enumerated().map { i, outcome in
      Make.outcome(outcome.id, rank: i % 3 == 1 ? 5 : 1)
    }
    let comparison = try Self.compare(Self.mixed, turned)
    for row in comparison.rows where row.wins > 0 {
      #expect(abs(row.difference) < 1e-9 && row.low < 0 && row.high > 0)
      #expect(row.wins == 10 && row.losses == 10 && row.ties == 10)
      #expect((0.3...0.7).contains(row.p))
    }
    #expect(comparison.gains.count == 10 && comparison.declines.count == 10)
  }

  @Test("is the same for the same seed")
  func deterministic() throws {
    let one = try Self.compare(Self.worst, Self.mixed)
    #expect(one == (try Self.compare(Self.worst, Self.mixed)))
    #expect(one.rows != (try Self.compare(Self.worst, Self.mixed, seed: 43)).rows)
    #expect(try Make.decoded(one) == one)
  }

  @Test("pairs by id, and leaves out what has no right answer")
  func pairs() throws {
    let before = [
      Make.outcome("a", rank: 2), Make.outcome("b", rank: 1), Make.nothing("n", hits: 3),
    ]
    let after = [
      Make.nothing("n", hits: 0), Make.outcome("c", rank: 1), Make.outcome("a", rank: 1),
    ]
    let comparison = try Self.compare(before, after)
    #expect(comparison.queries == 1 && comparison.gains.map(\.before.id) == ["a"])
    #expect(comparison.gains.first?.after.firstRelevantRank == 1)
    #expect(
      SettingComparison(
        before: ("", [Make.nothing("n", hits: 0)]), after: ("", [Make.nothing("n", hits: 0)]),
        bootstrap: PairedBootstrap(seed: 1)) == nil)
  }

  @Test("counts a change of one rank near the tenth")
  func small() throws {
    let comparison = try Self.compare([Make.outcome("a", rank: 10)], [Make.outcome("a", rank: 9)])
    let wins = comparison.rows.filter { $0.wins == 1 }.map(\.metric)
    #expect(wins == [.ndcg10, .reciprocalRank])
    #expect(comparison.gains.count == 1)
  }

  @Test("lists the greatest change first, equal ones by id")
  func greatest() throws {
    let ids = ["d", "c", "b", "a"]
    let before = ids.map { Make.outcome($0, rank: $0 == "b" ? 9 : 3) }
    let after = ids.map { Make.outcome($0, rank: $0 == "a" ? nil : 1) }
    let comparison = try Self.compare(before, after)
    #expect(comparison.gains.map(\.before.id) == ["b", "c", "d"])
    #expect(comparison.declines.map(\.before.id) == ["a"])
    let short = try Self.compare(before, after, shown: 1)
    #expect(short.gains.map(\.before.id) == ["b"] && short.declines.count == 1)
  }
}
