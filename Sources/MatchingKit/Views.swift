import Geography
import Model
import Timetable

/// The request as one plugin may see it: what its manifest does not read is absent.
public struct RequestView: Sendable {
  private let base: RequestFacts
  private let fields: FieldSet

  @_spi(Host) public init(_ base: RequestFacts, showing fields: FieldSet) {
    self.base = base
    self.fields = fields
  }

  public var needs: [WeighedNeed] { fields.contains(.needs) ? base.needs : [] }
  public var age: Double? { fields.contains(.personAge) ? base.person.age : nil }
  public var careLevel: CareLevel? {
    fields.contains(.personCareLevel) ? base.person.careLevel : nil
  }
  public var home: Coordinate? { fields.contains(.personHome) ? base.home : nil }
  /// How exact `home` is; nil when it was given as a point.
  public var homePrecision: Precision? {
    fields.contains(.personHome) ? base.homePrecision : nil
  }
  public var area: String? { fields.contains(.personArea) ? base.person.area : nil }
  /// Whether the home stands in an area, by what the workspace knows of areas and by the
  /// municipality of the address; nil where that does not tell.
  public func lives(in area: String) -> Bool? {
    guard fields.contains(.personArea) else { return nil }
    let key = Area.key(area)
    if base.areas.contains(key) { return true }
    return base.otherAreas.contains(key) ? false : nil
  }
  public var mobility: Person.Mobility? {
    fields.contains(.personMobility) ? base.person.mobility : nil
  }
  /// When the person is free; nil when nothing is known of it.
  public var free: ScheduleReading? {
    fields.contains(.personAvailability) ? base.week.free : nil
  }
  /// What their week already holds; nil when nothing is known of it.
  public var busy: ScheduleReading? { fields.contains(.personBusy) ? base.week.busy : nil }
  /// In Japanese words.
  public var household: String? {
    fields.contains(.personHousehold) ? base.person.household ?? base.person.householdText : nil
  }
  public var gender: Person.Gender? {
    fields.contains(.personGender) ? base.person.gender : nil
  }
  public var budget: Person.Budget? { fields.contains(.personBudget) ? base.budget : nil }
  public var conditions: [String] {
    fields.contains(.personConditions) ? base.person.conditions ?? [] : []
  }
  public var smartphone: Bool? {
    fields.contains(.personSmartphone) ? base.person.smartphone : nil
  }
  public var interests: [Wish] { fields.contains(.personInterests) ? base.interests : [] }
  public var strengths: [Wish] { fields.contains(.personStrengths) ? base.strengths : [] }
  public var avoid: [Wish] { fields.contains(.personAvoid) ? base.avoid : [] }
  /// Words of the plugin's own to look for in resources.
  public func wishes(_ words: [String]) -> [Wish] { words.map { Wish($0, key: base.folded($0)) } }
  /// Whether the person knows some resource already.
  public var hasFamiliar: Bool {
    fields.contains(.personFamiliar) && base.person.familiar?.isEmpty == false
  }
  /// The words of the home's address; confidential.
  @_spi(Host) public var homeAddress: String? {
    fields.contains(.personAddress) ? base.person.home?.address : nil
  }
  /// What the person is good at, with the words of roles that can use it.
  public var skills: [Skill] { fields.contains(.personStrengths) ? base.skills : [] }
  /// What is looked for.
  public var seeking: Seeking { fields.contains(.seeking) ? base.seeking : .resource }
  /// What an activity that looks for a place asks of it.
  public var venue: VenueWish? { fields.contains(.activity) ? base.venue : nil }
  /// The day the request is answered on.
  public var today: CalendarDate? { base.week.today }
}

/// A candidate as one plugin may see it.
public struct ResourceView: Sendable {
  private let base: CandidateFacts
  private let fields: FieldSet

  @_spi(Host) public init(_ base: CandidateFacts, showing fields: FieldSet) {
    self.base = base
    self.fields = fields
  }

  private func show<T>(_ field: PluginManifest.Field, _ value: @autoclosure () -> T, else hidden: T)
    -> T
  {
    fields.contains(field) ? value() : hidden
  }

