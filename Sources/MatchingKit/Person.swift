import Diagnostics
import Model

/// What a match may know of a person. All optional; nothing of it is kept, logged or indexed.
public struct Person: Sendable, Hashable, Codable {
  /// Years.
  public var age: Double?
  public var careLevel: CareLevel?
  /// How they live, in Japanese words (独居, 夫婦のみ, 日中独居); `householdText` takes the same.
  public var household: String?
  public var householdText: String?
  public var gender: Gender?
  public var home: Home?
  /// The area the person lives in (圏域・地区).
  public var area: String?
  public var mobility: Mobility?
  /// When they are free, and the same in Japanese words (「火・木の午前」).
  public var availability: [Times]?
  public var availableText: String?
  /// What their week already holds, and the same in Japanese words (「火曜 10時～15時 デイサービス」).
  public var busy: [Times]?
  public var busyText: String?
  public var budget: Budget?
  /// What they can pay for one use, in Japanese words (一回500円).
  public var budgetText: String?
  /// What their body or mind asks for: codes of `Data/taxonomy/access.tsv`, and `dementia`, `hearing`, `vision` …
  public var conditions: [String]?
  /// Whether they use a smartphone.
  public var smartphone: Bool?
  public var languages: [String]?
  /// Joys (楽しみ), what they are good at (特技), and what they would rather not have near (苦手), in their own words.
  public var interests: [String]?
  public var strengths: [String]?
  public var avoid: [String]?
  /// Ids of resources they know and trust already (なじみの関係).
  public var familiar: [String]?

  public enum Gender: String, Sendable, Hashable, Codable, CaseIterable {
    case female, male, other
  }

  /// Yen.
  public struct Budget: Sendable, Hashable, Codable {
    public var perVisit: Double?
    public var perMonth: Double?
    /// Whether it may be exceeded.
    public var flexible: Bool?

    public init(perVisit: Double? = nil, perMonth: Double? = nil, flexible: Bool? = nil) {
      self.perVisit = perVisit
      self.perMonth = perMonth
      self.flexible = flexible
    }
  }

  public struct Home: Sendable, Hashable, Codable {
    public var lat: Double?
    public var lng: Double?
    public var address: String?

    public init(lat: Double? = nil, lng: Double? = nil, address: String? = nil) {
      self.lat = lat
      self.lng = lng
      self.address = address
    }

    public var coordinate: Coordinate? {
      guard let lat, let lng else { return nil }
      return Coordinate(lat: lat, lng: lng)
    }
  }

  public struct Mobility: Sendable, Hashable, Codable {
    /// Minutes the person can walk one way.
    public var walkMinutes: Double?
    /// Straight-line metres the person can walk one way.
    public var metres: Double?
    /// `walk`, `bus`, `car`, `pickup`.
    public var transport: [String]?

    public init(walkMinutes: Double? = nil, metres: Double? = nil, transport: [String]? = nil) {
      self.walkMinutes = walkMinutes
      self.metres = metres
      self.transport = transport
    }
  }

  public init() {}
}

/// A need with what it weighs in this request.
public struct WeighedNeed: Sendable, Hashable {
  public var code: String
  public var label: Bilingual
  /// 0…1, urgency included.
  public var weight: Double
  /// Categories that serve it, with the crosswalk's weight.
  public var categories: [String: Double]
  /// What people call those categories.
  public var categoryLabels: [String: Bilingual]
  /// Whether it can't wait.
  public var isUrgent: Bool

  public init(
    code: String, label: Bilingual, weight: Double, categories: [String: Double],
    categoryLabels: [String: Bilingual] = [:], isUrgent: Bool = false
  ) {
    self.isUrgent = isUrgent
    self.code = code
    self.label = label
    self.weight = weight
    self.categories = categories
    self.categoryLabels = categoryLabels
  }
}
