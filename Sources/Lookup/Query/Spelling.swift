import JapaneseText

/// Finds the word that a mistyped one may have been meant for (もしかして).
enum Spelling {
  /// The closest of `words` with its distance; of equally close ones the first that `prefers` most.
  static func closest(
    to typed: [UInt32], among words: [String], limit: Int = 8
  ) -> [String] {
    let allowed = allowance(typed.count)
    guard allowed > 0 else { return [] }
    var found: [(distance: Int, change: Int, word: String)] = []
    for word in words {
      // Three bytes a character of Japanese: most words fall out by their length alone.
      let bytes = word.utf8.count
      guard bytes >= typed.count - allowed, bytes <= (typed.count + allowed) * 4 else { continue }
      let other = word.unicodeScalars.map(\.value)
      // Hardly anybody mistypes the first character, unless two are swapped.
      guard abs(other.count - typed.count) <= allowed, other.count > 1,
        other[0] == typed[0] || other[0] == typed[1] && other[1] == typed[0]
      else { continue }
      if let distance = distance(typed, other, atMost: allowed), distance > 0 {
        // A wrong character is likelier than one too many.
        found.append((distance, abs(other.count - typed.count), word))
      }
    }
    return found.sorted { ($0.distance, $0.change, $0.word) < ($1.distance, $1.change, $1.word) }
      .prefix(limit).map(\.word)
  }

  /// One wrong character in short words, two from eight on; two characters are not guessed at.
  static func allowance(_ count: Int) -> Int { count < 3 ? 0 : count < 8 ? 1 : 2 }

  /// Insertions, deletions, changes and swaps of neighbours (optimal string alignment); nil above the
  /// limit.
  static func distance(_ a: [UInt32], _ b: [UInt32], atMost limit: Int) -> Int? {
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i] + [Int](repeating: 0, count: b.count)
      var least = i
      for j in stride(from: 1, through: b.count, by: 1) {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], before[j - 2] + 1)
        }
        least = min(least, row[j])
      }
      if least > limit { return nil }
      before = last
      last = row
    }
    return last[b.count] <= limit ? last[b.count] : nil
  }
}
