/// A stretch of text around the words that matched, with the matches marked.
public struct Snippet: Sendable, Hashable {
  /// Plain and matched stretches in order.
  public var parts: [Part]

  public struct Part: Sendable, Hashable {
    public var text: String
    public var isMatch: Bool
  }

  /// The text with matches between the two marks.
  public func marked(_ open: String, _ close: String) -> String {
    var text = ""
    for part in parts {
      if part.isMatch { text += open }
      text += part.text
      if part.isMatch { text += close }
    }
    return text
  }

  public var hasMatch: Bool { parts.contains(where: \.isMatch) }
}

/// Finds the words of a query in a text, whatever width, case or kana either is written in.
public struct Highlighter: Sendable {
  private let words: [[UInt32]]

  public init(query: String) {
    var words: [[UInt32]] = []
    for word in SearchText(query).scalars.split(whereSeparator: { CharacterClass.of($0) == .other })
    where !words.contains(where: { $0.elementsEqual(word) }) {
      words.append(Array(word))
    }
    self.words = words.sorted { $0.count > $1.count }
  }

  /// Ranges of unicode scalars of `text` that match a word of the query, merged, in order.
  ///
  /// A word that does not stand as a whole is looked for in pieces of at least two characters, so
  /// that what brought the hit up is visible.
  public func matches(in text: String) -> [Range<Int>] {
    stretches(in: text).map { $0.start..<$0.end }
  }

  /// Of either kana, as both are folded to it.
  private static func isHiragana(_ c: UInt32) -> Bool { c >= 0x3041 && c <= 0x309F }

  /// A range in plain form: lists of ranges cost a look-up of `Comparable`.
  private struct Stretch {
    var start: Int
    var end: Int
  }

  private func stretches(in text: String) -> [Stretch] {
    guard !words.isEmpty else { return [] }
    let folded = SearchText(text)
    var hit = [Bool](repeating: false, count: folded.scalars.count)
    for word in words {
      if !mark(word[...], in: folded.scalars, &hit), word.count > 2 {
        var start = 0
        while start + 2 <= word.count {
          var length = 2
          var found = 0
          while start + length <= word.count,
            contains(word[start..<start + length], in: folded.scalars)
          {
            found = length
            length += 1
          }
          // In a sentence two hiragana are grammar.
          let isGrammar =
            found == 2 && word.count > 6 && word[start..<start + 2].allSatisfy(Self.isHiragana)
          if found > 0, !isGrammar { mark(word[start..<start + found], in: folded.scalars, &hit) }
          start += max(1, found)
        }
      }
    }
    return stretches(hit, folded, sourceCount: text.unicodeScalars.count)
  }

  /// The stretch of at most `columns` terminal columns with the most matches near its start.
  public func snippet(of text: String, columns: Int) -> Snippet {
    var scalars = ScalarText.scalars(of: text)
    for i in scalars.indices where scalars[i] == "\n" || scalars[i] == "\r" { scalars[i] = " " }
    let found = stretches(in: text)
    var start = 0
    if let first = found.first, DisplayWidth.columns(text) > columns {
      var room = columns / 3
      start = first.start
      while start > 0, room > 0 {
        start -= 1
        room -= DisplayWidth.columns(scalars[start])
      }
    }
    var end = start
    var used = start > 0 ? 1 : 0
    while end < scalars.count {
      let width = DisplayWidth.columns(scalars[end])
      if used + width > columns - 1 { break }
      used += width
      end += 1
    }
    // What is left may fit into the column kept for `…`.
    var rest = end
    while rest < scalars.count, used <= columns {
      used += DisplayWidth.columns(scalars[rest])
      rest += 1
    }
    if used <= columns { end = scalars.count }
    var parts: [Snippet.Part] = start > 0 ? [.init(text: "…", isMatch: false)] : []
    var at = start
    func add(_ upTo: Int, _ isMatch: Bool) {
      guard upTo > at else { return }
      parts.append(
        .init(text: ScalarText.string(scalars, from: at, to: upTo), isMatch: isMatch))
      at = upTo
    }
    for match in found where match.end > start && match.start < end {
      add(max(at, match.start), false)
      add(min(end, match.end), true)
    }
    add(end, false)
    if end < scalars.count { parts.append(.init(text: "…", isMatch: false)) }
    return Snippet(parts: parts)
  }

  @discardableResult
  private func mark(_ word: ArraySlice<UInt32>, in text: [UInt32], _ hit: inout [Bool]) -> Bool {
    guard let first = word.first, word.count <= text.count else { return false }
    var any = false
    for at in 0...(text.count - word.count)
    where text[at] == first && text[at..<at + word.count].elementsEqual(word) {
      for i in at..<at + word.count { hit[i] = true }
      any = true
    }
    return any
  }

  private func contains(_ word: ArraySlice<UInt32>, in text: [UInt32]) -> Bool {
    guard let first = word.first, word.count <= text.count else { return false }
    for at in 0...(text.count - word.count)
    where text[at] == first && text[at..<at + word.count].elementsEqual(word) {
      return true
    }
    return false
  }

  private func stretches(
    _ hit: [Bool], _ folded: SearchText, sourceCount: Int
  ) -> [Stretch] {
    var out: [Stretch] = []
    for i in hit.indices where hit[i] {
      let start = folded.origins[i]
      var after = i + 1
      while after < folded.origins.count, folded.origins[after] <= start { after += 1 }
      let next = after < folded.origins.count ? folded.origins[after] : sourceCount
      if let last = out.last, last.end >= start {
        out[out.count - 1].end = max(last.end, next)
      } else {
        out.append(Stretch(start: start, end: next))
      }
    }
    return out
  }
}
