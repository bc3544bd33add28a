import Diagnostics
import Geography
import MatchingKit
import Model

/// Whether person and resource can meet: it comes to them, fetches them, or is near enough to walk
/// (届く・通える).
///
/// - A home given as an address is the point of its town; what that leaves open is asked.
/// - Reached at home (visit, delivery, phone, post, online): 1 when its catchment takes the person
///   in; outside a stated catchment it is excluded. Visits and deliveries from more than 5 km away
///   without a stated catchment are a question.
/// - Fetched (pickup): 0.9.
/// - Walked to (venue, route): from 1 at the door down to 0.5 at the limit, with 15 % tolerance.
///   Beyond the limit a pick-up still reaches the person, and a car or bus the person uses makes it
///   a question; without any of them it is excluded.
/// - What is missing is asked for: the modes, the person's home, the resource's place.
public struct Proximity: MatchPlugin {
  public init() {}

  public let manifest = PluginManifest(
    id: "proximity", version: "1.2",
    summary: Bilingual(
      ja: "訪問・送迎・徒歩で届くか、通えるか", en: "whether person and resource can meet"),
    reads: [
      .personHome, .personArea, .personMobility, .resourceModes, .resourceAreas, .resourcePlace,
    ])

  /// Beyond this a visit or delivery without a stated catchment is not taken for granted, metres:
  /// about the size of a 日常生活圏域 (reachable within 30 minutes). Judgement of this project.
  static let visitRange = 5_000.0
  static let atHome: Set<ReachMode> = [.visit, .delivery, .phone, .post, .online]
  static let byFoot: Set<ReachMode> = [.venue, .route]

  public func judge(_ request: RequestView, _ candidates: [ResourceView]) -> [Verdict] {
    candidates.map { judge(request, $0) }
  }

  private func judge(_ request: RequestView, _ resource: ResourceView) -> Verdict {
    let catchment = serves(request, resource)
    if catchment == false {
      return .exclude(
        .init(
          code: "outside-catchment",
          text: Bilingual(
            ja: "対象地域（\(resource.areas.joined(separator: "・"))）の外です",
            en: "outside its catchment (\(resource.areas.joined(separator: ", ")))")))
    }
    return reach(request, resource, isServed: catchment != nil)
  }

  private func reach(
    _ request: RequestView, _ resource: ResourceView, isServed: Bool
  ) -> Verdict {
    guard !resource.modes.isEmpty else {
      return .unknown(
        .init(
          field: "reach.modes",
          text: Bilingual(
            ja: "通う場ですか、訪問や送迎はありますか", en: "does one go there, or does it visit or fetch people?")))
    }
    if !isServed {
      return .unknown(
        .init(
          field: "person.area",
          text: Bilingual(
            ja: "お住まいは対象地域（\(resource.areas.joined(separator: "・"))）に入りますか",
            en: "does the person live in its catchment (\(resource.areas.joined(separator: ", ")))?"
          )))
    }
    if let mode = resource.modes.first(where: Self.atHome.contains) {
      if resource.areas.isEmpty, mode == .visit || mode == .delivery, let home = request.home,
        let place = resource.coordinate, Distance.metres(home, place) > Self.visitRange
      {
        let away = Int((Distance.metres(home, place) / 1_000).rounded())
        return .unknown(
          .init(
            field: "reach.areas",
            text: Bilingual(
              ja: "\(away) km離れています。お住まいまで来てもらえますか（対象地域の記載なし）",
              en: "\(away) km away: does it come as far as that? (no catchment stated)")))
      }
      return .score(
        leaf(
          "at-home", 1,
          Bilingual(ja: "自宅で受けられます（\(mode.label.ja)）", en: "reaches the home (\(mode.label.en))"),
          ["mode": .text(mode.rawValue)]))
    }
    return walk(request, resource)
  }

