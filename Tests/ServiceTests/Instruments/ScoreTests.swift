import Diagnostics
import Model
import Service
import Testing

/// The other instruments: their ranges, cut-offs and needs.
@Suite("Scores of instruments") struct ScoreTests {
  private func answers(_ list: [Int?]) -> [String: JSONValue] {
    var out: [String: JSONValue] = [:]
    for (at, value) in list.enumerated() {
      if let value { out["\(at + 1)"] = .integer(Int64(value)) }
    }
    return out
  }

  static let networks: [([Int?], Double, met: Bool, isOpen: Bool)] = [
    ([0, 0, 0, 0, 0, 0], 0, true, false), ([5, 5, 5, 5, 5, 5], 30, false, false),
    ([2, 2, 2, 2, 2, 1], 11, true, false), ([2, 2, 2, 2, 2, 2], 12, false, false),
    // Five more at most: 11, and 12.
    ([1, 1, 1, 1, 2, nil], 6, true, false), ([1, 1, 1, 2, 2, nil], 7, false, true),
    ([2, 2, 2, 3, 3, nil], 12, false, false), ([nil, nil, nil, nil, nil, nil], 0, false, true),
  ]

  @Test(arguments: networks)
  func network(_ list: [Int?], _ score: Double, _ met: Bool, _ isOpen: Bool) throws {
    let output = try Assessed().score("lsns-6", answers(list))
    let total = try #require(output.domain("total"))
    #expect(total.score == score && total.cutoff == 12 && total.isBelow == true)
    #expect(total.met == met && (total.open ?? false) == isOpen)
    let finding = try #require(output.findings.first)
    #expect(finding.code == "isolation-risk" && finding.met == met)
    #expect(output.codes == (met ? ["SOC-TALK", "SAF-WATCH"] : []))
    #expect(Set(output.undecided) == (isOpen ? ["SOC-TALK", "SAF-WATCH"] : []))
    let parts = ["family", "friends"].compactMap { output.domain($0)?.score }
    #expect(parts.reduce(0, +) == score)
  }

