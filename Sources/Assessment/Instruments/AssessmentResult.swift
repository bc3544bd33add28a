import Diagnostics

/// What a sheet of answers comes to.
public struct AssessmentResult: Sendable {
  public var domains: [DomainScore]
  public var findings: [FindingResult]
  public var needs: [DerivedNeed]
  /// Codes of needs that depend on answers that are missing.
  public var undecided: [String]
  /// Items without an answer.
  public var missing: [Int]

  public struct DomainScore: Sendable {
    public var domain: Instrument.Domain
    /// Points of the answers that were given.
    public var score: Double
    /// What the score may become; nil when nothing is missing.
    public var range: ClosedRange<Double>?
    /// Nil when the domain has no cut-off.
    public var verdict: Outcome?
  }

  public struct FindingResult: Sendable {
    public var finding: Instrument.Finding
    public var verdict: Outcome
    /// Those that are met.
    public var criteria: [Instrument.Criterion]
  }

  /// A need that answers suggest; a person confirms it.
  public struct DerivedNeed: Sendable {
    public var code: String
    public var label: Bilingual
    public var causes: [Cause]
    public var note: Bilingual?
    public var isUrgent: Bool
  }

  /// What suggests a need: an item with its answer, or the score of a domain.
  public struct Cause: Sendable, Hashable {
    public var item: Int?
    public var text: Bilingual
    /// Wording and answer of the item.
    public var asked: Bilingual?
    public var said: Bilingual?
  }

  public init(_ instrument: Instrument, _ sheet: AnswerSheet) {
    let card = Scorecard(instrument, sheet)
    missing = instrument.items.map(\.number).filter { card.answers[$0] == nil }
    domains = instrument.domains.map { domain in
      let sum = card.sum(domain.items)
      return DomainScore(
        domain: domain, score: card.given(domain.items),
        range: domain.items.allSatisfy { card.answers[$0] != nil } ? nil : sum,
        verdict: domain.cutoff.map { card.verdict($0.rule) })
    }
    findings = instrument.findings.map { finding in
      FindingResult(
        finding: finding, verdict: card.verdict(of: finding.code),
        criteria: finding.criteria.filter { card.verdict($0.rule) == .met })
    }
    (needs, undecided) = ([], [])
    for link in instrument.needs {
      switch card.verdict(link.rule) {
      case .notMet: continue
      case .open: if !undecided.contains(link.code) { undecided.append(link.code) }
      case .met: add(link, card)
      }
    }
    undecided.removeAll { code in needs.contains { $0.code == code } }
  }

  /// Several rows may lead to one need: it is listed once, with all that leads to it.
  private mutating func add(_ link: Instrument.NeedLink, _ card: Scorecard) {
    let causes = card.causes(link.rule)
    guard let at = needs.firstIndex(where: { $0.code == link.code }) else {
      needs.append(
        DerivedNeed(
          code: link.code, label: link.label, causes: causes, note: link.note,
          isUrgent: link.isUrgent))
      return
    }
    for cause in causes where !needs[at].causes.contains(cause) { needs[at].causes.append(cause) }
    needs[at].note = needs[at].note ?? link.note
    needs[at].isUrgent = needs[at].isUrgent || link.isUrgent
  }
}
