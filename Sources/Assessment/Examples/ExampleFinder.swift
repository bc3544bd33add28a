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
  /// Features of each sentence, with repeats.
  private var found: [[Int32]] = []
  private var stretches: [Stretch] = []
  /// For each column the stretch with its highest score; empty when the text has no known run.
  private var best: [Int] = []

  private struct Stretch {
    var sentences: ClosedRange<Int>
    /// 1 / length of the vector.
    var norm: Float
    var scores: [Float]
    var gate: Float
  }

  init(_ weights: NeedWeights, _ text: NeedText) {
    self.weights = weights
    self.text = text
    found.reserveCapacity(text.sentences.count)
    for sentence in text.sentences {
      var places: [Int32] = []
      places.reserveCapacity(sentence.count * 2)
      Grams.each(text.scalars, sentence) { key, _, _ in
        if let place = weights.place(key) { places.append(place) }
      }
      found.append(places)
    }
    var counts = GramCounts(weights.keys.count)
    for first in found.indices { stretch(from: first, &counts) }
    guard !stretches.isEmpty else { return }
    best = [Int](repeating: 0, count: weights.columns.count - 1)
    for column in best.indices {
      for i in stretches.indices.dropFirst()
      where stretches[i].scores[column] > stretches[best[column]].scores[column] {
        best[column] = i
      }
    }
  }

  /// The stretches that begin with a sentence, each made from the one before.
  private mutating func stretch(from first: Int, _ counts: inout GramCounts) {
    var sums = [Float](repeating: 0, count: weights.columns.count)
    var square: Float = 0
    for last in first..<min(first + Self.widest, found.count) {
      for feature in found[last] {
        let idf = weights.idf[Int(feature)]
        let before = Logarithm.sublinear(counts[feature]) * idf
        counts.add(feature)
        let now = Logarithm.sublinear(counts[feature]) * idf
        square += now * now - before * before
        weights.add(feature, now - before, to: &sums)
      }
      guard square > 0 else { continue }
      let norm = 1 / square.squareRoot()
      var scores = sums
      for i in scores.indices {
        scores[i] = scores[i] * norm * weights.columns[i].scale + weights.columns[i].bias
      }
      let gate = scores[scores.count - 1]
      for i in scores.indices { scores[i] += min(0, gate) * Self.gateShare }
      stretches.append(Stretch(sentences: first...last, norm: norm, scores: scores, gate: gate))
    }
    for last in first..<min(first + Self.widest, found.count) { counts.forget(found[last]) }
  }

  /// How much the text is like those with a need; nil when the need has no examples.
  func score(_ code: String) -> Double? {
    guard !best.isEmpty, let column = weights.places[code] else { return nil }
    return Double(stretches[best[column]].scores[column])
  }

  /// The needs above `least`, or above what `raised` has for their code.
  func finds(above least: Double, raised: [String: Double]) -> [Find] {
    var out: [Find] = []
    for (column, place) in best.enumerated() {
      let score = Double(stretches[place].scores[column])
      guard score > least else { continue }
      let code = weights.columns[column].name
      if let more = raised[code], score <= more { continue }
      out.append(Find(code: code, score: score, evidence: evidence(stretches[place], column)))
    }
    return out
  }

  /// How much the sentence in which words end is like those that state a need.
  func gate(at range: Range<Int>) -> Double {
    let sentence = text.sentence[range.upperBound - 1]
    return stretches.first { $0.sentences == sentence...sentence }.map { Double($0.gate) } ?? 0
  }

  /// The clauses that hold the run of characters whose weights sum to the most.
  private func evidence(_ stretch: Stretch, _ column: Int) -> Range<Int> {
    let sentences = text.sentences[stretch.sentences]
    guard let begin = sentences.first?.lowerBound, let end = sentences.last?.upperBound else {
      return 0..<0
    }
    var counts: [Int32: Int] = [:]
    for places in found[stretch.sentences] {
      for place in places { counts[place, default: 0] += 1 }
    }
    var values = [Float](repeating: 0, count: end - begin)
    for sentence in sentences {
      Grams.each(text.scalars, sentence) { key, start, length in
        guard let place = weights.place(key), let count = counts[place] else { return }
        let value = weights.idf[Int(place)] * Logarithm.sublinear(count) * stretch.norm
        let share = value * weights.weight(place, column) / Float(length)
        for at in start..<(start + length) { values[at - begin] += share }
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
    let run = (begin + best.range.lowerBound)..<(begin + best.range.upperBound)
    return clauses(run, in: begin..<end)
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
