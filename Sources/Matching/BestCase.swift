/// What the best answers to its questions would make of an entry that asks.
public struct BestCase: Sendable, Hashable {
  /// 0…1: every plugin that only asked counts as 1, with its weight.
  public var score: Double
  /// Its place among the recommended ones, from 1.
  public var rank: Int
}

extension Judged {
  /// The score that a yes to every question would bring.
  var bestScore: Double {
    let known = explanation.children.reduce(0) { $0 + $1.weight }
    let whole = known + openWeight
    return whole > 0 ? (score * known + openWeight) / whole : score
  }

  /// `recommended` is the whole list, before any limit.
  func bestCase(among recommended: [Judged]) -> BestCase {
    let best = bestScore
    let above = recommended.count {
      (best, $0.listing.id) < ($0.score, listing.id)
    }
    return BestCase(score: best, rank: above + 1)
  }
}
