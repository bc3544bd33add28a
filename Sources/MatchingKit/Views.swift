import Geography
import Model
import Timetable

/// The request as one plugin may see it: what its manifest does not read is absent.
public struct RequestView: Sendable {
  private let base: RequestFacts
  private let fields: Set<PluginManifest.Field>

  @_spi(Host) public init(_ base: RequestFacts, showing fields: Set<PluginManifest.Field>) {
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
  /// The day the request is answered on.
  public var today: CalendarDate? { base.week.today }
}

/// A candidate as one plugin may see it.
public struct ResourceView: Sendable {
  private let base: CandidateFacts
  private let fields: Set<PluginManifest.Field>

  @_spi(Host) public init(_ base: CandidateFacts, showing fields: Set<PluginManifest.Field>) {
    self.base = base
    self.fields = fields
  }

  private func show<T>(_ field: PluginManifest.Field, _ value: T, else hidden: T) -> T {
    fields.contains(field) ? value : hidden
  }

  public var categories: [String] {
    show(.resourceCategories, base.listing.categories, else: [])
  }
  /// Each category with its ancestors, for crosswalk rows that name a group.
  public var lineages: [String: [String]] {
    show(.resourceCategories, base.lineages, else: [:])
  }
  public var modes: [ReachMode] { show(.resourceModes, base.listing.modes, else: []) }
  public var areas: [String] { show(.resourceAreas, base.listing.areas, else: []) }
  public var coordinate: Coordinate? {
    show(.resourcePlace, base.listing.coordinate, else: nil)
  }
  public var precision: Precision? { show(.resourcePlace, base.listing.precision, else: nil) }
  public var area: String? { show(.resourcePlace, base.listing.area, else: nil) }
  public var schedule: String? { show(.resourceSchedule, base.listing.schedule, else: nil) }
  /// What the words of the schedule tell of the next days; nil when there are none.
  public var times: ResourceTimes? {
    fields.contains(.resourceSchedule) ? base.times(base.listing.schedule) : nil
  }
  public var costMin: Double? { show(.resourceCost, base.listing.costMin, else: nil) }
  public var cost: String? { show(.resourceCost, base.listing.cost, else: nil) }
  public var eligibility: String? {
    show(.resourceEligibility, base.listing.eligibility, else: nil)
  }
  public var minAge: Double? { show(.resourceEligibility, base.listing.minAge, else: nil) }
  public var maxAge: Double? { show(.resourceEligibility, base.listing.maxAge, else: nil) }
  public var available: Double? { show(.resourceCapacity, base.listing.available, else: nil) }
  public var access: [String] { show(.resourceAccess, base.listing.access, else: []) }
  public var tags: [String] { show(.resourceTags, base.listing.tags, else: []) }
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

  public init(needs: [WeighedNeed], person: Person, home: Coordinate?) {
    self.needs = needs
    self.person = person
    self.home = home
  }
}

/// What the host knows of a candidate; plugins never see it whole.
@_spi(Host) public struct CandidateFacts: Sendable {
  public var listing: Listing
  public var lineages: [String: [String]]
  /// Reads the words of a schedule; asked only when a plugin looks.
  private let timesOf: @Sendable (String) -> ResourceTimes?

  public init(
    listing: Listing, lineages: [String: [String]],
    times: @escaping @Sendable (String) -> ResourceTimes? = { _ in nil }
  ) {
    self.listing = listing
    self.lineages = lineages
    timesOf = times
  }

  func times(_ text: String?) -> ResourceTimes? { text.flatMap(timesOf) }
}
