import Testing

/// What has no id is never answered, not even with an error.
@Suite("Notifications")
struct NotificationTests {
  @Test("are not answered, whatever they are of")
  func silent() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    let methods =
      Operations.names + [
        "ping", "rpc.discover", "no_such_method", "", "notifications/no_such", "rpc.no_such",
        "notifications/cancelled", "notifications/progress", "notifications/initialized",
        "notifications/roots/list_changed", "$/cancelRequest", "exit",
      ]
    for method in methods {
      for params in [nil, "null", "{}", "[]", #"{"nonsense":1}"#, #"{"_meta":{}}"#] {
        wire.say(Say.notification(method, params))
      }
    }
    try wire.isAlive()
    wire.finish()
    #expect(wire.received == 1)
  }

  @Test("of MCP's methods are not answered either")
  func ofMCP() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    wire.say(Say.initialize)
    try wire.take("\"initialize\"").expectResult()
    for method in Operations.mcp {
      for params in [nil, "{}", "[]", #"{"name":"search_resources"}"#] {
        wire.say(Say.notification(method, params))
      }
    }
    try wire.isAlive()
    wire.finish()
    #expect(wire.received == 2)
  }

  /// Nobody learns how a write without an id ended; that it is done all the same is JSON-RPC's rule.
  @Test("of a write are carried out, in their turn")
  func write() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let wire = try desk.serve(scope: Operations.everything)
    wire.say(
      Say.notification("put_resource", #"{"resource":{"id":"n:1","name":"通知で登録"}}"#),
      Say.request("1", "get_resource", #"{"id":"n:1"}"#))
    #expect(try wire.take("1").result["name"] == "通知で登録")
    wire.finish()
    try desk.isSound()
  }

  @Test("may come in great number")
  func many() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    let one = Say.notification("search_resources", #"{"text":"サロン"}"#)
    wire.say(lines: Array(repeating: one, count: 300))
    wire.say(lines: Array(repeating: Say.notification("ping"), count: 5_000))
    try wire.isAlive()
    wire.finish()
    #expect(wire.received == 1)
  }
}
