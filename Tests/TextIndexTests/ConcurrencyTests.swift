import Model
import TextIndex
import Testing

@Suite("Readers beside a writer")
struct ConcurrencyTests {
  /// A reader's revision is gone after two commits; it then has to look again by itself.
  @Test("see a sound index through many commits")
  func manyCommits() async throws {
    let index = try SmallIndex()
    let size: UInt32 = 60
    try index.write { writer in
      for id in 1...size { try writer.put(id, "サロン碁会") }
    }
    let path = index.path
    try await withThrowingTaskGroup(of: Int.self) { group in
      group.addTask {
        let writer = try IndexWriter(path: path, fresh: false)
        for round in 0..<40 as Range<UInt32> {
          for id in 1...size { try writer.put(id, "サロン碁会 \(round)") }
          try writer.commit()
          await Task.yield()
        }
        return 0
      }
      for _ in 0..<3 {
        group.addTask {
          let reader = try IndexReader(path: path)
          var searches = 0
          for _ in 0..<80 {
            var search = IndexSearch(.and([.term("さろ"), .term("碁会")]))
            search.limit = 1_000
            let hits = try reader.search(search).hits
            #expect(
              hits.count == 60 && hits.allSatisfy { $0.listing?.name.hasPrefix("サロン") == true })
            #expect(try reader.listing(7)?.id == "t:7")
            #expect(try reader.count() == 60)
            searches += 1
            await Task.yield()
          }
          return searches
        }
      }
      let searches = try await group.reduce(0, +)
      #expect(searches == 240)
    }
    #expect(try index.found(.term("39")).count == 60)
  }

  @Test("share one reader, one search at a time")
  func sharedReader() async throws {
    let index = try SmallIndex.town()
    let reader = try index.reader()
    try await withThrowingTaskGroup(of: [UInt32].self) { group in
      for _ in 0..<50 {
        group.addTask { try reader.search(IndexSearch(.term("さろ"))).hits.map(\.docid) }
      }
      for try await found in group { #expect(found == [2, 1]) }
    }
    // The folder stays until here.
    #expect(try index.found(.term("さろ")) == [2, 1])
  }

  @Test("keep answering when their old revision is gone")
  func oldRevision() throws {
    let index = try SmallIndex()
    try index.write { writer in
      for id in 1...300 as ClosedRange<UInt32> { try writer.put(id, "サロン \(id)") }
    }
    let reader = try index.reader()
    #expect(try reader.count() == 300)
    for round in 0..<5 {
      try index.write { writer in
        for id in 1...300 as ClosedRange<UInt32> { try writer.put(id, "食堂 \(round) \(id)") }
      }
    }
    // Whatever revision it answers from, it answers whole.
    var search = IndexSearch(.or([.term("さろ"), .term("食堂")]))
    search.limit = 1_000
    #expect(try reader.search(search).hits.count == 300)
    try reader.refresh()
    #expect(try reader.search(IndexSearch(.term("さろ"))).hits.isEmpty)
  }
}
