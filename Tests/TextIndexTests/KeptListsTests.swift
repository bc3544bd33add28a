import Model
import TestSupport
import TextIndex
import Testing

/// What is kept between searches must answer as Xapian's own matcher does.
@Suite("Kept posting lists")
struct KeptListsTests {
  static let terms = ["あい", "いう", "うえ", "えお", "かき", "きく", "稀", "K語", "XKuse", "ない"]

  /// Documents in which some terms are frequent and some rare, with numbers left out.
  static func index(_ random: inout SeededGenerator) throws -> SmallIndex {
    let index = try SmallIndex()
    try index.write(fresh: true) { writer in
      for id in UInt32(1)...700 where id % 7 != 3 {
        var document = IndexDocument()
        for (i, term) in terms.dropLast().enumerated() {
          guard Int.random(in: 0..<100, using: &random) < [70, 45, 30, 12, 6, 3, 1, 20, 50][i]
          else {
            continue
          }
          if term.hasPrefix("X") {
            document.addTerm(term)
          } else {
            document.addWeighed(term, weight: UInt32.random(in: 1...9, using: &random))
          }
        }
        document.addWeighed("長", weight: UInt32.random(in: 1...40, using: &random))
        if Int.random(in: 0..<3, using: &random) > 0 {
          document.setCoordinate(
            Coordinate(
              lat: 34 + Double.random(in: 0...0.3, using: &random),
              lng: 134 + Double.random(in: 0...0.3, using: &random)))
        }
        if Bool.random(using: &random) {
          document.setNumber(.costMin, Double(Int.random(in: -2...20, using: &random)) * 50)
        }
        document.setData(ListingCodec.encode(Listing(id: "t:\(id)", name: "n")))
        try writer.put(id, &document)
      }
    }
    return index
  }

