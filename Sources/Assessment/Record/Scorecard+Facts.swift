import Diagnostics
import Model

extension Scorecard {
  /// What the answers surely tell of the person.
  func facts(on day: CalendarDate?) -> [PersonFinding] {
    var out: [PersonFinding] = []
    for fact in instrument.facts where verdict(fact.rule) == .met {
      let causes = causes(fact.rule)
      for value in fact.values
      where !out.contains(where: { $0.member == fact.member && $0.value == value }) {
        out.append(
          PersonFinding(
            member: fact.member, value: value, origin: .instrument,
            evidence: Bilingual.list(causes.map(\.spoken)), instrument: instrument.id,
            instrumentLabel: instrument.label, items: causes.compactMap(\.item), on: day))
      }
    }
    return out
  }
}

extension AssessmentResult.Cause {
  /// 3番「…」いいえ.
  var spoken: Bilingual {
    guard let item, let asked, let said else { return text }
    return Bilingual(
      ja: "\(item)番「\(asked.ja)」\(said.ja)", en: "\(item) '\(asked.en)': \(said.en)")
  }
}
