import Testing

/// Reads may overtake each other; a write stands between what was read before it and after it.
@Suite("The order of requests")
struct OrderTests {
  private static let many = 1_500

  private static func busy() throws -> (Desk, WireClient, String) {
    let desk = try Desk(town: SmallTown.ndjson)
    let path = try desk.write(SmallTown.many(many), to: "list.ndjson")
    return (desk, try desk.serve(scope: Operations.everything), path)
  }

  @Test("lets a search see exactly the imports that came before it")
  func barrier() throws {
    let (desk, wire, path) = try Self.busy()
    wire.say(
      Say.searching("1", "町のつどい"), Say.importing("2", path), Say.searching("3", "町のつどい"),
      Say.request("4", "list_changes", #"{"since":0,"limit":10000}"#))
    #expect(try wire.take("1").result["total"] == 0)
    #expect(try wire.take("2").result["files"][0]["added"] == 1_500)
    #expect(try wire.take("3").result["total"] == 1_500)
    #expect(try wire.take("4").result["changes"].items.count == 1_505)
    wire.finish()
    try desk.isSound()
  }

  @Test("keeps two imports in theirs")
  func twoImports() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let wire = try desk.serve(scope: Operations.everything)
    let lists = try (0..<6).map { number in
      try desk.write(#"{"id":"o:1","name":"第\#(number)版"}"#, to: "\(number).ndjson")
    }
    wire.say(
      lines: lists.enumerated().map { Say.importing("\($0)", $1, #","source":"o""#) } + [
        Say.request("6", "get_resource", #"{"id":"o:1"}"#)
      ])
    for number in 0..<6 {
      let report = try wire.take("\(number)").result["files"][0]
      #expect(report[number == 0 ? "added" : "updated"] == 1, "\(number) \(report)")
    }
    #expect(try wire.take("6").result["name"] == "第5版")
    wire.finish()
    try desk.isSound()
  }

  @Test("lets small writes and reads alternate")
  func alternate() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let wire = try desk.serve(scope: Operations.everything)
    wire.say(
      lines: (0..<30).flatMap { number in
        [
          Say.request(
            "\(2 * number)", "put_resource",
            #"{"resource":{"id":"a:1","name":"名\#(number)"}}"#),
          Say.request("\(2 * number + 1)", "get_resource", #"{"id":"a:1"}"#),
        ]
      })
    for number in 0..<30 {
      try wire.take("\(2 * number)").expectResult()
      #expect(try wire.take("\(2 * number + 1)").result["name"].text == "名\(number)")
    }
    wire.finish()
    try desk.isSound()
  }

  @Test("answers ping, and what MCP asks about the server, during an import")
  func atOnce() throws {
    let (desk, wire, path) = try Self.busy()
    wire.say(Say.initialize, Say.notification("notifications/initialized"))
    try wire.take("\"initialize\"").expectResult()
    let quick = ["ping", "tools/list", "prompts/list", "resources/templates/list", "initialize"]
    let lines = quick.enumerated().map { index, method in
      Say.request(
        "\(index + 2)", method,
        method == "initialize" ? #"{"protocolVersion":"2025-06-18"}"# : nil)
    }
    wire.say(lines: [Say.importing("1", path)] + lines)
    try wire.take(all: (2..<2 + quick.count).map(String.init))
    #expect(try wire.take("1").result["files"][0]["added"] == 1_500)
    #expect(wire.order.last == "1", "some waited for the import: \(wire.order)")
    wire.finish()
    try desk.isSound()
  }

  /// swift-sdk PR #270: two of one id in flight ended the process, or lost an answer.
  @Test("needs an id of its own for each request under way")
  func duplicates() throws {
    let (desk, wire, path) = try Self.busy()
    wire.say(Say.importing("1", path), Say.request("1", "ping"), Say.searching("1", "サロン"))
    try wire.take("1").expect(-32600, "wire.duplicate-id")
    try wire.take("1").expect(-32600, "wire.duplicate-id")
    // Others, though they look alike.
    for id in ["\"1\"", "1.0", "10", "-1", "1e0"] {
      wire.say(Say.request(id, "ping"))
      try wire.take(id).expectResult()
    }
    #expect(try wire.take("1").result["files"][0]["added"] == 1_500)
    // It is free again.
    wire.say(Say.request("1", "ping"))
    try wire.take("1").expectResult()
    wire.finish()
    try desk.isSound()
  }

  /// Whoever has an answer may use its id at once, however late the server tidies up behind it.
  @Test("frees an id with its answer")
  func reuse() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    for _ in 0..<300 {
      wire.say(Say.request("1", "list_profiles"))
      try wire.take("1").expectResult()
    }
    wire.finish()
  }

  @Test("answers each of two in a batch that have one id")
  func duplicatesInBatch() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    wire.say("[\(Say.searching("1", "サロン")),\(Say.searching("1", "サロン"))]")
    let answers = try wire.takeBatch()
    #expect(answers.map(\.id) == ["1", "1"] && answers.contains { !$0.isError })
    try wire.isAlive()
    wire.finish()
  }
}
