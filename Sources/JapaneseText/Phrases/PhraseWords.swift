/// Words of a grammar, each with what it means there; the longest word that stands at a place is
/// the one that is read.
struct PhraseWords<Meaning: Sendable>: Sendable {
  private var scalars: [UInt32] = []
  private var entries: [Entry] = []
  /// By the last bits of its first scalar, where in `entries` a word may stand.
  private var buckets: [UInt32]

  private struct Entry: Sendable {
    var start: UInt32
    var count: UInt32
    var meaning: Meaning
  }

  private static var mask: UInt32 { 1023 }

  /// Each text holds words with blanks between them.
  init(_ lists: [(words: String, meaning: Meaning)]) {
    var all: [(word: [UInt32], meaning: Meaning)] = []
    for (words, meaning) in lists {
      for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        // A blank within a word is written _.
        let text = String(word.map { $0 == "_" ? " " : $0 })
        if let phrase = PhraseScalars(text) { all.append((phrase.values, meaning)) }
      }
    }
    all.sort {
      let (a, b) = ((($0.word.first ?? 0) & Self.mask), (($1.word.first ?? 0) & Self.mask))
      return a != b ? a < b : $0.word.count > $1.word.count
    }
    buckets = Array(repeating: 0, count: Int(Self.mask) + 2)
    for (word, meaning) in all {
      buckets[Int((word.first ?? 0) & Self.mask) + 1] += 1
      entries.append(
        Entry(start: UInt32(scalars.count), count: UInt32(word.count), meaning: meaning))
      scalars += word
    }
    for at in 1..<buckets.count { buckets[at] += buckets[at - 1] }
  }

  /// The longest word at a place of `text`, and its length.
  @inline(__always)
  func match(_ text: [UInt32], at: Int) -> (meaning: Meaning, count: Int)? {
    let bucket = Int(text[at] & Self.mask)
    var entry = Int(buckets[bucket])
    let end = Int(buckets[bucket + 1])
    next: while entry < end {
      let (start, count) = (Int(entries[entry].start), Int(entries[entry].count))
      if at + count <= text.count {
        var offset = 0
        while offset < count {
          if scalars[start + offset] != text[at + offset] {
            entry += 1
            continue next
          }
          offset += 1
        }
        return (entries[entry].meaning, count)
      }
      entry += 1
    }
    return nil
  }
}
