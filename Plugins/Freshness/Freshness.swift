import Diagnostics
import MatchingKit
import Model

/// How long ago somebody made sure that it is still so (確認の新しさ).
///
/// - Within half a year 1, a year 0.8, two years 0.5; never noted 0.4.
/// - Longer ago is asked about: does it still run?
public struct Freshness: MatchPlugin {
  public init() {}

  public let manifest = PluginManifest(
    id: "freshness", version: "1.0",
    summary: Bilingual(ja: "最近確かめられたか", en: "whether somebody made sure of it of late"),
    reads: [.resourceConfirmed])

  /// Days, and what a confirmation within them is worth. Judgement of this project.
  static let steps: [(days: Int, value: Double)] = [(183, 1), (365, 0.8), (730, 0.5)]

  public func judge(_ request: RequestView, _ candidates: [ResourceView]) -> [Verdict] {
    guard let today = request.today else {
      return [Verdict](repeating: .abstain, count: candidates.count)
    }
    return candidates.map { judge($0, today) }
  }

  private func judge(_ resource: ResourceView, _ today: CalendarDate) -> Verdict {
    guard let day = resource.confirmedOn else {
      return .score(
        leaf("never", 0.4, Bilingual(ja: "確かめた日の記録がありません", en: "no confirmation is on record"), nil)
      )
    }
    let days = today.daysSince1970 - day.daysSince1970
    guard let step = Self.steps.first(where: { days <= $0.days }) else {
      return .unknown(
        .init(
          field: "confirmed",
          text: Bilingual(
            ja: "いまもやっていますか（最後の確認は \(day.text)）",
            en: "does it still run (last confirmed \(day.text))?")))
    }
    return .score(
      leaf(
        "confirmed", step.value,
        Bilingual(ja: "\(day.text) に確認ずみ", en: "confirmed on \(day.text)"), day))
  }

  private func leaf(
    _ code: String, _ value: Double, _ text: Bilingual, _ day: CalendarDate?
  ) -> Explanation {
    Explanation(
      plugin: manifest.id, code: code, value: value, text: text,
      facts: day.map { ["on": .text($0.text)] } ?? [:])
  }
}
