import Geography
import JapaneseText
import Model
import ReferenceData
import TextIndex
import Timetable

/// A resource as an index document: what is searched, filtered, sorted, counted and shown.
///
/// `SearchPlan` asks for what is put here; the two are read side by side.
struct DocumentBuilder {
  /// Changes whenever the same resource would give another document; part of the index stamp.
  static let version = "document-3"
  /// Characters of a description that a hit can show.
  static let longestDescription = 2_000

  let categories: Taxonomy

  /// What one occurrence of a word counts in each field (docs/search.md).
  private enum Weight {
    static let name: UInt32 = 6
    static let kana: UInt32 = 4
    static let category: UInt32 = 3
    static let tag: UInt32 = 3
    static let synonym: UInt32 = 1
    static let summary: UInt32 = 2
    static let place: UInt32 = 2
    static let plain: UInt32 = 1
  }

  func build(_ resource: Resource, into document: inout IndexDocument) {
    document.reset()
    let listing = Self.listing(of: resource)
    addText(listing, to: &document)
    addTerms(listing, to: &document)
    addHours(listing, to: &document)
    document.setNumber(.costMin, listing.costMin)
    document.setNumber(.minAge, listing.minAge ?? (listing.maxAge == nil ? nil : 0))
    document.setNumber(.maxAge, listing.maxAge ?? (listing.minAge == nil ? nil : 200))
    document.setNumber(.available, listing.available)
    document.setNumber(
      .confirmed, listing.confirmedOn.flatMap { CalendarDate($0) }.map { Double($0.daysSince1970) })
    document.setNumber(
      .validTo, listing.validTo.flatMap { CalendarDate($0) }.map { Double($0.daysSince1970) })
    document.setCoordinate(listing.coordinate)
    document.setText(.area, listing.area)
    document.setText(.kind, listing.kind?.rawValue)
    document.setText(.categories, listing.categories.sorted().joined(separator: " "))
    document.setData(ListingCodec.encode(listing))
  }

  private func addText(_ listing: Listing, to document: inout IndexDocument) {
    document.addText(listing.name, weight: Weight.name)
    document.addText(listing.kana, weight: Weight.kana)
    for code in listing.categories {
      guard let term = categories[code] else { continue }
      document.addText(term.label.ja, weight: Weight.category)
      document.addText(term.label.en, weight: Weight.synonym)
      document.addText(term.kana, weight: Weight.synonym)
      for synonym in term.synonyms { document.addText(synonym, weight: Weight.synonym) }
    }
    for tag in listing.tags { document.addText(tag, weight: Weight.tag) }
    document.addText(listing.summary, weight: Weight.summary)
    document.addText(listing.description, weight: Weight.plain)
    document.addText(listing.placeName, weight: Weight.place)
    document.addText(listing.area, weight: Weight.place)
    document.addText(listing.provider, weight: Weight.plain)
    document.addText(listing.address, weight: Weight.plain)
    document.addText(listing.cost, weight: Weight.plain)
    document.addText(listing.eligibility, weight: Weight.plain)
    document.addText(listing.schedule, weight: Weight.plain)
  }

  private func addTerms(_ listing: Listing, to document: inout IndexDocument) {
    var terms: Set<String> = [Term.status(listing.status)]
    for code in listing.categories {
      for above in categories.lineage(code) { terms.insert(Term.category(above)) }
      if let kind = Derivation.kind(ofCategory: code) { terms.insert(Term.kind(kind)) }
    }
    if let kind = listing.kind { terms.insert(Term.kind(kind)) }
    for mode in listing.modes { terms.insert(Term.mode(mode)) }
    for tag in listing.tags { terms.insert(Term.tag(Folding.fold(tag))) }
    for facet in listing.access { terms.insert(Term.access(Folding.key(facet))) }
    for level in listing.careLevels { terms.insert(Term.careLevel(level)) }
    for key in Self.areas(listing) { terms.insert(key) }
    for fact in Self.unknownFacts(listing) { terms.insert(Term.unknown(fact)) }
    for term in terms { document.addTerm(term) }
  }

