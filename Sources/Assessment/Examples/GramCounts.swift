/// How often each feature was seen.
struct GramCounts {
  private var counts: [UInt16]

  init(_ features: Int) { counts = [UInt16](repeating: 0, count: features) }

  subscript(_ feature: Int32) -> Int { Int(counts[Int(feature)]) }

  mutating func add(_ feature: Int32) {
    let at = Int(feature)
    if counts[at] < .max { counts[at] += 1 }
  }

  mutating func forget(_ features: [Int32]) {
    for feature in features { counts[Int(feature)] = 0 }
  }
}
