import Diagnostics
import MatchingKit
import Model

/// Whether the person can get in and take part: wheelchair, hearing, toilets, and whether a smartphone is needed
/// (バリアフリー・端末).
///
/// - For what reaches the home only the device counts.
/// - A facility the person needs and the resource states scores 1; not stated is asked about for those nobody can do
///   without (wheelchair and the codes of `Data/taxonomy/access.tsv` that the request names).
/// - Words that say it can't be (車いすのままは乗れません) exclude: `no-access`.
/// - Online only, or a smartphone demanded (スマホをお持ちの方), excludes a person without one: `device`; words that
///   only mention it (LINEで連絡) are asked about.
public struct Accessibility: MatchPlugin {
  public init() {}

  public let manifest = PluginManifest(
    id: "accessibility", version: "1.0",
    summary: Bilingual(
      ja: "車いす・聞こえ・端末など、使えるつくりか", en: "whether the person can get in and take part"),
    reads: [
      .personConditions, .personSmartphone, .resourceAccess, .resourceModes, .resourceWords,
      .resourceEligibility,
    ])

  public func judge(_ request: RequestView, _ candidates: [ResourceView]) -> [Verdict] {
    let needs = request.conditions.compactMap { Facility($0, request) }
    guard !needs.isEmpty || request.smartphone == false else {
      return [Verdict](repeating: .abstain, count: candidates.count)
    }
    let lacksPhone = request.smartphone == false
    let demanded = request.wishes(Self.demandedWords)
    let devices = request.wishes(Self.devices)
    return candidates.map { resource in
      if lacksPhone, let verdict = device(resource, demanded, devices) { return verdict }
      return facilities(needs, resource)
    }
  }

  // MARK: facilities

  private static let atHome: Set<ReachMode> = [.visit, .delivery, .phone, .post, .online]

  private func facilities(_ needs: [Facility], _ resource: ResourceView) -> Verdict {
    let modes = resource.modes
    if needs.isEmpty || (!modes.isEmpty && modes.allSatisfy(Self.atHome.contains)) {
      return .abstain
    }
    var met: [Explanation.Child] = []
    var question: Verdict?
    for need in needs {
      if let words = need.refusal(in: resource) {
        return .exclude(
          .init(
            code: "no-access",
            text: Bilingual(
              ja: "\(need.label.ja)では使えません（\(words)）", en: "not for \(need.label.en) (\(words))")))
      }
      if need.isStated(by: resource) {
        met.append(
          .init(
            weight: 1,
            node: Explanation(
              plugin: manifest.id, code: "has", value: 1,
              text: Bilingual(ja: "\(need.label.ja)に対応", en: "made for \(need.label.en)"),
              facts: ["condition": .text(need.code)])))
      } else if need.isEssential, question == nil {
        question = .unknown(
          .init(
            field: "place.access",
            text: Bilingual(
              ja: "\(need.label.ja)で使えますか", en: "can it be used by \(need.label.en)?")))
      }
    }
    if let question { return question }
    guard !met.isEmpty else { return .abstain }
    return .score(
      Explanation(
        plugin: manifest.id, code: "access",
        text: Bilingual(ja: "使えるつくり", en: "can be used"), weighing: met))
  }

  // MARK: device

  private static let demandedWords = ["スマホをお持ち", "スマートフォンをお持ち", "スマホが必要", "スマートフォンが必要", "スマホ必須"]
  private static let demanded: WordSet = [
    "スマホをお持ち", "スマートフォンをお持ち", "スマホが必要", "スマートフォンが必要", "スマホ必須",
  ]
  private static let devices = ["スマホ", "スマートフォン", "アプリ", "LINE", "ライン登録", "自分の機種"]

  private func device(
    _ resource: ResourceView, _ demanded: [Wish], _ devices: [Wish]
  ) -> Verdict? {
    let modes = resource.modes
    let text = Bilingual(ja: "スマートフォンが要ります", en: "it needs a smartphone")
    if !modes.isEmpty, modes.allSatisfy({ $0 == .online }) {
      return .exclude(.init(code: "device", text: text))
    }
    if let words = resource.eligibility, Self.demanded.stands(in: words) {
      return .exclude(.init(code: "device", text: text))
    }
    for word in demanded where resource.mention(of: word) != nil {
      return .exclude(.init(code: "device", text: text))
    }
    for word in devices where resource.mention(of: word) != nil {
      return .unknown(
        .init(
          field: "description",
          text: Bilingual(ja: "スマートフォンがなくても使えますか", en: "can it be used without a smartphone?")))
    }
    return nil
  }
}
