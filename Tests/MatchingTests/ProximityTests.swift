import Model
import Service
import Testing

/// Whether person and resource can meet, through the whole match.
@Suite struct ProximityTests {
  /// Where an answer stands, and by what word.
  enum Place: Sendable, Equatable {
    case recommended(String)
    case ask(String)
    case excluded(String)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var resource: Resource
    var person = Town.person
    var place: Place
  }

  private static let home = #""home":{"lat":34.34,"lng":134.04}"#

  static let cases: [Case] = [
    Case(testDescription: "near", resource: helper("a"), place: .recommended("walk")),
    // 15 % tolerance on a stated limit of 500 m: 575 is the last metre in.
    Case(testDescription: "at the limit", resource: helper("a", metres: 500), place: .recommended("walk")),
    Case(testDescription: "within 15 %", resource: helper("a", metres: 574.5), place: .recommended("walk")),
    Case(testDescription: "beyond 15 %", resource: helper("a", metres: 575.5), place: .excluded("too-far")),
    Case(
      testDescription: "fetched from far", resource: helper("a", metres: 3_000, modes: [.venue, .pickup]),
      place: .recommended("pickup")),
    Case(
      testDescription: "near, though it fetches too",
      resource: helper("a", metres: 100, modes: [.venue, .pickup]), place: .recommended("walk")),
    Case(
      testDescription: "fetched, its place unknown", resource: helper("a", metres: nil, modes: [.pickup]),
      place: .recommended("pickup")),
    Case(
      testDescription: "comes to the home from far", resource: helper("a", metres: 9_000, modes: [.visit]),
      place: .recommended("at-home")),
    Case(testDescription: "modes not stated", resource: helper("a", modes: []), place: .ask("reach.modes")),
    Case(
      testDescription: "place not stated", resource: helper("a", metres: nil), place: .ask("place")),
    Case(
      testDescription: "home not stated", resource: helper("a"), person: #""area":"番町""#,
      place: .ask("person.home")),
    Case(
      testDescription: "home not stated, but it comes", resource: helper("a", modes: [.delivery]),
      person: #""area":"番町""#, place: .recommended("at-home")),
    Case(
      testDescription: "only the town of its place is known, and its edge is near",
      resource: helper("a", metres: 800) { $0.place?.precision = .town }, place: .ask("place.address")),
    Case(
      testDescription: "only the town is known, and all of it is far",
      resource: helper("a", metres: 1_500) { $0.place?.precision = .town }, place: .excluded("too-far")),
    Case(
      testDescription: "too far to walk, and a bus may go", resource: helper("a", metres: 2_000),
      person: home + #","mobility":{"metres":500,"transport":["walk","bus"]}"#,
      place: .ask("person.mobility.transport")),
    Case(
      testDescription: "inside the catchment", resource: helper("a") { $0.reach?.areas = ["屋島", "番町"] },
      place: .recommended("walk")),
    Case(
      testDescription: "everywhere in the town", resource: helper("a") { $0.reach?.areas = ["市全域"] },
      person: home, place: .recommended("walk")),
    Case(
      testDescription: "outside the catchment, though next door",
      resource: helper("a", modes: [.visit]) { $0.reach?.areas = ["屋島"] }, place: .excluded("outside-catchment")),
    Case(
      testDescription: "a catchment, and the person's area not stated",
      resource: helper("a", modes: [.visit]) { $0.reach?.areas = ["番町"] }, person: home, place: .ask("person.area")),
    // 500 m is what is taken when nothing is said.
    Case(
      testDescription: "no limit stated, near", resource: helper("a", metres: 499), person: home,
      place: .recommended("walk")),
    Case(
      testDescription: "no limit stated, far", resource: helper("a", metres: 700), person: home,
      place: .excluded("too-far")),
    // Ten minutes are 369 m straight (48 m a minute, detour 1.3), 424 m with tolerance.
    Case(
      testDescription: "ten minutes, near", resource: helper("a", metres: 423),
      person: home + #","mobility":{"walkMinutes":10}"#, place: .recommended("walk")),
    Case(
      testDescription: "ten minutes, far", resource: helper("a", metres: 426),
      person: home + #","mobility":{"walkMinutes":10}"#, place: .excluded("too-far")),
  ]

  @Test(arguments: cases)
  func itStandsInTheRightList(_ test: Case) throws {
    let answer = try Town([test.resource]).rubbish(test.person)
    switch test.place {
    case .recommended(let code):
      #expect(answer.lists == [["a"], [], []])
      let nodes = answer.recommended.flatMap(\.explanation.children)
      #expect(nodes.first { $0.plugin == "proximity" }?.code == code)
      #expect(answer.unmet.isEmpty)
    case .ask(let field):
      #expect(answer.lists == [[], ["a"], []])
      #expect(answer.question("a") == [field])
      #expect(answer.unmet.isEmpty)
    case .excluded(let code):
      #expect(answer.lists == [[], [], ["a"]])
      #expect(answer.reasons("a") == [code])
      #expect(answer.excluded.first?.reasons.first?.plugin == "proximity")
      // Nothing is left to recommend or to ask about.
      #expect(answer.unmet == ["LIV-TRASH"])
    }
  }

  @Test func nearerIsBetterAndTheDoorIsBest() throws {
    let answer = try Town([
      helper("far", metres: 400), helper("door", metres: 0), helper("near", metres: 200),
      helper("comes", metres: 3_000, modes: [.visit]), helper("fetches", metres: 3_000, modes: [.pickup]),
    ]).rubbish()
    let values = Dictionary(
      uniqueKeysWithValues: answer.recommended.map { suggestion in
        (suggestion.id, suggestion.explanation.children.first { $0.plugin == "proximity" }?.value ?? -1)
      })
    #expect(values["door"] == 1 && values["comes"] == 1)
    #expect(abs((values["near"] ?? 0) - 0.8) < 0.001)
    #expect(abs((values["far"] ?? 0) - 0.6) < 0.001)
    #expect(values["fetches"] == 0.9)
    #expect(answer.recommended.map(\.id) == ["comes", "door", "fetches", "near", "far"])
  }
}
