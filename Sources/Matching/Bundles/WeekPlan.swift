import Diagnostics
@_spi(Host) import MatchingKit
import Model
import Timetable

/// A week with a bundle and what it holds already (週の予定), as the next four weeks have it.
public struct WeekPlan: Sendable {
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// The person goes there.
    case go
    /// The person does it at home: by telephone, by post, online.
    case `do`
    /// Somebody or something comes.
    case visit
    /// On the week already.
    case care
  }

  public struct Item: Sendable {
    public var id: String?
    public var name: Bilingual
    /// `HH:MM`; nil where nobody stated it.
    public var from: String?
    public var to: String?
    public var kind: Kind
    /// How often in four weeks; 4 is every week.
    public var times: Int
    public var ride: Listing?
  }

  /// From Monday; what has no day of its own comes last, with none.
  public var days: [(day: Weekday?, items: [Item])]
  /// Days with somewhere to go (きょういく: 今日行くところ).
  public var daysToGo: Int
  /// Days with something on (きょうよう: 今日の用事), what is on the week already included.
  public var daysToDo: Int
}

extension WeekPlan {
  init(_ bundle: Bundle, _ week: PersonWeek, _ days: PersonDays) {
    var items: [Weekday: [Item]] = [:]
    var open: [Item] = []
    for one in bundle.picks {
      let slots = days.slots(of: one.candidate)
      let near = days.fourWeeks(of: slots)
      let isOpen = Set(near.map(\.date)).count > BundleRule.occasions
      let item = Item(
        id: one.listing.id, name: "\(one.listing.name)", kind: Self.kind(one),
        times: BundleRule.weekly, ride: one.ride)
      guard !near.isEmpty, !isOpen || item.kind == .visit && one.listing.modes.contains(.delivery)
      else {
        open.append(item)
        continue
      }
      for (day, some) in Dictionary(grouping: near, by: \.date.weekday) {
        items[day, default: []].append(Self.timed(item, some))
      }
    }
    for (day, taken) in Dictionary(grouping: days.taken(week.busy), by: \.date.weekday) {
      for (_, some) in Dictionary(grouping: taken, by: \.hours) {
        let care = Item(
          name: Bilingual(ja: "すでにある予定", en: "on the week already"), kind: .care, times: 0)
        items[day, default: []].append(Self.timed(care, some))
      }
    }
    let busyDays = items.filter { !$0.value.isEmpty }
    daysToDo = busyDays.count
    daysToGo = busyDays.count { $0.value.contains { $0.kind == .go } }
    self.days = Weekday.allCases.map { day in (day, (items[day] ?? []).sorted(by: Self.before)) }
    if !open.isEmpty { self.days.append((nil, open.sorted(by: Self.before))) }
  }

  private static func before(_ a: Item, _ b: Item) -> Bool {
    (a.from ?? "", a.to ?? "", a.id ?? "") < (b.from ?? "", b.to ?? "", b.id ?? "")
  }

  /// With the hours it has most often.
  private static func timed(_ item: Item, _ slots: [PersonDays.Slot]) -> Item {
    var item = item
    item.times = Set(slots.map(\.date)).count
    let counts = Dictionary(grouping: slots.compactMap(\.hours), by: \.self).mapValues(\.count)
    let usual = counts.max { ($0.value, $1.key.from) < ($1.value, $0.key.from) }?.key
    if let usual, usual != FreeTime.wholeDay {
      (item.from, item.to) = (PhraseWriter.clock(usual.from), PhraseWriter.clock(usual.to))
    }
    return item
  }

  private static func kind(_ one: Judged) -> Kind {
    let modes = one.listing.modes
    if one.way != nil { return .go }
    if modes.contains(.visit) || modes.contains(.delivery) { return .visit }
    if modes.contains(where: { [.venue, .route, .pickup].contains($0) }) { return .go }
    return .do
  }
}

extension Bench {
  /// Puts contacts together, and the week with the best of them.
  func bundle(_ lists: MatchLists, into result: inout MatchResult) {
    let days = PersonDays(facts.week)
    let needs = needs.sorted { $0.code < $1.code }
    let offers = (lists[.recommended] + lists[.askFirst]).compactMap {
      Offer($0, needs, days, facts.budget)
    }
    let order = self.needs.map(\.code)
    let bundles = Bundler(offers, needs, facts.budget, days).bundles().map { bundle in
      var bundle = bundle
      bundle.covers = order.filter(bundle.covers.contains)
      return bundle
    }
    result.bundles = bundles
    result.week = bundles.first.map { WeekPlan($0, facts.week, days) }
  }
}
