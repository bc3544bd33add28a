import JapaneseText
import Model
import TestSupport
import Testing

@Suite("Marks for no value")
struct NullMarksTests {
  static let nulls = [
    "不明", "N/A", "n/a", "NULL", "null", "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "…", "・",
    "*",
    "＊", "/", "／", "---", "－－－", "――", "ーー", "…………", "・・・", " - ", "\t-\r", "　－　", "\u{A0}", "　",
    "\n",
  ]
  static let nothings = ["なし", "無し", "無", "特になし", "特に無し", "ありません"]
  static let dittos = ["〃", "″", "\"", "同上", "〃〃", "々", "仝", "”"]
  static let values = [
    "未定", "×", "○", "0", "-5", "1-2", "無料", "なしの木", "不明です", "同上町", "A", "月", "一", "NULLs", "N/A ?",
    "～", "ニ", "無番地", "佐々木", "//x", "#", "…他", "･", "\u{E3}", "あ",
  ]

  @Test("nothing stated", arguments: MemberReader.nothingStated.sorted() + nulls)
  func null(_ text: String) { #expect(Self.kinds(text) == [true, false, false]) }

  @Test("there is none", arguments: nothings)
  func nothing(_ text: String) { #expect(Self.kinds(text) == [false, true, false]) }

  @Test("as above", arguments: dittos)
  func ditto(_ text: String) { #expect(Self.kinds(text) == [false, false, true]) }

  @Test("are not values", arguments: values)
  func value(_ text: String) { #expect(Self.kinds(text) == [false, false, false]) }

  @Test("are one kind at most, blanks around them or not, in text and in bytes")
  func paths() {
    var random = SeededGenerator(seed: propertySeed("marks"))
    let pieces =
      Self.nulls + Self.nothings + Self.dittos + Self.values + [" ", "　", "\u{A0}", "\t"]
    for _ in 0..<20_000 {
      let text = random.text(of: pieces, count: 0...3)
      let kinds = Self.kinds(text)
      #expect(kinds.filter { $0 }.count <= 1, "\(text)")
      #expect(kinds == Self.kinds("\u{A0} \(text)　\n"), "\(text)")
      // Bytes of a cell in any state, cut anywhere.
      let bytes = Array(text.utf8)
      let cut = bytes[Int.random(in: 0...bytes.count, using: &random)...]
      _ = [NullMarks.isNull(cut), NullMarks.isNothing(cut), NullMarks.isDitto(cut)]
    }
  }

  /// Null, nothing, ditto: by each way in.
  static func kinds(_ text: String) -> [Bool] {
    let bytes = Array("x\(text)x".utf8)
    let slice = bytes[1..<bytes.count - 1]
    let texts = [NullMarks.isNull(text), NullMarks.isNothing(text), NullMarks.isDitto(text)]
    let slices = [NullMarks.isNull(slice), NullMarks.isNothing(slice), NullMarks.isDitto(slice)]
    #expect(texts == slices, "\(text)")
    return texts
  }
}
