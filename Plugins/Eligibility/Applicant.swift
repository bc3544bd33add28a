import Geography
import MatchingKit
import Model

/// What is known of the person that conditions ask about.
struct Applicant {
  let age: Double?
  let careLevel: CareLevel?
  private let request: RequestView

  /// What おおむね leaves open, years. Judgement of this project.
  static let approximateYears = 5.0
  /// From here on people are older people (老人福祉法, 介護保険法 say 65; clubs begin at 60).
  static let older = 60.0

  init(_ request: RequestView) {
    age = request.age
    careLevel = request.careLevel
    self.request = request
  }

  func meets(_ kind: ResourceConditions.Condition.Kind) -> Truth {
    switch kind {
    case .age(let low, let high, let isApproximate):
      guard let age else { return .unknown }
      let missing = max((low ?? age) - age, age - (high ?? age))
      if missing <= 0 { return .yes }
      return isApproximate && missing <= Self.approximateYears ? .unknown : .no
    case .residence(let places): return lives(in: places)
    case .livingAlone: return household(alone: .yes, couple: .no, daytime: .unknown)
    case .daytimeAlone: return household(alone: .yes, couple: .unknown, daytime: .yes)
    case .elderlyHousehold: return household(alone: .yes, couple: .unknown, daytime: .no)
    case .careLevel(let levels):
      return careLevel.map { levels.contains($0) ? .yes : .no } ?? .unknown
    case .women: return sex(.female)
    case .men: return sex(.male)
    case .elderly: return age.map { $0 >= Self.older ? .yes : .no } ?? .yes
    case .child: return age.map { $0 >= 18 ? .no : .unknown } ?? .unknown
    case .interest: return .yes
    case .carer: return request.needs.contains(where: Self.isOfCarers) ? .yes : .unknown
    case .health, .parent, .other: return .unknown
    }
  }

  /// 介護者の休息, 介護者同士の支え合い: who has such a need looks after somebody.
  private static func isOfCarers(_ need: WeighedNeed) -> Bool {
    carers.stands(in: need.label.ja)
  }
  private static let carers: WordSet = ["介護者"]

  private func sex(_ asked: Person.Gender) -> Truth {
    request.gender.map { $0 == asked ? .yes : $0 == .other ? .unknown : .no } ?? .unknown
  }

  private static let wholeTown: Set<String> = [
    "市", "町", "村", "区", "県", "市内", "町内", "村内", "区内", "県内", "本市", "本町", "当市", "当町", "地域", "地域内",
    "近隣", "近所",
  ]

  private func lives(in places: [String]) -> Truth {
    // 市内在住: those who ask live in the town whose directory this is.
    let places = places.filter { !Self.wholeTown.contains($0) && !Area.isEverywhere($0) }
    guard !places.isEmpty else { return .yes }
    let answers = places.map { place -> Bool? in
      if let area = request.area, Area.key(place) == Area.key(area) { return true }
      return request.lives(in: place)
    }
    if answers.contains(true) { return .yes }
    return answers.allSatisfy { $0 == false } ? .no : .unknown
  }

  private static let alone: WordSet = ["独居", "ひとり暮らし", "一人暮らし", "独り暮らし", "ひとりぐらし", "単身", "alone"]
  private static let daytime: WordSet = ["日中独居", "昼間独居", "日中ひとり", "昼間ひとり", "日中一人"]
  private static let together: WordSet = [
    "夫婦", "同居", "家族", "二人", "ふたり", "2人", "３人", "3人", "世帯で", "息子と", "娘と", "couple",
  ]

  private func household(alone: Truth, couple: Truth, daytime: Truth) -> Truth {
    guard let words = request.household else { return .unknown }
    if Self.daytime.stands(in: words) { return daytime }
    if Self.alone.stands(in: words) { return alone }
    if Self.together.stands(in: words) { return couple }
    return .unknown
  }
}
