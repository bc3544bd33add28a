import Diagnostics
import Foundation
import Model
import Service
import TestSupport
import Testing

/// The four questions of a care plan's lines (予防プランの検証), judged by hand (`Fixtures/plans.ndjson`).
@Suite struct PlanReviewTests {
  struct Vignette: Decodable {
    var id: String
    var line: JSONValue
    /// Numbers of the questions that are met.
    var met: [Int]
    /// Candidates of a question, one of which is there.
    var good: [String: [String]]
    var never: [String]
    var person: JSONValue
  }

  private func review(_ input: String, _ town: Town) throws -> ReviewPlan.Output {
    try ReviewPlan.run(OperationJSON.input(ReviewPlan.Input.self, from: input), in: town.session)
  }

  @Test func linesAreJudgedAsByHand() throws {
    let path = Repository.path("Tests/MatchingTests/Fixtures/plans.ndjson")
    let vignettes = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      .map { try JSONDecoder().decode(Vignette.self, from: Data($0.utf8)) }
    #expect(vignettes.count >= 20)
    let town = try Town()
    _ = try SampleTown(folder: Repository.path("Data")).load(in: town.session)
    for one in vignettes {
      let input: JSONValue = ["lines": [one.line], "person": one.person]
      let output = try review(
        String(decoding: JSONEncoder().encode(input), as: UTF8.self), town)
      let line = try #require(output.lines.first)
      #expect(line.questions.map(\.number) == [1, 2, 3, 4])
      let met = line.questions.filter(\.met).map(\.number)
      #expect(met == one.met, "\(one.id): \(line.questions.map(\.text))")
      for (number, good) in one.good {
        let found = line.questions.first { "\($0.number)" == number }?.candidates ?? []
        #expect(!Set(found).isDisjoint(with: good), "\(one.id): \(found)")
      }
      let all = line.questions.flatMap(\.candidates)
      #expect(Set(all).isDisjoint(with: one.never), "\(one.id): \(all)")
      #expect(line.questions.allSatisfy { $0.met || $0.candidates.isEmpty })
      #expect(Set(all) == Set(output.resources.map(\.id)))
    }
  }

  /// A person's facts leave out what they rule out; minutes leave out what takes no longer tasks.
  @Test func factsAndMinutesAreRules() throws {
    let town = try Town([
      helper("near") { $0.categories = ["S-HOME-B"] },
      helper("far", metres: 3_000) { $0.categories = ["S-HOME-B"] },
      helper("old") {
        $0.categories = ["S-HOME-B"]
        $0.eligibility = Eligibility(text: "90歳以上", minAge: 90)
      },
      helper("quick") { $0.categories = ["S-HOME-SPOT"] },
      helper("care") { $0.categories = ["S-HOME-PRE"] },
    ])
    func candidates(_ minutes: String) throws -> Set<String> {
      let person = Town.person + #","age":80"#
      let answer = try review(
        #"{"lines":[{"text":"ごみ出し"\#(minutes)}],"person":{\#(person)}}"#, town)
      return Set(answer.lines[0].questions[0].candidates)
    }
    #expect(try candidates("") == ["near", "quick"])
    #expect(try candidates(#","minutes":45"#) == ["near"])
    #expect(try candidates(#","minutes":61"#).isEmpty)
  }

  @Test(arguments: [
    ("掃除 60分", 60.0), ("掃除 ６０分", 60), ("買い物1時間半", 90), ("調理 １時間", 60), ("1時間15分", 75),
    ("掃除 週2回", nil), ("午後1時に掃除", nil),
  ])
  func minutesAreRead(_ text: String, _ minutes: Double?) throws {
    let answer = try review(#"{"lines":[{"text":"\#(text)"}]}"#, Town())
    #expect(answer.lines.first?.minutes == minutes)
  }

  @Test func aPlanIsReadFromLinesOrJSON() throws {
    let lines = try PlanFile.read("# 架空\n・掃除 60分\r\n\n  - ごみ出し　\n").lines
    #expect(lines.map(\.text) == ["掃除 60分", "ごみ出し"])
    let json = try PlanFile.read(#" {"lines":[{"text":"掃除","by":"ヘルパー"}]}"#)
    #expect(json.lines.first?.by == "ヘルパー")
    for (text, code) in [
      ("\n# x\n", "usage.empty-plan"), ("{}", "usage.request"),
      (#"{"lines":[{}]}"#, "usage.request"),
    ] {
      let error = #expect(throws: SasaeError.self) { try PlanFile.read(text) }
      #expect(error?.code.rawValue == code)
    }
  }

  @Test(arguments: [
    #"{"lines":[]}"#, #"{"lines":[{"text":"秘密","minutes":-1}]}"#,
    #"{"lines":[{"text":"秘密"}],"person":{"home":{"lat":99,"lng":1}}}"#,
  ])
  func whatIsWrongIsTold(_ input: String) throws {
    let error = try #require(throws: SasaeError.self) { try review(input, Town()) }
    #expect(["usage.value", "usage.request"].contains(error.code.rawValue))
    #expect(!error.text(.ja).contains("秘密"))
  }

  /// Which words mean what is data, and a workspace adds to it.
  @Test func aWorkspaceAddsWords() throws {
    let town = try Town()
    let folder = town.session.directory.workspace.lexicon
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let plan = #"{"lines":[{"text":"ヌカ床まぜ ヘルパー"}]}"#
    #expect(try review(plan, town).lines[0].questions[0].met == false)
    let head = "kind\twords\tneeds\tcategories\tminutes\n"
    let path = folder + "/plan-words.tsv"
    try (head + "everyday\tぬか床まぜ\tLIV-COOK\t\t\n")
      .write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try review(plan, town).lines[0].questions[0].met)
    for bad in [
      "everyday\t\tLIV-COOK\t\t", "some\tx\t\t\t", "limit\t\tS-HOME-B\tlong\t",
      "body\tx\tHLT-X\t\t",
    ] {
      try (head + bad + "\n").write(toFile: path, atomically: true, encoding: .utf8)
      let error = #expect(throws: SasaeError.self) { try review(plan, town) }
      #expect(error?.position.line == 2, "\(bad)")
    }
  }
}
