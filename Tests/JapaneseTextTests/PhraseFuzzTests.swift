import JapaneseText
import TestSupport
import Testing

/// Whatever stands in a cell: both grammars end, keep their spans inside the phrase, and decide
/// nothing of what is not complete.
@Suite("Phrases at random") struct PhraseFuzzTests {
  @Test("stop neither grammar") func random() throws {
    var random = SeededGenerator(seed: propertySeed("phrases"))
    let phrases = try ["cost", "eligibility"].flatMap { name in
      try Repository.text("Tests/JapaneseTextTests/Golden/\(name).tsv").split(separator: "\n")
        .filter { !$0.hasPrefix("#") }.compactMap { $0.split(separator: "\t").dropFirst().first }
        .map { Array($0.unicodeScalars) }
    }
    for _ in 0..<20_000 {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        view.append(contentsOf: Self.piece(phrases, &random))
      }
      Self.check(String(view))
    }
  }

  @Test("of any length") func long() {
    for unit in ["（", "(((", "1～", "無料：", "【", "300円、", "要支援1・", "市内在住・在勤・", "大人", "①", "第"] {
      for count in [1, 50, 700, 5_000] {
        Self.check(String(repeating: unit, count: count))
        Self.check(String(repeating: unit, count: count) + String(repeating: "）】", count: count))
      }
    }
  }

  private static func piece(_ phrases: [[Unicode.Scalar]], _ random: inout SeededGenerator)
    -> [Unicode.Scalar]
  {
    if random.chance(0.2) {
      return (0..<Int.random(in: 0...4, using: &random)).map { _ in scalar(&random) }
    }
    let phrase = random.pick(phrases)
    let start = Int.random(in: 0...phrase.count, using: &random)
    return Array(phrase[start..<Int.random(in: start...phrase.count, using: &random)])
  }

  private static func scalar(_ random: inout SeededGenerator) -> Unicode.Scalar {
    let marks = Array(
      "0123456789()（）【】〈〉[]<>:：、。・/／~～〜ー-−×+＋%％円¥\\歳才〇一百万①㌔㎞ﾊﾟ\u{3099}\u{301} \n\t".unicodeScalars)
    if random.chance(0.7) { return random.pick(marks) }
    return Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random)) ?? "\u{FFFD}"
  }

  private static func check(_ text: String) {
    let length = text.unicodeScalars.count
    func isInside(_ span: Range<Int>) -> Bool { span.lowerBound >= 0 && span.upperBound <= length }
    let cost = CostText.read(text)
    var spans = cost.notes + cost.leftover
    for price in cost.prices {
      spans += [price.span] + price.conditions + price.payers.map(\.span)
      if let item = price.item { spans.append(item) }
      if case .yen(let low?, let high?) = price.value {
        #expect(0 <= low && low <= high, "\(text)")
      }
    }
    #expect(spans.allSatisfy(isInside), "\(text)")
    #expect(cost.isComplete || cost.min == nil && cost.max == nil && cost.per == nil, "\(text)")
    #expect(cost.range.map { 0 <= $0.min && $0.min <= $0.max } ?? true, "\(text)")
    let who = EligibilityText.read(text)
    spans =
      who.notes + who.leftover + who.conditions.map(\.span) + who.conditions.compactMap(\.area)
    #expect(spans.allSatisfy(isInside), "\(text)")
    #expect(who.isComplete || who.careLevels.isEmpty, "\(text)")
    #expect(who.minAge ?? 0 <= who.maxAge ?? 200, "\(text)")
  }
}
