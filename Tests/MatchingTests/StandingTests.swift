import Diagnostics
import Foundation
import Model
import Service
import Testing

/// Where a resource stands and why, and two held against each other.
@Suite struct StandingTests {
  private static let town: [Resource] = [
    helper("near"), helper("mid", metres: 300), helper("far", metres: 5_000),
    helper("bare", modes: []), helper("idea") { $0.status = .potential },
    helper("gone") { $0.status = .retired }, helper("other") { $0.categories = ["A-SALON"] },
    helper("over") {
      $0.schedule = Schedule()
      $0.schedule?.validTo = "2020-01-01"
    },
  ]

  private func ask(_ town: Town, _ ids: [String], limit: Int = 1) throws
    -> [MatchResources.StandingOutput]
  {
    let list = ids.map { #""\#($0)""# }.joined(separator: ",")
    return try town.match(
      #"{"needs":[{"code":"LIV-TRASH"}],"person":{\#(Town.person)},"limit":\#(limit),"whyNot":[\#(list)]}"#
    ).whyNot ?? []
  }

  @Test func eachIdIsToldWhereItStands() throws {
    let town = try Town(Self.town)
    let all = try ask(
      town, ["near", "mid", "bare", "far", "idea", "gone", "other", "over", "no:such"])
    let told = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
    #expect(told["near"]?.list == .recommended && told["near"]?.rank == 1)
    // Beyond what is shown too.
    #expect(told["mid"]?.list == .recommended && told["mid"]?.rank == 2 && told["mid"]?.count == 2)
    #expect(told["bare"]?.list == .askFirst && told["bare"]?.ifYes != nil)
    #expect(told["far"]?.list == .excluded && told["far"]?.reasons?.map(\.code) == ["too-far"])
    let causes: [String: MatchResources.StandingOutput] = told.filter { $0.value.list == .none }
    #expect(
      causes.mapValues { $0.cause?.rawValue } == [
        "idea": "potential", "gone": "retired", "other": "serves-none", "over": "ended",
        "no:such": "unknown-id",
      ])
    #expect(all.allSatisfy { !$0.text.isEmpty })
    #expect(told["far"]?.text.contains("歩ける範囲") == true)
  }

  /// Retrieval brings 150 for each way of being reached: one beyond them is judged by the same panel.
  @Test func whatWasNotLookedAtIsJudgedAllTheSame() throws {
    let crowd = (0..<160).map { helper("c\($0)", metres: Double(200 + $0)) }
    let town = try Town(crowd + [helper("late", metres: 480)])
    let one = try #require(try ask(town, ["late"]).first)
    #expect(one.list == .none && one.cause == .outsideSet)
    #expect(one.would?.list == .recommended && one.would?.rank == 151)
    let alone = try Town([helper("late", metres: 480)]).rubbish()
    #expect(one.score == alone.recommended.first?.score)
  }

  @Test func tooManyIdsAreRefused() throws {
    let town = try Town([])
    #expect(throws: SasaeError.self) { try ask(town, (0..<51).map { "r\($0)" }) }
  }

  private func compare(_ town: Town, _ a: String, _ b: String) throws
    -> MatchResources.ComparisonOutput
  {
    let answer = try town.match(
      #"{"needs":[{"code":"LIV-TRASH"}],"person":{\#(Town.person)},"compare":["\#(a)","\#(b)"]}"#)
    return try #require(answer.comparison)
  }

  @Test func twoAreHeldAgainstEachOther() throws {
    let town = try Town(Self.town)
    let one = try compare(town, "mid", "near")
    #expect(one.above == "near" && one.decider == .score)
    let sum = one.parts.reduce(0) { $0 + $1.points }
    #expect(abs(sum - one.points) < 1e-9 && one.points < 0)
    // The distance makes all of it.
    #expect(one.parts.first?.plugin == "proximity")
    #expect(abs((one.parts.first?.points ?? 0) - one.points) < 1e-9)
    let turned = try compare(town, "near", "mid")
    #expect(turned.above == "near" && abs(turned.points + one.points) < 1e-9)
    #expect(try compare(town, "far", "near").decider == .list)
    #expect(try compare(town, "bare", "near").above == "near")
    #expect(try compare(town, "near", "no:such").decider == .nothing)
    let twins = try Town([helper("b"), helper("a")])
    let equal = try compare(twins, "b", "a")
    #expect(equal.above == "a" && equal.decider == .id && equal.points == 0)
    for language in [Language.ja, .en] {
      var page = TextPage(language: language, width: 80)
      MatchText.comparison(one, in: &page)
      #expect(page.text.contains("proximity") && page.text.contains("near"))
    }
  }

  @Test func oneIdIsNoComparison() throws {
    #expect(throws: SasaeError.self) {
      try Town([]).match(#"{"needs":[{"code":"LIV-TRASH"}],"compare":["a"]}"#)
    }
  }
}
