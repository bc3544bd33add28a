import Diagnostics
import MatchingKit
import Model

/// What the person can do for others: strengths that somebody who looks for hands can use (担い手・特技).
///
/// - Only resources that look for hands are judged: by their words (店番の希望者を歓迎しています) or their category
///   (ボランティア活動, 就労・有償活動, 担い手養成研修).
/// - Hands are looked for and a strength of the person's, or a word of what it is good for, stands in the resource's
///   words: 1. Where a role is sought, 0.4 without such a word, and 0.6 where no strengths are stated.
/// - Of resources that need hands as a rule but say nothing of it, a request that seeks a role asks: 0.7 when a
///   strength would be of use, 0.3 else.
/// - Says nothing of anything else; never excludes.
public struct Strengths: MatchPlugin {
  public init() {}

  public let manifest = PluginManifest(
    id: "strengths", version: "1.0",
    summary: Bilingual(
      ja: "担い手を求めているか、特技を生かせるか", en: "looks for hands, and can use the person's strengths"),
    reads: [.seeking, .personStrengths, .resourceOpening, .resourceWords])

  public func judge(_ request: RequestView, _ candidates: [ResourceView]) -> [Verdict] {
    let skills = request.skills
    let isSought = request.seeking == .role
    guard isSought || (request.seeking == .resource && !skills.isEmpty) else {
      return [Verdict](repeating: .abstain, count: candidates.count)
    }
    return candidates.map { judge(skills, $0, isSought: isSought) }
  }

  private func judge(_ skills: [Skill], _ resource: ResourceView, isSought: Bool) -> Verdict {
    guard let opening = resource.opening else { return .abstain }
    let uses = skills.compactMap { skill in
      resource.use(of: skill).map { (skill: skill, use: $0) }
    }
    // Who looks for something to join need not be told that hands are looked for which it can't lend.
    if !isSought, uses.isEmpty { return .abstain }
    switch opening {
    case .words(let clause):
      return .score(
        score(
          skills, uses, Bilingual(ja: "「\(clause)」", en: "'\(clause)'"), ["opening": .text(clause)])
      )
    case .category(let label):
      return .score(score(skills, uses, label, [:]))
    case .likely(let label):
      guard isSought else { return .abstain }
      let question = Verdict.Question(
        field: "description",
        text: Bilingual(
          ja: "手伝う側の人を募集していますか（\(label.ja)）", en: "does it look for people who help (\(label.en))?")
      )
      guard uses.isEmpty else { return .scoreAsking(used(uses, 0.7, label, [:]), question) }
      return .scoreAsking(
        leaf(
          "likely", 0.3,
          Bilingual(ja: "手伝う人が要る活動です（\(label.ja)）", en: "it needs hands as a rule (\(label.en))"),
          [:]),
        question)
    }
  }

  private func score(
    _ skills: [Skill], _ uses: [(skill: Skill, use: SkillUse)], _ told: Bilingual,
    _ facts: [String: Explanation.Fact]
  ) -> Explanation {
    if !uses.isEmpty { return used(uses, 1, told, facts) }
    if skills.isEmpty {
      return leaf(
        "looks-for-hands", 0.6,
        Bilingual(ja: "担い手を求めています（\(told.ja)）", en: "looks for hands (\(told.en))"), facts)
    }
    return leaf(
      "other", 0.4,
      Bilingual(
        ja: "担い手を求めています（\(told.ja)）。特技との重なりは書かれていません",
        en: "looks for hands (\(told.en)); none of the person's strengths is named"), facts)
  }

  private func used(
    _ uses: [(skill: Skill, use: SkillUse)], _ value: Double, _ told: Bilingual,
    _ facts: [String: Explanation.Fact]
  ) -> Explanation {
    let words = uses.map { one in
      one.use.word == one.skill.text ? one.skill.text : "\(one.skill.text)→\(one.use.word)"
    }
    var facts = facts
    if let first = uses.first {
      facts["strength"] = .text(first.skill.text)
      facts["word"] = .text(first.use.word)
    }
    return leaf(
      "strength", value,
      Bilingual(
        ja: "特技（\(words.joined(separator: "・"))）を生かせます（\(told.ja)）",
        en: "can use the person's strengths (\(words.joined(separator: ", "))): \(told.en)"), facts)
  }

  private func leaf(
    _ code: String, _ value: Double, _ text: Bilingual, _ facts: [String: Explanation.Fact]
  ) -> Explanation {
    Explanation(plugin: manifest.id, code: code, value: value, text: text, facts: facts)
  }
}
