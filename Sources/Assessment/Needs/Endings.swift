import JapaneseText
import ReferenceData
import Diagnostics

/// Spellings and dialect endings brought into one form (方言・表記をそろえる): できひん, でけん → できない.
struct Endings: Sendable {
  private struct Rule: Sendable {
    var from: [UInt32]
    var to: [UInt32]
    /// One of these must stand before; empty for anything.
    var before: [UInt32]
  }

  /// By the first scalar, the longest first.
  private var rules: [UInt32: [Rule]] = [:]

  init(files: [DataFile]) throws(SasaeError) {
    for row in files.flatMap(\.rows) {
      let from = FoldedText(try row.required("from")).scalars
      let to = FoldedText(try row.required("to")).scalars
      guard let first = from.first, from != to else { continue }
      let rule = Rule(from: from, to: to, before: FoldedText(row["where"]).scalars)
      var list = rules[first] ?? []
      // The files of a workspace come later and win.
      list.removeAll { $0.from == from }
      list.append(rule)
      list.sort { $0.from.count > $1.from.count }
      rules[first] = list
    }
  }

  /// The text in one form; each scalar keeps the place in the source that it stands for.
  func apply(_ text: FoldedText) -> (scalars: [UInt32], origins: [Int]) {
    let source = text.scalars
    var out: [UInt32] = []
    var origins: [Int] = []
    out.reserveCapacity(source.count + 8)
    origins.reserveCapacity(source.count + 8)
    var at = 0
    while at < source.count {
      // 字ぃ, 目ぇ, 火ぃ: the vowel drawn out.
      if Self.isSmallVowel(source[at]), let last = out.last, NeedText.isKanji(last) {
        at += 1
        continue
      }
      // 「ばす おりてから」: words with blanks between.
      if source[at] == 0x20, let last = out.last, NeedText.isHiragana(last),
        at + 1 < source.count, NeedText.isHiragana(source[at + 1])
      {
        at += 1
        continue
      }
      let rule = rules[source[at]]?.first { rule in
        at + rule.from.count <= source.count
          && source[at..<at + rule.from.count].elementsEqual(rule.from)
          && (rule.before.isEmpty || out.last.map { rule.before.contains($0) } == true)
      }
      guard let rule else {
        out.append(source[at])
        origins.append(text.origins[at])
        at += 1
        continue
      }
      for (i, scalar) in rule.to.enumerated() {
        out.append(scalar)
        origins.append(text.origins[at + min(i, rule.from.count - 1)])
      }
      at += rule.from.count
    }
    return (out, origins)
  }

  private static func isSmallVowel(_ c: UInt32) -> Bool {
    c >= 0x3041 && c <= 0x3049 && c % 2 == 1
  }
}