  private func walk(_ request: RequestView, _ resource: ResourceView) -> Verdict {
    let fetched = resource.modes.contains(.pickup)
    guard let home = request.home else {
      if fetched { return pickup() }
      return .unknown(
        .init(
          field: "person.home",
          text: Bilingual(ja: "お住まいはどのあたりですか", en: "where does the person live?")))
    }
    guard let place = resource.coordinate else {
      if fetched { return pickup() }
      return .unknown(
        .init(
          field: "place",
          text: Bilingual(
            ja: "場所はどこですか。歩いて行けますか", en: "where is it, and is it within walking distance?")))
    }
    let metres = Distance.metres(home, place)
    let limit = self.limit(request.mobility)
    let minutes = Walking.minutes(straightLine: metres)
    // To ten metres: it is an estimate.
    let street = (Walking.streetMetres(straightLine: metres) / 10).rounded() * 10
    let facts: [String: Explanation.Fact] = [
      "metres": .number(metres.rounded()), "limitMetres": .number(limit.metres.rounded()),
      "walkMinutes": .number(minutes.rounded(.up)), "walkMetres": .number(street),
    ]
    let distance = Bilingual(
      ja: "徒歩\(whole(minutes.rounded(.up)))分（約\(whole(street)) m）",
      en: "\(whole(minutes.rounded(.up))) min on foot (about \(whole(street)) m)")
    if metres <= limit.metres * Walking.tolerance {
      let value = limit.metres > 0 ? 1 - 0.5 * min(1, metres / limit.metres) : 1
      return .score(leaf("walk", value, distance, facts))
    }
    if fetched { return pickup() }
    // Either point may be a town's centre: the door may be nearer than the limit.
    let slack = (resource.precision?.radius ?? 0) + (request.homePrecision?.radius ?? 0)
    if slack >= Precision.town.radius, metres - slack <= limit.metres {
      return .unknown(
        .init(
          field: "place.address",
          text: Bilingual(
            ja: "\(distance.ja)ですが、場所はおおよそです。歩いて行けますか",
            en: "\(distance.en), but its place is approximate: is it within walking distance?")))
    }
    if request.mobility?.transport?.contains(where: { $0 == "bus" || $0 == "car" }) == true {
      return .unknown(
        .init(
          field: "person.mobility.transport",
          text: Bilingual(
            ja: "歩くには遠い（\(distance.ja)）ですが、車やバスで行けますか",
            en: "too far to walk (\(distance.en)): can it be reached by car or bus?")))
    }
    return .exclude(
      .init(
        code: "too-far",
        text: Bilingual(
          ja: "歩ける範囲（\(limit.text.ja)）を超えます: \(distance.ja)。送迎もありません",
          en: "beyond walking range (\(limit.text.en)): \(distance.en), and no pick-up")))
  }

  private func pickup() -> Verdict {
    .score(leaf("pickup", 0.9, Bilingual(ja: "送迎があります", en: "people are fetched"), [:]))
  }

  /// Nil when it can't be told.
  private func serves(_ request: RequestView, _ resource: ResourceView) -> Bool? {
    if resource.areas.isEmpty || resource.areas.contains(where: Area.isEverywhere) { return true }
    let lives = resource.areas.map(request.lives(in:))
    if lives.contains(true) { return true }
    if let area = request.area { return resource.areas.contains { Area.key($0) == Area.key(area) } }
    return lives.allSatisfy { $0 == false } ? false : nil
  }

  private func limit(_ mobility: Person.Mobility?) -> (metres: Double, text: Bilingual) {
    if let metres = mobility?.metres {
      return (metres, Bilingual(ja: "\(whole(metres)) m", en: "\(whole(metres)) m"))
    }
    if let minutes = mobility?.walkMinutes {
      return (
        Walking.straightLine(minutes: minutes),
        Bilingual(ja: "\(whole(minutes))分", en: "\(whole(minutes)) min")
      )
    }
    let metres = Walking.defaultMetres
    return (
      metres,
      Bilingual(ja: "指定がないので \(Int(metres)) m", en: "none stated, so \(Int(metres)) m")
    )
  }

  /// For a text; a limit may be any number that somebody typed.
  private func whole(_ number: Double) -> Int { Int(max(-1e9, min(1e9, number))) }

  private func leaf(
    _ code: String, _ value: Double, _ text: Bilingual, _ facts: [String: Explanation.Fact]
  ) -> Explanation {
    Explanation(plugin: manifest.id, code: code, value: value, text: text, facts: facts)
  }
}
