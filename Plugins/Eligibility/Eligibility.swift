import Diagnostics
import Geography
import MatchingKit
import Model

/// Whether the person is among those a resource is for: age, where they live, care level, household, sex (対象).
///
/// - A condition that the person does not meet excludes, with a reason of its own: `age`, `residence`,
///   `care-level`, `household`, `sex`.
/// - What is not known of the person, what only people can tell (会員, 手帳, 民生委員が認めた), and words that were not
///   understood to the end are asked about.
/// - Who needs what carers need (介護者の休息) is taken for one who looks after somebody (家族を介護している方).
/// - おおむね65歳以上 leaves five years open: then it is a question.
/// - Words that can be read in two ways (65歳以上、療養中の方) decide only where both agree.
/// - Nothing stated says nothing; どなたでも is for everybody.
public struct Eligibility: MatchPlugin {
  public init() {}

  public let manifest = PluginManifest(
    id: "eligibility", version: "1.1",
    summary: Bilingual(
      ja: "年齢・住まい・要介護度・世帯・性別が対象に当てはまるか", en: "whether the person is among those it is for"),
    reads: [
      .needs, .personAge, .personCareLevel, .personArea, .personHousehold, .personGender,
      .personConditions, .resourceEligibility,
    ])

  public func judge(_ request: RequestView, _ candidates: [ResourceView]) -> [Verdict] {
    let person = Applicant(request)
    return candidates.map { judge(person, $0) }
  }

  private func judge(_ person: Applicant, _ resource: ResourceView) -> Verdict {
    guard let stated = resource.conditions else { return .abstain }
    if let verdict = decided(person, stated) { return verdict }
    let answer = Reading(stated).answer(person)
    let words = stated.text
    switch answer.holds {
    case .no where stated.isComplete:
      return .exclude(Self.reason(answer.deciding, words))
    case .yes where stated.isComplete:
      return .score(
        Explanation(
          plugin: manifest.id, code: "meets", value: 1, text: Self.met(person, stated),
          facts: ["eligibility": .text(words)]))
    default: return ask(words)
    }
  }

  /// Ages and care levels that are decided whatever else the words say.
  private func decided(_ person: Applicant, _ stated: ResourceConditions) -> Verdict? {
    let slack = stated.isAgeApproximate ? Applicant.approximateYears : 0
    if let age = person.age {
      let missing = max((stated.minAge ?? age) - age, age - (stated.maxAge ?? age))
      if missing > slack {
        return .exclude(
          .init(
            code: "age",
            text: Bilingual(
              ja: "対象の年齢ではありません（\(Self.words(stated))、\(Int(age))歳）",
              en: "not of the age it is for (\(Self.words(stated)); \(Int(age)) years)")))
      }
      if missing > 0 {
        return ask(Self.words(stated))
      }
    }
    if let level = person.careLevel, !stated.careLevels.isEmpty,
      !stated.careLevels.contains(level)
    {
      return .exclude(
        .init(
          code: "care-level",
          text: Bilingual(
            ja: "対象の要介護度ではありません（\(Self.words(stated))、\(level.label.ja)）",
            en: "not of the care level it is for (\(Self.words(stated)); \(level.label.en))")))
    }
    // Numbers alone.
    if stated.text.isEmpty {
      if person.age == nil, stated.minAge != nil || stated.maxAge != nil {
        return ask(Self.words(stated))
      }
      if person.careLevel == nil, !stated.careLevels.isEmpty { return ask(Self.words(stated)) }
    }
    return nil
  }

  private static func met(_ person: Applicant, _ stated: ResourceConditions) -> Bilingual {
    if stated.isOpen, stated.conditions.isEmpty {
      return Bilingual(ja: "どなたでも", en: "for everybody (\(stated.text))")
    }
    guard let age = person.age, stated.minAge != nil || stated.maxAge != nil else {
      return Bilingual(
        ja: "対象に当てはまります（\(words(stated))）", en: "among those it is for (\(words(stated)))")
    }
    return Bilingual(
      ja: "\(words(stated))が条件、\(Int(age))歳", en: "for \(words(stated)); \(Int(age)) years old")
  }

  private static func words(_ stated: ResourceConditions) -> String {
    if !stated.text.isEmpty { return stated.text }
    var parts: [String] = []
    if let low = stated.minAge { parts.append("\(Int(low))歳以上") }
    if let high = stated.maxAge { parts.append("\(Int(high))歳以下") }
    parts += stated.careLevels.map(\.label.ja)
    return parts.joined(separator: "・")
  }

  static func reason(_ kind: ResourceConditions.Condition.Kind?, _ words: String) -> Verdict.Reason
  {
    switch kind {
    case .age, .child, .elderly:
      .init(
        code: "age",
        text: Bilingual(ja: "対象の年齢ではありません（\(words)）", en: "not of the age it is for (\(words))"))
    case .residence:
      .init(
        code: "residence",
        text: Bilingual(
          ja: "住まいが対象の外です（\(words)）", en: "lives outside of where it is for (\(words))"))
    case .careLevel:
      .init(
        code: "care-level",
        text: Bilingual(
          ja: "対象の要介護度ではありません（\(words)）", en: "not of the care level it is for (\(words))"))
    case .livingAlone, .elderlyHousehold, .daytimeAlone:
      .init(
        code: "household",
        text: Bilingual(ja: "対象の世帯ではありません（\(words)）", en: "not the household it is for (\(words))"))
    case .women, .men:
      .init(
        code: "sex",
        text: Bilingual(ja: "対象の性別ではありません（\(words)）", en: "not of the sex it is for (\(words))"))
    default:
      .init(
        code: "not-eligible",
        text: Bilingual(ja: "対象ではありません（\(words)）", en: "not among those it is for (\(words))"))
    }
  }

  private func ask(_ words: String) -> Verdict {
    .unknown(
      .init(
        field: "eligibility.text",
        text: Bilingual(
          ja: "対象（\(words)）に当てはまりますか", en: "is the person among those it is for (\(words))?")))
  }
}
