import Diagnostics
import Foundation
import Model
import Service
import Testing

@Suite struct MatchTests {
  private static let mixed: [Resource] = [
    helper("near"), helper("far", metres: 5_000), helper("bare", modes: []),
    helper("paused") { $0.status = .paused }, helper("idea") { $0.status = .potential },
    helper("gone") { $0.status = .retired },
    helper("other") { $0.categories = ["A-SALON"] },
    helper("spot", metres: 50) { $0.categories = ["S-HOME-SPOT"] },
    helper("group", metres: 50) { $0.categories = ["S-HOME"] },
  ]

  @Test func threeListsWithReasons() throws {
    let answer = try Town(Self.mixed).rubbish()
    #expect(answer.recommended.map(\.id) == ["near", "spot"])
    #expect(Set(answer.askFirst.map(\.id)) == ["bare", "paused"])
    #expect(answer.excluded.map(\.id) == ["far"])
    // What is paused may run again; what does not serve the need, is retired or is only an idea is
    // in no list.
    #expect(answer.question("paused") == ["status"])
    #expect(answer.question("bare") == ["reach.modes"])
    for one in answer.recommended + answer.askFirst {
      #expect(one.covers == ["LIV-TRASH"])
      #expect(one.questions?.isEmpty != true)
    }
    #expect(answer.excluded.allSatisfy { !$0.reasons.isEmpty && !$0.reasons[0].text.isEmpty })
  }

  @Test func anIdeaIsAQuestionWhenAskedFor() throws {
    let answer = try Town(Self.mixed).match(
      #"{"needs":[{"code":"LIV-TRASH"}],"person":{\#(Town.person)},"includePotential":true}"#)
    #expect(answer.question("idea") == ["status"])
    #expect(!answer.recommended.map(\.id).contains("idea"))
  }

  /// The numbers that stand in the tree give the score, at every node.
  @Test func theTotalIsWhatItsTreeSays() throws {
    let answer = try Town(Self.mixed).match(
      #"{"needs":[{"code":"LIV-TRASH","urgency":"high"},{"code":"SOC-LONELY","weight":0.2}],"#
        + #""person":{\#(Town.person)}}"#)
    func check(_ node: ExplanationNode) {
      #expect((0...1).contains(node.value))
      #expect(!node.text.isEmpty)
      guard !node.children.isEmpty else { return }
      let weights = node.children.reduce(0) { $0 + ($1.weight ?? .nan) }
      let sum = node.children.reduce(0) { $0 + ($1.weight ?? .nan) * $1.value }
      #expect(abs(node.value - sum / weights) < 1e-12)
      node.children.forEach(check)
    }
    #expect(!answer.recommended.isEmpty)
    for one in answer.recommended + answer.askFirst {
      #expect(one.score == one.explanation.value)
      check(one.explanation)
    }
    // A need's urgency and weight are what it counts.
    let needs = answer.recommended[0].explanation.children.first { $0.plugin == "need-fit" }
    #expect(needs?.children.compactMap(\.weight) == [1.0, 0.2])
  }

  /// Rows of the crosswalk: LIV-TRASH ← S-HOME-TRASH 1.0, S-HOME-SPOT 0.8.
  @Test func aResourceCountsByTheBestOfItsCategories() throws {
    let answer = try Town([
      helper("trash"), helper("spot") { $0.categories = ["S-HOME-SPOT"] },
      helper("both") { $0.categories = ["S-HOME-SPOT", "S-HOME-TRASH"] },
    ]).rubbish()
    let values = Dictionary(
      uniqueKeysWithValues: answer.recommended.map { one in
        (one.id, one.explanation.children.first { $0.plugin == "need-fit" }?.value ?? -1)
      })
    #expect(
      values.mapValues { ($0 * 1_000).rounded() } == ["trash": 1_000, "spot": 800, "both": 1_000])
  }

  /// A crosswalk row that names a group says what kind of thing it is: half its weight below it.
  @Test func aGroupsRowCountsHalfForWhatStandsBelow() throws {
    let town = try Town()
    let (needs, categories) = (
      try ListNeeds.run(.init(), in: town.session).needs,
      try ListCategories.run(.init(), in: town.session).categories
    )
    let found = needs.lazy.compactMap { need in
      need.servedBy.lazy.compactMap { link -> (need: String, link: ListNeeds.Link, leaf: String)? in
        let leaf = categories.first { child in
          child.parent == link.category && !need.servedBy.contains { $0.category == child.code }
        }
        return leaf.map { (need.code, link, $0.code) }
      }.first
    }.first
    let row = try #require(found, "no crosswalk row names a group")
    for (id, code) in [("group", row.link.category), ("leaf", row.leaf)] {
      _ = try town.session.directory.put(helper(id) { $0.categories = [code] })
    }
    let answer = try town.match(
      #"{"needs":[{"code":"\#(row.need)"}],"person":{\#(Town.person)}}"#)
    for (id, share) in [("group", 1.0), ("leaf", 0.5)] {
      let one = try #require(
        (answer.recommended + answer.askFirst).first { $0.id == id })
      let fit = one.explanation.children.first { $0.plugin == "need-fit" }
      #expect(abs((fit?.value ?? 0) - row.link.weight * share) < 1e-12)
    }
  }

  @Test func aGroupOfNeedsStandsForEachOfThem() throws {
    let answer = try Town(Self.mixed).match(
      #"{"needs":[{"code":"LIV"},{"code":"LIV-TRASH","urgency":"high"}],"person":{\#(Town.person)}}"#
    )
    let codes = answer.needs.map(\.code)
    #expect(codes.contains("LIV-TRASH") && codes.contains("LIV-CLEAN") && !codes.contains("LIV"))
    #expect(Set(codes).count == codes.count)
    #expect(codes.allSatisfy { $0.hasPrefix("LIV-") })
  }

  @Test func whatNothingServesIsUnmet() throws {
    let answer = try Town(Self.mixed).match(
      #"{"needs":[{"code":"LIV-TRASH"},{"code":"MOV-LICENSE"}],"person":{\#(Town.person)}}"#)
    #expect(answer.unmet == ["MOV-LICENSE"])
  }

  @Test func needsAreFoundInTextUnlessTakenBack() throws {
    let answer = try Town(Self.mixed).match(
      #"{"text":"ゴミ出しが大変です。洗濯は自分でできる。","person":{\#(Town.person)}}"#)
    #expect(answer.needs.map(\.code) == ["LIV-TRASH"])
    #expect(answer.needs.map(\.from) == [.text])
    #expect(answer.needs.map(\.evidence) == ["ゴミ出しが大変"])
  }
}
