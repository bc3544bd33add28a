import Diagnostics
import Geography
@_spi(Host) import MatchingKit
import Model
import Timetable

/// Places beyond walking distance, each together with a ride that reaches it (乗り継ぎ・組み合わせ).
struct Chains {
  let rides: [Ride]
  let days: PersonDays
  let map: AreaMap
  let budget: Person.Budget?
  /// What the profile gives proximity: the ride stands in its place.
  let weight: Double

  /// What being brought is worth beside 0.9 for a place that fetches people itself: two things have to be
  /// arranged. Judgement of this project.
  static let fetched = 0.7
  static let byRoute = 0.6

  /// A place that nothing but distance speaks against.
  static func isOpen(_ candidate: CandidateFacts, _ ruling: Jury.Ruling) -> Bool {
    guard candidate.listing.modes.contains(where: { $0 == .venue || $0 == .route }) else {
      return false
    }
    if ruling.reasons.isEmpty { return asksForTransport(ruling) }
    return ruling.reasons.count == 1 && ruling.reasons[0].plugin == "proximity"
      && ruling.reasons[0].reason.code == "too-far"
  }

  private static func asksForTransport(_ ruling: Jury.Ruling) -> Bool {
    ruling.asked.contains {
      $0.plugin == "proximity" && $0.question.field == "person.mobility.transport"
    }
  }

  /// The place with the best ride to it; nil when there is none.
  func join(_ candidate: CandidateFacts, _ ruling: Jury.Ruling) -> (Jury.Ruling, Ride)? {
    guard Self.isOpen(candidate, ruling) else { return nil }
    let others = rides.filter { $0.listing.id != candidate.listing.id }
    guard !others.isEmpty else { return nil }
    let place = Place(candidate, map)
    let slots = days.slots(of: candidate)
    let links = others.compactMap { link(place, slots, $0) }
    guard let best = links.max(by: { $0.isWorse(than: $1) }) else { return nil }
    // The person takes buses or a car: that is asked already.
    if ruling.reasons.isEmpty, !best.questions.isEmpty { return nil }
    var joined = ruling
    joined.reasons = []
    joined.asked.removeAll { $0.plugin == "proximity" }
    joined.asked += best.questions.map { Jury.Asked(plugin: "chain", question: $0) }
    joined.explanation = Jury.total(
      ruling.explanation.children + [.init(weight: weight, node: best.explanation)])
    return (joined, best.ride)
  }

  /// A ride to a place, with what is open.
  private struct Link {
    var ride: Ride
    var questions: [Verdict.Question]
    var weekdays: [Weekday]
    var value: Double { ride.fetches ? Chains.fetched : Chains.byRoute }

    func isWorse(than other: Link) -> Bool {
      let (mine, its) = (questions.isEmpty, other.questions.isEmpty)
      if mine != its { return its }
      return (value, -questions.count, ride.score, other.ride.listing.id)
        < (other.value, -other.questions.count, other.ride.score, ride.listing.id)
    }

    var explanation: Explanation {
      let (ride, days, open) = (ride.listing, weekdays, !questions.isEmpty)
      return Explanation(
        plugin: "chain", code: "ride", value: value,
        text: Chains.words(ride.name, days, isOpen: open),
        facts: [
          "ride": .text(ride.id), "days": .text(days.map(\.rawValue).joined(separator: " ")),
        ])
    }
  }

  /// 「火曜はデマンドタクシーで行けます」.
  static func words(_ ride: String, _ days: [Weekday], isOpen: Bool) -> Bilingual {
    let ja = days.isEmpty ? "" : days.map { $0.label.ja }.joined(separator: "・") + "曜は"
    let en = days.isEmpty ? "" : " on " + days.map { $0.label.en }.joined(separator: ", ")
    return isOpen
      ? Bilingual(ja: "\(ja)\(ride)で行けるかもしれません", en: "\(ride) may reach it\(en)")
      : Bilingual(ja: "\(ja)\(ride)で行けます", en: "\(ride) reaches it\(en)")
  }

  private func link(_ place: Place, _ slots: PersonDays.Slots, _ ride: Ride) -> Link? {
    guard ride.destinations.isEmpty || !ride.destinations.isDisjoint(with: place.categories),
      isAffordable(place.price, ride.price)
    else { return nil }
    var link = Link(ride: ride, questions: ride.questions, weekdays: [])
    switch place.isReached(by: ride.listing) {
    case .no: return nil
    case .yes: break
    case .ask(let question): link.questions.append(question)
    }
    let (decision, weekdays) = days.meet(slots, ride)
    switch decision {
    case .no: return nil
    case .yes: break
    case .ask(let question): link.questions.append(question)
    }
    link.weekdays = weekdays
    return link
  }

  /// There and back, and what the place costs, within what one use may cost.
  private func isAffordable(_ place: ResourcePrice?, _ ride: ResourcePrice?) -> Bool {
    guard let limit = budget?.perVisit, budget?.flexible != true else { return true }
    func once(_ price: ResourcePrice?) -> Double {
      price?.unit == .use ? price?.minimum ?? 0 : 0
    }
    return once(place) + 2 * once(ride) <= limit
  }
}

/// Where a candidate is, for rides.
private struct Place {
  let name: String
  /// With all that stand above them.
  let categories: Set<String>
  let price: ResourcePrice?
  /// Keys of the areas it stands in; empty where none is known.
  private let areas: Set<String>

  init(_ candidate: CandidateFacts, _ map: AreaMap) {
    let listing = candidate.listing
    name = listing.name
    categories = Set(candidate.dossier.lineages.values.joined())
    price = ResourceView(candidate, showing: [.resourceCost]).price
    var names = [listing.area].compactMap(\.self)
    if let point = listing.coordinate { names += map.names(at: point) }
    names += Area.municipalities(in: listing.address ?? "")
    areas = Set(names.map(Area.key))
    knowsArea = listing.area != nil
  }

  private let knowsArea: Bool

  func isReached(by ride: Listing) -> Decision {
    if ride.areas.contains(where: { Area.isEverywhere($0) || areas.contains(Area.key($0)) }) {
      return .yes
    }
    if !ride.areas.isEmpty, knowsArea { return .no }
    return .ask(
      .init(
        field: "reach.areas",
        text: Bilingual(
          ja: "\(ride.name)で\(name)まで行けますか", en: "does \(ride.name) go as far as \(name)?")))
  }
}
