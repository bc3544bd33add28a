import Diagnostics
@_spi(Host) import MatchingKit
import Model
import Registry
import Timetable

/// Places for an activity (活動の場さがし).
struct VenueSearch {
  let wish: VenueWish
  /// Needs that ask nothing of a place.
  let ignored: [String]
  let home: HomePlace
  let words: VenueWords

  /// The need an activity without a place has.
  static let need = StatedNeed(code: "SOC-PLACE")
  /// What stands below it is a place.
  private static let prefix = "P-"

  init(_ query: MatchQuery, _ words: VenueWords, _ atlas: Atlas) throws(SasaeError) {
    let activity = query.activity ?? Activity()
    home = try HomePlace(activity.home ?? query.person.home, in: atlas)
    var demands: [VenueDemand] = []
    var ignored: [String] = []
    for text in activity.needs ?? [] {
      if let demand = try words.demand(text) {
        if !demands.contains(where: { $0.label == demand.label }) { demands.append(demand) }
      } else {
        ignored.append(text)
      }
    }
    self.ignored = ignored
    self.words = words
    wish = VenueWish(
      people: activity.people, days: activity.days ?? [], hours: Self.hours(activity),
      maxCost: activity.maxCost, demands: demands, home: home.point,
      homePrecision: home.precision)
  }

  private static func hours(_ activity: Activity) -> TimeRange? {
    guard activity.from != nil || activity.to != nil else { return nil }
    let from = activity.from.flatMap(TimeRange.minutes) ?? 0
    return TimeRange(from: from, to: activity.to.flatMap(TimeRange.minutes) ?? from + 60)
  }

  /// Members of the activity that nothing could be made of.
  func unread(_ query: MatchQuery) -> [String] {
    var out = ignored.isEmpty ? [] : ["activity.needs"]
    if query.activity?.home?.address != nil, home.point == nil {
      out.append("activity.home.address")
    }
    return out
  }

  /// Places of the kinds that serve an activity without one; 資源化できるもの among them.
  static func places(_ search: CandidateQuery) -> CandidateQuery {
    var search = search
    search.categories = search.categories.filter { $0.hasPrefix(Self.prefix) }
    search.includePotential = true
    return search
  }
}
