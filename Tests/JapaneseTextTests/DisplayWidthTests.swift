import JapaneseText
import Testing
import TestSupport

@Suite("Display width")
struct DisplayWidthTests {
  static let widths: [(String, Int)] = [
    ("", 0), ("abc", 3), ("番町", 4), ("ふれあいサロン", 14), ("ｻﾛﾝ", 3), ("ＡＢ", 4), ("、。", 4), ("　", 2),
    ("🍙", 2), ("𠮷", 2), ("각", 2), ("…", 1), ("①", 1), ("é", 1),
    // Marks on the character before take no column.
    ("か\u{3099}", 2), ("e\u{301}", 1), ("葛\u{E0100}", 2), ("\u{200B}", 0), ("\u{7}", 0),
  ]

  @Test("of a text", arguments: widths)
  func columns(_ text: String, _ expected: Int) {
    #expect(DisplayWidth.columns(text) == expected, "\(text.debugDescription)")
  }

  @Test("cut shows that something is lost")
  func truncate() {
    for (text, limit, expected) in [
      ("番町サロン", 10, "番町サロン"), ("番町サロン", 9, "番町サロ…"),
      // A wide character does not fit into one column: one is left empty.
      ("番町サロン", 8, "番町サ…"), ("abc", 2, "a…"), ("abc", 1, "…"), ("abc", 0, ""), ("", 0, ""),
    ] {
      #expect(DisplayWidth.truncate(text, to: limit) == expected, "\(text) to \(limit)")
    }
  }

  @Test("is filled up with blanks")
  func pad() {
    #expect(DisplayWidth.pad("番町", to: 6) == "番町  ")
    #expect(DisplayWidth.pad("番町", to: 4) == "番町" && DisplayWidth.pad("番町", to: 1) == "番町")
  }

  static let wrapped: [(String, Int, [String])] = [
    ("あいうえお", 4, ["あい", "うえ", "お"]), ("", 10, [""]), ("a\n\nb", 10, ["a", "", "b"]),
    // Kinsoku: a closing mark, a small stop or a long vowel never begins a line.
    ("あいう。えお", 6, ["あい", "う。え", "お"]), ("（あい）うえ", 6, ["（あ", "い）う", "え"]),
    ("あいサーバ", 6, ["あい", "サーバ"]), ("あい、うえ", 4, ["あ", "い、", "うえ"]),
    // Narrow words stay whole, blanks at the break go.
    ("see the house", 8, ["see the", "house"]), ("NPO法人", 5, ["NPO法", "人"]),
    // A mark stays with its letter, and no line begins with the blank it broke at.
    ("あか\u{3099}い", 4, ["あか\u{3099}", "い"]), ("あ い", 2, ["あ", "い"]), ("あ 。", 2, ["あ", "。"]),
    // A word longer than a line has to break somewhere.
    ("abcdefgh", 3, ["abc", "def", "gh"]),
  ]

  @Test("breaks lines where Japanese does", arguments: wrapped)
  func wrap(_ text: String, _ limit: Int, _ expected: [String]) {
    #expect(DisplayWidth.wrap(text, to: limit) == expected, "\(text) to \(limit)")
  }

  @Test("of every line and cut is within its limit, and no letter is lost")
  func limits() {
    let seed = propertySeed("width")
    let pieces = [
      "あ", "サ", "ー", "。", "、", "（", "）", "a", "word", " ", "1", "🍙", "か\u{3099}", "\n", "…",
    ]
    for offset in 0..<UInt64(2_000) {
      var random = SeededGenerator(seed: seed &+ offset)
      let text = random.text(of: pieces, count: 0...20)
      let limit = Int.random(in: 2...12, using: &random)
      let lines = DisplayWidth.wrap(text, to: limit)
      #expect(
        lines.allSatisfy { DisplayWidth.columns($0) <= limit }, "seed \(seed &+ offset): \(lines)")
      let kept = lines.joined().filter { $0 != " " }
      #expect(kept == text.filter { $0 != " " && $0 != "\n" }, "seed \(seed &+ offset): \(text)")
      #expect(DisplayWidth.columns(DisplayWidth.truncate(text, to: limit)) <= limit)
    }
  }
}
