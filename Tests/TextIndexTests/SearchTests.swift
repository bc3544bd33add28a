import Model
import TextIndex
import Testing

@Suite("Searching an index")
struct SearchTests {
  static let sets: [(IndexQuery, Set<UInt32>)] = [
    (.everything, [1, 2, 3, 4, 5]), (.term("さろ"), [1, 2]), (.term("none"), []),
    (.and([.term("さろ"), .term("碁")]), [1]), (.or([.term("さろ"), .term("碁")]), [1, 2, 4, 5]),
    (.synonym([.term("錦町"), .term("配食")]), [2, 3, 4]),
    (.filter(.term("碁"), by: .term(Term.kind(.join))), [1]),
    (
      .filter(.everything, by: .or([.term(Term.kind(.use)), .term(Term.day(.tuesday))])), [1, 3, 4]
    ),
    (.without(.term("碁"), .term(Term.kind(.use))), [1, 5]),
    (.maybe(.term("さろ"), .term("碁")), [1, 2]), (.weightless(.term("碁")), [1, 4, 5]),
    (.scaled(.term("碁"), 3), [1, 4, 5]), (.term(Term.unknown(.place)), [4]),
    // An empty list asks for nothing and finds nothing.
    (.and([]), []), (.or([]), []), (.filter(.term("碁"), by: .or([])), []),
    // Ranges. Document 5 states no price: it is below no limit and above none.
    (.atMost(slot: .costMin, 100), [1, 2, 3]), (.atMost(slot: .costMin, 0), [1, 3]),
    (.atMost(slot: .costMin, 1e9), [1, 2, 3, 4]), (.atMost(slot: .costMin, -5), [3]),
    (.atMost(slot: .costMin, -6), []), (.atLeast(slot: .costMin, 0), [1, 2, 4]),
    (.atLeast(slot: .costMin, -1e9), [1, 2, 3, 4]), (.atLeast(slot: .costMin, 100.1), [4]),
    (.between(slot: .costMin, 0, 100), [1, 2]), (.between(slot: .costMin, -10, -1), [3]),
    (.between(slot: .costMin, 100, 0), []), (.atMost(slot: .maxAge, 1e9), []),
    // Distance: 1 stands there, 2 is 556 m away, 3 is 6.7 km away, 4 and 5 stand nowhere.
    (.near(Coordinate(lat: 34.34, lng: 134.04), metres: 500, halfWeightAt: 500), [1]),
    (.near(Coordinate(lat: 34.34, lng: 134.04), metres: 600, halfWeightAt: 500), [1, 2]),
    (.near(Coordinate(lat: 34.34, lng: 134.04), metres: 0, halfWeightAt: 500), [1, 2, 3]),
  ]

  @Test("finds what the query says and nothing else")
  func sets() throws {
    let index = try SmallIndex.town()
    for (query, expected) in Self.sets {
      #expect(try Set(index.found(query)) == expected, "\(query)")
    }
  }

  @Test("ranks by weight")
  func ranks() throws {
    let index = try SmallIndex.town()
    // The word twice counts more than once.
    #expect(try index.found(.term("さろ")) == [2, 1])
    // What only may match decides among those that must.
    #expect(try index.found(.maybe(.term("さろ"), .scaled(.term("碁"), 10))) == [1, 2])
    // The nearer the heavier.
    let here = Coordinate(lat: 34.398, lng: 134.04)
    #expect(try index.found(.near(here, metres: 0, halfWeightAt: 500)) == [3, 2, 1])
    // Filters give no weight: equals stay in the order of their ids.
    let hits = try index.reader().search(IndexSearch(.weightless(.term("碁")))).hits
    #expect(hits.map(\.docid) == [1, 4, 5] && hits.allSatisfy { $0.weight == 0 })
  }

  @Test("sorts by a value, the greatest first and the missing last")
  func sorting() throws {
    let index = try SmallIndex.town()
    #expect(try index.found(.everything, order: .descending(.costMin)) == [4, 2, 1, 3, 5])
  }

  @Test("counts the values of all matches")
  func spies() throws {
    var search = IndexSearch(.everything)
    search.counting = [.area, .kind]
    search.limit = 1
    search.checkAtLeast = 1_000
    let index = try SmallIndex.town()
    let reader = try index.reader()
    let result = try reader.search(search)
    #expect(result.counts == [["番町": 2, "錦町": 1], [:]] && result.hits.count == 1)
    #expect(result.lower == 5 && result.estimate == 5 && result.upper == 5)
    // More slots than there is room for are left out, not written past the end.
    search.counting = Array(repeating: .area, count: 10)
    #expect(try reader.search(search).counts.count == 4)
  }

  @Test("gives the listing, or leaves it out")
  func listings() throws {
    let index = try SmallIndex.town()
    var search = IndexSearch(.term("錦町"))
    #expect(try index.reader().search(search).hits.map(\.listing?.id) == ["t:2"])
    search.listings = .none
    #expect(try index.reader().search(search).hits.map(\.listing?.id) == [nil])
  }

  @Test("gives the same pages every time, which together are the whole")
  func paging() throws {
    let index = try SmallIndex()
    try index.write { writer in
      for id in 1...97 as ClosedRange<UInt32> {
        try writer.put(id, id % 3 == 0 ? "碁 サロン" : "碁")
      }
    }
    var search = IndexSearch(.term("碁"))
    search.limit = 1_000
    let whole = try index.reader().search(search).hits.map(\.docid)
    #expect(whole.count == 97)
    search.limit = 10
    for _ in 0..<2 {
      let reader = try index.reader()
      var paged: [UInt32] = []
      for first in stride(from: 0, through: 100, by: 10) {
        search.first = first
        paged += try reader.search(search).hits.map(\.docid)
      }
      #expect(paged == whole)
    }
  }

  @Test("nested too deep is an error, not the end of the process")
  func depth() throws {
    var query = IndexQuery.term("碁")
    for _ in 0..<500 { query = .weightless(query) }
    let index = try SmallIndex.town()
    #expect(throws: (any Error).self) { try index.found(query) }
    #expect(try index.found(.term("錦町")) == [2])
  }
}