  /// A part that rests on values instead of terms.
  static func value(_ random: inout SeededGenerator) -> IndexQuery {
    let price = Double(Int.random(in: -4...24, using: &random)) * 50
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return .atLeast(slot: .costMin, price)
    case 1: return .atMost(slot: .costMin, price)
    case 2: return .between(slot: .costMin, price, price + 300)
    default: return .near(Self.home, metres: 0, halfWeightAt: 1_000)
    }
  }

  static let home = Coordinate(lat: 34.1, lng: 134.2)

  static func query(_ depth: Int, _ random: inout SeededGenerator) -> IndexQuery {
    func inner() -> IndexQuery { query(depth - 1, &random) }
    func list() -> [IndexQuery] { (0..<Int.random(in: 1...3, using: &random)).map { _ in inner() } }
    if depth == 0 || Int.random(in: 0..<5, using: &random) == 0 {
      if Int.random(in: 0..<6, using: &random) == 0 { return value(&random) }
      return .term(terms[Int.random(in: 0..<terms.count, using: &random)])
    }
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1: return .and(list())
    case 2, 3: return .or(list())
    case 4: return .filter(inner(), by: inner())
    case 5: return .without(inner(), inner())
    case 6: return .maybe(inner(), inner())
    default: return .scaled(inner(), Double.random(in: 0.1...3, using: &random))
    }
  }

  /// A query of the shape that searches have. Xapian 1.4.22 itself loses documents where AND_MAYBE or
  /// AND_NOT stand inside what is taken away, which no search of ours asks for.
  static func asked(_ random: inout SeededGenerator) -> IndexQuery {
    func term() -> IndexQuery { .term(terms[Int.random(in: 0..<terms.count, using: &random)]) }
    func some(_ depth: Int) -> IndexQuery {
      let list = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        depth == 0 || Bool.random(using: &random) ? term() : some(depth - 1)
      }
      let all: IndexQuery = Bool.random(using: &random) ? .and(list) : .or(list)
      return Bool.random(using: &random)
        ? all : .scaled(all, Double.random(in: 0.1...3, using: &random))
    }
    let extras = IndexQuery.or((0..<3).map { _ in .scaled(term(), 0.3) })
    return .without(.filter(.maybe(some(2), extras), by: some(1)), term())
  }

  /// The nearest of some kind, as candidates are sought.
  static func nearest(_ random: inout SeededGenerator) -> IndexQuery {
    func terms(_ most: Int) -> [IndexQuery] {
      (0..<Int.random(in: 1...most, using: &random)).map { _ in
        .term(Self.terms[Int.random(in: 0..<Self.terms.count, using: &random)])
      }
    }
    let near = IndexQuery.near(home, metres: 0, halfWeightAt: 1_000)
    let some = IndexQuery.filter(.filter(near, by: .or(terms(3))), by: .and(terms(2)))
    let price = Double(Int.random(in: -4...24, using: &random)) * 50
    let rest = IndexQuery.without(some, .atMost(slot: .costMin, price))
    return Bool.random(using: &random) ? rest : .filter(rest, by: .or([.term("稀"), .term("きく")]))
  }

  /// The documents of a query, from those of its leaves alone.
  static func matches(_ query: IndexQuery, _ reader: IndexReader) throws -> Set<UInt32> {
    func all(_ list: [IndexQuery]) throws -> [Set<UInt32>] {
      try list.map { try matches($0, reader) }
    }
    switch query {
    case .and(let list):
      let sets = try all(list)
      return sets.dropFirst().reduce(sets[0]) { $0.intersection($1) }
    case .or(let list): return try all(list).reduce([]) { $0.union($1) }
    case .filter(let a, let b): return try matches(a, reader).intersection(matches(b, reader))
    case .without(let a, let b): return try matches(a, reader).subtracting(matches(b, reader))
    case .maybe(let a, _), .scaled(let a, _): return try matches(a, reader)
    default:
      var search = IndexSearch(query)
      (search.limit, search.listings) = (10_000, .none)
      return Set(try reader.search(search).hits.map(\.docid))
    }
  }

  @Test("find what the terms of a query make together")
  func sets() throws {
    let seed = propertySeed("kept sets")
    var random = SeededGenerator(seed: seed)
    let index = try Self.index(&random)
    let reader = try IndexReader(path: index.path, keepsPostings: true)
    let plain = try IndexReader(path: index.path)
    let none = IndexSearch(.filter(.term("稀"), by: .and([])))
    #expect(try reader.search(none).hits.isEmpty && plain.search(none).hits.isEmpty)
    for round in 0..<400 {
      let query = Self.query(4, &random)
      var search = IndexSearch(query)
      (search.limit, search.listings) = (10_000, .none)
      let found = Set(try reader.search(search).hits.map(\.docid))
      #expect(try found == Self.matches(query, plain), "SASAE_SEED=\(seed) \(round): \(query)")
    }
  }

  @Test("find the same documents with the same weights in the same order")
  func sameAnswers() throws {
    let seed = propertySeed("kept lists")
    var random = SeededGenerator(seed: seed)
    let index = try Self.index(&random)
    let (plain, keeping) = (
      try IndexReader(path: index.path), try IndexReader(path: index.path, keepsPostings: true)
    )
    for round in 0..<600 {
      var search = IndexSearch(
        round % 3 == 0 ? Self.nearest(&random) : Self.asked(&random))
      search.limit = [0, 1, 10, 1_000][Int.random(in: 0..<4, using: &random)]
      search.first = [0, 0, 3, 40][Int.random(in: 0..<4, using: &random)]
      search.checkAtLeast = Int(UInt32.max)
      search.listings = round % 2 == 0 ? .ids : .whole
      let (a, b) = (try plain.search(search), try keeping.search(search))
      let told: Comment = "SASAE_SEED=\(seed) round \(round): \(search.query)"
      #expect(a.lower == b.lower && b.lower == b.upper, told)
      try #require(a.hits.count == b.hits.count, told)
      for (x, y) in zip(a.hits, b.hits) {
        #expect(abs(x.weight - y.weight) < 1e-4 * max(1, x.weight), told)
        #expect(x.listing?.id == "t:\(x.docid)" && y.listing?.id == "t:\(y.docid)", told)
      }
      // Equal weights may be told apart by the last bits of one of the two.
      let near = zip(a.hits, a.hits.dropFirst()).contains { abs($0.weight - $1.weight) < 1e-4 }
      if !near { #expect(a.hits.map(\.docid) == b.hits.map(\.docid), told) }
    }
  }

  @Test("are those of the newest revision")
  func revisions() throws {
    let index = try SmallIndex()
    try index.write(fresh: true) { try $0.put(1, "サロン") }
    let reader = try IndexReader(path: index.path, keepsPostings: true)
    let before = reader.revision
    #expect(try reader.search(IndexSearch(.term("さろ"))).hits.count == 1)
    try index.write { try $0.put(2, "サロン二") }
    #expect(try reader.search(IndexSearch(.term("さろ"))).hits.count == 1)
    #expect(try reader.refresh())
    #expect(reader.revision > before)
    #expect(try reader.search(IndexSearch(.term("さろ"))).hits.map(\.docid).sorted() == [1, 2])
  }

  @Test("say what each term gives, in sum the weight")
  func shares() throws {
    var random = SeededGenerator(seed: propertySeed("shares"))
    let index = try Self.index(&random)
    let reader = try IndexReader(path: index.path)
    let query = IndexQuery.maybe(
      .and([.term("あい"), .or([.term("いう"), .scaled(.term("K語"), 0.5)])]),
      .scaled(.term("かき"), 2))
    let hits = try reader.search(IndexSearch(query)).hits
    let shares = try reader.shares(of: query, in: hits.map(\.docid))
    #expect(shares.map(\.term) == ["あい", "いう", "K語", "かき"])
    for (i, hit) in hits.enumerated() {
      let sum = shares.reduce(0) { $0 + $1.weights[i] }
      #expect(abs(sum - hit.weight) < 1e-4 * hit.weight)
    }
  }
}
