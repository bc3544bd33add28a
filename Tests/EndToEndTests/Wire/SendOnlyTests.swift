import Testing

/// Answers that are at once there were made without end for a client that never read them.
@Suite("A client that only sends")
struct SendOnlyTests {
  @Test("is held back before it costs much memory, and finds every answer when it reads")
  func stops() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    wire.keepsText = false
    wire.say(Say.initialize, Say.notification("notifications/initialized"))
    _ = try wire.take("\"initialize\"")
    wire.process.isReading = false
    var ids: [String] = []
    while ids.count < 50_000 {
      let id = "\(ids.count)"
      // A line this short is written whole or not at all.
      wire.say(Say.request(id, "tools/list"))
      let isWritten = wire.process.pump(until: .now.advanced(by: .seconds(1))) {
        wire.process.hasWritten
      }
      guard isWritten else { break }
      ids.append(id)
    }
    #expect((500..<50_000).contains(ids.count))
    #expect(try wire.process.peakMemory() < 250 << 20)
    // What could not be written is given up.
    wire.process.closeInput()
    wire.process.isReading = true
    wire.awaitEnd(leaving: ids)
    #expect(wire.received == ids.count + 1)
  }
}
