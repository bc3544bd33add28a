/// A community resource (社会資源): HSDS's service together with its service_at_location.
///
/// One line of native NDJSON (CONTRACT.md, "Resource"). Only `id` and `name` are required. Members
/// this version doesn't know survive in `extra`, at every level.
public struct Resource: Sendable, Hashable {
  public var id: String
  public var name: String
  /// Reading of the name (カナ).
  public var kana: String?
  /// The main kind; nil until a category or the person who entered it says so.
  public var kind: ResourceKind?
  public var summary: String?
  public var description: String?
  /// Codes of the category taxonomy.
  public var categories: [String] = []
  public var provider: Provider?
  public var place: Place?
  public var reach: Reach?
  public var schedule: Schedule?
  public var cost: Cost?
  public var eligibility: Eligibility?
  public var capacity: Capacity?
  public var contacts: [Contact] = []
  public var tags: [String] = []
  public var status: ResourceStatus = .active
  public var confirmed: Confirmation?
  public var source: Source?
  public var extra: [String: JSONValue] = [:]

  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// HSDS organization: who runs it (実施主体).
public struct Provider: Sendable, Hashable {
  /// Lasting id; providers with the same id are one record.
  public var id: String?
  public var name: String?
  public var type: ProviderType?
  public var extra: [String: JSONValue] = [:]

  public init(id: String? = nil, name: String? = nil, type: ProviderType? = nil) {
    self.id = id
    self.name = name
    self.type = type
  }
}

/// HSDS location: where it stands (場・拠点).
public struct Place: Sendable, Hashable {
  /// Lasting id; places with the same id are one record.
  public var id: String?
  public var name: String?
  public var address: String?
  /// Name or code of the area it stands in (圏域・地区・町会).
  public var area: String?
  /// Degrees, WGS 84.
  public var lat: Double?
  /// Degrees, WGS 84.
  public var lng: Double?
  public var precision: Precision?
  /// What helps to use it: `wheelchair`, `toilet-accessible`, `parking`, `elevator` …
  public var access: [String] = []
  /// The place's own telephone; a resource without a contact of its own is reached there.
  public var phone: String?
  public var extra: [String: JSONValue] = [:]

  public init(id: String? = nil, name: String? = nil, address: String? = nil) {
    self.id = id
    self.name = name
    self.address = address
  }

  public var coordinate: Coordinate? {
    guard let lat, let lng else { return nil }
    return Coordinate(lat: lat, lng: lng)
  }
}

/// How the resource reaches a person, and where.
public struct Reach: Sendable, Hashable {
  public var modes: [ReachMode] = []
  /// Stated catchment (対象地域); empty is no restriction. 「市全域」 is everywhere in the town.
  public var areas: [String] = []
  public var extra: [String: JSONValue] = [:]

  public init(modes: [ReachMode] = [], areas: [String] = []) {
    self.modes = modes
    self.areas = areas
  }
}

/// When it happens: the words as they stand; their meaning is `Timetable`'s.
public struct Schedule: Sendable, Hashable {
  public var text: String?
  /// First and last day on which it holds (HSDS valid_from, valid_to), ISO 8601 dates; what ended
  /// before today is over.
  public var validFrom: String?
  public var validTo: String?
  public var extra: [String: JSONValue] = [:]

  public init(text: String? = nil) { self.text = text }
}

/// What it costs, in yen.
public struct Cost: Sendable, Hashable {
  public var text: String?
  /// Lowest price for one `per`; 0 is free.
  public var min: Double?
  public var max: Double?
  /// `visit`, `month`, `hour`, `meal` …
  public var per: String?
  public var extra: [String: JSONValue] = [:]

  public init(text: String? = nil, min: Double? = nil, max: Double? = nil, per: String? = nil) {
    self.text = text
    self.min = min
    self.max = max
    self.per = per
  }
}

/// Whom it is for.
public struct Eligibility: Sendable, Hashable {
  public var text: String?
  /// Years.
  public var minAge: Double?
  public var maxAge: Double?
  public var careLevels: [CareLevel] = []
  public var extra: [String: JSONValue] = [:]

  public init(text: String? = nil, minAge: Double? = nil, maxAge: Double? = nil) {
    self.text = text
    self.minAge = minAge
    self.maxAge = maxAge
  }
}

/// How many can come, and how many places are free.
public struct Capacity: Sendable, Hashable {
  public var text: String?
  public var maximum: Double?
  /// Free places on `asOf`.
  public var available: Double?
  /// ISO 8601 date.
  public var asOf: String?
  public var extra: [String: JSONValue] = [:]

  public init(text: String? = nil, maximum: Double? = nil, available: Double? = nil) {
    self.text = text
    self.maximum = maximum
    self.available = available
  }
}

/// HSDS contact: whom to call, and who may know it.
public struct Contact: Sendable, Hashable {
  public var name: String?
  public var phone: String?
  public var email: String?
  public var visibility: Visibility = .public
  /// True in what an audience below `visibility` is shown: something is here and is not shown.
  public var redacted: Bool = false
  public var extra: [String: JSONValue] = [:]

  public init(
    name: String? = nil, phone: String? = nil, email: String? = nil,
    visibility: Visibility = .public
  ) {
    self.name = name
    self.phone = phone
    self.email = email
    self.visibility = visibility
  }
}

/// When somebody last made sure that the record is true, and how (`phone`, `visit`, `web` …).
public struct Confirmation: Sendable, Hashable {
  /// ISO 8601 date.
  public var on: String
  public var how: String?
  public var extra: [String: JSONValue] = [:]

  public init(on: String, how: String? = nil) {
    self.on = on
    self.how = how
  }
}

/// Where the record came from.
public struct Source: Sendable, Hashable {
  public var name: String?
  /// SPDX licence id where there is one.
  public var licence: String?
  public var url: String?
  /// The sentence the licence asks to show.
  public var attribution: String?
  public var extra: [String: JSONValue] = [:]

  public init(
    name: String? = nil, licence: String? = nil, url: String? = nil, attribution: String? = nil
  ) {
    self.name = name
    self.licence = licence
    self.url = url
    self.attribution = attribution
  }
}

/// A point in degrees, WGS 84.
public struct Coordinate: Sendable, Hashable, Codable {
  public var lat: Double
  public var lng: Double

  public init(lat: Double, lng: Double) {
    self.lat = lat
    self.lng = lng
  }
}
