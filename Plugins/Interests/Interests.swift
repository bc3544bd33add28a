import Diagnostics
import MatchingKit
import Model

/// Joys that an activity shares with the person, and what the person would rather not have near (楽しみ・苦手).
///
/// - A joy, or something the person is good at, that stands in the resource's words scores 1.
/// - Activities without any of them score 0.4, once joys are stated; services to use say nothing.
/// - What the person avoids excludes (`avoided`) where the words state it; where they only touch on it
///   (苦手な方に, ご相談ください, ～でない) it is asked about.
public struct Interests: MatchPlugin {
  public init() {}

  public let manifest = PluginManifest(
    id: "interests", version: "1.0",
    summary: Bilingual(
      ja: "楽しみや特技と重なるか、苦手なものがないか", en: "shares the person's joys, and spares what they avoid"),
    reads: [.personInterests, .personStrengths, .personAvoid, .resourceWords, .resourceCategories])

  public func judge(_ request: RequestView, _ candidates: [ResourceView]) -> [Verdict] {
    let joys = request.interests + request.strengths
    guard !joys.isEmpty || !request.avoid.isEmpty else {
      return [Verdict](repeating: .abstain, count: candidates.count)
    }
    return candidates.map { judge(joys, request.avoid, $0) }
  }

  /// Words that turn a mention round, or leave it open.
  static let turns: WordSet = [
    "苦手", "ない", "なし", "ません", "少な", "相談", "控え", "入りにくい", "入りづらい", "不要", "いません", "合わない", "でなくても",
  ]

  private func judge(_ joys: [Wish], _ avoid: [Wish], _ resource: ResourceView) -> Verdict {
    for wish in avoid {
      guard let mention = resource.mention(of: wish) else { continue }
      if Self.turns.stands(in: mention.after) {
        return .unknown(
          .init(
            field: "description",
            text: Bilingual(
              ja: "苦手なもの（\(wish.text)）は大丈夫ですか",
              en: "is what the person avoids (\(wish.text)) no trouble?")))
      }
      return .exclude(
        .init(
          code: "avoided",
          text: Bilingual(
            ja: "苦手なもの（\(wish.text)）があります", en: "it has what the person avoids (\(wish.text))")))
    }
    guard !joys.isEmpty, resource.categories.contains(where: { $0.hasPrefix("A-") }) else {
      return .abstain
    }
    let shared = joys.filter { wish in
      resource.mention(of: wish).map { !Self.turns.stands(in: $0.after) } ?? false
    }
    guard let first = shared.first else {
      return .score(
        Explanation(
          plugin: manifest.id, code: "other", value: 0.4,
          text: Bilingual(ja: "楽しみとの重なりは書かれていません", en: "none of the person's joys is named")))
    }
    return .score(
      Explanation(
        plugin: manifest.id, code: "shared", value: 1,
        text: Bilingual(
          ja: "楽しみ（\(shared.map(\.text).joined(separator: "・"))）と重なります",
          en: "shares the person's joys (\(shared.map(\.text).joined(separator: ", ")))"),
        facts: ["joy": .text(first.text)]))
  }
}
