import Diagnostics
import Model
import TextIndex

extension Directory {
  /// Ranked search. Answered from the index alone.
  public func search(_ query: SearchQuery) throws(SasaeError) -> SearchResult {
    let index = try index()
    let words = TextQuery(query.text)
    let run = SearchRun(index: index, query: query)
    if words.isEmpty { return try run.answer(.everything, relaxed: nil) }
    var answer = try run.answer(words.strict, relaxed: nil)
    for (step, looser) in words.relaxed where answer.total == 0 {
      answer = try run.answer(looser, relaxed: step)
    }
    if answer.total == 0 { answer.relaxed = nil }
    return answer
  }
}

/// One search in the making.
struct SearchRun {
  let index: IndexReader
  let query: SearchQuery
  /// How far around a cursor's offset its hit is looked for when records came or went.
  static let window = 100

  func answer(
    _ text: IndexQuery, relaxed: Relaxation?
  ) throws(SasaeError) -> SearchResult {
    let limit = min(max(0, query.limit), SearchQuery.maximumLimit)
    var search = IndexSearch(ranked(text))
    search.checkAtLeast =
      query.exactTotal || !query.facets.isEmpty ? Int(UInt32.max) : SearchQuery.exactUpTo
    if query.order == .freshness { search.order = .descending(.confirmed) }
    search.counting = query.facets.map(Self.slot)
    var offset = 0
    var found: IndexResult
    if let text = query.cursor {
      let cursor = try SearchCursor(text, for: query.fingerprint)
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
      let lacking = facts.isEmpty ? [] : DocumentBuilder.unknownFacts(listing)
      result.hits.append(
        SearchHit(
          listing: listing, weight: hit.weight, docid: hit.docid,
          unknown: facts.filter(lacking.contains)))
    }
    result.relaxed = relaxed
    for (facet, counts) in zip(query.facets, found.counts) {
      result.facets[facet] = Self.split(counts, facet)
    }
    if query.countUnknown || query.includeUnknown { result.unknown = try countUnknown(text) }
    if let last = found.hits.last, offset + found.hits.count < result.total {
      result.nextCursor =
        SearchCursor(
          fingerprint: query.fingerprint, offset: offset + found.hits.count, docid: last.docid,
          weight: last.weight
        ).text
    }
    return result
  }

  private func ranked(_ text: IndexQuery) -> IndexQuery {
    if query.order == .distance, let near = query.filters.near {
      let nearest = IndexQuery.near(near, metres: 0, halfWeightAt: 1_000)
      return query.filters.restrict(
        .filter(nearest, by: text), includeUnknown: query.includeUnknown)
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
    if page.hits.first?.docid == cursor.docid {
      page.hits.removeFirst()
      return (cursor.offset, page)
    }
    search.first = max(0, cursor.offset - Self.window)
    search.limit = limit + 2 * Self.window
    page = try index.search(search)
    let next =
      page.hits.firstIndex { $0.docid == cursor.docid }.map { $0 + 1 }
      ?? page.hits.firstIndex {
        $0.weight < cursor.weight || ($0.weight == cursor.weight && $0.docid > cursor.docid)
      } ?? page.hits.count
    page.hits = Array(page.hits[next...].prefix(limit))
    return (search.first + next, page)
  }

  private func countUnknown(_ text: IndexQuery) throws(SasaeError) -> Int {
    guard let unknown = query.filters.unknown(text) else { return 0 }
    var search = IndexSearch(unknown)
    search.limit = 0
    search.checkAtLeast = Int(UInt32.max)
    search.withListings = false
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
