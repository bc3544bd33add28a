import JapaneseText
import TestSupport
import Testing

@Suite("Numbers")
struct NumbersTests {
  @Test(
    "in ASCII",
    arguments: [
      ("300", 300), ("1,500", 1_500), (" 70 ", 70), ("34.342286", 34.342286), ("-5", -5),
      ("- 5", -5), ("+5", 5), ("134.055021 ", 134.055021),
      ("1234567890123456", 1_234_567_890_123_456),
      ("0.1", 0.1), ("007", 7), ("1,5", 15), ("1\t0", nil), ("500 200", nil), ("1e5", nil),
      ("1.2.3", nil),
      ("5-", nil),
      ("--5", nil), ("1\n", nil), (",", nil), ("-", nil), (".", nil), ("300円", nil), ("", nil),
    ] as [(String, Double?)])
  func plain(_ text: String, _ value: Double?) {
    #expect(JapaneseNumber.plain(text) == value)
  }

  /// Full-width digits never take the fast path.
  @Test("are the same by the fast path and the general one")
  func paths() {
    var random = SeededGenerator(seed: propertySeed("numbers"))
    let pieces = ["0", "1", "9", "57", ".", ",", "-", "+", " ", "\t", "34.34", "999999999999", "a"]
    for _ in 0..<20_000 {
      let text = random.text(of: pieces, count: 0...7)
      let fast = JapaneseNumber.plain(text)
      #expect(fast == JapaneseNumber.plain(DateForms.circled(text)), "\(text)")
      #expect(fast?.isFinite ?? true, "\(text)")
    }
    for _ in 0..<20_000 {
      let value = Double.random(in: -180...180, using: &random)
      #expect(JapaneseNumber.plain("\(value)") == value || "\(value)".contains("e"), "\(value)")
    }
  }
}
