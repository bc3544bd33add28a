import Diagnostics
import MatchingKit
import Model

/// Whether there is room for one more (空き・満員・待機).
///
/// - Full (満員) excludes; a waiting list (キャンセル待ち) asks instead whether the person can wait.
/// - A stated vacancy scores 1, an older one less: after 60 days 0.8, after 180 days it is asked about.
/// - A size alone (15人) says nothing of vacancies, and nothing stated says nothing.
public struct Capacity: MatchPlugin {
  public init() {}

  public let manifest = PluginManifest(
    id: "capacity", version: "1.0",
    summary: Bilingual(ja: "定員に空きがあるか", en: "whether there is room for one more"),
    reads: [.resourceCapacity])

  static let waiting: WordSet = ["待ち", "待機", "順番"]
  static let full: WordSet = ["満員", "満席", "定員に達し", "空きなし", "空き無し", "受付終了", "募集終了"]
  static let vacant: WordSet = ["空きあり", "空き有", "空きがあり", "空きがある", "募集中", "受付中"]
  /// Days after which a vacancy is less sure, and after which it is asked about. Judgement of this project.
  static let recent = 60
  static let old = 180

  public func judge(_ request: RequestView, _ candidates: [ResourceView]) -> [Verdict] {
    candidates.map { judge($0, request.today) }
  }

  private func judge(_ resource: ResourceView, _ today: CalendarDate?) -> Verdict {
    let words = resource.capacity ?? ""
    var told: String { words.isEmpty ? "" : "（\(words)）" }
    if Self.waiting.stands(in: words) {
      return .unknown(
        .init(
          field: "capacity",
          text: Bilingual(
            ja: "いまは満員です\(told)。待てますか",
            en: "it is full for now, with a waiting list\(told): can the person wait?")))
    }
    if resource.available == 0 || Self.full.stands(in: words) {
      return .exclude(
        .init(code: "full", text: Bilingual(ja: "満員です\(told)", en: "it is full\(told)")))
    }
    guard resource.available != nil || Self.vacant.stands(in: words) else {
      return .abstain
    }
    let days = age(resource.availableAsOf, today)
    if let days, days > Self.old {
      return .unknown(
        .init(
          field: "capacity.available",
          text: Bilingual(
            ja: "定員に空きはありますか\(told)（\(days / 30)か月前の情報）",
            en: "is there still room\(told) (as of \(days / 30) months ago)?")))
    }
    let isRecent = days.map { $0 <= Self.recent } ?? false
    return .score(
      Explanation(
        plugin: manifest.id, code: "room", value: isRecent ? 1 : 0.8,
        text: Bilingual(
          ja: "空きがあります\(told)" + (resource.availableAsOf.map { "（\($0) 現在）" } ?? ""),
          en: "there is room\(told)" + (resource.availableAsOf.map { " (as of \($0))" } ?? "")),
        facts: Self.facts(resource)))
  }

  private static func facts(_ resource: ResourceView) -> [String: Explanation.Fact] {
    var facts: [String: Explanation.Fact] = [:]
    facts["available"] = resource.available.map { .number($0) }
    facts["asOf"] = resource.availableAsOf.map { .text($0) }
    return facts
  }

  private func age(_ day: String?, _ today: CalendarDate?) -> Int? {
    guard let day = day.flatMap({ CalendarDate($0) }), let today else { return nil }
    return today.daysSince1970 - day.daysSince1970
  }
}
