import Diagnostics
import MatchingKit
import Model

/// What the activity asks of a place besides: a way in, a lift, a kitchen.
enum VenueFacilities {
  static let field = "place.access"

  static func judge(
    _ wish: VenueWish, _ place: ResourceView, _ stairs: VenueStairs, _ found: (Finding) -> Void
  ) {
    var isStairsAsked = false
    for demand in wish.demands {
      if demand.barsStairs, let finding = stairs.judge(place) {
        // One question about stairs is enough.
        if case .unknown = finding {
          if !isStairsAsked { found(finding) }
          isStairsAsked = true
        } else {
          found(finding)
        }
        continue
      }
      found(judge(demand, place))
    }
  }

  private static func judge(_ demand: VenueDemand, _ place: ResourceView) -> Finding {
    if let clause = place.refuses(demand) {
      return .broken(
        .init(
          code: "no-facility",
          text: Bilingual(
            ja: "\(demand.label.ja)の条件に合いません（\(clause)）",
            en: "not to be had: \(demand.label.en) (\(clause))")))
    }
    guard place.states(demand) else {
      return .unknown(
        .init(
          field: field,
          text: Bilingual(
            ja: "\(demand.label.ja)の条件に合いますか", en: "is it right for \(demand.label.en)?")))
    }
    return .fits(
      .init(
        plugin: VenueFit.id, code: "facility", value: 1,
        text: Bilingual(
          ja: "\(demand.label.ja)の条件に合います", en: "has what is asked for: \(demand.label.en)"),
        facts: ["need": .text(demand.text)]))
  }
}
