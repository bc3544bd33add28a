import Testing

/// What is too much, or beyond the end, is answered shortly and in its place.
@Suite("Limits of the wire")
struct WireLimitTests {
  private static let longestId = 1 << 16

  /// It was answered like a copy that is up to date, for ever.
  @Test("list_changes is refused above the last change")
  func future() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    let next = try #require(try wire.ask("list_changes", #"{"since":0}"#).result["next"].number)
    let last = try wire.ask("list_changes", #"{"since":\#(Int(next))}"#).expectResult()
    #expect(last["changes"].items.isEmpty && last["more"] == false)
    for since in ["\(Int(next) + 1)", "9223372036854775807", "-1"] {
      try wire.ask("list_changes", #"{"since":\#(since)}"#).expect(-32602, "usage", since)
    }
    wire.finish()
  }

  /// An id is echoed, so a long one made long answers of errors.
  @Test("an id has 64 KiB at most")
  func ids() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    let longest = "\"" + String(repeating: "i", count: Self.longestId - 2) + "\""
    wire.say(Say.request(longest, "ping"))
    try wire.take(longest).expectResult()
    for id in [longest.dropLast() + "i\"", "1" + String(repeating: "0", count: Self.longestId)] {
      for method in ["ping", "search_resources", "no_such_method"] {
        wire.say(Say.request(String(id), method))
        try wire.take("null").expect(-32600, "wire.invalid-request")
      }
    }
    wire.say("[\(Say.request(longest.dropLast() + "i\"", "ping")),\(Say.request("1", "ping"))]")
    #expect(try wire.takeBatch().map(\.id) == ["null", "1"])
    try wire.isAlive()
    wire.finish()
  }

  /// The whole id came back, with one like it as a suggestion after a long search.
  @Test("a resource's id of a mebibyte is unknown, in few words")
  func longName() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    for letter in ["x", "町"] {
      let id = String(repeating: letter, count: (1 << 20) / letter.utf8.count)
      let answer = try wire.ask("get_resource", #"{"id":"\#(id)"}"#, within: .seconds(4))
      answer.expect(-32004, "resource.unknown")
      #expect(answer.size < 2_048)
    }
    wire.finish()
  }

  /// One answer of the batch stood for all of them, and nobody knew which requests were done.
  @Test("a batch with answers beyond 16 MiB answers every member in its place")
  func batch() throws {
    let wire = try Desk(town: SlowTown.ndjson).serve()
    let count = (18 << 20) / SlowTown.size
    let lines = (0..<count).map { SlowTown.large("\($0)") }
    wire.say("[" + lines.joined(separator: ",") + "]")
    try Self.isComplete(wire, (0..<count).map(String.init))
  }

  /// The room that large answers left was not enough for many small ones with long ids, and the line
  /// grew beyond 16 MiB. Such a batch as a whole is answered with one error.
  @Test("a batch with large answers and many small ones keeps to 16 MiB too")
  func mixedBatch() throws {
    let wire = try Desk(town: SlowTown.ndjson).serve()
    let pad = String(repeating: "p", count: 1_000)
    let lines =
      (0..<360).map { SlowTown.large("\($0)") }
      + (0..<9_000).map { Say.request("\"\(pad)\($0)\"", "ping") }
    wire.say("[" + lines.joined(separator: ",") + "]")
    try wire.wait(within: .seconds(30), for: "an answer") { wire.received > 0 }
    if wire.batches.isEmpty {
      try wire.take("null").expect(-32006, "wire.answer-too-large")
    } else {
      #expect(try wire.takeBatch().count == lines.count)
    }
    wire.isPure()
    try wire.isAlive()
    wire.finish()
  }

  private static func isComplete(_ wire: WireClient, _ ids: [String]) throws {
    let answers = try wire.takeBatch(within: .seconds(60))
    #expect(answers.map(\.id) == ids)
    #expect(answers.contains { !$0.isError } && answers.contains { $0.isError })
    // Its length is among what is looked at in every line.
    wire.isPure()
    try wire.isAlive()
    wire.finish()
  }
}