  public var categories: [String] {
    show(.resourceCategories, base.seen.listing.categories, else: [])
  }
  /// Each category with its ancestors, for crosswalk rows that name a group.
  public var lineages: [String: [String]] {
    show(.resourceCategories, base.seen.lineages, else: [:])
  }
  public var modes: [ReachMode] { show(.resourceModes, base.seen.listing.modes, else: []) }
  public var areas: [String] { show(.resourceAreas, base.seen.listing.areas, else: []) }
  public var coordinate: Coordinate? {
    show(.resourcePlace, base.seen.listing.coordinate, else: nil)
  }
  public var precision: Precision? {
    show(.resourcePlace, base.seen.listing.precision, else: nil)
  }
  public var area: String? { show(.resourcePlace, base.seen.listing.area, else: nil) }
  public var schedule: String? { show(.resourceSchedule, base.seen.listing.schedule, else: nil) }
  /// What the words of the schedule tell of the next days; nil when there are none.
  public var times: ResourceTimes? {
    fields.contains(.resourceSchedule) ? base.seen.times : nil
  }
  public var costMin: Double? { show(.resourceCost, base.seen.listing.costMin, else: nil) }
  /// What one use costs at the least, in yen, where words and numbers tell it.
  public var price: ResourcePrice? { show(.resourceCost, base.seen.price, else: nil) }
  /// Who may come; nil when nothing is stated.
  public var conditions: ResourceConditions? {
    fields.contains(.resourceEligibility) ? base.seen.conditions : nil
  }
  /// What its price is for, as the record has it: `hour`, `30min`, `visit`.
  public var costPer: String? { show(.resourceCost, base.seen.listing.costPer, else: nil) }
  /// Words on room for more people, such as 「15人・空き3人」.
  public var capacity: String? { show(.resourceCapacity, base.seen.listing.capacity, else: nil) }
  public var maximum: Double? { show(.resourceCapacity, base.seen.listing.maximum, else: nil) }
  /// The day the number of vacancies is of, ISO 8601.
  public var availableAsOf: String? {
    show(.resourceCapacity, base.seen.listing.availableAsOf, else: nil)
  }
  /// Whether it is one the person knows: itself, or by the same people.
  public var familiar: Familiarity { show(.resourceFamiliar, base.familiar, else: .none) }
  /// The day somebody last made sure that it is so.
  public var confirmedOn: CalendarDate? {
    show(
      .resourceConfirmed, base.seen.listing.confirmedOn.flatMap { CalendarDate($0) }, else: nil)
  }
  /// Where `wish` stands in its words; nil where it does not.
  public func mention(of wish: Wish) -> WordMention? {
    fields.contains(.resourceWords) ? base.seen.words.mention(of: wish) : nil
  }
  /// Where its words name something that `skill` is good for; nil where they do not.
  public func use(of skill: Skill) -> SkillUse? {
    fields.contains(.resourceWords) ? base.seen.words.use(of: skill) : nil
  }
  /// Whether it looks for people who help; nil when nothing tells so.
  public var opening: RoleOpening? {
    fields.contains(.resourceOpening) ? base.findOpening?(base.listing) : nil
  }
  /// 0…1 of the best found: how well its words answer the request's; nil when the request has none.
  public var relevance: Double? { show(.resourceRelevance, base.relevance, else: nil) }
  public var cost: String? { show(.resourceCost, base.seen.listing.cost, else: nil) }
  public var eligibility: String? {
    show(.resourceEligibility, base.seen.listing.eligibility, else: nil)
  }
  public var minAge: Double? { show(.resourceEligibility, base.seen.listing.minAge, else: nil) }
  public var maxAge: Double? { show(.resourceEligibility, base.seen.listing.maxAge, else: nil) }
  public var available: Double? {
    show(.resourceCapacity, base.seen.listing.available, else: nil)
  }
  public var access: [String] { show(.resourceAccess, base.seen.listing.access, else: []) }
  public var tags: [String] { show(.resourceTags, base.seen.listing.tags, else: []) }
  @_spi(Host) public var summary: String? {
    show(.resourceWords, base.seen.listing.summary, else: nil)
  }
  @_spi(Host) public var description: String? {
    show(.resourceWords, base.seen.listing.description, else: nil)
  }
  /// Confidential.
  @_spi(Host) public var name: String? { show(.resourceName, base.seen.listing.name, else: nil) }
  /// Confidential.
  @_spi(Host) public var address: String? {
    show(.resourceAddress, base.seen.listing.address, else: nil)
  }
}

/// What the host knows of the request; plugins never see it whole.
@_spi(Host) public struct RequestFacts: Sendable {
  public var needs: [WeighedNeed]
  public var person: Person
  public var home: Coordinate?
  public var homePrecision: Precision?
  /// Keys of areas that hold the home, and of areas that are known not to.
  public var areas: Set<String> = []
  public var otherAreas: Set<String> = []
  public var week = PersonWeek()
  public var budget: Person.Budget?
  public var interests: [Wish] = []
  public var strengths: [Wish] = []
  public var avoid: [Wish] = []
  public var skills: [Skill] = []
  public var seeking = Seeking.resource
  public var venue: VenueWish?
  /// Folds as the words of resources are folded.
  public var folded: @Sendable (String) -> [UInt32] = { $0.unicodeScalars.map(\.value) }

  public init(needs: [WeighedNeed], person: Person, home: Coordinate?) {
    self.needs = needs
    self.person = person
    self.home = home
  }
}

/// What the host knows of a candidate; plugins never see it whole.
@_spi(Host) public struct CandidateFacts: Sendable {
  public let dossier: ResourceDossier
  public var relevance: Double?
  public var familiar = Familiarity.none
  /// The resource as it is to those who help there, where that is not the same.
  public var helperSide: ResourceDossier?
  /// Tells whether it looks for hands; asked only when a plugin looks.
  public var findOpening: (@Sendable (Listing) -> RoleOpening?)?

  public init(_ dossier: ResourceDossier) { self.dossier = dossier }

  // Inlined, so that who reads a member does not copy the whole.
  @inlinable public var listing: Listing { dossier.listing }
  var seen: ResourceDossier { helperSide ?? dossier }
}

/// What reads the words of resources for the views.
@_spi(Host) public protocol ResourceReading: Sendable {
  func times(_ schedule: String) -> ResourceTimes?
  func price(_ listing: Listing) -> ResourcePrice?
  func conditions(_ listing: Listing) -> ResourceConditions?
  /// Width, case and kana folded, for comparing; what ends a clause is a line feed.
  func clauses(_ text: String) -> [UInt32]
}
