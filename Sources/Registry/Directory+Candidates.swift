import Diagnostics
import Lookup
import Model
import TextIndex

/// Which resources a need is matched against.
public struct CandidateQuery: Sendable {
  /// Category codes that serve the need; what stands below them is included.
  public var categories: [String]
  public var home: Coordinate?
  public var area: String?
  /// Whether 資源化できるもの may come too.
  public var includePotential = false
  /// At most this many for each way of being reached.
  public var limit = 150
  /// What ended before this day is not brought.
  public var today: CalendarDate?

  public init(categories: [String], home: Coordinate? = nil, area: String? = nil) {
    self.categories = categories
    self.home = home
    self.area = area
  }
}

/// Keeps what was made of candidates, for the next request.
public protocol CandidateShelf<Kept>: Sendable {
  associatedtype Kept: Sendable
  /// What is kept of documents of the index that `mark` tells; all of other indexes may be forgotten.
  func kept(_ documents: [UInt32], of mark: String) -> [UInt32: Kept]
  func make(_ listing: Listing) -> Kept
  func keep(_ made: [UInt32: Kept], of mark: String)
}

extension Directory {
  /// For each query a bounded set of resources of its categories: the nearest ones, the nearest that reach
  /// the home, and some whose place is not known. Cost follows the set, not the directory's size. Each
  /// resource comes once, in the order of the index.
  public func candidates<Shelf: CandidateShelf>(
    _ queries: [CandidateQuery], from shelf: Shelf
  ) throws(SasaeError) -> [Shelf.Kept] {
    try withIndex { index, _ throws(SasaeError) in
      var found = Set<UInt32>()
      for query in queries where !query.categories.isEmpty {
        for pull in pulls(query) {
          for document in try nearest(pull, query, index) { found.insert(document) }
        }
      }
      let documents = found.sorted()
      // Shards that are not files here don't tell when they change.
      let revision = index.revision
      let mark = revision == 0 ? nil : "\(Self.inode(workspace.index)) \(revision)"
      var known = mark.map { shelf.kept(documents, of: $0) } ?? [:]
      var made: [UInt32: Shelf.Kept] = [:]
      for document in documents where known[document] == nil {
        if let listing = try index.listing(document) { made[document] = shelf.make(listing) }
      }
      if let mark, !made.isEmpty { shelf.keep(made, of: mark) }
      known.merge(made) { first, _ in first }
      return documents.compactMap { known[$0] }
    }
  }

  /// The first of a pull. Where distance decides, they are sought around the home first, then farther off, and at
  /// last anywhere, until there are enough: so cost does not follow the size of the directory.
  private func nearest(
    _ pull: Pull, _ query: CandidateQuery, _ index: IndexReader
  ) throws(SasaeError) -> [UInt32] {
    func search(_ what: IndexQuery) throws(SasaeError) -> [UInt32] {
      var search = IndexSearch(what)
      search.limit = query.limit
      search.listings = .none
      return try index.search(search).hits.map(\.docid)
    }
    if let home = pull.around {
      for size in GeoCell.Size.allCases {
        let here = IndexQuery.or(GeoCell(home, size).neighbourhood.map { .term($0.term) })
        let found = try search(.filter(pull.query, by: here))
        if found.count >= query.limit { return found }
      }
    }
    return try search(pull.query)
  }

  private struct Pull {
    var query: IndexQuery
    /// Where the nearest come first.
    var around: Coordinate?
  }

  private func pulls(_ query: CandidateQuery) -> [Pull] {
    var filters = SearchFilters()
    filters.categories = query.categories
    if query.includePotential { filters.statuses = [.active, .paused, .potential] }
    let ended = query.today.map {
      IndexQuery.atMost(slot: .validTo, Double($0.daysSince1970 - 1))
    }
    func pull(_ query: IndexQuery, includeUnknown: Bool = false) -> IndexQuery {
      let all = filters.restrict(query, includeUnknown: includeUnknown)
      return ended.map { .without(all, $0) } ?? all
    }
    let atHome = IndexQuery.or(
      [.visit, .delivery, .phone, .post, .online, .pickup].map { .term(Term.mode($0)) })
    if let home = query.home {
      let nearest = IndexQuery.near(home, metres: 0, halfWeightAt: 1_000)
      return [
        Pull(query: pull(nearest), around: home),
        Pull(query: pull(.filter(nearest, by: atHome)), around: home),
        Pull(query: pull(.weightless(.term(Term.unknown(.place))))),
      ]
    }
    if let area = query.area {
      let reaching = pull(.weightless(atHome))
      filters.areas = [area]
      return [Pull(query: reaching), Pull(query: pull(.everything, includeUnknown: true))]
    }
    return [Pull(query: pull(.everything))]
  }
}