  /// The areas a resource serves: its catchment, or without one where it stands.
  static func areas(_ listing: Listing) -> Set<String> {
    if !listing.areas.isEmpty {
      return Set(
        listing.areas.map { Area.isEverywhere($0) ? Term.everyArea : Term.area(Area.key($0)) })
    }
    let named = Area.named(inEligibility: listing.eligibility ?? "")
    if !named.isEmpty { return Set(named.map { Term.area(Area.key($0)) }) }
    var keys = Set(Area.municipalities(in: listing.address ?? "").map(Area.key))
    if let area = listing.area { keys.insert(Area.key(area)) }
    return Set(keys.map(Term.area))
  }

  private func addHours(_ listing: Listing, to document: inout IndexDocument) {
    guard let text = listing.schedule else { return }
    let reading = PhraseReader.read(text)
    guard reading.complete else { return }
    var hours: [Weekday: [TimeRange]] = [:]
    var terms: Set<String> = []
    for rule in reading.rules {
      for day in rule.days {
        terms.insert(Term.day(day))
        for nth in rule.weeks.isEmpty ? [1, 2, 3, 4, 5] : rule.weeks {
          terms.insert(Term.nthDay(day, nth))
        }
        hours[day, default: []] += rule.hours
      }
    }
    for term in terms.sorted() { document.addTerm(term) }
    for (day, ranges) in hours {
      for (i, range) in ranges.prefix(2).enumerated() {
        document.setNumber(.opens(day, range: i), Double(range.from))
        document.setNumber(.closes(day, range: i), Double(range.to))
      }
    }
  }

  /// The facts a filter may ask about that this resource does not state.
  static func unknownFacts(_ listing: Listing) -> [Fact] {
    var out: [Fact] = []
    if areas(listing).isEmpty { out.append(.area) }
    if listing.coordinate == nil { out.append(.place) }
    let reading = listing.schedule.map(PhraseReader.read)
    if reading?.complete != true { out.append(.schedule) }
    if reading?.complete != true || reading?.rules.contains(where: { $0.hours.isEmpty }) == true {
      out.append(.hours)
    }
    if listing.costMin == nil { out.append(.cost) }
    if listing.minAge == nil, listing.maxAge == nil { out.append(.age) }
    if listing.careLevels.isEmpty { out.append(.careLevel) }
    if listing.access.isEmpty { out.append(.access) }
    if listing.available == nil { out.append(.available) }
    if listing.modes.isEmpty { out.append(.modes) }
    if listing.confirmedOn == nil { out.append(.confirmed) }
    return out
  }

  /// The public view of a resource.
  static func listing(of resource: Resource) -> Listing {
    var out = Listing(id: resource.id, name: resource.name)
    out.kana = resource.kana
    out.kind = resource.kind
    out.status = resource.status
    out.categories = resource.categories
    out.tags = resource.tags
    out.summary = resource.summary
    out.description = resource.description.map { String($0.prefix(longestDescription)) }
    out.provider = resource.provider?.name
    out.providerType = resource.provider?.type
    out.placeName = resource.place?.name
    out.address = resource.place?.address
    out.area = resource.place?.area
    out.coordinate = resource.place?.coordinate
    out.precision = resource.place?.precision
    out.access = resource.place?.access ?? []
    out.modes = resource.reach?.modes ?? []
    out.areas = resource.reach?.areas ?? []
    out.schedule = resource.schedule?.text
    out.validFrom = resource.schedule?.validFrom
    out.validTo = resource.schedule?.validTo
    out.cost = resource.cost?.text
    out.costMin = resource.cost?.min
    out.costMax = resource.cost?.max
    out.costPer = resource.cost?.per
    out.eligibility = resource.eligibility?.text
    out.minAge = resource.eligibility?.minAge
    out.maxAge = resource.eligibility?.maxAge
    out.careLevels = resource.eligibility?.careLevels ?? []
    out.capacity = resource.capacity?.text
    out.maximum = resource.capacity?.maximum
    out.available = resource.capacity?.available
    out.availableAsOf = resource.capacity?.asOf
    let open = Redaction.redact(resource, for: .public)
    out.phone = open.contacts.compactMap(\.phone).first ?? resource.place?.phone
    out.restricted = resource.contacts.filter { $0.visibility > .public }.map(\.visibility).min()
    out.confirmedOn = resource.confirmed?.on
    out.confirmedHow = resource.confirmed?.how
    out.sourceName = resource.source?.name
    out.licence = resource.source?.licence
    out.attribution = resource.source?.attribution
    return out
  }
}
