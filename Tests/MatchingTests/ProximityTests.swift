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
      helper("comes", metres: 3_000, modes: [.visit]),
      helper("fetches", metres: 3_000, modes: [.pickup]),
    ]).rubbish()
    let values = Dictionary(
      uniqueKeysWithValues: answer.recommended.map { suggestion in
        (
          suggestion.id,
          suggestion.explanation.children.first { $0.plugin == "proximity" }?.value ?? -1
        )
      })
    #expect(values["door"] == 1 && values["comes"] == 1)
    #expect(abs((values["near"] ?? 0) - 0.8) < 0.001)
    #expect(abs((values["far"] ?? 0) - 0.6) < 0.001)
    #expect(values["fetches"] == 0.9)
    #expect(answer.recommended.map(\.id) == ["comes", "door", "fetches", "near", "far"])
  }
}
