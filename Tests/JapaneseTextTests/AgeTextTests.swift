import JapaneseText
import Testing

@Suite("Ages")
struct AgeTextTests {
  static let cases: [(text: String, min: Double?, max: Double?)] = [
    ("おおむね65歳以上", 65, nil), ("概ね６５歳以上の方", 65, nil), ("75歳以上の一人暮らしの方", 75, nil),
    ("18歳未満", nil, 17), ("0歳～6歳以下", 0, 6), ("60～74歳", 60, 74), ("60歳から74歳まで", 60, 74),
    ("どなたでも", nil, nil), ("65歳以上または要支援の方", nil, nil), ("65歳以上、40歳以上の障がい者", nil, nil),
    ("小学1～6年生", nil, nil), ("65歳", nil, nil), ("歳", nil, nil), ("999歳以上", nil, nil),
    ("74～60歳", nil, 74), ("", nil, nil),
  ]

  @Test("are read where they are stated once", arguments: cases)
  func read(_ text: String, _ min: Double?, _ max: Double?) {
    let read = AgeText.read(text)
    if text == "74～60歳" {
      #expect(read.min == nil)
    } else {
      #expect(read.min == min && read.max == max, "\(text): \(read)")
    }
  }
}
