import JapaneseText
import Testing
import TestSupport

@Suite("Folding")
struct FoldingTests {
  /// Texts of one row are the same to a search.
  static let same: [[String]] = [
    ["しょうじ", "ショウジ", "ｼｮｳｼﾞ"],
    ["がん", "ガン", "ｶﾞﾝ", "か\u{3099}ん"],
    // Old and variant kanji of names.
    ["高橋", "髙橋"], ["浜町", "濵町", "濱町"], ["渡辺", "渡邊", "渡邉"], ["斎藤", "齋藤"], ["沢田", "澤田"],
    ["山崎", "山﨑"],
    // 霞ヶ関: the small ヶ and ヵ are written large as often, in either kana.
    ["霞ケ関", "霞ヶ関", "霞ゖ関", "霞け関"], ["三カ所", "三ヵ所", "三か所"],
    // Case and width.
    ["npo", "NPO", "ＮＰＯ", "ｎｐｏ"], ["1・2", "１・２"], ["café", "CAFÉ", "cafe\u{301}"],
    // One form for each dash…
    ["1-2", "1－2", "1‐2", "1‑2", "1–2", "1—2", "1―2", "1−2"],
    // …and each wave.
    ["9~5", "9～5", "9〜5"],
    ["a b", "a　b"],
  ]

  @Test("makes one of what is written in many ways", arguments: same)
  func makesOne(_ row: [String]) {
    for text in row { #expect(Folding.fold(text) == Folding.fold(row[0]), "\(text)") }
  }

  static let different = [
    // A long vowel is no dash; voiced is not unvoiced; small kana are not large ones.
    ("サーバ", "サ-バ"), ("はん", "ばん"), ("しよう", "しょう"), ("びょういん", "びよういん"),
    ("斎藤", "斉藤"), ("高松", "丸亀"), ("1", "l"), ("ぺ", "べ"),
  ]

  @Test("keeps apart what means another thing", arguments: different)
  func keepsApart(_ a: String, _ b: String) {
    #expect(Folding.fold(a) != Folding.fold(b))
  }

  @Test("of a name drops blanks and punctuation")
  func key() {
    #expect(Folding.key("ふれあい・サロン（番町）") == Folding.key("フレアイ サロン番町"))
    #expect(Folding.key("ＮＰＯ法人 A.B.C") == "npo法人abc")
    #expect(Folding.key("・（）") == "")
    #expect(Folding.key("サーバー") == "さーばー")
  }

  @Test("changes nothing the second time, and knows where each character came from")
  func idempotent() {
    let seed = propertySeed("folding")
    for offset in 0..<UInt64(2_000) {
      var random = SeededGenerator(seed: seed &+ offset)
      let text = random.text(of: NormalizerTests.pieces, count: 0...12)
      let folded = FoldedText(text)
      #expect(FoldedText(folded.text).scalars == folded.scalars, "seed \(seed &+ offset): \(text)")
      #expect(folded.origins.count == folded.scalars.count)
      // Origins never go back, but among marks that are put in order; they stay inside the source.
      let letters = zip(folded.scalars, folded.origins).filter {
        Unicode.Scalar($0.0)?.properties.canonicalCombiningClass == .notReordered
      }.map(\.1)
      #expect(letters == letters.sorted(), "seed \(seed &+ offset): \(text)")
      let count = text.unicodeScalars.count
      #expect(folded.origins.allSatisfy { (0..<count).contains($0) }, "seed \(seed &+ offset)")
    }
  }

  @Test("points each folded character at its source")
  func origins() {
    // ｶﾞ is two scalars that become one; ㈱ is one that becomes three.
    let folded = FoldedText("ｶﾞ㈱A")
    #expect(folded.text == "が(株)a" && folded.origins == [0, 2, 2, 2, 3])
  }
}
