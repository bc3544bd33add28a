import Assessment
import MatchingKit
import Timetable

extension StatedNeed.Urgency {
  init(_ found: NeedMention.Urgency) {
    switch found {
    case .high: self = .high
    case .normal: self = .normal
    case .low: self = .low
    }
  }
}

extension Person {
  /// The person a text tells of.
  public init(_ facts: PersonFacts) {
    self.init()
    _ = fill(from: facts)
  }

  /// Takes from a text what is not stated yet; the names of the members taken.
  public mutating func fill(from facts: PersonFacts) -> [String] {
    var taken: [String] = []
    func take<T>(_ name: String, _ member: inout T?, _ value: T?) {
      guard member == nil, let value else { return }
      member = value
      taken.append(name)
    }
    func some<T>(_ list: [T]) -> [T]? { list.isEmpty ? nil : list }
    // Whoever states times states the week; half of it in words would be held against the other.
    let times =
      [availability, busy].allSatisfy { $0 == nil } && availableText == nil && busyText == nil
    take("age", &age, facts.age)
    take("careLevel", &careLevel, facts.careLevel)
    take("household", &household, householdText == nil ? facts.household : nil)
    take("gender", &gender, facts.gender.flatMap(Gender.init))
    take("mobility", &mobility, Mobility(facts))
    take(
      "availability", &availability,
      times ? some(facts.availability.map(Times.init)) : nil)
    take("busy", &busy, times ? some(facts.busy.map(Times.init)) : nil)
    take("budget", &budget, budgetText == nil ? Budget(facts) : nil)
    take("conditions", &conditions, some(facts.conditions))
    take("smartphone", &smartphone, facts.smartphone)
    take("languages", &languages, some(facts.languages))
    take("interests", &interests, some(facts.interests))
    take("strengths", &strengths, some(facts.strengths))
    take("avoid", &avoid, some(facts.avoid))
    return taken
  }
}

extension Person.Mobility {
  fileprivate init?(_ facts: PersonFacts) {
    guard facts.walkMinutes != nil || facts.metres != nil || !facts.transport.isEmpty else {
      return nil
    }
    self.init(
      walkMinutes: facts.walkMinutes, metres: facts.metres,
      transport: facts.transport.isEmpty ? nil : facts.transport)
  }
}

extension Person.Budget {
  fileprivate init?(_ facts: PersonFacts) {
    guard facts.perVisit != nil || facts.perMonth != nil else { return nil }
    self.init(
      perVisit: facts.perVisit, perMonth: facts.perMonth,
      flexible: facts.isBudgetFlexible ? true : nil)
  }
}

extension Person.Times {
  fileprivate init(_ span: PersonFacts.Span) {
    self.init(
      days: span.days.isEmpty ? nil : span.days, from: span.from.map(PhraseWriter.clock),
      to: span.to.map(PhraseWriter.clock))
  }
}
