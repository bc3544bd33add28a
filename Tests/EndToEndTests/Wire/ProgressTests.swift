import Testing

/// What is told of long work goes along with it, and never after its answer.
@Suite("Progress")
struct ProgressTests {
  @Test("of an import is told under the token that was given, growing, before the answer")
  func growing() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let path = try desk.write(SmallTown.many(1_500), to: "list.ndjson")
    let wire = try desk.serve(scope: "read,write")
    for token in ["7", "\"札\""] {
      wire.say(
        Say.importing(
          "1", path, #","source":"s\#(token.count)","_meta":{"progressToken":\#(token)}"#))
      try wire.take("1").expectResult()
      let told = wire.notifications
      #expect(!told.isEmpty && told.allSatisfy { $0.method == "notifications/progress" })
      #expect(told.allSatisfy { $0.member("params")["progressToken"] == (try? JSON(token)) })
      let values = told.compactMap { $0.member("params")["progress"].number }
      #expect(values.count == told.count && zip(values, values.dropFirst()).allSatisfy(<))
      _ = wire.dropAnswers()
      try wire.isAlive()
      #expect(wire.notifications.isEmpty)
    }
    // Unasked, or asked in a wrong way, nothing is told.
    for meta in ["", #","_meta":{}"#, #","_meta":{"progressToken":null}"#] {
      wire.say(Say.importing("2", path, meta))
      _ = try wire.take("2")
    }
    #expect(wire.notifications.isEmpty)
    wire.finish()
  }
}
