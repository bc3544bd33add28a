import Diagnostics
import MatchingKit

/// How well a resource's categories serve the needs, by the crosswalk (ニーズと資源の対応).
///
/// The score is the mean over the needs, by their weight, of the best crosswalk weight any category
/// of the resource reaches. A crosswalk row that names a group covers what stands below it at half
/// its weight: the group says what kind of thing it is, not that this one does it. A resource that serves no
/// need at all is not excluded: it abstains, and so is not recommended for a need it does not serve. One that serves
/// the best of them but weakly is asked about.
public struct NeedFit: MatchPlugin {
  /// What a row for a group is worth for a category below it.
  static let groupShare = 0.5

  public init() {}

  public let manifest = PluginManifest(
    id: "need-fit", version: "1.1",
    summary: Bilingual(
      ja: "資源のカテゴリがニーズにどれだけ応えるか", en: "how well the resource's categories serve the needs"),
    reads: [.needs, .resourceCategories])

  public func judge(_ request: RequestView, _ candidates: [ResourceView]) -> [Verdict] {
    let needs = request.needs
    return candidates.map { candidate in
      let children = needs.map { need in
        Explanation.Child(weight: need.weight, node: fit(candidate, need))
      }
      guard let best = children.max(by: { $0.node.value < $1.node.value }), best.node.value > 0
      else { return .abstain }
      let whole = Explanation(
        plugin: manifest.id, code: "needs",
        text: Bilingual(ja: "ニーズへの対応", en: "fit to the needs"), weighing: children)
      guard best.node.value < Self.weak else { return .score(whole) }
      return .scoreAsking(
        whole,
        .init(
          field: "categories",
          text: Bilingual(
            ja: "この困りごとに応えてもらえますか（関わりの薄い分類です）",
            en: "can it help with this? (its category serves the need but weakly)")))
    }
  }

  /// Below this a category serves a need so weakly that it is asked about. Judgement of this project.
  static let weak = 0.4

  private func fit(_ candidate: ResourceView, _ need: WeighedNeed) -> Explanation {
    var best: (value: Double, category: String, row: String)?
    for category in candidate.categories {
      for (depth, code) in (candidate.lineages[category] ?? [category]).enumerated() {
        guard let weight = need.categories[code] else { continue }
        let value = depth == 0 ? weight : weight * Self.groupShare
        if best.map({ value > $0.value }) ?? true { best = (value, category, code) }
      }
    }
    guard let best else {
      return Explanation(
        plugin: manifest.id, code: "none", value: 0,
        text: Bilingual(
          ja: "「\(need.label.ja)」には直接応えません", en: "does not serve '\(need.label.en)' directly"),
        facts: ["need": .text(need.code)])
    }
    let label = need.categoryLabels[best.row] ?? Bilingual(stringLiteral: best.row)
    return Explanation(
      plugin: manifest.id, code: "serves", value: best.value,
      text: Bilingual(
        ja: "「\(need.label.ja)」に応える「\(label.ja)」（重み \(best.value)）",
        en: "'\(label.en)' serves '\(need.label.en)' (weight \(best.value))"),
      facts: [
        "need": .text(need.code), "category": .text(best.category), "row": .text(best.row),
        "weight": .number(best.value),
      ])
  }
}
