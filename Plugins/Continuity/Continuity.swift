import Diagnostics
import MatchingKit

/// Whether the person knows it already (なじみの関係): a place or helper that is kept is worth much.
///
/// The one they know scores 1, others by the same people 0.7. Says nothing of the rest, nor when none is named.
public struct Continuity: MatchPlugin {
  public init() {}

  public let manifest = PluginManifest(
    id: "continuity", version: "1.0",
    summary: Bilingual(ja: "なじみの人や場所か", en: "whether the person knows it already"),
    reads: [.personFamiliar, .resourceFamiliar])

  public func judge(_ request: RequestView, _ candidates: [ResourceView]) -> [Verdict] {
    guard request.hasFamiliar else {
      return [Verdict](repeating: .abstain, count: candidates.count)
    }
    return candidates.map { resource in
      switch resource.familiar {
      case .none: .abstain
      case .samePeople:
        .score(leaf("same-people", 0.7, Bilingual(ja: "なじみの人たちの活動です", en: "by people they know")))
      case .itself:
        .score(leaf("known", 1, Bilingual(ja: "なじみの場所・人です", en: "known to the person already")))
      }
    }
  }

  private func leaf(_ code: String, _ value: Double, _ text: Bilingual) -> Explanation {
    Explanation(plugin: manifest.id, code: code, value: value, text: text)
  }
}
