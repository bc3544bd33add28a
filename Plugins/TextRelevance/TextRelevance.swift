import Diagnostics
import MatchingKit

/// How well a resource's words answer those of the request, by the search of the directory (文章との近さ).
///
/// 1 for the best found, the others by their weight beside it; those not found score 0. Says nothing without words.
public struct TextRelevance: MatchPlugin {
  public init() {}

  public let manifest = PluginManifest(
    id: "text-relevance", version: "1.0",
    summary: Bilingual(ja: "相談の言葉に近いか", en: "whether its words answer the request's"),
    reads: [.resourceRelevance])

  public func judge(_ request: RequestView, _ candidates: [ResourceView]) -> [Verdict] {
    candidates.map { resource in
      guard let relevance = resource.relevance else { return .abstain }
      let value = max(0, min(1, relevance))
      return .score(
        Explanation(
          plugin: manifest.id, code: value > 0 ? "found" : "not-found", value: value,
          text: value > 0
            ? Bilingual(ja: "相談の言葉に近い資源です", en: "its words answer the request's")
            : Bilingual(ja: "相談の言葉では見つかりません", en: "not found by the request's words")))
    }
  }
}
