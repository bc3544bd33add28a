import Testing

/// swift-sdk #252, PR #266: under back-pressure one answer was written into another.
@Suite("A slow reader")
struct SlowReaderTests {
  @Test("that stops for ten seconds gets every answer whole, and the server holds a bounded part")
  func stops() throws {
    let wire = try Desk(town: SlowTown.ndjson).serve()
    wire.keepsText = false
    wire.process.isReading = false
    let count = 3_000
    wire.say(lines: (0..<count).map { SlowTown.large("\($0)") })
    wire.process.pump(until: .now.advanced(by: .seconds(10))) { false }
    #expect(wire.received == 0)
    // 64 MiB of answers may wait, and then no more is read.
    #expect(try wire.process.peakMemory() < 128 << 20)
    #expect(count * SlowTown.size > 64 << 20)
    wire.process.isReading = true
    try wire.take(all: (0..<count).map(String.init))
    try wire.isSilentlyAlive()
    wire.finish()
    #expect(wire.received == count + 1)
  }

  @Test("that takes little at a time gets every answer whole, after the end of input too")
  func dribbles() throws {
    let wire = try Desk(town: SlowTown.ndjson).serve()
    let count = 60
    wire.say(lines: (0..<count).map { SlowTown.large("\($0)") })
    wire.process.largestRead = 1_009
    wire.finish(leaving: (0..<count).map(String.init))
  }
}
