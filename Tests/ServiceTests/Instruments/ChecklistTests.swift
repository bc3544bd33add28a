import Diagnostics
import Foundation
import Model
import Service
import Testing
import TestSupport

/// 基本チェックリスト at every boundary of the criteria for 事業対象者.
@Suite("Kihon Checklist") struct ChecklistTests {
  /// Items with points, the criteria they meet, the domains they meet.
  static let boundaries: [(Set<Int>, [Int], Set<String>)] = [
    ([], [], []),
    // 1: 9 and 10 of items 1–20 that meet no other criterion; 21–25 don't count towards it.
    ([1, 2, 3, 4, 5, 6, 7, 11, 13], [], []),
    ([1, 2, 3, 4, 5, 6, 7, 11, 13, 17], [1], []),
    ([1, 2, 3, 4, 5, 6, 7, 11, 13, 21], [], []),
    // 2
    ([6, 10], [], []), ([6, 7, 10], [2], ["motor"]), ([8, 9, 10], [2], ["motor"]),
    ([6, 7, 8, 9, 10], [2], ["motor"]),
    // 3
    ([11], [], []), ([12], [], []), ([11, 12], [3], ["nutrition"]),
    // 4
    ([13], [], []), ([15], [], []), ([13, 15], [4], ["oral"]), ([13, 14, 15], [4], ["oral"]),
    // 5
    ([17], [], []), ([16], [5], ["outdoors"]), ([16, 17], [5], ["outdoors"]),
    // 6
    ([18], [6], ["cognition"]), ([19], [6], ["cognition"]), ([20], [6], ["cognition"]),
    // 7
    ([21], [], []), ([24], [], []), ([21, 25], [7], ["mood"]),
    // IADL has no criterion of its own.
    ([1, 2, 3, 4, 5], [], []),
    (
      Set(1...25), [1, 2, 3, 4, 5, 6, 7],
      ["motor", "nutrition", "oral", "outdoors", "cognition", "mood"]
    ),
  ]

