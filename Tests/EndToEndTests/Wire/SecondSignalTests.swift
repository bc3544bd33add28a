import Foundation
import Glibc
import Testing

/// A server whose client did not read could only be killed.
@Suite("A server that is asked to end")
struct SecondSignalTests {
  private static func isEnded(_ wire: WireClient, by number: Int32) -> Bool {
    let end = wire.process.finish(within: .seconds(3))
    return end == .signal(number) || end == .exit(128 + number)
  }

  /// The first signal waits for the reader, who never comes; the second did the same.
  @Test("twice ends at once though nobody reads", arguments: [SIGTERM, SIGINT])
  func twice(_ number: Int32) throws {
    let wire = try Desk(town: ThickTown.ndjson).serve()
    wire.process.isReading = false
    wire.say(lines: (0..<200).map { ThickTown.export("\($0)") })
    try wire.process.fillPipe()
    try wire.process.deliver(number)
    wire.process.pump(until: .now.advanced(by: .milliseconds(100))) { false }
    #expect(wire.process.reap() == nil)
    try wire.process.deliver(number)
    #expect(Self.isEnded(wire, by: number))
  }

  /// It went on to the end of the import.
  @Test("twice ends at once in the middle of an import, which leaves nothing")
  func importing() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let before = try desk.everything()
    let list = try desk.write(SmallTown.many(20_000), to: "list.ndjson")
    let wire = try desk.serve(scope: "read,write")
    wire.say(Say.importing("1", list, #","_meta":{"progressToken":1}"#))
    try wire.takeNotification { $0.method == "notifications/progress" }
    try wire.process.deliver(SIGTERM)
    try wire.process.deliver(SIGTERM)
    #expect(Self.isEnded(wire, by: SIGTERM))
    #expect(!wire.has("1"))
    try desk.isSound()
    #expect(try desk.everything() == before)
  }

  /// More than may wait was on its way, so those at work waited for room for ever.
  @Test("once, while nobody reads, answers everything to who reads in the end")
  func once() throws {
    let wire = try Desk(town: ThickTown.ndjson).serve()
    wire.keepsText = false
    wire.process.isReading = false
    let ids = (0..<45).map(String.init)
    wire.say(lines: ids.map(ThickTown.export))
    try wire.settle()
    try wire.process.fillPipe()
    try wire.process.deliver(SIGTERM)
    wire.process.isReading = true
    wire.awaitEnd(leaving: ids)
    #expect(wire.received == ids.count)
  }
}

extension WireProcess {
  /// Sends a signal and waits until it is taken: two of a kind that wait are one.
  func deliver(_ number: Int32) throws {
    send(signal: number)
    let isTaken = pump(until: .now.advanced(by: .seconds(3)), tick: 1) {
      reap() != nil || isTakingSignals
    }
    if !isTaken { throw WireClient.Silence(description: "signal \(number) was not taken") }
  }

  /// Whether no signal waits for it.
  private var isTakingSignals: Bool {
    let status = try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
    let waiting = (status ?? "").split(separator: "\n").first { $0.hasPrefix("ShdPnd:") }
    return waiting?.dropFirst(7).allSatisfy { $0 == "0" || $0.isWhitespace } ?? true
  }

  /// Until its answers fill the pipe, which nobody reads.
  func fillPipe() throws {
    var isFull = false
    for _ in 0..<2_000 where !isFull {
      pump(until: .now.advanced(by: .milliseconds(5))) { false }
      isFull = isWriting
    }
    if !isFull { throw WireClient.Silence(description: "the pipe was never full") }
  }

  /// Whether one of its threads waits in a pipe's `write`.
  private var isWriting: Bool {
    let tasks = "/proc/\(pid)/task"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
    return names.contains { name in
      let place = try? String(contentsOfFile: "\(tasks)/\(name)/wchan", encoding: .utf8)
      return place?.contains("pipe_write") ?? false
    }
  }
}
