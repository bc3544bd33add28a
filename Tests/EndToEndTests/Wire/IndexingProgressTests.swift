import Testing

/// Progress was told while the list was read, and then nothing for as long again.
@Suite("Progress of an import")
struct IndexingProgressTests {
  /// At most ten messages a second are told, so the indexing has to take a few tenths of one.
  @Test("goes on while the index is built, and grows all the time")
  func indexing() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let path = try desk.write(SmallTown.many(4_000), to: "list.ndjson")
    let wire = try desk.serve(scope: "read,write", ["--lang", "en"])
    wire.say(Say.importing("1", path, #","_meta":{"progressToken":"p"}"#))
    #expect(try wire.take("1").result["files"][0]["added"] == 4_000)
    let told = wire.notifications.map { $0.member("params") }
    #expect(told.allSatisfy { $0["progressToken"] == "p" })
    let values = told.compactMap { $0["progress"].number }
    #expect(values.count == told.count && zip(values, values.dropFirst()).allSatisfy(<))
    let texts = told.compactMap { $0["message"].text }
    #expect(Set(texts) == ["reading", "indexing"])
    #expect(texts.count { $0 == "indexing" } >= 2, "\(texts)")
    #expect(texts.last == "indexing")
    // Nothing is done beyond what was said to be all of it.
    for one in told { #expect((one["total"].number ?? .infinity) >= one["progress"].number ?? 0) }
    wire.finish()
  }
}
