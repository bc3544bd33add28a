import JapaneseText
import Testing
import TestSupport

@Suite("Terms")
struct AnalyzerTests {
  static func bag(_ fields: (String, UInt32)...) -> [String: UInt32] {
    var bag = TermBag()
    for (text, weight) in fields { bag.add(SearchText(text), weight: weight) }
    return contents(of: bag)
  }

  static func contents(of bag: TermBag) -> [String: UInt32] {
    var out: [String: UInt32] = [:]
    bag.forEach { bytes, wdf in out[String(decoding: bytes, as: UTF8.self), default: 0] += wdf }
    return out
  }

  /// The terms of a query's stretches, word by word.
  static func terms(_ text: String) -> [[String]] {
    Analyzer.runs(SearchText(text)).map { $0.flatMap { Analyzer.terms(of: $0.scalars) } }
  }

  @Test("of a document are pairs, the last character of a stretch, and whole words")
  func documentTerms() {
    #expect(Self.bag(("子ども", 1)) == ["子ど": 1, "ども": 1, "も": 1])
    // Kana of either kind and width are one term.
    #expect(Self.bag(("ﾊﾞｽ バス", 1)) == ["ばす": 2, "す": 2])
    // Words of other scripts stay whole; a pair never spans a change of script or a blank.
    #expect(Self.bag(("NPO法人", 1)) == ["npo": 1, "法人": 1, "人": 1])
    #expect(Self.bag(("会 場", 1)) == ["会": 1, "場": 1])
    // Outside the BMP: four bytes of UTF-8.
    #expect(Self.bag(("𠮷田", 1)) == ["𠮷田": 1, "田": 1])
    #expect(Self.bag(("、。（）", 1), ("", 1)) == [:])
  }

  @Test("of a field count by its weight")
  func weights() {
    #expect(Self.bag(("会", 5), ("会", 2), ("café", 3)) == ["会": 7, "café": 3])
    var bag = TermBag()
    bag.add(SearchText("会"), weight: 1)
    bag.add(term: Array("W会".utf8), weight: 2)
    #expect(Self.contents(of: bag) == ["会": 1, "W会": 2])
    bag.removeAll()
    #expect(Self.contents(of: bag).isEmpty)
  }

  static let queries: [(String, [[String]])] = [
    ("子ども食堂", [["子ど", "ども", "も食", "食堂"]]),
    // Blanks of either width divide the words; the same term is asked for once.
    ("見守り　配食", [["見守", "守り"], ["配食"]]), ("ははは", [["はは"]]),
    // A lone character is itself; punctuation inside a word divides no groups.
    ("碁", [["碁"]]), ("ふれ合い・サロン", [["ふれ", "れ合", "合い", "さろ", "ろん"]]),
    ("NPO法人", [["npo", "法人"]]), ("", []), ("  ", []), ("!?", []),
  ]

  @Test("of a query", arguments: queries)
  func queryTerms(_ text: String, _ expected: [[String]]) {
    #expect(Self.terms(text) == expected)
  }

  @Test("of a query all stand in a document with the same words")
  func queryMatchesDocument() {
    let seed = propertySeed("terms")
    for offset in 0..<UInt64(1_000) {
      var random = SeededGenerator(seed: seed &+ offset)
      let text = random.text(of: NormalizerTests.pieces + ["npo", "子ども"], count: 0...10)
      let terms = Self.bag((text, 1))
      for term in Self.terms(text).joined() {
        #expect(terms[term] != nil, "seed \(seed &+ offset): \(term) of \(text)")
      }
    }
  }

  @Test("of an endless word stay within Xapian's limit")
  func longWord() {
    for letter in ["a", "é", "字", "𝕒"] {
      let text = String(repeating: letter, count: 1_000)
      let lengths = Self.bag((text, 1)).keys.map(\.utf8.count)
      #expect((lengths.max() ?? 0) <= 245 && !lengths.isEmpty)
      let asked = Self.terms(text).joined()
      #expect(asked.allSatisfy { Self.bag((text, 1))[$0] != nil })
    }
  }

  static let numbers: [(String, Double?, Int?)] = [
    ("１,５００", 1_500, 1_500), (" 70 ", 70, 70), ("34.3", 34.3, 34), ("-2", -2, 2), ("−2", -2, 2),
    ("15人", nil, 15), ("定員２０名", nil, 20), ("10～20人", nil, 10), ("人", nil, nil), ("", nil, nil),
    ("1-2", nil, 1), ("nan", nil, nil), ("0x10", nil, 0), ("⑮", 15, 15),
    // More digits than any count has: not a number rather than a wrong one.
    ("999999999999999999999", 1e21, nil),
  ]

  @Test("that are numbers", arguments: numbers)
  func number(_ text: String, _ plain: Double?, _ first: Int?) {
    #expect(JapaneseNumber.plain(text) == plain && JapaneseNumber.first(in: text) == first)
  }
}
