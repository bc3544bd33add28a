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
          var search = IndexSearch(pull)
          search.limit = query.limit
          search.listings = .none
          for hit in try index.search(search).hits { found.insert(hit.docid) }
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

  private func pulls(_ query: CandidateQuery) -> [IndexQuery] {
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
        pull(nearest), pull(.filter(nearest, by: atHome)),
        pull(.weightless(.term(Term.unknown(.place)))),
      ]
    }
    if let area = query.area {
      let reaching = pull(.weightless(atHome))
      filters.areas = [area]
      return [reaching, pull(.everything, includeUnknown: true)]
    }
    return [pull(.everything)]
  }
}
