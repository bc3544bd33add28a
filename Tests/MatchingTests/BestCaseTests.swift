import Diagnostics
import MatchingKit
import Model
import Service
import Testing

/// What a yes to the questions of an entry would bring.
@Suite struct BestCaseTests {
  /// Plugins `fit` (weight 0.6) and `ask` (0.4); the words after the id in a name say what they give.
  private static let profile = """
    plugin\tweight\thard\tnote
    # label_ja: 試し
    # label_en: test
    fit\t0.6\tno\tx
    ask\t0.4\tno\tx
    """

  private static let fit = StubPlugin("fit", reads: [.resourceCost]) { _, candidates in
    candidates.map {
      .score(Explanation(plugin: "fit", code: "x", value: ($0.costMin ?? 0) / 100, text: "x"))
    }
  }

  private static let ask = StubPlugin("ask", reads: [.resourceTags]) { _, candidates in
    candidates.map {
      $0.tags.contains("unknown") ? .unknown(.init(field: "place", text: "?")) : .abstain
    }
  }

  private static func one(_ id: String, _ points: Double, asks: Bool = false) -> Resource {
    helper(id) {
      $0.cost = Cost()
      $0.cost?.min = points
      if asks { $0.tags = ["unknown"] }
    }
  }

  @Test func theBestCaseCountsWhatIsAskedAsOne() throws {
    let town = try Town(
      [
        Self.one("high", 90), Self.one("low", 40), Self.one("mid", 50, asks: true),
        Self.one("equal", 75, asks: true),
      ], plugins: [Self.fit, Self.ask], profile: Self.profile)
    let answer = try town.rubbish()
    // 0.6 × 0.5 + 0.4 = 0.7 and 0.6 × 0.75 + 0.4 = 0.85: both below 0.9 and above 0.4.
    let mid = try #require(answer.askFirst.first { $0.id == "mid" })
    #expect(abs(mid.score - 0.5) < 1e-12)
    #expect(abs((mid.ifYes?.score ?? 0) - 0.7) < 1e-12)
    #expect(mid.ifYes?.rank == 2)
    #expect(answer.askFirst.first { $0.id == "equal" }?.ifYes?.rank == 2)
    #expect(answer.recommended.allSatisfy { $0.ifYes == nil })
    // The rank counts all that are recommended, however many are shown.
    let short = try town.match(
      #"{"needs":[{"code":"LIV-TRASH"}],"person":{\#(Town.person)},"limit":1}"#)
    #expect(short.askFirst.first?.ifYes?.rank == 2)
    let text = try MatchResources.text(answer, width: 80, in: town.session)
    #expect(text.contains("はいなら2番目（70）"))
    var english = town.session
    english.language = .en
    #expect(try MatchResources.text(answer, width: 80, in: english).contains("would rank 2nd (85)"))
  }

  /// Equal scores are placed by id, as in the list.
  @Test func equalScoresStandById() throws {
    let town = try Town(
      [Self.one("b", 100), Self.one("a", 100, asks: true), Self.one("c", 100, asks: true)],
      plugins: [Self.fit, Self.ask], profile: Self.profile)
    let answer = try town.rubbish()
    #expect(answer.askFirst.first { $0.id == "a" }?.ifYes?.rank == 1)
    #expect(answer.askFirst.first { $0.id == "c" }?.ifYes?.rank == 2)
  }

  /// A question of the list itself (休止中) leaves no share open.
  @Test func aPausedResourceKeepsItsScore() throws {
    let town = try Town([helper("paused") { $0.status = .paused }])
    let one = try #require(try town.rubbish().askFirst.first)
    #expect(one.ifYes?.score == one.score && one.ifYes?.rank == 1)
  }
}
