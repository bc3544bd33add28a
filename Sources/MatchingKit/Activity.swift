import Diagnostics
import Model
import Timetable

/// An activity that looks for a place (場をさがす活動). All optional; nothing of it is kept, logged or indexed.
public struct Activity: Sendable, Hashable, Codable {
  /// How many come at a time.
  public var people: Double?
  /// The days it is to be held on.
  public var days: [Weekday]?
  /// `HH:MM`; the hours it takes, on each of its days.
  public var from: String?
  public var to: String?
  /// Where its people live, or the middle of it.
  public var home: Person.Home?
  /// Yen for one use of the place.
  public var maxCost: Double?
  /// What it asks of a place: words (台所), codes of access, codes of needs.
  public var needs: [String]?

  public init() {}

  public enum CodingKeys: String, CodingKey, CaseIterable {
    case people, days, from, to, home, maxCost, needs
  }
}

/// What an activity asks of a place, with the words that tell whether a place has it.
public struct VenueDemand: Sendable, Hashable {
  /// As the request names it.
  public var text: String
  public var label: Bilingual
  /// Codes of access that state it, any of which will do.
  public var access: Set<String>
  /// Whether a place upstairs needs a lift for it.
  public var barsStairs: Bool
  let words: [Wish]
  let refusals: [Wish]

  @_spi(Host) public init(
    text: String, label: Bilingual, access: Set<String> = [], words: [Wish] = [],
    refusals: [Wish] = [], barsStairs: Bool = false
  ) {
    (self.text, self.label, self.access) = (text, label, access)
    (self.words, self.refusals, self.barsStairs) = (words, refusals, barsStairs)
  }
}

/// The activity of a request as plugins see it.
public struct VenueWish: Sendable, Hashable {
  public var people: Double?
  public var days: [Weekday]
  /// Nil where no hours are wanted. An end that is not stated is the day's.
  public var hours: TimeRange?
  public var maxCost: Double?
  public var demands: [VenueDemand]
  public var home: Coordinate?
  public var homePrecision: Precision?

  @_spi(Host) public init(
    people: Double? = nil, days: [Weekday] = [], hours: TimeRange? = nil, maxCost: Double? = nil,
    demands: [VenueDemand] = [], home: Coordinate? = nil, homePrecision: Precision? = nil
  ) {
    (self.people, self.days, self.hours) = (people, days, hours)
    (self.maxCost, self.demands) = (maxCost, demands)
    (self.home, self.homePrecision) = (home, homePrecision)
  }
}

extension ResourceView {
  /// The clause that says the place has what is asked for, or nil.
  public func states(_ demand: VenueDemand) -> Bool {
    !demand.access.isDisjoint(with: access) || demand.words.contains { mention(of: $0) != nil }
  }

  /// The clause that says it has not.
  public func refuses(_ demand: VenueDemand) -> String? {
    demand.refusals.lazy.compactMap { mention(of: $0)?.clause }.first
  }
}
