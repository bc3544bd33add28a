import Testing

/// Only single resources were told of; a category that was subscribed to stayed silent.
@Suite("Subscribing to a category and to the changes")
struct CategorySubscriptionTests {
  static let uris = ["sasae://category/A-SALON", "sasae://changes"]

  private static func put(_ id: String) -> String {
    #"{"resource":{"id":"\#(id)","name":"新しいサロン","categories":["A-SALON"]}}"#
  }

  private static func tells(_ wire: WireClient, _ uri: String, stream: JSON = .null) throws {
    try wire.takeNotification(within: .seconds(5)) {
      let params = $0.member("params")
      return $0.method == "notifications/resources/updated" && params["uri"].text == uri
        && params["_meta"]["io.modelcontextprotocol/subscriptionId"] == stream
    }
  }

  private static func tellsOfList(_ wire: WireClient) throws {
    try wire.takeNotification(within: .seconds(5)) {
      $0.method == "notifications/resources/list_changed"
    }
  }

  @Test("is heard after a change, of this server's and of another's", arguments: uris)
  func handshake(_ uri: String) throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let wire = try desk.serve(scope: "read,write")
    wire.say(Say.initialize, Say.notification("notifications/initialized"))
    try wire.take("\"initialize\"").expectResult()
    try wire.ask("resources/subscribe", #"{"uri":"\#(uri)"}"#).expectResult()
    try wire.ask("put_resource", Self.put("c:1")).expectResult()
    try Self.tells(wire, uri)
    try Self.tellsOfList(wire)
    try desk.run("retire", "c:1", "--why", "試し").expect(0, isTalkative: true)
    try Self.tells(wire, uri)
    try Self.tellsOfList(wire)
    try wire.ask("resources/unsubscribe", #"{"uri":"\#(uri)"}"#).expectResult()
    try wire.ask("put_resource", Self.put("c:2")).expectResult()
    // Would come after what is subscribed to.
    try Self.tellsOfList(wire)
    #expect(wire.notifications.isEmpty)
    wire.finish()
  }

  @Test("is heard on the stream of the request in the later era", arguments: uris)
  func listening(_ uri: String) throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let wire = try desk.serve(scope: "read,write")
    let meta =
      #""_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","#
      + #""io.modelcontextprotocol/clientCapabilities":{}}"#
    let wish = #""notifications":{"resourceSubscriptions":["\#(uri)"]}"#
    wire.say(Say.request("\"s\"", "subscriptions/listen", "{\(meta),\(wish)}"))
    let agreed = try wire.takeNotification {
      $0.method == "notifications/subscriptions/acknowledged"
    }.member("params")["notifications"]["resourceSubscriptions"]
    #expect(agreed == .array([.string(uri)]))
    try wire.ask("put_resource", Self.put("c:1")).expectResult()
    try Self.tells(wire, uri, stream: "s")
    try desk.run("retire", "c:1", "--why", "試し").expect(0, isTalkative: true)
    try Self.tells(wire, uri, stream: "s")
    wire.finish(leaving: ["\"s\""])
  }
}
