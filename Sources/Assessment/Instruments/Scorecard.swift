import Diagnostics

/// Counts a sheet of answers. What is missing is never a zero: it may be any of its answers, and what
/// could change with it is open.
struct Scorecard {
  let instrument: Instrument
  let answers: [Int: AnswerSheet.Answer]

  init(_ instrument: Instrument, _ sheet: AnswerSheet) {
    self.instrument = instrument
    answers = sheet.answers
  }

  /// The least and the most an item may count; the same when it was answered.
  func points(_ number: Int) -> ClosedRange<Double> {
    guard let points = instrument.item(number)?.points else { return 0...0 }
    switch (points, answers[number]) {
    case (.ofChoices(let list), .choices(let places)):
      let sum = places.reduce(0) { $0 + list[$1] }
      return sum...sum
    case (.bodyMassBelow(let limit, let points), .bodyMass(let body)):
      let value = body.isBelow(limit) ? points : 0
      return value...value
    default: return points.range
    }
  }

  func sum(_ items: [Int]) -> ClosedRange<Double> {
    items.reduce(0...0) { sum, number in
      let one = points(number)
      return (sum.lowerBound + one.lowerBound)...(sum.upperBound + one.upperBound)
    }
  }

  /// The points of the answers that were given.
  func given(_ items: [Int]) -> Double {
    items.filter { answers[$0] != nil }.reduce(0) { $0 + points($1).lowerBound }
  }

  func verdict(_ rule: InstrumentRule) -> Outcome { .all(rule.terms.map(verdict)) }

  func verdict(_ term: InstrumentRule.Term) -> Outcome {
    switch term {
    case .sum(let items, let limit, let isBelow):
      let sum = sum(items)
      if sum.lowerBound >= limit { return isBelow ? .notMet : .met }
      if sum.upperBound < limit { return isBelow ? .met : .notMet }
      return .open
    case .answered(let items, let choices):
      return .any(items.map { verdict($0, choices) })
    case .met(let code): return verdict(of: code)
    }
  }

  /// Whether an item was answered with one of these.
  func verdict(_ number: Int, _ choices: [String]) -> Outcome {
    guard case .choices(let places) = answers[number], let set = instrument.item(number)?.choices
    else { return .open }
    return places.contains { choices.contains(set.choices[$0].code) } ? .met : .notMet
  }

  /// Of a domain or a finding.
  func verdict(of code: String) -> Outcome {
    if let domain = instrument.domains.first(where: { $0.code == code }) {
      return domain.cutoff.map { verdict($0.rule) } ?? .notMet
    }
    let finding = instrument.findings.first { $0.code == code }
    return .any(finding?.criteria.map { verdict($0.rule) } ?? [])
  }
}

extension Instrument.Item {
  var choices: AnswerSet? {
    switch answer {
    case .choice(let set), .several(let set): set
    case .bodyMass, .text: nil
    }
  }
}
