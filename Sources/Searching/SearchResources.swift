import Diagnostics
import JapaneseText
import Lookup
import Model

/// Ranked search of the directory.
public enum SearchResources: Sendable {
  public static let name = "search_resources"
  public static let summary = Bilingual(
    ja: "言葉・カテゴリ・地域・時間・費用などで資源を探す", en: "Find resources by words, category, area, time, cost …")

  public struct Input: Codable, Sendable {
    public var text: String?
    public var categories: [String]?
    public var kinds: [String]?
    public var areas: [String]?
    public var near: NearInput?
    public var within: Double?
    public var days: [String]?
    public var from: String?
    public var to: String?
    public var on: String?
    public var free: Bool?
    public var maxCost: Double?
    public var age: Double?
    public var careLevel: String?
    public var access: [String]?
    public var available: Bool?
    public var modes: [String]?
    public var confirmedSince: String?
    public var tags: [String]?
    public var statuses: [String]?
    public var sort: String?
    public var limit: Int?
    public var cursor: String?
    public var facets: [String]?
    public var exactTotal: Bool?
    public var countUnknown: Bool?
    public var includeUnknown: Bool?
    /// Members of a hit to give; all when absent.
    public var fields: [String]?
    /// Say of each hit in which of its texts the words stand.
    public var explain: Bool?

    public init() {}
  }

  public struct Output: Codable, Sendable {
    public var total: Int
    /// `eq`: exact; `gte`: at least about so many.
    public var totalRelation: String
    public var hits: [Hit]
    public var facets: [String: [FacetCount]]?
    public var interpretation: Interpretation
    /// Records that lack a fact the filters ask about.
    public var unknown: Int?
    public var nextCursor: String?
    /// The hits with all their members, for the text: one that lacks what was not asked for would
    /// say that it is not stated. No part of the JSON.
    var whole: [Hit] = []
    /// In place of the hits where only ids and scores were asked for.
    var brief: BriefHits?

    enum CodingKeys: String, CodingKey {
      case total, totalRelation, hits, facets, interpretation, unknown, nextCursor
    }
  }

  public struct FacetCount: Codable, Sendable {
    public var code: String
    public var count: Int
  }

  public struct Interpretation: Codable, Sendable {
    public struct Concept: Codable, Sendable {
      public var code: String
      public var text: String
    }
    public var concepts: [Concept]
    /// How the words were loosened when nothing matched them all.
    public var relaxed: String?
    /// Words that nothing has together with the others.
    public var dropped: [String]?
    /// What may have been meant (もしかして).
    public var suggestion: String?
    /// Codes of the request that were given another name, and were taken as that.
    public var renamed: [RenamedCode]?

    init(_ result: SearchResult) {
      concepts = result.understanding.concepts.map { Concept(code: $0.code, text: $0.text) }
      relaxed = result.relaxed?.rawValue
      dropped = result.understanding.dropped.isEmpty ? nil : result.understanding.dropped
      suggestion = result.understanding.suggestion
    }
  }

  public static func answer(_ input: Input, in place: Place) throws(SasaeError) -> Output {
    var query = SearchQuery()
    query.text = input.text ?? ""
    try check(input)
    query.filters = try input.filters(place)
    query.order = try order(input.sort, hasPlace: query.filters.near != nil)
    if let limit = input.limit {
      guard (0...SearchQuery.maximumLimit).contains(limit) else {
        throw InputCheck.value("limit", "\(limit)", "0…\(SearchQuery.maximumLimit)")
      }
      query.limit = limit
    }
    query.cursor = input.cursor
    query.facets = try facets(input.facets)
    query.exactTotal = input.exactTotal ?? false
    query.countUnknown = input.countUnknown ?? false
    query.includeUnknown = input.includeUnknown ?? false
    let fields = try fields(input.fields)
    query.today = place.today
    query.counts = true
    query.explains = input.explain ?? false
    if let fields, !place.rendersText, !query.explains,
      fields.subtracting(["id", "score"]).isEmpty
    {
      query.listings = .ids
    }
    let result = try place.search(query)
    if query.listings == .ids, !query.includeUnknown {
      var output = brief(result, hasScores: fields?.contains("score") ?? true)
      try output.tellRenamed(input, place)
      return output
    }
    let wantsSnippet = fields?.contains("snippet") ?? true
    let explains = input.explain ?? false
    let nextFrom =
      place.tellsDates && fields?.contains("nextDates") ?? true
      ? query.filters.on ?? place.today : nil
    let words =
      query.text.isEmpty || !(wantsSnippet || explains) ? nil : Highlighter(query: query.text)
    var hits: [Hit] = []
    for found in result.hits {
      var hit = Hit(
        found.listing, score: found.weight, near: query.filters.near,
        words: wantsSnippet ? words : nil)
      if explains, let words { hit.matched = Hit.matched(found.listing, words) }
      if explains { hit.why = found.shares.map(ScorePart.init) }
      if let nextFrom { hit.nextDates = NextDates.of(found.listing, from: nextFrom) }
      if let last = found.listing.validTo, last < place.today.text { hit.ended = true }
      if !found.unknown.isEmpty { hit.unknown = found.unknown.map(\.rawValue) }
      try reveal(&hit, place)
      hits.append(hit)
    }
    let shown = fields.map { fields in hits.map { $0.limited(to: fields) } }
    var output = Output(
      total: result.total, totalRelation: result.isExact ? "eq" : "gte", hits: shown ?? hits,
      facets: result.facets.isEmpty ? nil : facetLists(result.facets),
      interpretation: Interpretation(result),
      unknown: result.unknown, nextCursor: result.nextCursor, whole: hits)
    try output.tellRenamed(input, place)
    return output
  }

