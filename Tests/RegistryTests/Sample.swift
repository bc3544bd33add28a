import Model
import Registry
import TestSupport

/// A random resource with what a reader of its words knows of it.
struct Sample: Sendable {
  var resource: Resource
  /// The days it is on; nil when the schedule says nothing that can be computed with.
  var days: [Weekday]?
  /// Which weeks of the month; empty for all.
  var weeks: [Int] = []
  /// Minutes from midnight; nil when the hours are not stated.
  var hours: (from: Int, to: Int)?
  /// The areas it serves; nil when neither catchment nor place says.
  var areas: Set<String>?

  var id: String { resource.id }

  static let codes = [
    "S-MOVE-BUS", "S-MOVE", "S-HOME-B", "S-HOME-TRASH", "A-SALON", "A-CAFE", "P-HALL", "S", "A",
  ]
  static let areaNames = ["番町", "屋島", "仏生山"]
  static let tags = ["送迎あり", "予約制", "ＷｉＦｉ"]
  static let access = ["wheelchair", "parking", "elevator"]
  static let home = Coordinate(lat: 34.34, lng: 134.04)

  init(_ number: Int, _ random: inout SeededGenerator) {
    resource = Resource(
      id: "r\(number)", name: random.pick(["ぽかぽか", "そよかぜ", "ひだまり"]) + "\(number)")
    resource.status = random.pick([.active, .active, .active, .paused, .potential, .retired])
    resource.categories = random.some(Self.codes, 0.2)
    resource.kind = random.pick([nil, .use, .join, .enable])
    resource.tags = random.some(Self.tags, 0.3)
    placeAndAreas(&random)
    schedule(&random)
    if random.chance(0.7) { resource.cost = Cost(min: random.pick([0, 0, 100, 300, 500])) }
    ages(&random)
    if random.chance(0.6) {
      resource.capacity = Capacity(available: random.pick([nil, 0, 1, 3]))
    }
    let modes = random.some(ReachMode.allCases, 0.15)
    if !modes.isEmpty || resource.reach != nil {
      resource.reach = Reach(modes: modes, areas: resource.reach?.areas ?? [])
    }
    if random.chance(0.6) {
      resource.confirmed = Confirmation(
        on: random.pick(["2025-01-31", "2026-04-01", "2026-08-15"]))
    }
  }

  private mutating func placeAndAreas(_ random: inout SeededGenerator) {
    var stands: Set<String> = []
    if random.chance(0.8) {
      var place = Place()
      if random.chance(0.6) {
        place.area = random.pick(Self.areaNames)
        stands.formUnion(place.area.map { [$0] } ?? [])
      }
      if random.chance(0.5) {
        place.address = "香川県高松市どこか\(Int.random(in: 1...99, using: &random))"
        stands.formUnion(["香川県", "高松市", "香川県高松市"])
      }
      if random.chance(0.7) {
        place.lat = Self.home.lat + Double.random(in: -0.05...0.05, using: &random)
        place.lng = Self.home.lng + Double.random(in: -0.05...0.05, using: &random)
      }
      place.access = random.some(Self.access, 0.3)
      resource.place = place == Place() ? nil : place
    }
    areas = stands.isEmpty ? nil : stands
    if random.chance(0.4) {
      let stated = random.pick([["番町"], ["屋島", "仏生山"], ["市全域"]])
      resource.reach = Reach(areas: stated)
      areas = Set(stated)
    }
  }

  private mutating func schedule(_ random: inout SeededGenerator) {
    let day = random.pick(Weekday.allCases)
    var text: String
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return
    case 1:
      resource.schedule = Schedule(text: "不定期（お問い合わせください）")
      return
    case 2:
      weeks = random.pick([[2], [1, 3], [-1]])
      let names = weeks.map { $0 == -1 ? "最終" : "第\($0)" }
      text = "毎月" + names.joined(separator: "・") + day.label.ja + "曜日"
    default: text = "毎週" + day.label.ja + "曜日"
    }
    days = [day]
    if random.chance(0.7) {
      let from = Int.random(in: 8...18, using: &random) * 60
      let to = from + 30 * Int.random(in: 1...6, using: &random)
      hours = (from, to)
      text += " \(clock(from))～\(clock(to))"
    }
    resource.schedule = Schedule(text: text)
  }

  private mutating func ages(_ random: inout SeededGenerator) {
    guard random.chance(0.7) else { return }
    var eligibility = Eligibility(
      minAge: random.pick([nil, 40, 65]), maxAge: random.pick([nil, nil, 74]))
    eligibility.careLevels = random.some([.support1, .support2, .care1], 0.3)
    resource.eligibility = eligibility == Eligibility() ? nil : eligibility
  }
}

func clock(_ minutes: Int) -> String {
  "\(minutes / 60):" + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60)"
}
