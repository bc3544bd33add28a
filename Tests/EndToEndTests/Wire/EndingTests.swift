import Glibc
import Testing

/// However the other side goes, what was read is answered and nothing stays behind.
@Suite("The end of a server")
struct EndingTests {
  private static let reads = (0..<40).map { Say.searching("\($0)", "サロン") }
  private static let readIds = (0..<40).map(String.init)

  @Test("of input comes after every answer")
  func closedInput() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let wire = try desk.serve(scope: Operations.everything)
    let lines = (0..<600).map { number in
      switch number {
      case 100, 300:
        Say.request("\(number)", "put_resource", #"{"resource":{"id":"e:1","name":"終わり"}}"#)
      default:
        number % 2 == 0 ? Say.searching("\(number)", "カフェ") : Say.request("\(number)", "ping")
      }
    }
    wire.say(lines: lines)
    wire.finish(leaving: (0..<600).map(String.init))
    try desk.isSound()
  }

  /// An answer that is still being worked out when everything else is done is easily forgotten.
  @Test("of input comes after the very last answer, each time of many")
  func lastAnswer() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    for number in 0..<30 {
      let wire = try desk.serve()
      let count = 1 + number % 4
      wire.say(lines: (0..<count).map { Say.searching("\($0)", "サロン") })
      wire.finish(leaving: (0..<count).map(String.init))
    }
  }

  @Test("of input during an import comes after its answer")
  func closedInputWhileWriting() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let list = try desk.write(SmallTown.many(1_000), to: "list.ndjson")
    let wire = try desk.serve(scope: "read,write")
    wire.say(Say.importing("1", list), Say.searching("2", "町のつどい"))
    let answers = wire.finish(leaving: ["1", "2"])
    #expect(answers.first?.result["files"][0]["added"] == 1_000)
    #expect(answers.last?.result["total"] == 1_000)
    try desk.isSound()
  }

  @Test("by a reader that closes is a success", arguments: [true, false])
  func closedOutput(_ isBusy: Bool) throws {
    let wire = try Desk(town: SlowTown.ndjson).serve()
    try wire.isAlive()
    if isBusy { wire.say(lines: (0..<400).map { SlowTown.large("\($0)") }) }
    wire.process.closeOutput()
    if !isBusy { wire.say(Say.request("1", "ping")) }
    #expect(wire.process.finish(within: .seconds(10)) == .exit(0))
    #expect(wire.error.isEmpty, "\(wire.error)")
  }

  /// openai/tart #1280: a reader that is told of the end of its pipe again and again spins a core.
  @Test("by a parent that dies comes within five seconds")
  func orphan() throws {
    for isBusy in [true, false] {
      let wire = try Desk(town: SlowTown.ndjson).serve()
      try wire.isAlive()
      if isBusy { wire.say(lines: (0..<400).map { SlowTown.large("\($0)") }) }
      wire.process.abandon()
      #expect(wire.process.finish(within: .seconds(5)) == .exit(0))
    }
  }

  @Test("by a parent that dies during an import comes as soon, and leaves the directory sound")
  func orphanWhileWriting() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let before = try desk.everything()
    let list = try desk.write(SmallTown.many(20_000), to: "list.ndjson")
    let wire = try desk.serve(scope: "read,write")
    wire.say(Say.importing("1", list, #","_meta":{"progressToken":1}"#))
    try wire.settle()
    _ = poll(nil, 0, 300)
    wire.process.abandon()
    #expect(wire.process.finish(within: .seconds(5)) == .exit(0))
    try desk.isSound()
    let after = try desk.everything()
    let isWhole = after == before || after.split(separator: "\n").count == 20_005
    #expect(isWhole)
  }

  @Test("by a signal comes after what was read is answered", arguments: [SIGTERM, SIGINT])
  func signalled(_ number: Int32) throws {
    let wire = try Desk(town: SlowTown.ndjson).serve()
    wire.say(lines: Self.reads)
    try wire.settle()
    wire.process.send(signal: number)
    wire.awaitEnd(leaving: Self.readIds)
  }

  @Test("by a signal during an import comes after its answer")
  func signalledWhileWriting() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let list = try desk.write(SmallTown.many(1_000), to: "list.ndjson")
    let wire = try desk.serve(scope: "read,write")
    wire.say(Say.importing("1", list), Say.searching("2", "町のつどい"))
    try wire.settle()
    wire.process.send(signal: SIGTERM)
    let answers = wire.awaitEnd(leaving: ["1", "2"])
    #expect(answers.last?.result["total"] == 1_000)
    try desk.isSound()
  }

  @Test("by a signal comes at once when there is nothing to do", arguments: [SIGTERM, SIGINT])
  func signalledIdle(_ number: Int32) throws {
    for part in ["", #"{"jsonrpc":"2.0","id":1,"#] {
      let wire = try Desk(town: SmallTown.ndjson).serve()
      try wire.isAlive()
      // Half a line is no request.
      wire.say(bytes: Array(part.utf8))
      try wire.settle()
      wire.process.send(signal: number)
      wire.awaitEnd(within: .seconds(3))
    }
  }

  @Test("is refused at the start for wrong usage")
  func usage() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    for options in [
      ["--scope", "nonsense"], ["--scope", "read,nonsense"], ["--scope", ""], ["--scope"],
      ["--scope", "read write"], ["--nonsense"], ["extra"], ["--audience", "nobody"],
    ] {
      let outcome = try desk.run(list: ["serve"] + options, input: Say.request("1", "ping") + "\n")
      outcome.expect(64)
      #expect(outcome.out.isEmpty && !outcome.err.isEmpty, "\(outcome)")
    }
  }
}
