import Model
import Timetable

/// What a text says of the person themself (本人のこと). All of it is optional.
public struct PersonFacts: Sendable, Hashable {
  /// Days and hours, as a request states them.
  public struct Span: Sendable, Hashable {
    public var days: [Weekday]
    /// Minutes since midnight.
    public var from: Int?
    public var to: Int?
  }

  /// Years; nil when only a decade is told (80代), which is `approximateAge`.
  public var age: Double?
  /// The first year of the decade told.
  public var approximateAge: Double?
  public var careLevel: CareLevel?
  public var household: String?
  /// `female`, `male`.
  public var gender: String?
  /// Minutes the person can walk.
  public var walkMinutes: Double?
  public var metres: Double?
  public var transport: [String] = []
  /// Said not to be there: no car.
  public var withoutTransport: [String] = []
  public var availability: [Span] = []
  public var availableText: String?
  public var busy: [Span] = []
  public var busyText: String?
  /// Yen.
  public var perVisit: Double?
  public var perMonth: Double?
  /// The budget may be exceeded (少々超えてもよい).
  public var isBudgetFlexible = false
  public var budgetText: String?
  public var conditions: [String] = []
  public var smartphone: Bool?
  public var languages: [String] = []
  public var interests: [String] = []
  public var strengths: [String] = []
  public var avoid: [String] = []
  /// Facts that are no member of a request: `low-income` (年金暮らし), `short-walk` (膝が悪い).
  public var tags: [String] = []

  public init() {}
}
