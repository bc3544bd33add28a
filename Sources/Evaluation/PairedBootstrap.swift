/// How sure a difference of two settings is, by resampling queries.
///
/// The paired bootstrap (Efron and Tibshirani, "An introduction to the bootstrap", 1993; for
/// retrieval, Sakai, "Evaluating evaluation metrics based on the bootstrap", SIGIR 2006): as many
/// queries as there are, drawn with replacement, give one mean difference; thousands of draws show
/// how it would vary with other queries of the same kind.
public struct PairedBootstrap: Sendable, Codable, Hashable {
  public var resamples: Int
  /// The same seed gives the same figures, byte for byte.
  public var seed: UInt64

  public static let defaultResamples = 10_000

  public init(resamples: Int = defaultResamples, seed: UInt64) {
    (self.resamples, self.seed) = (max(1, resamples), seed)
  }

  /// What the draws say about one measure.
  struct Spread {
    /// Between these, 95 % of the means lie (the percentile method).
    var low: Double
    var high: Double
    /// Share of means that are 0 or below.
    var notAbove: Double
  }

  /// One spread for each list of differences. The lists are of the same queries in the same order,
  /// and every draw takes the same queries of all of them.
  func spreads(of lists: [[Double]]) -> [Spread] {
    guard let count = lists.first?.count, count > 0 else {
      return lists.map { _ in Spread(low: 0, high: 0, notAbove: 1) }
    }
    var random = SplitMix64(seed: seed)
    var means = [[Double]](repeating: [], count: lists.count)
    for list in means.indices { means[list].reserveCapacity(resamples) }
    var drawn = [Int](repeating: 0, count: count)
    for _ in 0..<resamples {
      for i in drawn.indices { drawn[i] = random.index(below: count) }
      for (list, values) in lists.enumerated() {
        var sum = 0.0
        for i in drawn { sum += values[i] }
        means[list].append(sum / Double(count))
      }
    }
    return means.map(spread)
  }

  private func spread(_ means: [Double]) -> Spread {
    let sorted = means.sorted()
    let low = Int(0.025 * Double(resamples))
    // Sums of the same numbers in another order differ in their last bits: what is 0 is not above.
    let notAbove = sorted.count { $0 <= SettingComparison.tie }
    return Spread(
      low: sorted[low], high: sorted[resamples - 1 - low],
      notAbove: Double(notAbove) / Double(resamples))
  }
}
