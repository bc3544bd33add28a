import Glibc
import Testing

/// Many requests at once: each is answered, once, whoever writes or reads faster.
@Suite("Pipelines")
struct PipelineTests {
  static let count = 10_000

  private static func line(_ number: Int) -> String {
    switch number % 10 {
    case 3: Say.request("\(number)", "search_resources", #"{"text":"サロン","limit":1}"#)
    case 7: Say.request("\(number)", "get_resource", #"{"id":"t:cafe"}"#)
    default: Say.request("\(number)", "ping")
    }
  }

  /// A server that stops reading while its answers wait would stop for ever here.
  @Test("of 10,000 requests may be written before anything is read")
  func writtenFirst() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    wire.process.isReading = false
    wire.say(lines: (0..<Self.count).map(Self.line))
    try wire.settle(within: .seconds(60))
    wire.process.isReading = true
    try wire.take(all: (0..<Self.count).map(String.init))
    wire.finish()
    #expect(wire.received == Self.count)
  }

  @Test("of 10,000 requests may be read while they are written")
  func interleaved() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    for start in stride(from: 0, to: Self.count, by: 500) {
      wire.say(lines: (start..<start + 500).map(Self.line))
      // Some of them, not all: the next come while the rest is under way.
      try wire.wait(within: .seconds(60), for: "half of them") { wire.received >= start / 2 }
    }
    wire.finish(leaving: (0..<Self.count).map(String.init))
    #expect(wire.received == Self.count)
  }

  /// However many wait, the answers to all stay whole.
  @Test("of large and small answers are not spliced")
  func mixedSizes() throws {
    let wire = try Desk(town: SlowTown.ndjson).serve()
    let lines = (0..<600).map { number in
      number % 3 == 0 ? SlowTown.large("\(number)") : Self.line(number)
    }
    wire.say(lines: lines)
    try wire.take(all: (0..<600).map(String.init))
    wire.finish()
  }

  /// 16 MiB is the most a line may have in this direction too.
  @Test("with an answer beyond 16 MiB get an error for it")
  func tooLarge() throws {
    let wire = try Desk(town: SlowTown.ndjson).serve()
    let count = (17 << 20) / SlowTown.size
    let lines = (0..<count).map { SlowTown.large("\($0)") }
    wire.say("[" + lines.joined(separator: ",") + "]", Say.request("\"next\"", "ping"))
    _ = try wire.take("\"next\"")
    try wire.wait(within: .seconds(60), for: "an answer") { wire.received > 1 }
    // One for all, or one in each place.
    let answers = wire.batches.isEmpty ? [try wire.take("null")] : try wire.takeBatch()
    #expect(answers.contains { $0.number == -32006 && $0.code == "wire.answer-too-large" })
    try wire.isAlive()
    wire.finish()
  }

  /// A listener is a request that stays open; it must not take the place of one that can be
  /// answered.
  @Test(
    "are not held up by a hundred listeners, who are told of the end", arguments: [true, false])
  func listeners(_ isSignalled: Bool) throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    let meta =
      #""_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","#
      + #""io.modelcontextprotocol/clientCapabilities":{}}"#
    let params = "{\(meta),\"notifications\":{\"resourcesListChanged\":true}}"
    let ids = (0..<100).map { "\"listen-\($0)\"" }
    wire.say(lines: ids.map { Say.request($0, "subscriptions/listen", params) })
    for _ in 0..<10 { try wire.ask("search_resources", #"{"text":"サロン"}"#).expectResult() }
    try wire.isAlive()
    #expect(!ids.contains(where: wire.has))
    if isSignalled { wire.process.send(signal: SIGTERM) }
    _ = isSignalled ? wire.awaitEnd(leaving: ids) : wire.finish(leaving: ids)
  }
}

/// A town whose search has large answers.
enum SlowTown {
  static let size = 36_000
  static let ndjson =
    SmallTown.ndjson
    + #"{"id":"s:long","name":"長い一日の会","categories":["A-SALON"],"schedule":{"text":""#
    + String(repeating: "毎日", count: size / 6) + "\"}}\n"

  static func large(_ id: String) -> String {
    Say.request(id, "search_resources", #"{"text":"長い一日","limit":1}"#)
  }
}
