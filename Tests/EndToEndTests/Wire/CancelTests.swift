import Testing

/// swift-sdk #285, PR #270: a cancel that came before its request was registered was lost.
@Suite("Cancelling")
struct CancelTests {
  private static let list = SmallTown.many(2_000)

  private struct Case {
    let desk: Desk
    let path: String
    let before: String
    let wire: WireClient

    init() throws {
      desk = try Desk(town: SmallTown.ndjson)
      path = try desk.write(CancelTests.list, to: "list.ndjson")
      before = try desk.everything()
      wire = try desk.serve(scope: Operations.everything)
    }

    /// Nothing has come in, and everything still works.
    func isUntouched(at location: SourceLocation = #_sourceLocation) throws {
      let found = try wire.ask("search_resources", #"{"text":"町のつどい","exactTotal":true}"#)
      #expect(found.result["total"] == 0, "\(found)", sourceLocation: location)
      let check = try wire.ask("check_workspace")
      #expect(check.result["ok"] == true, "\(check)", sourceLocation: location)
      try desk.isSound(at: location)
      #expect(try desk.everything() == before, sourceLocation: location)
    }
  }

  @Test("in the same write as the request stops it; the directory is as it was")
  func sameWrite() throws {
    let one = try Case()
    one.wire.say(Say.importing("1", one.path), Say.cancel("1"))
    try one.wire.take("1").expect(-32800, "wire.cancelled")
    try one.isUntouched()
    // The same import, left alone, comes in whole.
    one.wire.say(Say.importing("1", one.path))
    #expect(try one.wire.take("1").result["files"][0]["added"] == 2_000)
    one.wire.finish()
    try one.desk.isSound()
  }

  @Test("at any moment of an import leaves all of it or nothing")
  func moments() throws {
    let other = try Case()
    let began = ContinuousClock.now
    other.wire.say(Say.importing("1", other.path))
    try other.wire.take("1").expectResult()
    let length = began.duration(to: .now)
    other.wire.finish()
    let one = try Case()
    for share in [0.1, 0.3, 0.5, 0.7, 0.9] {
      one.wire.say(Say.importing("1", one.path))
      one.wire.process.pump(until: .now.advanced(by: length * share)) { false }
      one.wire.say(Say.cancel("1"))
      let answer = try one.wire.take("1")
      guard answer.isError else {
        // It was over before.
        #expect(answer.result["files"][0]["added"] == 2_000)
        break
      }
      answer.expect(-32800, "wire.cancelled")
      try one.isUntouched()
    }
    try one.wire.isAlive()
    one.wire.finish()
    try one.desk.isSound()
  }

  @Test("one that waits behind an import stops that one alone")
  func queued() throws {
    let one = try Case()
    let second = try one.desk.write(#"{"id":"q:1","name":"後の会"}"#, to: "second.ndjson")
    one.wire.say(
      Say.importing("1", one.path), Say.importing("2", second), Say.searching("3", "町のつどい"),
      Say.searching("4", "町のつどい"), Say.cancel("2"), Say.cancel("3"))
    try one.wire.take("2").expect(-32800, "wire.cancelled")
    try one.wire.take("3").expect(-32800, "wire.cancelled")
    #expect(try one.wire.take("1").result["files"][0]["added"] == 2_000)
    #expect(try one.wire.take("4").result["total"] == 2_000)
    try one.wire.ask("get_resource", #"{"id":"q:1"}"#).expect(-32004, "resource.unknown")
    one.wire.finish()
    try one.desk.isSound()
  }

  @Test("what is not under way does nothing: not there yet, unknown, over, or of another type")
  func pointless() throws {
    let one = try Case()
    let small = try one.desk.write(#"{"id":"p:1","name":"小さな会"}"#, to: "small.ndjson")
    let wire = one.wire
    wire.say(Say.cancel("1"), Say.importing("1", small))
    #expect(try wire.take("1").result["files"][0]["added"] == 1)
    wire.say(Say.cancel("1"), Say.cancel("1"), Say.cancel("99"), Say.cancel("\"1\""))
    wire.say(Say.cancel("null"), Say.cancel("{}"), Say.cancel("[1]"), Say.cancel("true"))
    for params in [nil, "null", "{}", "[]", #"{"requestID":1}"#, #"{"id":1}"#] {
      wire.say(Say.notification("notifications/cancelled", params))
    }
    try wire.isAlive()
    // These ids are not those of the request.
    wire.say(Say.importing("7", one.path), Say.cancel("\"7\""), Say.cancel("7.0"), Say.cancel("07"))
    wire.say(Say.cancel("70"), Say.cancel("0.7e1"), Say.cancel("null"))
    try wire.take("null").expect(-32700)
    #expect(try wire.take("7").result["files"][0]["added"] == 2_000)
    wire.finish()
    try one.desk.isSound()
  }

  @Test("twice is answered once")
  func twice() throws {
    let one = try Case()
    one.wire.say(Say.importing("1", one.path), Say.cancel("1"), Say.cancel("1"), Say.cancel("1"))
    try one.wire.take("1").expect(-32800, "wire.cancelled")
    one.wire.say(Say.cancel("1"))
    try one.isUntouched()
    one.wire.finish()
  }

  @Test("many searches at once answers each of them once, found or cancelled")
  func storm() throws {
    let wire = try Desk(town: SmallTown.many(300)).serve()
    let ids = (0..<200).map { "\($0)" }
    wire.say(lines: ids.flatMap { [Say.searching($0, "町のつどい"), Say.cancel($0)] })
    wire.say(lines: ids.map(Say.cancel))
    for id in ids {
      let answer = try wire.take(id)
      #expect(answer.isError ? answer.code == "wire.cancelled" : answer.result["total"] == 300)
    }
    try wire.isAlive()
    wire.finish()
    #expect(wire.received == 201)
  }

  @Test("a member of a batch leaves the others; its place says so")
  func inBatch() throws {
    let one = try Case()
    one.wire.say("[\(Say.importing("1", one.path)),\(Say.request("2", "ping"))]", Say.cancel("1"))
    let answers = try one.wire.takeBatch()
    #expect(answers.map(\.id) == ["1", "2"])
    answers.first?.expect(-32800, "wire.cancelled")
    try one.isUntouched()
    one.wire.finish()
  }

  /// MCP asks that a cancelled call is not answered at all.
  @Test("a call of MCP leaves it unanswered")
  func inMCP() throws {
    let one = try Case()
    one.wire.say(Say.initialize, Say.notification("notifications/initialized"))
    try one.wire.take("\"initialize\"").expectResult()
    let call = #"{"name":"import_resources","arguments":{"paths":["\#(one.path)"]}}"#
    one.wire.say(Say.request("1", "tools/call", call), Say.cancel("1"))
    try one.isUntouched()
    one.wire.finish()
  }
}
