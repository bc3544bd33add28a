import JapaneseText
import Testing

@Suite("Furigana") struct FuriganaTests {
  private func read(_ text: String, known: [(text: String, kana: String)] = []) -> String {
    Furigana(known: known).pieces(of: text).map { piece in
      piece.reading.map { "\(piece.text)(\($0))" } ?? piece.text
    }.joined()
  }

  static let texts = [
    ("日用品の買物をしていますか", "日(にち)用品(ようひん)の買物(かいもの)をしていますか"),
    ("何もつかまらずに立ち上がっていますか", "何(なに)もつかまらずに立(た)ち上(あ)がっていますか"),
    ("お茶や汁物等でむせる", "お茶(ちゃ)や汁物(しるもの)等(とう)でむせる"),
    ("かな カナ", "かな カナ"), ("", ""), ("😀 & <b>", "😀 & <b>"),
  ]

  @Test(.enabled(if: Morphology.shared != nil), arguments: texts)
  func readings(_ text: String, _ expected: String) {
    #expect(read(text) == expected)
  }

  @Test(.enabled(if: Morphology.shared != nil))
  func readingsThatAreKnownWin() {
    let known = [
      (text: "1人", kana: "ひとり"), (text: "固い", kana: "かたい"), (text: "1人前", kana: "いちにんまえ"),
    ]
    #expect(read("1人で固いもの", known: known) == "1人(ひとり)で固(かた)いもの")
    #expect(read("1人前", known: known) == "1人前(いちにんまえ)")
  }

  @Test func withoutADictionaryTheTextStandsAlone() {
    #expect(Furigana(nil).pieces(of: "日用品") == [.init("日用品")])
  }
}
