import Testing

/// Batches as JSON-RPC 2.0 has them; the first test goes through its own examples.
@Suite("Batches")
struct BatchTests {
  private static func batch(_ members: String...) -> String {
    "[" + members.joined(separator: ",") + "]"
  }

  @Test("of the specification's examples are answered as it says")
  func examples() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    // rpc call Batch, invalid JSON.
    wire.say(#"[{"jsonrpc":"2.0","method":"ping","params":{},"id":"1"},{"jsonrpc":"2.0","method"]"#)
    try wire.take("null").expect(-32700, "wire.parse")
    // With an empty Array.
    wire.say("[]")
    try wire.take("null").expect(-32600)
    wire.say(" [ ] ")
    try wire.take("null").expect(-32600)
    // With an invalid Batch (but not empty), and with invalid Batch.
    for text in ["[1]", "[1,2,3]", #"["a",null,true]"#, "[[],{},0]"] {
      wire.say(text)
      let answers = try wire.takeBatch()
      #expect(answers.count == text.split(separator: ",").count, "\(text)")
      for answer in answers {
        #expect(answer.id == "null")
        answer.expect(-32600)
      }
    }
    // rpc call Batch.
    wire.say(
      Self.batch(
        Say.request(#""1""#, "search_resources", #"{"text":"サロン"}"#),
        Say.notification("search_resources", #"{"text":"カフェ"}"#),
        Say.request(#""2""#, "get_resource", #"{"id":"t:shop"}"#), #"{"foo":"boo"}"#,
        #"{"jsonrpc":"2.0","method":"foo.get","params":{"name":"myself"},"id":"5"}"#,
        #"{"jsonrpc":"2.0","method":"list_profiles","id":"9"}"#))
    let answers = try wire.takeBatch()
    #expect(answers.map(\.id) == [#""1""#, #""2""#, "null", #""5""#, #""9""#])
    #expect(answers.count == 5 && answers[1].result["name"] == "まごころ配達店")
    for (index, code) in [(2, -32600), (3, -32601)] where answers.count == 5 {
      answers[index].expect(code)
    }
    // All notifications.
    wire.say(
      Self.batch(
        Say.notification("ping"), Say.notification("no_such_method"),
        Say.notification("list_needs", "[1]")))
    try wire.isAlive()
    wire.finish()
  }

  @Test("nested in a batch are no requests")
  func nested() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    let inner = Self.batch(Say.request("1", "ping"))
    for text in [Self.batch(inner), Self.batch(inner, inner), "[[]]", "[[[[]]]]"] {
      wire.say(text)
      let answers = try wire.takeBatch()
      #expect(Set(answers.map(\.id)) == ["null"], "\(answers)")
      for answer in answers { answer.expect(-32600) }
    }
    wire.finish()
  }

  @Test("of one are answered with one in a list; answers and notifications leave no place")
  func small() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    wire.say(Self.batch(Say.request("1", "ping")))
    #expect(try wire.takeBatch().map(\.id) == ["1"])
    wire.say(Self.batch(#"{"jsonrpc":"2.0","id":4,"result":{}}"#))
    wire.say(
      Self.batch(
        #"{"jsonrpc":"2.0","id":4,"result":{}}"#, Say.request("5", "ping"), Say.cancel("9"),
        Say.request("null", "ping"), Say.notification("ping")))
    #expect(try wire.takeBatch().map(\.id) == ["5", "null"])
    wire.finish()
  }

  @Test("are answered in the order of their requests, up to 10,000")
  func large() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    let pings = (0..<10_000).map { Say.request("\($0)", "ping") }
    wire.say("[" + pings.joined(separator: ",") + "]")
    #expect(try wire.takeBatch().map(\.id) == (0..<10_000).map(String.init))
    wire.say("[" + (pings + [pings[0]]).joined(separator: ",") + "]")
    try wire.take("null").expect(-32600, "wire.batch-too-long")
    wire.say("[" + String(repeating: "1,", count: 10_000) + "1]")
    try wire.take("null").expect(-32600, "wire.batch-too-long")
    // A mix whose parts take their time.
    let mixed = (0..<300).map { number in
      number % 3 == 0
        ? Say.request("\(number)", "search_resources", #"{"text":"サロン"}"#)
        : Say.request("\(number)", number % 3 == 1 ? "ping" : "list_needs")
    }
    wire.say("[" + mixed.joined(separator: ",") + "]", Say.request("\"beside\"", "ping"))
    _ = try wire.take("\"beside\"")
    #expect(try wire.takeBatch().map(\.id) == (0..<300).map(String.init))
    wire.finish()
  }

  /// The members of a batch are as good as lines: what is read after a write sees it.
  @Test("hold writes and reads in their order")
  func order() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let wire = try desk.serve(scope: Operations.everything)
    wire.say(
      Self.batch(
        Say.request("1", "get_resource", #"{"id":"b:1"}"#),
        Say.request("2", "put_resource", #"{"resource":{"id":"b:1","name":"束の会"}}"#),
        Say.request("3", "get_resource", #"{"id":"b:1"}"#), Say.searching("4", "束の会"),
        Say.request("5", "retire_resource", #"{"id":"b:1","why":"試し"}"#),
        Say.searching("6", "束の会")))
    let answers = try wire.takeBatch()
    try #require(answers.map(\.id) == ["1", "2", "3", "4", "5", "6"])
    answers[0].expect(-32004, "resource.unknown")
    #expect(answers[2].result["name"] == "束の会" && answers[3].result["total"] == 1)
    #expect(answers[4].result["status"] == "retired" && answers[5].result["total"] == 0)
    wire.finish()
    try desk.isSound()
  }
}
