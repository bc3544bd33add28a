import Foundation
import TestSupport
import Testing

/// Messages of every method, damaged at random: the server answers each as often as is due, writes
/// nothing but the protocol, does not end before it is told to, and leaves the directory sound.
@Suite("Deep: messages damaged at random")
struct DeepWireFuzzTests {
  static let isAsked = Program.variable("SASAE_DEEP") == "1"
  static let seconds = Program.variable("SASAE_FUZZ_SECONDS").flatMap(Double.init) ?? 60

  @Test(
    "stop no server",
    .enabled(if: isAsked, "takes SASAE_FUZZ_SECONDS, 60 without it; SASAE_DEEP=1 runs it"))
  func fuzz() throws {
    let seed = propertySeed("deep wire")
    var random = SeededGenerator(seed: seed)
    let desk = try Desk(town: SmallTown.ndjson + SmallTown.many(20))
    _ = try desk.write(SmallTown.many(20), to: "list.ndjson")
    _ = try desk.write(QuietOutputTests.list, to: "list.csv")
    let began = ContinuousClock.now
    let end = began + .milliseconds(Int64(min(max(Self.seconds, 0), 86_400) * 1_000))
    var (sent, answered, session, peak) = (0, 0, 0, 0)
    repeat {
      session += 1
      var run = WireFuzzRun(
        wire: try desk.serve(scope: Operations.everything), folder: desk.folder.path)
      try run.run(until: end, messages: 4_000, &random)
      (sent, answered) = (sent + run.sent, answered + run.book.total)
      peak = max(peak, run.peak)
      try desk.isSound()
    } while ContinuousClock.now < end
    let taken = Double(began.duration(to: .now).components.seconds)
    print(
      "deep wire: SASAE_SEED=\(seed), \(sent) messages, \(answered) answers, \(session) servers, "
        + "\(Int(Double(sent) / max(1, taken))) messages a second, "
        + "at most \(peak >> 20) MiB")
  }
}

/// One server and the messages it is sent.
struct WireFuzzRun {
  let wire: WireClient
  let folder: String
  var book = WireBook()
  private(set) var sent = 0
  private(set) var peak = 0
  private var made = 0
  private var damage = WireDamage()
  private var ids: [String] = []
  private var recent: [UInt8] = []

  init(wire: WireClient, folder: String) {
    self.wire = wire
    self.folder = folder
  }

  mutating func run(
    until end: ContinuousClock.Instant, messages: Int, _ random: inout SeededGenerator
  ) throws {
    // The first decides the era: in each server another.
    let envelope = "{\(WireCorpus.envelope.replacing("@", with: "p"))}"
    let first = random.pick([
      Say.request("0", "ping"), Say.initialize, Say.request("0", "server/discover", envelope),
    ])
    send(Array(first.utf8))
    while sent < messages, ContinuousClock.now < end {
      var lines = (0..<Int.random(in: 100...300, using: &random)).map { _ in message(&random) }
      if random.chance(0.2) { lines.shuffle(using: &random) }
      for line in lines { send(line) }
      let sync = "\"sync-\(sent)\""
      send(Array(Say.request(sync, "ping").utf8))
      try write(&random)
      do {
        _ = try wire.take(sync)
      } catch {
        throw WireClient.Silence(description: "\(error)\n\(kept())")
      }
      book.heard([sync])
      try drain()
      recent = []
    }
    peak = try wire.process.peakMemory()
    wire.process.closeInput()
    // Without optimization a few hundred matches take half a minute, and longer beside other tests.
    _ = wire.process.finish(within: .seconds(240))
    try drain()
    wire.awaitEnd()
    let all = book.differences
    let sample = all.prefix(5)
    #expect(sample.isEmpty, "\(all.count) of \(sent): \(kept())")
  }

  private mutating func message(_ random: inout SeededGenerator) -> [UInt8] {
    made += 1
    let id = random.pick(["\(made)", "\"\(made)\"", "-\(made).0", "\(made)e1", "\"番\(made)\""])
    let text = WireCorpus.message(id, ids.suffix(60), &random)
      .replacing("^", with: folder)
      .replacing("~", with: "\(Int.random(in: 0..<20, using: &random))")
    ids.append(id)
    return random.chance(0.45) ? Array(text.utf8) : damage.damaged(text, &random)
  }

  private mutating func send(_ line: [UInt8]) {
    sent += 1
    book.note(line: line)
    recent += line + [0x0A]
  }

  /// In pieces of any size, sometimes with nobody reading meanwhile.
  private func write(_ random: inout SeededGenerator) throws {
    wire.process.isReading = random.chance(0.7)
    var rest = recent[...]
    while !rest.isEmpty {
      let size = random.pick([1, 7, 100, 5_000, 65_536, 200_000])
      wire.say(bytes: Array(rest.prefix(size)))
      rest = rest.dropFirst(size)
      if random.chance(0.2) { wire.process.pump(until: .now) { false } }
    }
    wire.process.isReading = true
  }

  /// Books what came.
  private mutating func drain() throws {
    for answer in wire.answers.values.joined() where answer.number == -32603 {
      Issue.record("\(answer) to \(book.lines[answer.id ?? ""] ?? "")")
    }
    book.heard(wire.dropAnswers())
    wire.isPure()
  }

  /// The last lines, in a file for a second look.
  private func kept() -> String {
    let path = FileManager.default.temporaryDirectory.path + "/sasae-wire-fuzz.txt"
    try? Data(recent).write(to: URL(filePath: path))
    return "the lines since the last answered ping are in \(path)"
  }
}
