import JapaneseText

/// Runs of one to three characters of a text (文字 n-gram), each as a number.
///
/// The text is folded and its endings are in one form. A run does not reach over the end of a sentence or a blank.
struct Grams {
  /// 21 bits a character, the last one lowest.
  typealias Key = UInt64

  static let longest = 3

  /// The key of every run in `range` with where it begins and how long it is.
  static func each(
    _ scalars: [UInt32], _ range: Range<Int>, _ body: (Key, Int, Int) -> Void
  ) {
    for start in range {
      var key: Key = 0
      for at in start..<min(start + longest, range.upperBound) {
        let scalar = scalars[at]
        if isGap(scalar) { break }
        key = key << 21 | Key(scalar)
        body(key, start, at - start + 1)
      }
    }
  }

  static func text(_ key: Key) -> String {
    var view = String.UnicodeScalarView()
    for shift in [42, 21, 0] as [Key] {
      let value = UInt32(key >> shift & 0x1F_FFFF)
      if value != 0, let scalar = Unicode.Scalar(value) { view.append(scalar) }
    }
    return String(view)
  }

  private static func isGap(_ scalar: UInt32) -> Bool {
    scalar <= 0x20 || scalar == 0x3000 || NeedText.ends(scalar)
  }
}

/// The distinct runs of a stretch of text, weighed: the rarer in the examples and the oftener here, the more
/// (tf-idf, sublinear, of length 1).
struct GramVector {
  /// Numbers of features, rising, and their values.
  var features: [Int32] = []
  var values: [Float] = []

  /// `found`: numbers of the features in the text, in any order, with repeats.
  init(_ found: [Int32], idf: [Float]) {
    let sorted = found.sorted()
    var sum: Float = 0
    var at = 0
    while at < sorted.count {
      var end = at + 1
      while end < sorted.count, sorted[end] == sorted[at] { end += 1 }
      let value = idf[Int(sorted[at])] * Logarithm.sublinear(end - at)
      features.append(sorted[at])
      values.append(value)
      sum += value * value
      at = end
    }
    guard sum > 0 else { return }
    let length = sum.squareRoot()
    for i in values.indices { values[i] /= length }
  }
}
