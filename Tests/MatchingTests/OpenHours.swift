import Diagnostics
import MatchingKit

/// Whether its hours are known (日時が分かるか).
public struct OpenHours: MatchPlugin {
  public init() {}

  public let manifest = PluginManifest(
    id: "open-hours", version: "1.0",
    summary: Bilingual(ja: "日時が分かるか", en: "whether its hours are known"),
    reads: [.resourceSchedule])

  public func judge(_ request: RequestView, _ candidates: [ResourceView]) -> [Verdict] {
    candidates.map { candidate in
      guard let schedule = candidate.schedule else {
        return .unknown(
          .init(field: "schedule.text", text: Bilingual(ja: "いつですか", en: "when is it?")))
      }
      return .score(
        Explanation(
          plugin: manifest.id, code: "known", value: 1,
          text: Bilingual(ja: "日時: \(schedule)", en: "when: \(schedule)")))
    }
  }
}
