import Geography
import JapaneseText
import Lookup
import Model
import TextIndex

/// One resource as a search shows it: what a care manager reads out.
public struct Hit: Codable, Sendable {
  public var id: String
  public var name: String?
  public var score: Double?
  public var kind: ResourceKind?
  public var categories: [String]?
  /// Metres from the place asked about.
  public var distance: Double?
  /// Text around the words that matched, each between 【 and 】.
  public var snippet: String?
  public var phone: String?
  /// The audience that may see a contact which is not shown here.
  public var restricted: Visibility?
  public var address: String?
  public var place: String?
  public var area: String?
  public var schedule: Schedule?
  /// When it takes place next, where the words of its schedule decide that.
  public var nextDates: [NextDate]?
  public var cost: Cost?
  public var eligibility: Eligibility?
  public var capacity: Capacity?
  public var modes: [ReachMode]?
  public var areas: [String]?
  public var provider: String?
  public var summary: String?
  public var tags: [String]?
  public var status: ResourceStatus?
  public var confirmed: Confirmation?
  public var source: Source?
  /// True when its last day was before today; absent otherwise.
  public var ended: Bool?
  /// Facts a filter asked about and the record lacks.
  public var unknown: [String]?
  /// On request: the members in whose text words of the search stand.
  public var matched: [String]?
  /// On request: what the score is made of, heaviest first.
  public var why: [ScorePart]?

  static let snippetColumns = 120

  /// As scores are told: four decimals.
  static func rounded(_ score: Double) -> Double { (score * 10_000).rounded() / 10_000 }

  init(id: String, score: Double?) {
    self.id = id
    self.score = score
  }

  public init(_ listing: Listing, score: Double, near: Coordinate?, words: Highlighter?) {
    id = listing.id
    name = listing.name
    self.score = Self.rounded(score)
    kind = listing.kind
    categories = listing.categories
    if let near, let point = listing.coordinate {
      distance = Distance.metres(near, point).rounded()
    }
    snippet = words.flatMap { Self.snippet(listing, $0) }
    phone = listing.phone
    restricted = listing.restricted
    address = listing.address
    place = listing.placeName
    area = listing.area
    if listing.schedule != nil || listing.validTo != nil {
      var out = Schedule(text: listing.schedule)
      (out.validFrom, out.validTo) = (listing.validFrom, listing.validTo)
      schedule = out
    }
    if listing.cost != nil || listing.costMin != nil {
      cost = Cost(
        text: listing.cost, min: listing.costMin, max: listing.costMax, per: listing.costPer)
    }
    if listing.eligibility != nil || listing.minAge != nil || listing.maxAge != nil
      || !listing.careLevels.isEmpty
    {
      var out = Eligibility(
        text: listing.eligibility, minAge: listing.minAge, maxAge: listing.maxAge)
      out.careLevels = listing.careLevels
      eligibility = out
    }
    if listing.capacity != nil || listing.maximum != nil || listing.available != nil {
      var out = Capacity(
        text: listing.capacity, maximum: listing.maximum, available: listing.available)
      out.asOf = listing.availableAsOf
      capacity = out
    }
    modes = listing.modes.isEmpty ? nil : listing.modes
    areas = listing.areas.isEmpty ? nil : listing.areas
    provider = listing.provider
    summary = listing.summary
    tags = listing.tags.isEmpty ? nil : listing.tags
    status = listing.status
    confirmed = listing.confirmedOn.map { Confirmation(on: $0, how: listing.confirmedHow) }
    if listing.sourceName != nil || listing.licence != nil {
      source = Source(
        name: listing.sourceName, licence: listing.licence, attribution: listing.attribution)
    }
  }

  /// The members in whose text the words stand.
  static func matched(_ listing: Listing, _ words: Highlighter) -> [String] {
    let texts: [(String, String?)] = [
      ("name", listing.name), ("summary", listing.summary), ("description", listing.description),
      ("tags", listing.tags.linked(by: "・")), ("provider", listing.provider),
      ("place", listing.placeName), ("address", listing.address), ("area", listing.area),
      ("schedule", listing.schedule), ("cost", listing.cost), ("eligibility", listing.eligibility),
    ]
    return texts.compactMap { name, text in
      guard let text, !text.isEmpty, words.snippet(of: text, columns: snippetColumns).hasMatch
      else { return nil }
      return name
    }
  }

  /// The text that shows best why the hit is one.
  private static func snippet(_ listing: Listing, _ words: Highlighter) -> String? {
    let texts: [String?] = [
      listing.summary, listing.description, listing.eligibility, listing.cost, listing.schedule,
      listing.tags.linked(by: "・"), listing.provider, listing.address,
    ]
    var first: String?
    for text in texts.compactMap({ $0 }) where !text.isEmpty {
      let snippet = words.snippet(of: text, columns: snippetColumns)
      if snippet.hasMatch { return snippet.marked("【", "】") }
      if first == nil { first = snippet.marked("【", "】") }
    }
    return first
  }

  /// Only the members named; `id` always stays.
  func limited(to fields: Set<String>) -> Hit {
    var out = self
    func drop<T>(_ name: String, _ path: WritableKeyPath<Hit, T?>) {
      if !fields.contains(name) { out[keyPath: path] = nil }
    }
    drop("name", \.name)
    drop("score", \.score)
    drop("kind", \.kind)
    drop("categories", \.categories)
    drop("distance", \.distance)
    drop("snippet", \.snippet)
    drop("phone", \.phone)
    drop("restricted", \.restricted)
    drop("address", \.address)
    drop("place", \.place)
    drop("area", \.area)
    drop("schedule", \.schedule)
    drop("nextDates", \.nextDates)
    drop("cost", \.cost)
    drop("eligibility", \.eligibility)
    drop("capacity", \.capacity)
    drop("modes", \.modes)
    drop("areas", \.areas)
    drop("provider", \.provider)
    drop("summary", \.summary)
    drop("tags", \.tags)
    drop("status", \.status)
    drop("confirmed", \.confirmed)
    drop("source", \.source)
    drop("ended", \.ended)
    drop("unknown", \.unknown)
    drop("matched", \.matched)
    drop("why", \.why)
    return out
  }

  /// Every member's name.
  public static let fieldNames = [
    "id", "name", "score", "kind", "categories", "distance", "snippet", "phone", "restricted",
    "address", "place", "area", "schedule", "nextDates", "cost", "eligibility", "capacity",
    "modes", "areas", "provider", "summary", "tags", "status", "confirmed", "source", "ended",
    "unknown",
    "matched", "why",
  ]
}
