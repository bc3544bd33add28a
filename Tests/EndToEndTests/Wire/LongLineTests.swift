import Testing

/// The limit holds to the byte, and what is beyond it costs no memory.
@Suite("Long lines", .serialized)
struct LongLineTests {
  static let limit = 16 << 20

  /// A ping of so many bytes.
  private static func ping(_ id: String, length: Int, inText: Bool) -> [UInt8] {
    let (head, tail): (String, String) =
      inText
      ? (#"{"jsonrpc":"2.0","id":\#(id),"method":"ping","params":{"_meta":{"pad":""#, "\"}}}")
      : (#"{"jsonrpc":"2.0","id":\#(id),"method":"ping""#, "}")
    let fill = length - head.utf8.count - tail.utf8.count
    return Array(head.utf8) + [UInt8](repeating: inText ? 0x61 : 0x20, count: fill)
      + Array(tail.utf8)
  }

  @Test("of 16 MiB are taken, of a byte more refused; the next is read", arguments: [true, false])
  func limit(_ inText: Bool) throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    for (number, excess) in [-1, 0, 1].enumerated() {
      wire.say(
        bytes: Self.ping("\(number)", length: Self.limit + excess, inText: inText) + [0x0A])
      if excess <= 0 {
        try wire.take("\(number)").expectResult()
      } else {
        try wire.take("null").expect(-32600, "wire.line-too-long")
      }
      try wire.isAlive()
    }
    wire.finish()
  }

  /// openai/codex PR #31782, agentclientprotocol/rust-sdk #342: a line without end took all memory.
  @Test("without end are held by nobody", arguments: [true, false])
  func endless(_ isLast: Bool) throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    wire.say(Say.request("1", "ping"))
    _ = try wire.take("1")
    let piece = [UInt8](repeating: UInt8(ascii: "["), count: 1 << 20)
    for _ in 0..<100 { wire.say(bytes: piece) }
    try wire.settle()
    #expect(try wire.process.peakMemory() < 150 << 20)
    if !isLast {
      wire.say("", Say.request("2", "ping"))
      _ = try wire.take("2")
    }
    wire.finish(leaving: ["null"]).first?.expect(-32600, "wire.line-too-long")
  }

  @Test("are refused one by one")
  func several() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    for number in 0..<3 {
      let excess = Self.ping("1", length: Self.limit + 70_000, inText: false)
      wire.say(bytes: excess + [0x0A] + Array((Say.request("\(number)", "ping") + "\n").utf8))
    }
    for number in 0..<3 {
      try wire.take("null").expect(-32600, "wire.line-too-long")
      try wire.take("\(number)").expectResult()
    }
    wire.finish()
  }
}
