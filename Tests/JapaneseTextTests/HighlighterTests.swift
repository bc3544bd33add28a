import JapaneseText
import Testing
import TestSupport

@Suite("Highlighting")
struct HighlighterTests {
  static let marks: [(query: String, text: String, expected: String)] = [
    ("サロン", "ふれあいサロン番町", "ふれあい[サロン]番町"),
    // Width, kana and case of either side make no difference; the source is shown as it stands.
    ("さろん", "ふれあいｻﾛﾝ番町", "ふれあい[ｻﾛﾝ]番町"), ("ｻﾛﾝ", "ふれあいさろん", "ふれあい[さろん]"),
    ("npo", "ＮＰＯ法人", "[ＮＰＯ]法人"), ("高橋", "髙橋さん", "[髙橋]さん"), ("霞ケ関", "霞ヶ関", "[霞ヶ関]"),
    // Two scalars that fold to one are marked whole: ﾊﾞ.
    ("バス", "市内ﾊﾞｽ停", "市内[ﾊﾞｽ]停"), ("バ", "ﾊﾞｽ", "[ﾊﾞ]ｽ"), ("が", "か\u{3099}ん", "[か\u{3099}]ん"),
    // One scalar that folds to many is marked once.
    ("株", "㈱松", "[㈱]松"),
    // Every place, and neighbours as one.
    ("町", "番町と錦町", "番[町]と錦[町]"), ("番町 サロン", "番町サロン", "[番町サロン]"),
    // A word that does not stand whole is looked for in pieces.
    ("子ども食堂", "地域食堂と子ども会", "地域[食堂]と[子ども]会"),
    // …but not in single characters, and two characters are not cut at all.
    ("食堂", "食事と堂々", "食事と堂々"),
    ("", "サロン", "サロン"), ("・", "サロン・町", "サロン・町"), ("サロン", "", ""),
  ]

  @Test("marks what the query found", arguments: marks)
  func marked(_ query: String, _ text: String, _ expected: String) {
    let snippet = Highlighter(query: query).snippet(of: text, columns: 80)
    #expect(snippet.marked("[", "]") == expected)
    #expect(snippet.hasMatch == expected.contains("["))
  }

  @Test("shows a long text around the first match, within its columns")
  func window() {
    let text = String(repeating: "あ", count: 60) + "サロン" + String(repeating: "い", count: 60)
    let snippet = Highlighter(query: "さろん").snippet(of: text, columns: 30)
    let shown = snippet.marked("", "")
    #expect(snippet.marked("[", "]").contains("[サロン]"))
    #expect(shown.hasPrefix("…") && shown.hasSuffix("…") && DisplayWidth.columns(shown) <= 30)
    // Without a match: the beginning.
    let plain = Highlighter(query: "猫").snippet(of: text, columns: 30)
    #expect(!plain.hasMatch && plain.marked("", "").hasPrefix("ああ"))
  }

  @Test("gives the text back when it fits, and never more columns than asked for")
  func property() {
    let seed = propertySeed("highlighting")
    for offset in 0..<UInt64(3_000) {
      var random = SeededGenerator(seed: seed &+ offset)
      let text = random.text(of: NormalizerTests.pieces, count: 0...20)
      let query = random.text(of: NormalizerTests.pieces, count: 0...3)
      let columns = Int.random(in: 4...60, using: &random)
      let snippet = Highlighter(query: query).snippet(of: text, columns: columns)
      let shown = snippet.parts.map(\.text).joined()
      #expect(DisplayWidth.columns(shown) <= columns, "seed \(seed &+ offset): \(shown)")
      #expect(snippet.parts.allSatisfy { !$0.text.isEmpty }, "seed \(seed &+ offset)")
      let fits = DisplayWidth.columns(text) <= columns
      // By scalars: a mark put between a letter and its accent would not be seen by characters.
      #expect(
        !fits || NormalizerTests.isSame(shown, text), "seed \(seed &+ offset): \(text) → \(shown)")
      let ranges = Highlighter(query: query).matches(in: text)
      let bounds = ranges.flatMap { [$0.lowerBound, $0.upperBound] }
      #expect(zip(bounds, bounds.dropFirst()).allSatisfy { $0 < $1 }, "seed \(seed &+ offset)")
      #expect((bounds.last ?? 0) <= text.unicodeScalars.count, "seed \(seed &+ offset)")
    }
  }
}
