import JapaneseText
import TestSupport
import Testing

@Suite("Text as search compares it")
struct SearchTextTests {
  static let same: [(String, String)] = [
    ("ウォーキング", "ウオーキング"), ("ディサービス", "デイサービス"), ("コーディネーター", "コーディネータ"),
    ("ヘルパー", "ヘルパ"), ("ヴァイオリン", "バイオリン"), ("佐々木", "佐佐木"), ("一人暮らし", "1人暮らし"),
    ("三百円", "３００円"), ("二十五分", "25分"), ("６５才以上", "65歳以上"), ("3ヶ月", "３か月"),
    ("2カ所", "2箇所"), ("ｻﾛﾝ", "サロン"), ("ＮＰＯ", "npo"), ("さゝき", "ささき"), ("ただゞ", "ただだ"),
    ("かゞみ", "かがみ"), ("髙松", "高松"),
  ]

  @Test("is one for what writers vary", arguments: same)
  func isOne(_ a: String, _ b: String) {
    #expect(SearchText(a).text == SearchText(b).text)
  }

  static let different: [(String, String)] = [
    ("ビル", "ビール"), ("コート", "こと"), ("バー", "バ"), ("チーズ", "チズ"), ("公園", "講演"),
    ("一", "1"), ("三木町", "3木町"), ("サロン", "サロソ"),
  ]

  @Test("is not one for what means something else", arguments: different)
  func isNotOne(_ a: String, _ b: String) {
    #expect(SearchText(a).text != SearchText(b).text)
  }

  @Test("knows where each character came from")
  func origins() {
    let seed = propertySeed("search text")
    var random = SeededGenerator(seed: seed)
    let pieces =
      NormalizerTests.pieces + [
        "々", "ー", "ヴァ", "三百円", "十", "才", "ヶ月", "ゞ", "買い物", "コーヒー", "🅰", "e\u{301}",
      ]
    for _ in 0..<2_000 {
      let text = random.text(of: pieces, count: 0...12)
      let search = SearchText(text)
      #expect(search.scalars.count == search.origins.count, "seed \(seed): \(text)")
      #expect(search.scalars.count == search.scripts.count, "seed \(seed): \(text)")
      let count = text.unicodeScalars.count
      #expect(
        search.origins.allSatisfy { (0..<max(1, count)).contains($0) }, "seed \(seed): \(text)")
    }
  }

  /// It was quadratic once.
  @Test("of many numerals takes no time")
  func numerals() {
    let text = String(repeating: "十", count: 200_000)
    #expect(SearchText(text).scalars.count == 200_000)
  }

  @Test(
    "is cut into the words of the dictionary",
    .enabled(if: Morphology.shared != nil, "needs the dictionary"))
  func words() throws {
    let reader = try #require(WordReader(Morphology.shared))
    let text = "電球が切れて、ﾋﾟｱｻﾎﾟｰﾄの人に買い物へ行ってもらった"
    let words = reader.words(in: text)
    #expect(words.filter(\.isContent).map(\.term).contains("切れる"))
    #expect(words.first?.reading == SearchText("でんきゅう").text && words.first?.form == "電球")
    let scalars = Array(text.unicodeScalars)
    for word in words {
      #expect(word.range.upperBound <= scalars.count && !word.range.isEmpty)
    }
    #expect(String(String.UnicodeScalarView(scalars[words[0].range])) == "電球")
    #expect(words.contains { $0.kind == .verb } && words.contains { $0.kind == .grammar })
    #expect(reader.words(in: "").isEmpty && reader.words(in: "、").allSatisfy { !$0.isContent })
  }
}
