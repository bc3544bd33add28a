import Geography
import JapaneseText
import Lookup
import Model
import ReferenceData
import TextIndex
import Timetable

/// A resource as an index document: what is searched, filtered, sorted, counted and shown.
///
/// `QueryPlan` asks for what is put here; the two are read side by side, and `IndexStamp` says when the
/// documents became others. Not shared between threads.
final class DocumentBuilder {
  /// Characters of a description that a hit can show. All of it is searched.
  static let longestDescription = 2_000

  let categories: Taxonomy
  let lexicon: Lexicon
  private let placer: Placer
  /// The words of all documents built here.
  private(set) var harvest = WordHarvest()
  private let words: WordReader?
  private var concepts: [String: UInt32] = [:]
  /// What schedules say, by their text: lists repeat it.
  private var digests: [String: ScheduleDigest?] = [:]
  private static let mostDigests = 20_000

  /// Without `morphology` documents have no words, only pairs of characters.
  init(
    categories: Taxonomy, lexicon: Lexicon, placer: Placer,
    morphology: Morphology? = Morphology.shared
  ) {
    self.categories = categories
    self.lexicon = lexicon
    self.placer = placer
    words = WordReader(morphology)
  }

  /// What one occurrence of a word counts in each field (docs/search.md).
  private enum Weight {
    static let name: UInt32 = 6
    static let kana: UInt32 = 4
    static let category: UInt32 = 2
    static let tag: UInt32 = 3
    static let english: UInt32 = 1
    static let summary: UInt32 = 2
    static let place: UInt32 = 2
    static let plain: UInt32 = 1
  }

