import Diagnostics
import JapaneseText
import ReferenceData

/// Finds needs that a text names by a label or synonym of the taxonomy (ニーズの言葉).
///
/// Only words of the taxonomy are found, the longest first where they overlap; a mention that its
/// clause takes back (「自分でできる」「困っていない」) is marked negated.
public struct NeedFinder: Sendable {
  public struct Mention: Sendable, Hashable {
    public var code: String
    public var label: Bilingual
    /// The words of the text, as they stand.
    public var evidence: String
    public var negated: Bool
  }

  private let entries: [UInt32: [(key: [UInt32], code: String)]]
  private let needs: Taxonomy

  /// What takes a mention back, looked for from the mention to the end of its clause.
  private static let negations = [
    "自分でできる", "自分でして", "自分でやっ", "困っていない", "困ってない", "困っていません", "いらない", "いりません",
    "必要ない", "必要ありません", "不要", "心配ない", "心配ありません", "大丈夫", "間に合って", "してくれる", "してくれて",
    "問題ない", "問題ありません",
  ].map { FoldedText($0).scalars }

  /// は, も.
  private static let topicMarks: Set<UInt32> = [0x306F, 0x3082]

  public init(_ library: ReferenceLibrary) {
    needs = library.needs
    var entries: [UInt32: [(key: [UInt32], code: String)]] = [:]
    for term in library.needs.terms where library.needs.isLeaf(term.code) {
      let labels = term.label.ja.split { "・（）()／/".contains($0) }.map(String.init)
      for word in [term.label.ja] + labels.filter({ $0.count >= 3 }) + term.synonyms {
        let key = FoldedText(word).scalars
        guard key.count >= 2, let first = key.first else { continue }
        entries[first, default: []].append((key, term.code))
      }
    }
    for first in entries.keys {
      entries[first]?.sort { ($1.key.count, $0.code) < ($0.key.count, $1.code) }
    }
    self.entries = entries
  }

  /// Mentions in the order of the text, each need once.
  public func find(in text: String) -> [Mention] {
    let folded = FoldedText(text)
    let source = Array(text.unicodeScalars)
    let scalars = folded.scalars
    var out: [Mention] = []
    var at = 0
    while at < scalars.count {
      let hit = entries[scalars[at]]?.first {
        at + $0.key.count <= scalars.count
          && scalars[at..<at + $0.key.count].elementsEqual($0.key)
      }
      guard let hit, let term = needs[hit.code] else {
        at += 1
        continue
      }
      let end = at + hit.key.count
      let last = end < scalars.count ? folded.origins[end] : source.count
      var words = String.UnicodeScalarView()
      words.append(contentsOf: source[folded.origins[at]..<last])
      let mention = Mention(
        code: hit.code, label: term.label, evidence: String(words),
        negated: isNegated(scalars, from: end))
      if let known = out.firstIndex(where: { $0.code == hit.code }) {
        if out[known].negated, !mention.negated { out[known] = mention }
      } else {
        out.append(mention)
      }
      at = end
    }
    return out
  }

  private func isNegated(_ scalars: [UInt32], from start: Int) -> Bool {
    var end = start
    while end < scalars.count, ![0x3002, 0x0A, 0x21, 0x3F].contains(scalars[end]), end < start + 30
    {
      // 「ゴミ出しは、自分でできる」 goes on after its topic; else a comma begins another clause.
      if scalars[end] == 0x3001, end > start, !Self.topicMarks.contains(scalars[end - 1]) { break }
      end += 1
    }
    let clause = scalars[start..<end]
    return Self.negations.contains { words in
      words.count <= clause.count
        && clause.indices.dropLast(words.count - 1).contains { at in
          clause[at..<at + words.count].elementsEqual(words)
        }
    }
  }
}