  @Test(arguments: boundaries)
  func boundary(_ risks: Set<Int>, _ criteria: [Int], _ met: Set<String>) throws {
    let output = try Assessed().checklist(risks)
    #expect(output.target?.criteria == criteria)
    #expect(output.target?.met == !criteria.isEmpty && output.target?.open == nil)
    #expect(Set(output.domains.filter(\.met).map(\.code)) == met)
    #expect(
      output.domains.map(\.code)
        == ["iadl", "motor", "nutrition", "oral", "outdoors", "cognition", "mood"])
    let ranges = [
      "iadl": 1...5, "motor": 6...10, "nutrition": 11...12, "oral": 13...15, "outdoors": 16...17,
      "cognition": 18...20, "mood": 21...25,
    ]
    for domain in output.domains {
      let count = risks.count { ranges[domain.code]?.contains($0) == true }
      #expect(domain.score == Double(count) && domain.range == nil && domain.open == nil)
    }
    #expect(output.missing.isEmpty && output.undecided.isEmpty)
  }

  /// Height, weight, whether it counts. The third is 18.5 exactly, and less in floating point.
  static let bodies: [(JSONValue, JSONValue, Bool)] = [
    (200, 73.96, true), (200, 74, false), (160, 47.36, false), (160, 47.35, true),
    (150, 41, true), (150, 41.625, false), (150, 41.62, true), (170, 53.46, true),
    (170, 53.465, false), (155.5, 44.7, true), (155.5, 44.75, false),
    // Rounded to one decimal it would be 18.5.
    (200, 73.9999, true), ("150", "４１", true),
  ]

  @Test(arguments: bodies)
  func bodyMass(_ height: JSONValue, _ weight: JSONValue, _ counts: Bool) throws {
    let assessed = try Assessed()
    var answers = Assessed.checklist([11])
    answers["12"] = ["heightCm": height, "weightKg": weight]
    let output = try assessed.score("kihon-checklist", answers)
    #expect(output.domain("nutrition")?.met == counts)
    #expect(output.target?.criteria == (counts ? [3] : []))
  }

  @Test func everyItemCountsOnce() throws {
    let assessed = try Assessed()
    for item in 1...25 {
      let output = try assessed.checklist([item])
      #expect(output.domains.map(\.score).reduce(0, +) == 1, "item \(item)")
    }
  }

  /// Need by the items with points.
  static let needs: [(Set<Int>, Set<String>)] = [
    ([], []), ([1], ["MOV-SHOP", "MOV-HOSP", "MOV-PLACE"]), ([2], ["FOD-SHOP", "LIV-SHOP"]),
    ([3], ["CON-MONEY"]), ([4], ["SOC-LONELY", "ROL-ROLE"]), ([5], ["SOC-LONELY", "ROL-ROLE"]),
    ([6, 7], []), ([6, 7, 8], ["HLT-LEG"]), ([11], []), ([11, 12], ["FOD-NUTR"]),
    ([13, 14], ["FOD-ORAL"]), ([16], ["SOC-OUT"]), ([17], ["SOC-OUT"]), ([18], ["HLT-COG"]),
    ([21], []), ([21, 22], ["HLT-MOOD"]), ([24], ["ROL-ROLE"]),
  ]

  @Test(arguments: needs)
  func need(_ risks: Set<Int>, _ codes: Set<String>) throws {
    let output = try Assessed().checklist(risks)
    #expect(output.codes == codes)
    for need in output.needs {
      #expect(need.from == .instrument && !need.items.isEmpty)
      for item in need.items { #expect(need.evidence.contains(item)) }
    }
  }

  @Test func evidenceIsNumberWordingAndAnswer() throws {
    let assessed = try Assessed()
    var session = assessed.office.session
    session.language = .ja
    let output = try ScoreAssessment.run(
      .init(instrument: "kihon-checklist", answers: Assessed.checklist([8, 9, 10, 11, 12])),
      in: session)
    let legs = try #require(output.needs.first { $0.code == "HLT-LEG" })
    #expect(legs.items == ["8", "9", "10"])
    #expect(legs.evidence.contains("8 15分位続けて歩いていますか（いいえ）"))
    #expect(legs.evidence.contains("9 この1年間に転んだことがありますか（はい）"))
    let food = try #require(output.needs.first { $0.code == "FOD-NUTR" })
    #expect(food.evidence.contains("BMI 18.22"))
    #expect(output.target?.text.contains("2 6～10の5項目のうち3項目以上") == true)
  }

  // MARK: Missing answers

  static let open: [(risks: Set<Int>, missing: Set<Int>, met: Bool, isOpen: Bool)] = [
    // Sure whatever the missing answer is.
    ([6, 7, 8], [9], true, false), ([16], [1, 2, 3], true, false),
    // It would decide.
    ([6, 7], [8], false, true), ([11], [12], false, true), ([], [18], false, true),
    ([1, 2, 3, 4, 5, 6, 7, 11, 13], [17], false, true),
    // It could not.
    ([6], [8], false, false), ([], [17], false, false), ([], [22], false, false),
    ([], Set(1...25), false, true),
  ]

  @Test(arguments: open)
  func missing(_ risks: Set<Int>, _ missing: Set<Int>, _ met: Bool, _ isOpen: Bool) throws {
    let output = try Assessed().checklist(risks, missing: missing)
    #expect(output.target?.met == met && (output.target?.open ?? false) == isOpen)
    #expect(output.missing == missing.sorted().map(String.init))
  }

  @Test func aMissingAnswerIsNoZero() throws {
    let output = try Assessed().checklist([6, 7], missing: [8, 12])
    let motor = try #require(output.domain("motor"))
    #expect(motor.score == 2 && motor.range?.min == 2 && motor.range?.max == 3)
    #expect(!motor.met && motor.open == true)
    #expect(output.domain("oral")?.range == nil)
    #expect(output.undecided == ["HLT-LEG"])
    // Null, a dash and a height alone say nothing.
    for nothing: JSONValue in [
      .null, "", "－", ["heightCm": 150], ["heightCm": 150, "weightKg": .null],
    ] {
      var answers = Assessed.checklist([11])
      answers["12"] = nothing
      let output = try Assessed().score("kihon-checklist", answers)
      #expect(output.missing == ["12"] && output.domain("nutrition")?.open == true)
    }
  }

  /// Counted the plain way, for all answers.
  private static func plain(_ risks: Set<Int>) -> [Int] {
    func count(_ items: ClosedRange<Int>) -> Int { risks.count { items.contains($0) } }
    return [
      count(1...20) >= 10, count(6...10) >= 3, risks.isSuperset(of: [11, 12]), count(13...15) >= 2,
      risks.contains(16), count(18...20) >= 1, count(21...25) >= 2,
    ].enumerated().filter(\.element).map { $0.offset + 1 }
  }

  @Test func itIsWhatEveryCompletionAgreesOn() throws {
    let assessed = try Assessed()
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed: seed)
    var seen: Set<String> = []
    for _ in 0..<120 {
      let risk = Double.random(in: 0.02...0.5, using: &random)
      let risks = Set((1...25).filter { _ in Double.random(in: 0..<1, using: &random) < risk })
      let missing = Set(
        (1...25).shuffled(using: &random).prefix(Int.random(in: 0...6, using: &random)))
      let known = risks.subtracting(missing)
      let gaps = Array(missing)
      var ends: Set<Bool> = []
      for bits in 0..<(1 << gaps.count) {
        let more = gaps.indices.filter { bits >> $0 & 1 == 1 }.map { gaps[$0] }
        ends.insert(!Self.plain(known.union(more)).isEmpty)
      }
      let output = try assessed.checklist(risks, missing: missing)
      let target = try #require(output.target)
      #expect(target.met == (ends == [true]), "seed \(seed): \(risks) \(missing)")
      #expect((target.open ?? false) == (ends.count == 2), "seed \(seed): \(risks) \(missing)")
      if missing.isEmpty { #expect(target.criteria == Self.plain(risks), "seed \(seed)") }
      seen.insert("\(target.met) \(target.open ?? false)")
    }
    #expect(seen.count == 3, "seed \(seed): \(seen)")
  }
}
