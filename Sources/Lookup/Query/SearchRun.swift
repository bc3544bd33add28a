import Diagnostics
import Model
import TextIndex

/// One search in the making.
struct SearchRun {
  let index: IndexReader
  let query: SearchQuery
  let memo: PlanMemo?
  let unknownFacts: (Listing) -> [Fact]

  var planner: QueryPlanner {
    QueryPlanner(index: index, settings: query.settings, memo: memo)
  }

  func answer(
    _ text: IndexQuery, relaxed: Relaxation?
  ) throws(SasaeError) -> SearchResult {
    let limit = min(max(0, query.limit), SearchQuery.maximumLimit)
    var search = IndexSearch(ranked(text))
    search.checkAtLeast =
      query.exactTotal || !query.facets.isEmpty || query.text.isEmpty
      ? Int(UInt32.max) : SearchQuery.exactUpTo
    if query.order == .freshness { search.order = .descending(.confirmed) }
    search.counting = query.facets.map(Self.slot)
    search.listings = query.includeUnknown ? .whole : query.listings
    var offset = 0
    var earlier: [UInt32] = []
    var found: IndexResult
    if let text = query.cursor {
      let cursor = try SearchCursor(text, for: query.fingerprint)
      earlier = cursor.anchors
      (offset, found) = try after(cursor, search, limit)
    } else {
      search.limit = limit
      found = try index.search(search)
    }
    let facts = query.includeUnknown ? query.filters.facts : []
    var result = SearchResult(
      total: found.lower == found.upper ? found.lower : max(found.lower, found.estimate),
      isExact: found.lower == found.upper, hits: [])
    for hit in found.hits {
      guard let listing = hit.listing else { continue }
      let lacking = facts.isEmpty ? [] : unknownFacts(listing)
      result.hits.append(
        SearchHit(
          listing: listing, weight: hit.weight, docid: hit.docid,
          unknown: facts.filter(lacking.contains)))
    }
    result.relaxed = relaxed
    if query.explains { try explain(text, &result) }
    for (facet, counts) in zip(query.facets, found.counts) {
      result.facets[facet] = Self.split(counts, facet)
    }
    if query.countUnknown || query.includeUnknown { result.unknown = try countUnknown(text) }
    if !found.hits.isEmpty, offset + found.hits.count < result.total {
      result.nextCursor =
        SearchCursor(
          fingerprint: query.fingerprint, offset: offset + found.hits.count,
          shown: earlier.reversed() + found.hits.map(\.docid)
        ).text
    }
    return result
  }

  /// How many match `text` and the filters.
  func count(_ text: IndexQuery) throws(SasaeError) -> Int {
    var search = IndexSearch(query.filters.restrict(text, includeUnknown: query.includeUnknown))
    search.limit = 0
    search.checkAtLeast = 1
    search.listings = .none
    return try index.search(search).lower
  }

  private func explain(_ text: IndexQuery, _ result: inout SearchResult) throws(SasaeError) {
    guard !result.hits.isEmpty, text.isOfTerms else { return }
    for share in try index.shares(of: text, in: result.hits.map(\.docid)) {
      for (i, weight) in share.weights.enumerated() where weight > 0 {
        if let at = result.hits[i].shares.firstIndex(where: { $0.term == share.term }) {
          result.hits[i].shares[at].weight += weight
        } else {
          result.hits[i].shares.append(WeightShare(term: share.term, weight: weight))
        }
      }
    }
    for i in result.hits.indices {
      result.hits[i].shares.sort { ($1.weight, $0.term) < ($0.weight, $1.term) }
    }
  }

  private func ranked(_ text: IndexQuery) -> IndexQuery {
    if query.order == .distance, let near = query.filters.near {
      let nearest = IndexQuery.near(near, metres: 0, halfWeightAt: 1_000)
      return query.filters.restrict(
        .maybe(.weightless(text), nearest), includeUnknown: query.includeUnknown)
    }
    var text = text
    if let near = query.filters.near, !query.text.isEmpty {
      text = .maybe(
        text,
        .scaled(
          .near(near, metres: 0, halfWeightAt: 1_000), query.settings.distanceScale))
    }
    return query.filters.restrict(text, includeUnknown: query.includeUnknown)
  }

  /// The page after the cursor's hit, and how many hits precede it.
  private func after(
    _ cursor: SearchCursor, _ base: IndexSearch, _ limit: Int
  ) throws(SasaeError) -> (Int, IndexResult) {
    var search = base
    search.first = max(0, cursor.offset - 1)
    search.limit = limit + 1
    var page = try index.search(search)
    if let last = cursor.anchors.first, page.hits.first?.docid == last {
      page.hits.removeFirst()
      return (cursor.offset, page)
    }
    // Records came or went: look for the last one shown that is still there, wherever it is now.
    search.first = 0
    search.limit = Int(UInt32.max)
    search.listings = .none
    search.counting = []
    let order = try index.search(search).hits.map(\.docid)
    let places = Dictionary(zip(order, order.indices), uniquingKeysWith: { first, _ in first })
    let anchor = cursor.anchors.lazy.compactMap { places[$0] }.first
    search = base
    search.first = anchor.map { $0 + 1 } ?? max(0, cursor.offset - cursor.anchors.count)
    search.limit = limit
    return (search.first, try index.search(search))
  }

  private func countUnknown(_ text: IndexQuery) throws(SasaeError) -> Int {
    guard let unknown = query.filters.unknown(text) else { return 0 }
    var search = IndexSearch(unknown)
    search.limit = 0
    search.checkAtLeast = Int(UInt32.max)
    search.listings = .none
    return try index.search(search).lower
  }

  private static func slot(_ facet: SearchQuery.Facet) -> Slot {
    switch facet {
    case .category: .categories
    case .area: .area
    case .kind: .kind
    }
  }

  /// Categories are counted as sets; each member of a set counts.
  private static func split(_ counts: [String: Int], _ facet: SearchQuery.Facet) -> [String: Int] {
    guard facet == .category else { return counts }
    var out: [String: Int] = [:]
    for (set, count) in counts {
      for code in set.split(separator: " ") { out[String(code), default: 0] += count }
    }
    return out
  }
}
