import Diagnostics
import Geography
import MatchingKit
import Model

/// How far the place is from the activity's people.
enum VenueDistance {
  /// Metres: near for anybody, and beyond a 日常生活圏域. Judgement of this project.
  static let near = 500.0
  static let far = 5_000.0

  static func judge(_ wish: VenueWish, _ place: ResourceView) -> Finding {
    guard let home = wish.home else { return .nothing }
    guard let point = place.coordinate else {
      return .unknown(.init(field: "place", text: Bilingual(ja: "場所はどこですか", en: "where is it?")))
    }
    let metres = Distance.metres(home, point)
    let slack = (place.precision?.radius ?? 0) + (wish.homePrecision?.radius ?? 0)
    let street = VenueSize.whole((Walking.streetMetres(straightLine: metres) / 10).rounded() * 10)
    let minutes = VenueSize.whole(Walking.minutes(straightLine: metres).rounded(.up))
    guard metres - slack <= far else {
      return .broken(
        .init(
          code: "too-far",
          text: Bilingual(
            ja: "参加する人から遠すぎます（約\(street) m）", en: "too far from its people (about \(street) m)")))
    }
    let beyond = min(1, max(0, metres - near) / (far - near))
    return .fits(
      .init(
        plugin: VenueFit.id, code: "distance", value: 1 - 0.7 * beyond,
        text: Bilingual(
          ja: "参加する人から徒歩\(minutes)分（約\(street) m）",
          en: "\(minutes) min on foot from its people (about \(street) m)"),
        facts: ["metres": .number(metres.rounded()), "walkMinutes": .number(Double(minutes))]))
  }
}
