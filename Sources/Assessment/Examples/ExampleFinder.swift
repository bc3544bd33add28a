/// Likeness of a text to the examples of each need.
struct ExampleFinder {
  /// A need that stretches of a text are like.
  struct Find {
    var code: String
    /// Above 0: more like the examples with the need than like the others.
    var score: Double
    /// The clauses that speak most for it.
    var evidence: Range<Int>
  }

  /// Sentences taken together at most: what one says another explains.
  private static let widest = 3
  /// How much it counts against every need that a stretch is like those that state none.
  private static let gateShare: Float = 1

  private let weights: NeedWeights
  private let text: NeedText
  private var stretches: [Stretch] = []

  private struct Stretch {
    var range: Range<Int>
    var vector: GramVector
    var scores: [Float]
    var gate: Float
  }

  init(_ weights: NeedWeights, _ text: NeedText) {
    self.weights = weights
    self.text = text
    let found = text.sentences.map { sentence in
      var found: [Int32] = []
      Grams.each(text.scalars, sentence) { key, _, _ in
        if let place = weights.place(key) { found.append(place) }
      }
      return found
    }
    for first in found.indices {
      for last in first..<min(first + Self.widest, found.count) {
        let vector = GramVector(found[first...last].flatMap { $0 }, idf: weights.idf)
        guard !vector.features.isEmpty else { continue }
        var scores = weights.scores(vector)
        let gate = scores[scores.count - 1]
        for i in scores.indices { scores[i] += min(0, gate) * Self.gateShare }
        stretches.append(
          Stretch(
            range: text.sentences[first].lowerBound..<text.sentences[last].upperBound,
            vector: vector, scores: scores, gate: gate))
      }
    }
  }

  /// Each code with its best score, when `isWanted` says so.
  func finds(where isWanted: (String, Double) -> Bool) -> [Find] {
    weights.columns.dropLast().indices.compactMap { column in
      let best = stretches.max { $0.scores[column] < $1.scores[column] }
      guard let best, isWanted(weights.columns[column].name, Double(best.scores[column])) else {
        return nil
      }
      return Find(
        code: weights.columns[column].name, score: Double(best.scores[column]),
        evidence: evidence(best, column))
    }
  }

  /// How much the sentence in which words end is like those that state a need.
  func gate(at range: Range<Int>) -> Double {
    let sentence = text.sentences[text.sentence[range.upperBound - 1]]
    return stretches.first { $0.range == sentence }.map { Double($0.gate) } ?? 0
  }

  /// Code → best score.
  var scores: [String: Double] {
    var out: [String: Double] = [:]
    for (column, one) in weights.columns.dropLast().enumerated() {
      out[one.name] = stretches.map { Double($0.scores[column]) }.max()
    }
    return out
  }

  /// The clauses that hold the run of characters whose weights sum to the most.
  private func evidence(_ stretch: Stretch, _ column: Int) -> Range<Int> {
    var values = [Float](repeating: 0, count: stretch.range.count)
    let known = Dictionary(
      uniqueKeysWithValues: zip(stretch.vector.features, stretch.vector.values))
    for sentence in text.sentences where stretch.range.contains(sentence.lowerBound) {
      Grams.each(text.scalars, sentence) { key, start, length in
        guard let place = weights.place(key), let value = known[place] else { return }
        let share = value * weights.weight(place, column) / Float(length)
        for at in start..<(start + length) { values[at - stretch.range.lowerBound] += share }
      }
    }
    var best = (sum: -Float.infinity, range: 0..<1)
    var sum: Float = 0
    var start = 0
    for (i, value) in values.enumerated() {
      if sum <= 0 { (sum, start) = (0, i) }
      sum += value
      if sum > best.sum { best = (sum, start..<(i + 1)) }
    }
    let begin = stretch.range.lowerBound
    let run = (begin + best.range.lowerBound)..<(begin + best.range.upperBound)
    return clauses(run, in: stretch.range)
  }

  private static let longestEvidence = 40

  private func clauses(_ range: Range<Int>, in whole: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low > whole.lowerBound, !isBreak(low - 1) { low -= 1 }
    while high < whole.upperBound, !isBreak(high - 1) { high += 1 }
    return high - low <= Self.longestEvidence ? low..<high : range
  }

  private func isBreak(_ index: Int) -> Bool {
    let scalar = text.scalars[index]
    return scalar == 0x3001 || scalar <= 0x20 || scalar == 0x3000 || NeedText.ends(scalar)
  }
}