  @Test func barthel() throws {
    let assessed = try Assessed()
    let best = [10, 15, 5, 10, 5, 15, 10, 10, 10, 10]
    let whole = try assessed.score("barthel", answers(best))
    #expect(whole.domain("total")?.score == 100 && whole.needs.isEmpty)
    // No cut-off is established, so none is told.
    #expect(whole.domain("total")?.cutoff == nil && whole.domain("total")?.met == false)
    let none = try assessed.score("barthel", answers(best.map { _ in 0 }))
    #expect(none.domain("total")?.score == 0)
    #expect(none.codes == ["HLT-BATH", "HLT-LEG"])
    #expect(try assessed.score("barthel", answers([5])).domain("total")?.range?.max == 95)
    // A number that is no step of its item.
    for (item, wrong) in [(1, 15), (1, 7), (3, 10), (5, 10), (6, 20), (10, -5)] {
      var list = best
      list[item - 1] = wrong
      let error = #expect(throws: SasaeError.self) {
        try assessed.score("barthel", answers(list))
      }
      #expect(error?.code == "usage.answer" && error?.position.field == "answers.\(item)")
    }
  }

  @Test func lawton() throws {
    let assessed = try Assessed()
    for count in 0...8 {
      let list = (1...8).map { $0 <= count ? 1 : 0 }
      let output = try assessed.score("lawton-iadl", answers(list))
      #expect(output.domain("total")?.score == Double(count))
      #expect(output.needs.isEmpty == (count == 8))
    }
    #expect(
      try assessed.score("lawton-iadl", answers([1, 0, 1, 1, 1, 1, 1, 1])).codes
        == ["FOD-SHOP", "LIV-SHOP"])
    for wrong in [2, -1] {
      #expect(throws: SasaeError.self) { try assessed.score("lawton-iadl", answers([wrong])) }
    }
  }

  static let questionnaire: [(String, JSONValue, Set<String>)] = [
    ("1", "poor", []), ("1", 5, []), ("2", "やや満足", []), ("2", "やや不満", ["HLT-MOOD"]),
    ("2", 4, ["HLT-MOOD"]), ("3", "no", ["FOD-NUTR"]), ("3", "yes", []), ("4", "yes", ["FOD-ORAL"]),
    ("5", "yes", ["FOD-ORAL"]), ("6", "yes", ["FOD-NUTR"]), ("7", "yes", ["HLT-LEG"]),
    ("8", "yes", ["HLT-LEG"]), ("9", "no", ["HLT-LEG"]), ("9", "yes", []),
    ("10", "yes", ["HLT-COG"]), ("11", "yes", ["HLT-COG"]), ("12", "smoking", []),
    ("13", "no", ["SOC-OUT"]), ("14", "no", ["SOC-LONELY", "ROL-ROLE"]),
    ("15", "no", ["SOC-TALK", "SAF-WATCH"]), ("15", 2, ["SOC-TALK", "SAF-WATCH"]),
  ]

  @Test(arguments: questionnaire)
  func questionnaireForTheOldestHasNeedsAndNoScore(
    _ item: String, _ answer: JSONValue, _ codes: Set<String>
  ) throws {
    let output = try Assessed().score("kokikorei-questionnaire", [item: answer])
    #expect(output.codes == codes && output.domains.isEmpty && output.findings.isEmpty)
    #expect(output.missing.count == 14)
  }

  static let ranks: [(String, String, String?, Set<String>)] = [
    ("jiritsudo-shogai", "自立", nil, []), ("jiritsudo-shogai", "Ｊ１", "rank-j", []),
    ("jiritsudo-shogai", "a1", "rank-a", ["MOV-ESCORT"]),
    ("jiritsudo-shogai", "A2", "rank-a", ["MOV-ESCORT", "SOC-OUT"]),
    ("jiritsudo-shogai", "B2", "rank-b", ["MOV-ESCORT"]),
    ("jiritsudo-shogai", "C2", "rank-c", ["MOV-ESCORT"]),
    ("jiritsudo-ninchisho", "自立", nil, []), ("jiritsudo-ninchisho", "Ⅰ", "rank-1", ["HLT-COG"]),
    ("jiritsudo-ninchisho", "Ⅱa", "rank-2", ["HLT-COG", "SAF-WANDER", "CON-MONEY"]),
    (
      "jiritsudo-ninchisho", "IIb", "rank-2",
      ["HLT-COG", "SAF-WANDER", "CON-MONEY", "HLT-MED", "SAF-WATCH"]
    ),
    ("jiritsudo-ninchisho", "M", "rank-m", ["HLT-COG", "SAF-WATCH", "FAM-RESPITE"]),
  ]

  @Test(arguments: ranks)
  func rank(
    _ instrument: String, _ answer: String, _ finding: String?, _ codes: Set<String>
  ) throws {
    let output = try Assessed().score(instrument, ["1": .string(answer)])
    #expect(output.findings.filter(\.met).map(\.code) == (finding.map { [$0] } ?? []))
    #expect(output.codes == codes && output.domains.isEmpty)
  }

  @Test func wishesOfTheInterestSheetAreNeeds() throws {
    let assessed = try Assessed()
    let output = try assessed.score(
      "interest-checksheet",
      ["25": "してみたい", "33": ["doing", "want"], "44": 2, "46": "興味がある", "45": "doing", "1": "none"])
    #expect(output.codes == ["ROL-LEARN", "ROL-HOBBY", "ROL-FARM"])
    #expect(output.missing.count == 40)
  }

  @Test func interviewsHaveNoScoreAndKeepNoText() throws {
    let assessed = try Assessed()
    let words = "秘密の話"
    let record = try assessed.score("kadai-bunseki", ["7": .string(words), "23": "-"])
    #expect(record.domains.isEmpty && record.needs.isEmpty && record.missing.count == 22)
    let steps = try assessed.score(
      "hirakata-steps", ["1": .string(words), "2": true])
    #expect(steps.needs.map(\.code) == ["LIV-TEMP"] && steps.needs.first?.urgency == .high)
    #expect(steps.findings.first?.met == true)
    for output in [record, steps] {
      #expect(!(try OperationJSON.text(output)).contains(words))
    }
  }
}
