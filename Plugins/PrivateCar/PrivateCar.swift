import Diagnostics
import MatchingKit
import Model

/// No rides in helpers' own cars under 訪問型サービスB (車の送迎).
///
/// 訪問型サービスB helps in the home; carrying people in a helper's own car is no part of it. That is 訪問型サービスD or
/// 福祉有償運送, which are made for it (道路運送法; 厚生労働省「介護予防・日常生活支援総合事業のガイドライン」). So a group of type B that would
/// serve nothing but a need for a ride is excluded: `private-car`.
public struct PrivateCar: MatchPlugin {
  public init() {}

  public let manifest = PluginManifest(
    id: "private-car", version: "1.0",
    summary: Bilingual(
      ja: "訪問型サービスBで車に乗せる頼みごとにならないか", en: "no rides in helpers' cars under visiting service B"),
    reads: [.needs, .resourceCategories])

  static let typeB = "S-HOME-B"
  /// Categories that may carry people.
  static let carriers = "S-MOVE"
  /// Needs that only a ride serves.
  static let rides: Set<String> = ["MOV-SHOP", "MOV-HOSP", "MOV-PLACE", "MOV-LICENSE"]

  public func judge(_ request: RequestView, _ candidates: [ResourceView]) -> [Verdict] {
    candidates.map { resource in
      guard resource.categories.contains(Self.typeB),
        !resource.categories.contains(where: { $0.hasPrefix(Self.carriers) })
      else { return .abstain }
      let served = request.needs.filter { need in
        resource.categories.contains { category in
          ([category] + (resource.lineages[category] ?? [])).contains {
            need.categories[$0] != nil
          }
        }
      }
      guard !served.isEmpty, served.allSatisfy({ Self.rides.contains($0.code) }) else {
        return .abstain
      }
      return .exclude(
        .init(
          code: "private-car",
          text: Bilingual(
            ja: "訪問型サービスBでは、担い手の車に乗せる送迎はできません",
            en: "visiting service B can't carry people in helpers' cars")))
    }
  }
}
