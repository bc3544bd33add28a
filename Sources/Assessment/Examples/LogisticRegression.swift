/// Two-class logistic regression with an L2 penalty, by coordinate descent in the dual (Yu, Huang and Lin 2011,
/// "Dual coordinate descent methods for logistic regression and maximum entropy models"). The same examples give
/// the same weights: examples are visited in an order that a seed decides.
struct LogisticRegression {
  /// What an error costs beside a large weight.
  static let cost = 50.0
  static let rounds = 60

  /// The weight of each feature, then the bias. `care` is what an error on each vector counts.
  static func fit(
    _ vectors: [GramVector], _ isMember: [Bool], _ care: [Double], features: Int
  ) -> [Double] {
    let count = Double(vectors.count)
    let members = Double(isMember.count { $0 })
    guard members > 0, members < count else {
      return [Double](repeating: 0, count: features) + [members > 0 ? 1 : -1]
    }
    // The few that have a need weigh as much as the many that do not.
    let costs = zip(isMember, care).map {
      cost * $1 * count / (2 * ($0 ? members : count - members))
    }
    var weights = [Double](repeating: 0, count: features + 1)
    var alpha = costs.map { cost -> (Double, Double) in
      let small = min(0.001 * cost, 1e-8)
      return (small, cost - small)
    }
    let squares = vectors.map { v in v.values.reduce(1.0) { $0 + Double($1) * Double($1) } }
    func add(_ i: Int, _ factor: Double) {
      for (feature, value) in zip(vectors[i].features, vectors[i].values) {
        weights[Int(feature)] += factor * Double(value)
      }
      weights[features] += factor
    }
    func dot(_ i: Int) -> Double {
      var sum = weights[features]
      for (feature, value) in zip(vectors[i].features, vectors[i].values) {
        sum += weights[Int(feature)] * Double(value)
      }
      return sum
    }
    for i in vectors.indices { add(i, (isMember[i] ? 1 : -1) * alpha[i].0) }
    var order = Array(vectors.indices)
    var random = SplitMix(state: 1)
    for _ in 0..<rounds {
      order.shuffle(using: &random)
      var most = 0.0
      for i in order {
        let y: Double = isMember[i] ? 1 : -1
        let b = y * dot(i)
        let (a, cost) = (squares[i], costs[i])
        var (one, other) = alpha[i]
        var sign = 1.0
        let isSwapped = 0.5 * a * (other - one) + b < 0
        if isSwapped {
          swap(&one, &other)
          sign = -1
        }
        let old = one
        var z = old
        if cost - z < 0.5 * cost { z *= 0.1 }
        var slope = a * (z - old) + sign * b + Logarithm.natural(z / (cost - z))
        most = max(most, abs(slope))
        var steps = 0
        while abs(slope) > 1e-3, steps < 100 {
          let curve = a + cost / (cost - z) / z
          let next = z - slope / curve
          z = next <= 0 ? z * 0.1 : next
          slope = a * (z - old) + sign * b + Logarithm.natural(z / (cost - z))
          steps += 1
        }
        guard steps > 0 else { continue }
        alpha[i] = isSwapped ? (cost - z, z) : (z, cost - z)
        add(i, sign * (z - old) * y)
      }
      if most < 0.02 { break }
    }
    return weights
  }
}

/// A generator that gives the same numbers everywhere (SplitMix64).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
