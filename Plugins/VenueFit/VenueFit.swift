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
    id: Self.id, version: "1.0",
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
    var tally = Tally()
    tally.add(VenueSize.judge(wish, place))
    tally.add(VenueTimes.judge(wish, place))
    tally.add(VenueCost.judge(wish, place))
    tally.add(VenueDistance.judge(wish, place))
    VenueFacilities.judge(wish, place, stairs) { tally.add($0) }
    return tally.verdict
  }

  static let id = "venue-fit"
}

extension ResourceView {
  /// Something takes place there whose days and price are not those of the room.
  var isActivity: Bool { categories.contains { $0.hasPrefix("A-") } }
}

/// What one question about a place came to.
enum Finding {
  case fits(Explanation)
  /// It fits in part, and whether that will do is asked.
  case partly(Explanation, Verdict.Question)
  case unknown(Verdict.Question)
  case broken(Verdict.Reason)
  /// The activity does not ask.
  case nothing
}

/// The findings about one place, together.
private struct Tally {
  private var fits: [Explanation.Child] = []
  private var missing: [Explanation.Child] = []
  private var questions: [Verdict.Question] = []
  private var broken: Verdict.Reason?

  mutating func add(_ finding: Finding) {
    switch finding {
    case .broken(let reason): broken = broken ?? reason
    case .unknown(let question):
      questions.append(question)
      missing.append(
        .init(
          weight: 1,
          node: Explanation(
            plugin: VenueFit.id, code: "not-known", value: 0,
            text: Bilingual(ja: "分かっていません", en: "not known"),
            facts: ["field": .text(question.field)])))
    case .fits(let fit): fits.append(.init(weight: 1, node: fit))
    case .partly(let fit, let question):
      fits.append(.init(weight: 1, node: fit))
      questions.append(question)
    case .nothing: break
    }
  }

  var verdict: Verdict {
    if let broken { return .exclude(broken) }
    let whole =
      fits.isEmpty
      ? nil
      : Explanation(
        plugin: VenueFit.id, code: "venue",
        text: Bilingual(ja: "活動に合う場", en: "suits the activity"), weighing: fits + missing)
    if !questions.isEmpty { return .asking(whole, questions) }
    return whole.map { .score($0) } ?? .abstain
  }
}
