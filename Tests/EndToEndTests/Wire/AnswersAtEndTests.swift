import Testing

/// The program went away before its last answers were written, most of all the long ones.
@Suite("Answers at the end of input")
struct AnswersAtEndTests {
  private static let runs = 10

  /// Only the part of the answer that fitted into the pipe came.
  @Test("come whole where one is longer than a megabyte")
  func long() throws {
    let desk = try Desk(town: ThickTown.ndjson)
    for _ in 0..<Self.runs {
      let wire = try desk.serve()
      wire.say(ThickTown.export("1"))
      let answer = try #require(wire.finish(leaving: ["1"]).first)
      #expect(answer.size > 1 << 20)
      #expect(answer.result["count"] == .number(Double(ThickTown.count)))
    }
  }

  /// The end did not wait for what a batch had still to put together.
  @Test("come whole where they are those of a batch")
  func batch() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    for _ in 0..<Self.runs {
      let wire = try desk.serve()
      wire.say("[\(Say.request("1", "list_needs")),\(Say.request("2", "list_categories"))]")
      wire.process.closeInput()
      let answers = try wire.takeBatch()
      #expect(answers.map(\.id) == ["1", "2"])
      for answer in answers { answer.expectResult() }
      wire.awaitEnd()
    }
  }

  /// An id left the book before its answer was with the writer: the last few were lost.
  @Test("come whole where they are fifty")
  func many() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let ids = (0..<50).map(String.init)
    for _ in 0..<Self.runs {
      let wire = try desk.serve()
      wire.say(lines: ids.map { Say.searching($0, "サロン") })
      for answer in wire.finish(leaving: ids) {
        #expect(answer.result["hits"][0]["id"] == "t:salon")
      }
    }
  }
}

/// A town whose export is long though it has few records.
enum ThickTown {
  static let count = 60

  static let ndjson = (0..<count).map { number in
    """
    {"id":"k:\(number)","name":"厚い記録の会\(number)","summary":"\(String(repeating: "毎日", count: 5_000))"}

    """
  }.joined()

  static func export(_ id: String) -> String {
    Say.request(id, "export_resources", #"{"format":"ndjson"}"#)
  }
}
