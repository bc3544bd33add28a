import Diagnostics
import Foundation
import Model
import Service
import TestSupport
import Testing

/// Roles for people who can help (担い手としての役割).
@Suite struct StrengthsTests {
  private static let town = [
    place("kitchen", ["S-MEAL-TABLE"], "昼の会食会です。調理を手伝う人を募集しています。") {
      $0.eligibility = Eligibility(text: "要支援1・2の方")
      $0.capacity = Capacity(text: "満員", available: 0)
      $0.cost = Cost(text: "1食900円", min: 900)
    },
    place("door", ["A-SALON"], "参加者を募集しています。講師が体操を教えます。"),
    place("closed", ["A-SALON"], "担い手の募集は終わりました。"),
    place("group", ["A-VOL"], "通学路に立ちます。"),
    place("helpers", ["S-HOME-B"], "掃除や料理をします。"),
  ]

  private static func place(
    _ id: String, _ categories: [String], _ text: String,
    _ change: (inout Resource) -> Void = { _ in }
  ) -> Resource {
    helper(id) {
      $0.name = "場\(id)"
      $0.categories = categories
      $0.description = text
      change(&$0)
    }
  }

  private func roles(_ person: String, _ more: String = "") throws -> MatchResources.Output {
    try Town(Self.town).match(
      #"{"seeking":"role","person":{\#(Town.person)\#(person)},"limit":100\#(more)}"#)
  }

  @Test func onlyWhatLooksForHandsComes() throws {
    let answer = try roles(#","strengths":["料理"]"#)
    #expect(answer.recommended.map(\.id) == ["kitchen", "group"])
    #expect(answer.askFirst.map(\.id) == ["helpers"])
    #expect(answer.question("helpers") == ["description"])
    #expect(answer.excluded.isEmpty)
  }

  /// Who is served, what that costs and whether there is room is not said of those who help.
  @Test func whatHoldsForThoseServedDoesNotHoldForHelpers() throws {
    let served = try Town(Self.town).match(
      #"{"needs":[{"code":"FOD-ALONE"}],"profile":"tier3","person":{\#(Town.person),"careLevel":"none","budget":{"perVisit":500}}}"#
    )
    #expect(Set(served.reasons("kitchen")) == ["care-level", "full", "over-budget"])
    let helping = try roles(#","careLevel":"none","budget":{"perVisit":500},"strengths":["料理"]"#)
    #expect(helping.recommended.first?.id == "kitchen")
  }

  @Test func theExplanationNamesTheStrengthAndTheWords() throws {
    let answer = try roles(#","strengths":["元調理師"]"#)
    let node = answer.recommended.first?.explanation.children.first { $0.plugin == "strengths" }
    #expect(node?.facts["strength"] == "元調理師")
    #expect(node?.facts["word"] == "調理")
    #expect(node?.text.contains("調理を手伝う人を募集しています") == true)
    #expect(node?.value == 1)
  }

  @Test func needsComeFromStrengths() throws {
    let answer = try roles(#","strengths":["畑仕事","料理"]"#)
    #expect(answer.needs.map(\.code) == ["ROL-ROLE", "ROL-FARM", "ROL-SKILL"])
    #expect(answer.needs.map(\.from) == [.stated, .stated, .stated])
    #expect(answer.needs.map(\.evidence) == ["特技: 畑仕事・料理", "特技: 畑仕事", "特技: 畑仕事・料理"])
  }

  /// The same person is on both sides: needs of their own have no part in what they can do for others.
  @Test func needsThatAreNoRolesAreLeftOut() throws {
    let answer = try roles(#","strengths":["料理"]"#, #","needs":[{"code":"LIV-CLEAN"}]"#)
    #expect(!answer.needs.map(\.code).contains("LIV-CLEAN"))
    #expect(answer.notConsidered == ["needs"])
    let stated = try roles("", #","needs":[{"code":"ROL-ROLE"}]"#)
    #expect(stated.needs.map(\.code) == ["ROL-ROLE"])
    #expect(stated.notConsidered.isEmpty)
  }

  @Test func nobodyWithoutStrengthsAndNeedsIsMatched() throws {
    let error = #expect(throws: SasaeError.self) { try roles("") }
    #expect(error?.code == "usage.no-needs")
    let unknown = #expect(throws: SasaeError.self) {
      try Town().match(#"{"seeking":"job","person":{"strengths":["料理"]}}"#)
    }
    #expect(unknown?.code == "usage.value")
  }

  /// Strengths told in words of the text have the same effect.
  @Test func theTextTellsOfStrengths() throws {
    let answer = try Town(Self.town).match(
      #"{"seeking":"role","text":"料理が得意です","person":{\#(Town.person)}}"#)
    #expect(answer.personFromText == ["strengths"])
    #expect(answer.needs.first { $0.code == "ROL-SKILL" }?.from == .text)
    #expect(answer.recommended.first?.id == "kitchen")
  }

  /// In the search for resources to join, what can use a strength stands before its like.
  @Test func participationKnowsOfStrengthsToo() throws {
    let answer = try Town([
      Self.place("one", ["A-SALON"], "お茶を飲みます。"),
      Self.place("two", ["A-SALON"], "お茶を飲みます。菓子づくりの講師を求めています。"),
    ]).match(
      #"{"needs":[{"code":"SOC-GATHER"}],"profile":"participation","person":{\#(Town.person),"strengths":["お菓子"]}}"#
    )
    #expect(answer.recommended.map(\.id) == ["two", "one"])
  }

  /// A workspace adds words of its own; a row that says nothing is told with its file and line.
  @Test func aWorkspaceAddsWords() throws {
    let town = try Town(Self.town + [Self.place("band", ["A-HOBBY"], "チンドンの座員になってください。")])
    let folder = town.session.directory.workspace.lexicon
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let request =
      #"{"seeking":"role","person":{\#(Town.person),"strengths":["チンドン"]},"limit":100}"#
    #expect(try !town.match(request).recommended.map(\.id).contains("band"))
    let head = "kind\tvalue\twith\tunless\n"
    let path = folder + "/role-words.tsv"
    try (head + "opening\t座員\tなって\t\nsearch\t座員\t\t\n")
      .write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try town.match(request).recommended.first?.id == "band")
    try (head + "category\tA-NOTHING\t\t\n")
      .write(toFile: path, atomically: true, encoding: .utf8)
    let error = #expect(throws: SasaeError.self) { try town.match(request) }
    #expect(error?.code == "data.dangling")
    #expect(error?.position.line == 2)
  }
}
