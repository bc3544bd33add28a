import TestSupport
import Testing

@testable import Evaluation

@Suite("Paired bootstrap")
struct PairedBootstrapTests {
  @Test("draws the numbers of SplitMix64")
  func generator() {
    // The sequence of the seed 1234567 as published with the reference implementation.
    var random = SplitMix64(seed: 1_234_567)
    #expect(
      (0..<5).map { _ in random.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[random.index(below: 7)] += 1 }
    #expect(counts.allSatisfy { (9_500...10_500).contains($0) }, "\(counts)")
  }

  @Test("agrees with all resamples of few queries")
  func exhaustive() throws {
    // The 27 equally likely draws of three.
    let values = [-1.0, 0.25, 2.0]
    var means: [Double] = []
    for a in values { for b in values { for c in values { means.append((a + b + c) / 3) } } }
    let share = Double(means.count { $0 <= 0 }) / 27
    let spread = try #require(PairedBootstrap(seed: 7).spreads(of: [values]).first)
    #expect(abs(spread.notAbove - share) < 0.02)
    // -1 three times has a chance of 1/27 = 3.7 %, more than 2.5 %: it is the lower bound.
    #expect(spread.low == -1 && spread.high == 2)
  }

  @Test("agrees with the normal interval of many queries")
  func normal() throws {
    let seed = propertySeed("normal interval")
    var random = SeededGenerator(seed: seed)
    let values = (0..<400).map { _ in Double.random(in: -1...1.2, using: &random) }
    let mean = values.reduce(0, +) / 400
    let deviation = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 400
    let half = 1.96 * (deviation / 400).squareRoot()
    let spread = try #require(PairedBootstrap(seed: seed).spreads(of: [values]).first)
    #expect(abs(spread.low - (mean - half)) < 0.12 * half)
    #expect(abs(spread.high - (mean + half)) < 0.12 * half)
  }

  @Test("of one difference everywhere is that difference")
  func constant() throws {
    let lists = [[Double](repeating: 0.25, count: 8), [Double](repeating: 0, count: 8)]
    let spreads = PairedBootstrap(seed: 1).spreads(of: lists)
    #expect(spreads.map(\.low) == [0.25, 0] && spreads.map(\.high) == [0.25, 0])
    #expect(spreads.map(\.notAbove) == [0, 1])
    let none = PairedBootstrap(seed: 1).spreads(of: [[]])
    #expect(none.map(\.low) == [0] && none.map(\.notAbove) == [1])
  }

  @Test("is the same for the same seed, and mirrored for mirrored differences")
  func deterministic() throws {
    let values = (0..<30).map { Double(($0 * 7) % 11) / 10 - 0.4 }
    func spread(_ seed: UInt64, _ values: [Double]) throws -> PairedBootstrap.Spread {
      try #require(PairedBootstrap(resamples: 2_000, seed: seed).spreads(of: [values]).first)
    }
    let (one, two, other) = (
      try spread(42, values), try spread(42, values), try spread(43, values)
    )
    #expect(one.low == two.low && one.high == two.high && one.notAbove == two.notAbove)
    #expect(one.low != other.low || one.high != other.high || one.notAbove != other.notAbove)
    let mirrored = try spread(42, values.map { -$0 })
    #expect(mirrored.low == -one.high && mirrored.high == -one.low)
    // Another list beside it changes nothing.
    let beside = PairedBootstrap(resamples: 2_000, seed: 42).spreads(of: [
      values.reversed(), values,
    ])
    #expect(beside.last?.low == one.low)
  }

  @Test("takes any number of resamples")
  func few() throws {
    for resamples in [-3, 0, 1, 2, 39, 40] {
      let bootstrap = PairedBootstrap(resamples: resamples, seed: 1)
      let spread = try #require(bootstrap.spreads(of: [[-1, 1, 2]]).first)
      #expect(spread.low <= spread.high && bootstrap.resamples >= 1)
    }
  }
}