  func build(_ resource: Resource, into document: inout IndexDocument) {
    document.reset()
    let listing = placer.listing(of: resource)
    addText(listing, resource, to: &document)
    let schedule = listing.schedule.flatMap(digest)
    let openness = Openness(listing)
    addTerms(listing, schedule, openness, to: &document)
    if let schedule { addDays(schedule, to: &document) }
    document.setNumber(.costMin, listing.costMin)
    let hasAge = listing.minAge != nil || listing.maxAge != nil || openness.ages
    document.setNumber(.minAge, listing.minAge ?? (hasAge ? 0 : nil))
    document.setNumber(.maxAge, listing.maxAge ?? (hasAge ? 200 : nil))
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

  private func addText(
    _ listing: Listing, _ resource: Resource, to document: inout IndexDocument
  ) {
    concepts.removeAll(keepingCapacity: true)
    func add(_ text: String?, _ weight: UInt32, inWords: Bool = false) {
      guard let text, !text.isEmpty else { return }
      let search = SearchText(text)
      document.addText(search, weight: weight)
      lexicon.concepts(in: search) { concepts[$0, default: 0] += weight }
      guard inWords, let words else { return }
      for word in words.words(in: text) where word.isContent {
        document.addWeighed(Term.word(word.term), weight: weight)
        harvest.take(word)
      }
    }
    add(listing.name, Weight.name, inWords: true)
    add(listing.kana, Weight.kana)
    for code in listing.categories {
      guard let term = categories[code] else { continue }
      add(term.label.ja, Weight.category, inWords: true)
      add(term.label.en, Weight.english)
    }
    for tag in listing.tags { add(tag, Weight.tag, inWords: true) }
    add(listing.summary, Weight.summary, inWords: true)
    add(resource.description, Weight.plain, inWords: true)
    add(listing.placeName, Weight.place, inWords: true)
    add(listing.area, Weight.place, inWords: true)
    add(listing.provider, Weight.plain, inWords: true)
    add(listing.address, Weight.plain)
    add(listing.cost, Weight.plain)
    add(listing.eligibility, Weight.plain, inWords: true)
    add(listing.schedule, Weight.plain)
    for (concept, weight) in concepts {
      document.addWeighed(Term.concept(concept), weight: weight)
    }
    addName(listing.name, to: &document)
  }

  private func digest(_ schedule: String) -> ScheduleDigest? {
    if let known = digests[schedule] { return known }
    if digests.count >= Self.mostDigests { digests.removeAll(keepingCapacity: true) }
    let made = Self.readDigest(schedule)
    digests[schedule] = .some(made)
    return made
  }

  private static func readDigest(_ schedule: String) -> ScheduleDigest? {
    ScheduleDigest(PhraseReader.read(schedule), years: IndexStamp.years)
  }

  /// The name as a whole and its beginnings: who types a name wants that record first.
  private func addName(_ name: String, to document: inout IndexDocument) {
    let key = SearchText(name).key
    harvest.take(name, key: key)
    guard !key.isEmpty else { return }
    document.addTerm(Term.name(Analyzer.string(key[...])))
    for length in Term.nameStarts where length <= key.count {
      document.addTerm(Term.nameStart(Analyzer.string(key[..<length])))
    }
  }

  private func addTerms(
    _ listing: Listing, _ schedule: ScheduleDigest?, _ openness: Openness,
    to document: inout IndexDocument
  ) {
    var terms: Set<String> = [Term.status(listing.status)]
    for code in listing.categories {
      for above in categories.lineage(code) { terms.insert(Term.category(above)) }
      if let kind = Derivation.kind(ofCategory: code) { terms.insert(Term.kind(kind)) }
    }
    if let kind = listing.kind { terms.insert(Term.kind(kind)) }
    for mode in listing.modes { terms.insert(Term.mode(mode)) }
    if let point = listing.coordinate {
      for size in GeoCell.Size.allCases { terms.insert(GeoCell(point, size).term) }
    }
    for tag in listing.tags { terms.insert(Term.tag(Folding.fold(tag))) }
    for facet in listing.access { terms.insert(Term.access(Folding.key(facet))) }
    for level in openness.careLevels ? CareLevel.allCases : listing.careLevels {
      terms.insert(Term.careLevel(level))
    }
    let areas = Self.areas(listing, placer)
    for key in areas {
      terms.insert(key)
      harvest.take(areaTerm: key)
    }
    for fact in Self.unknownFacts(listing, areas, schedule, openness) {
      terms.insert(Term.unknown(fact))
    }
    if let year = listing.confirmedOn.flatMap({ CalendarDate($0) })?.year {
      terms.insert(Term.confirmed(year: year))
    }
    for term in terms { document.addTerm(term) }
  }

  /// The areas a resource serves: its catchment, or without one where it stands.
  static func areas(_ listing: Listing, _ placer: Placer) -> Set<String> {
    if !listing.areas.isEmpty {
      return Set(
        listing.areas.map { Area.isEverywhere($0) ? Term.everyArea : Term.area(Area.key($0)) })
    }
    let named = Area.named(inEligibility: listing.eligibility ?? "")
    if !named.isEmpty { return Set(named.map { Term.area(Area.key($0)) }) }
    var keys = Set(Area.municipalities(in: listing.address ?? "").map(Area.key))
    if let area = listing.area { keys.insert(Area.key(area)) }
    keys.formUnion(placer.areas(of: listing).map(Area.key))
    return Set(keys.map(Term.area))
  }

  private func addDays(_ digest: ScheduleDigest, to document: inout IndexDocument) {
    for day in digest.days { document.addTerm(Term.day(day)) }
    for slot in digest.slots {
      document.addTerm(
        Term.nthDay(slot.day, slot.nth, isLast: slot.isLast, onHoliday: slot.onHoliday))
    }
    for day in digest.also { document.addTerm(Term.date(day, isOpen: true)) }
    for day in digest.except { document.addTerm(Term.date(day, isOpen: false)) }
    for (day, ranges) in digest.hours {
      for (i, range) in ranges.prefix(2).enumerated() {
        document.setNumber(.opens(day, range: i), Double(range.from))
        document.setNumber(.closes(day, range: i), Double(range.to))
      }
    }
  }

  /// The facts a filter may ask about that this resource does not state.
  static func unknownFacts(_ listing: Listing, _ placer: Placer) -> [Fact] {
    unknownFacts(
      listing, areas(listing, placer), listing.schedule.flatMap(readDigest), Openness(listing))
  }

  private static func unknownFacts(
    _ listing: Listing, _ areas: Set<String>, _ schedule: ScheduleDigest?, _ openness: Openness
  ) -> [Fact] {
    var out: [Fact] = []
    if areas.isEmpty { out.append(.area) }
    if listing.coordinate == nil { out.append(.place) }
    if schedule == nil { out.append(.schedule) }
    if schedule?.hasHours != true { out.append(.hours) }
    if listing.costMin == nil { out.append(.cost) }
    if listing.minAge == nil, listing.maxAge == nil, !openness.ages { out.append(.age) }
    if listing.careLevels.isEmpty, !openness.careLevels { out.append(.careLevel) }
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
