import Diagnostics

extension Scorecard {
  /// The answers that make a rule hold.
  func causes(_ rule: InstrumentRule) -> [AssessmentResult.Cause] {
    rule.terms.flatMap { term in
      switch term {
      case .answered(let items, let choices):
        return items.filter { verdict($0, choices) == .met }.compactMap(cause)
      case .sum(let items, _, let isBelow):
        // A low sum is made by no answer alone.
        return isBelow
          ? [total(items)]
          : items.filter { answers[$0] != nil && points($0).lowerBound > 0 }.compactMap(cause)
      case .met(let code): return causes(of: code)
      }
    }
  }

  private func causes(of code: String) -> [AssessmentResult.Cause] {
    if let domain = instrument.domains.first(where: { $0.code == code }) {
      return domain.cutoff.map { causes($0.rule) } ?? []
    }
    let finding = instrument.findings.first { $0.code == code }
    return (finding?.criteria ?? []).filter { verdict($0.rule) == .met }.flatMap { causes($0.rule) }
  }

  private func total(_ items: [Int]) -> AssessmentResult.Cause {
    let sum = sum(items)
    let score =
      sum.lowerBound == sum.upperBound
      ? PointText.text(sum.lowerBound)
      : PointText.text(sum.lowerBound) + "–" + PointText.text(sum.upperBound)
    let ends = "\(items.first ?? 0)–\(items.last ?? 0)"
    return AssessmentResult.Cause(
      item: nil, text: Bilingual(ja: "項目\(ends)の合計 \(score)点", en: "items \(ends): \(score) points")
    )
  }

  /// Number, wording and answer.
  private func cause(_ number: Int) -> AssessmentResult.Cause? {
    guard let item = instrument.item(number), let answer = answers[number] else { return nil }
    let said: Bilingual
    switch (answer, item.choices) {
    case (.choices(let places), let set?):
      let chosen = places.map { set.choices[$0].label }
      said = Bilingual(
        ja: chosen.map(\.ja).joined(separator: "、"), en: chosen.map(\.en).joined(separator: ", "))
    case (.bodyMass(let body), _):
      // Cut, not rounded: 18.499 is not shown as 18.5.
      said = "BMI \(PointText.text((body.index * 100 + 1e-9).rounded(.down) / 100))"
    default: return nil
    }
    return AssessmentResult.Cause(
      item: number,
      text: Bilingual(
        ja: "\(number) \(item.text.ja)（\(said.ja)）", en: "\(number) \(item.text.en) (\(said.en))"),
      asked: item.text, said: said)
  }
}
