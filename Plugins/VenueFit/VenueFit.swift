import Diagnostics
import MatchingKit
import Model

/// Whether a place suits an activity: size, floor, days and hours, cost, distance to its people, and what it asks for
/// besides (場と活動).
///
/// - Says nothing of what the activity does not ask. The score is the mean over what it asks; what is not known is asked
///   for and counts 0 in it, so that of two places the better known stands first.
/// - Size: more people than the place holds excludes (`too-small`); 1 where they fill a quarter of it or more, 0.7 where
///   they would be lost in it.
/// - Days and hours: open on none of the wanted days, or not through the wanted hours, excludes (`closed`); open on some
///   of the days asks whether those will do. 0.5 to 1 by how many of these days it is open in the next nine weeks.
///   Where something else takes place there (サロンの会場), its own days are asked past, and its price is not the room's.
/// - Cost: what the wanted hours cost at the least, above the limit, excludes (`over-budget`); free is 1, the limit 0.7.
/// - Distance: 1 within 500 m of its people, down to 0.3 at 5 km; farther excludes (`too-far`).
/// - What it asks for: stated is 1; words that say it is not so exclude (`no-facility`). A place upstairs (2階) by
///   stairs alone excludes who can't climb them (`stairs`).
public struct VenueFit: MatchPlugin {
  public init() {}

  public let manifest = PluginManifest(
    id: "venue-fit", version: "1.0",
    summary: Bilingual(
      ja: "活動の人数・日時・費用・距離・設備に合う場か",
      en: "whether a place suits an activity: size, times, cost, distance, facilities"),
    reads: [
      .activity, .resourceCategories, .resourceCapacity, .resourceSchedule, .resourceCost,
      .resourcePlace,
      .resourceAccess, .resourceWords,
    ])

  public func judge(_ request: RequestView, _ candidates: [ResourceView]) -> [Verdict] {
    guard let wish = request.venue else {
      return [Verdict](repeating: .abstain, count: candidates.count)
    }
    let stairs = VenueStairs(request)
    return candidates.map { judge(wish, $0, stairs) }
  }

  private func judge(
    _ wish: VenueWish, _ place: ResourceView, _ stairs: VenueStairs
  ) -> Verdict {
    let findings =
      [VenueSize.judge(wish, place), VenueTimes.judge(wish, place), VenueCost.judge(wish, place)]
      + [VenueDistance.judge(wish, place)] + VenueFacilities.judge(wish, place, stairs)
    var fits: [Explanation.Child] = []
    var missing: [Explanation.Child] = []
    var questions: [Verdict.Question] = []
    for finding in findings {
      switch finding {
      case .broken(let code, let text): return .exclude(.init(code: code, text: text.made))
      case .unknown(let field, let text):
        questions.append(.init(field: field, text: text.made))
        missing.append(.init(weight: 1, node: leaf(.missing(field))))
      case .fits(let fit): fits.append(.init(weight: 1, node: leaf(fit)))
      case .partly(let fit, let field, let text):
        fits.append(.init(weight: 1, node: leaf(fit)))
        questions.append(.init(field: field, text: text.made))
      case .nothing: break
      }
    }
    let whole =
      fits.isEmpty
      ? nil
      : Explanation(
        plugin: manifest.id, code: "venue", text: Bilingual(ja: "活動に合う場", en: "suits the activity"),
        weighing: fits + missing)
    if !questions.isEmpty { return .asking(whole, questions) }
    return whole.map { .score($0) } ?? .abstain
  }

  private func leaf(_ fit: Finding.Fit) -> Explanation {
    Explanation(
      plugin: manifest.id, code: fit.code, value: fit.value, text: fit.text.made, facts: fit.facts()
    )
  }
}

extension ResourceView {
  /// Something takes place there whose days and price are not those of the room.
  var isActivity: Bool { categories.contains { $0.hasPrefix("A-") } }
}

/// Words for who reads them, made when somebody does: most places are never shown.
struct Words: Sendable {
  private let ja: @Sendable () -> String
  private let en: @Sendable () -> String

  init(
    ja: @autoclosure @escaping @Sendable () -> String,
    en: @autoclosure @escaping @Sendable () -> String
  ) {
    (self.ja, self.en) = (ja, en)
  }

  var made: Bilingual { Bilingual(ja: ja(), en: en()) }
}

/// What one question about a place came to.
enum Finding {
  struct Fit {
    static func missing(_ field: String) -> Fit {
      Fit(
        code: "not-known", value: 0, text: Words(ja: "分かっていません", en: "not known"),
        facts: ["field": .text(field)])
    }

    var code: String
    var value: Double
    var text: Words
    let facts: @Sendable () -> [String: Explanation.Fact]

    init(
      code: String, value: Double, text: Words,
      facts: @autoclosure @escaping @Sendable () -> [String: Explanation.Fact]
    ) {
      (self.code, self.value, self.text) = (code, value, text)
      self.facts = facts
    }
  }
  case fits(Fit)
  /// It fits in part, and whether that will do is asked.
  case partly(Fit, field: String, Words)
  case unknown(field: String, Words)
  case broken(code: String, Words)
  /// The activity does not ask.
  case nothing
}
