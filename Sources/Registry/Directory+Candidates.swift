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

extension Directory {
  /// A bounded set of resources of these categories: the nearest ones, the nearest that reach the
  /// home, and some whose place is not known. Cost follows the set, not the directory's size.
  public func candidates(_ query: CandidateQuery) throws(SasaeError) -> [Listing] {
    guard !query.categories.isEmpty else { return [] }
    return try withIndex { index, _ throws(SasaeError) in try candidates(query, index) }
  }

  private func candidates(
    _ query: CandidateQuery, _ index: IndexReader
  ) throws(SasaeError) -> [Listing] {
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
    var pulls: [IndexQuery] = []
    if let home = query.home {
      let nearest = IndexQuery.near(home, metres: 0, halfWeightAt: 1_000)
      pulls.append(pull(nearest))
      pulls.append(pull(.filter(nearest, by: atHome)))
      pulls.append(pull(.weightless(.term(Term.unknown(.place)))))
    } else if let area = query.area {
      pulls.append(pull(.weightless(atHome)))
      filters.areas = [area]
      pulls.append(pull(.everything, includeUnknown: true))
    } else {
      pulls.append(pull(.everything))
    }
    var found: [UInt32: Listing] = [:]
    for pull in pulls {
      var search = IndexSearch(pull)
      search.limit = query.limit
      for hit in try index.search(search).hits { found[hit.docid] = hit.listing }
    }
    return found.keys.sorted().compactMap { found[$0] }
  }
}
