import Diagnostics
import Geography
@_spi(Host) import MatchingKit
import Model
import Timetable

/// Invented people and resources that plugins are tried on: every field is stated somewhere and missing
/// somewhere. The same in every run.
package enum CheckCorpus {
  static let today = CalendarDate(daysSince1970: 20_780)

  /// Nothing is known but the day.
  package static let nobody: RequestFacts = {
    var facts = RequestFacts(needs: [], person: Person(), home: nil)
    facts.week.today = today
    return facts
  }()

  package static let requests: [RequestFacts] = {
    var random = CheckRandom(seed: 1)
    return [nobody, request(share: 1, &random)] + (0..<8).map { _ in request(share: 0.6, &random) }
  }()

  package static let candidates: [CandidateFacts] = {
    var random = CheckRandom(seed: 2)
    return [candidate(0, share: 0, &random), candidate(1, share: 1, &random)]
      + (2..<40).map { candidate($0, share: 0.7, &random) }
  }()

  private static let needs = [
    WeighedNeed(
      code: "LIV-TRASH", label: Bilingual(ja: "ごみ出し", en: "taking out rubbish"), weight: 0.7,
      categories: ["S-HOME-TRASH": 1, "S-HOME": 0.6],
      categoryLabels: ["S-HOME-TRASH": Bilingual(ja: "ごみ出し支援", en: "rubbish help")]),
    WeighedNeed(
      code: "SOC-LONELY", label: Bilingual(ja: "孤独", en: "loneliness"), weight: 1,
      categories: ["A-SALON": 0.9], categoryLabels: ["A-SALON": Bilingual(ja: "サロン", en: "salon")],
      isUrgent: true),
  ]
  static let residents = "番町地区の方"
  static let anybody = "どなたでも"
  private static let areas = ["番町", "栗林", "木太"]

  private static func request(share: Double, _ random: inout CheckRandom) -> RequestFacts {
    func has() -> Bool { random.chance(share) }
    var person = Person()
    if has() { person.age = Double(Int.random(in: 40...99, using: &random)) }
    if has() { person.careLevel = random.pick(CareLevel.allCases) }
    if has() { person.area = random.pick(areas) }
    if has() { person.household = "独居" }
    if has() {
      person.mobility = Person.Mobility(
        walkMinutes: Double(Int.random(in: 0...30, using: &random)),
        transport: [random.pick(["walk", "bus", "car", "pickup"])])
    }
    if has() { person.gender = random.pick(Person.Gender.allCases) }
    if has() { person.budget = Person.Budget(perVisit: 500, flexible: random.chance(0.5)) }
    if has() { person.conditions = [random.pick(["wheelchair", "dementia", "hearing"])] }
    if has() { person.smartphone = random.chance(0.5) }
    if has() { person.interests = ["お茶", "将棋"] }
    if has() { person.strengths = ["料理"] }
    if has() { person.avoid = ["カラオケ"] }
    if has() { person.familiar = ["check:1"] }
    var home: Coordinate?
    if has() {
      home = point(&random)
      person.home = Person.Home(lat: home?.lat, lng: home?.lng, address: "高松市番町1-2-3")
    }
    var facts = RequestFacts(
      needs: share == 1 ? needs : needs.filter { _ in random.chance(share) }, person: person,
      home: home)
    if home != nil, has() { facts.homePrecision = random.pick(Precision.allCases) }
    facts.areas = Set(person.area.map { [Area.key($0)] } ?? [])
    facts.budget = person.budget
    func wishes(_ words: [String]?) -> [Wish] {
      (words ?? []).map { Wish($0, key: $0.unicodeScalars.map(\.value)) }
    }
    facts.interests = wishes(person.interests)
    facts.strengths = wishes(person.strengths)
    facts.avoid = wishes(person.avoid)
    facts.skills = facts.strengths.map { Skill($0.text, words: [$0] + wishes(["お茶"])) }
    if has() {
      facts.venue = VenueWish(
        people: 12, days: [.tuesday], hours: TimeRange(from: 10 * 60, to: 12 * 60), maxCost: 800,
        demands: [
          VenueDemand(text: "車いす", label: "車いす", access: ["wheelchair"], barsStairs: true)
        ], home: home)
    }
    if has() { facts.seeking = random.pick(Seeking.allCases) }
    facts.week = PersonWeek(
      free: has() ? PhraseReader.read(random.pick(["火・木の午前", "毎日", "土曜 13:00～17:00"])) : nil,
      busy: has() ? PhraseReader.read(random.pick(["火曜 10時～15時", "月・水・金"])) : nil, today: today)
    return facts
  }

  private static func candidate(
    _ number: Int, share: Double, _ random: inout CheckRandom
  ) -> CandidateFacts {
    func has() -> Bool { random.chance(share) }
    var one = Listing(id: "check:\(number)", name: "資源\(number)")
    if has() {
      one.categories = [random.pick(["S-HOME-TRASH", "S-HOME-SPOT", "A-SALON", "P-NPO"])]
    }
    if has() { one.modes = [random.pick(ReachMode.allCases)] }
    if has() { one.areas = [random.pick(areas + ["市全域"])] }
    if has() { one.area = random.pick(areas) }
    if has() {
      one.coordinate = point(&random)
      one.precision = random.pick(Precision.allCases)
      one.address = "香川県高松市\(random.pick(areas))1丁目"
    }
    if has() { one.schedule = random.pick(["毎週火曜 13:30～15:30（祝日除く）", "第2・4木曜", "9時～17時", "随時"]) }
    if has() {
      one.costMin = Double(Int.random(in: 0...20, using: &random)) * 100
      one.costMax = one.costMin
      one.costPer = "visit"
      one.cost = "1回\(Int(one.costMin ?? 0))円"
    }
    if has() {
      one.eligibility = random.pick(["おおむね65歳以上", residents, anybody])
      one.minAge = 65
      one.maxAge = 100
      one.careLevels = [random.pick(CareLevel.allCases)]
    }
    if has() {
      one.capacity = "15人"
      one.maximum = 15
      one.available = Double(Int.random(in: 0...5, using: &random))
      one.availableAsOf = "2026-10-01"
    }
    if has() { one.access = ["wheelchair"] }
    if has() { one.tags = [random.pick(["送迎あり", "男性歓迎"])] }
    if has() { one.summary = random.pick(["みんなで集まってお茶を飲む", "ごみを出しに行く", "カラオケと将棋"]) }
    if has() { one.description = "雨の日もやっています" }
    if has() { one.providerType = random.pick(ProviderType.allCases) }
    if has() {
      one.confirmedOn = "2026-0\(Int.random(in: 1...9, using: &random))-01"
      one.confirmedHow = "phone"
    }
    var facts = CandidateFacts(
      ResourceDossier(
        listing: one,
        lineages: Dictionary(
          one.categories.map { ($0, lineage($0)) }, uniquingKeysWith: { first, _ in first }),
        reader: CheckReader()))
    if has() { facts.relevance = Double.random(in: 0...1, using: &random) }
    if has() { facts.familiar = random.pick(Familiarity.allCases) }
    facts.findOpening = { listing in
      if listing.tags.contains("男性歓迎") { return .words("手伝う人を募集") }
      return listing.categories.contains("A-SALON") ? .likely("サロン") : nil
    }
    return facts
  }

  /// `S-HOME-TRASH`, `S-HOME`, `S`.
  private static func lineage(_ code: String) -> [String] {
    var parts = code.split(separator: "-")
    var out: [String] = []
    while !parts.isEmpty {
      out.append(parts.joined(separator: "-"))
      parts.removeLast()
    }
    return out
  }

  private static func point(_ random: inout CheckRandom) -> Coordinate {
    Coordinate(
      lat: 34.34 + Double.random(in: -0.03...0.03, using: &random),
      lng: 134.04 + Double.random(in: -0.03...0.03, using: &random))
  }
}