  /// Characters of a text, and values of one filter: nobody types more, and each costs.
  public static let longestText = 1_000
  static let mostValues = 100

  private static func check(_ input: Input) throws(SasaeError) {
    let length = input.text?.unicodeScalars.count ?? 0
    guard length <= longestText else {
      throw InputCheck.value(
        "text", "\(length)",
        Bilingual(ja: "\(longestText)字まで", en: "at most \(longestText) characters"))
    }
    let lists: [(String, Int?)] = [
      ("categories", input.categories?.count), ("kinds", input.kinds?.count),
      ("areas", input.areas?.count), ("days", input.days?.count),
      ("access", input.access?.count), ("modes", input.modes?.count),
      ("tags", input.tags?.count), ("statuses", input.statuses?.count),
    ]
    for (name, count) in lists where count ?? 0 > mostValues {
      throw InputCheck.value(
        name, "\(count ?? 0)",
        Bilingual(ja: "\(mostValues)個まで", en: "at most \(mostValues) values"))
    }
  }

  private static func brief(_ result: SearchResult, hasScores: Bool) -> Output {
    var output = Output(
      total: result.total, totalRelation: result.isExact ? "eq" : "gte", hits: [],
      facets: result.facets.isEmpty ? nil : facetLists(result.facets),
      interpretation: Interpretation(result), unknown: result.unknown,
      nextCursor: result.nextCursor)
    let brief = BriefHits(
      hits: result.hits.map { ($0.listing.id, Hit.rounded($0.weight)) }, hasScores: hasScores)
    if output.facets == nil {
      output.brief = brief
    } else {
      output.hits = brief.hits.map { Hit(id: $0.id, score: hasScores ? $0.score : nil) }
    }
    return output
  }

  /// The index holds public contacts only; one that this audience may see is read from the registry.
  private static func reveal(_ hit: inout Hit, _ place: Place) throws(SasaeError) {
    guard let level = hit.restricted, level <= place.audience else { return }
    let resource = try place.resource(hit.id)
    if hit.phone == nil { hit.phone = resource.contacts.compactMap(\.phone).first }
    hit.restricted = resource.contacts.filter(\.redacted).map(\.visibility).min()
  }

  private static func order(
    _ text: String?, hasPlace: Bool
  ) throws(SasaeError) -> SearchQuery.Order {
    guard let text else { return .relevance }
    guard let order = SearchQuery.Order(rawValue: text) else {
      throw InputCheck.value(
        "sort", text,
        "\(SearchQuery.Order.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    if order == .distance, !hasPlace {
      throw InputCheck.value(
        "sort", text, Bilingual(ja: "near（--near）と一緒に使います", en: "goes with near (--near)"))
    }
    return order
  }

  private static func facets(_ names: [String]?) throws(SasaeError) -> [SearchQuery.Facet] {
    var out: [SearchQuery.Facet] = []
    for name in names ?? [] {
      guard let facet = SearchQuery.Facet(rawValue: name) else {
        throw InputCheck.value(
          "facets", name,
          "\(SearchQuery.Facet.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      if !out.contains(facet) { out.append(facet) }
    }
    return out
  }

  /// Throws when one of the names is no member of a hit.
  public static func check(fields names: [String]?) throws(SasaeError) {
    _ = try fields(names)
  }

  private static func fields(_ names: [String]?) throws(SasaeError) -> Set<String>? {
    guard let names else { return nil }
    for name in names where !Hit.fieldNames.contains(name) {
      throw InputCheck.value("fields", name, "\(Hit.fieldNames.joined(separator: ", "))")
    }
    return Set(names)
  }

  private static func facetLists(
    _ facets: [SearchQuery.Facet: [String: Int]]
  ) -> [String: [FacetCount]] {
    var out: [String: [FacetCount]] = [:]
    for (facet, counts) in facets {
      out[facet.rawValue] = counts.map { FacetCount(code: $0.key, count: $0.value) }
        .sorted { ($1.count, $0.code) < ($0.count, $1.code) }
    }
    return out
  }
}
