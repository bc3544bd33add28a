import Assessment
import Diagnostics
import Model

/// Scores an assessment and lists the needs that its answers suggest. Nothing of it is kept.
public enum ScoreAssessment: Operation {
  public static let name = "score_assessment"
  public static let summary = Bilingual(
    ja: "アセスメントの答えを採点し、考えられるニーズを根拠とともに挙げる",
    en: "Score an assessment and list the needs it suggests, with what suggests each")
  public static let scope = Scope.match

  public struct Input: Codable, Sendable {
    public var instrument: String
    /// By item number; see docs/instruments.md for the forms an answer may take.
    public var answers: [String: JSONValue]
    /// `YYYY-MM-DD`, the day of the assessment.
    public var on: String?

    public init(instrument: String, answers: [String: JSONValue], on: String? = nil) {
      self.instrument = instrument
      self.answers = answers
      self.on = on
    }
  }

  public struct Output: Codable, Sendable {
    public var instrument: String
    public var label: String
    public var on: String?
    public var domains: [DomainScore]
    public var findings: [Finding]
    public var needs: [Need]
    public var undecided: [String]
    public var missing: [String]
    public var caution: String?
    public var source: String
  }

  public struct DomainScore: Codable, Sendable {
    public var code: String
    public var label: String
    /// Points of the answers that were given.
    public var score: Double
    public var cutoff: Double?
    public var isBelow: Bool?
    /// True only where no missing answer could change it.
    public var met: Bool
    public var open: Bool?
    public var range: Range?

    enum CodingKeys: String, CodingKey {
      case code, label, score, cutoff, met, open, range
      case isBelow = "metBelow"
    }
  }

  public struct Range: Codable, Sendable {
    public var min: Double
    public var max: Double
  }

  public struct Finding: Codable, Sendable {
    public var code: String
    public var label: String
    public var met: Bool
    public var open: Bool?
    public var criteria: [Int]?
    public var text: String
  }

  public struct Need: Codable, Sendable {
    public var code: String
    public var label: String
    public var from: Origin
    public var evidence: String
    public var items: [String]
    public var urgency: Urgency?
    public var note: String?
  }

  /// What a need comes from, as a match tells it.
  public enum Origin: String, Codable, Sendable, CaseIterable { case instrument }
  public enum Urgency: String, Codable, Sendable, CaseIterable { case high }

  public static func run(_ input: Input, in session: Session) throws(SasaeError) -> Output {
    let day = try InputCheck.date(input.on, "on")
    let instrument = try session.instruments().instrument(input.instrument)
    let sheet = try AnswerSheet(input.answers, to: instrument)
    return output(
      AssessmentResult(instrument, sheet), of: instrument, on: day, session.language)
  }

  static func output(
    _ result: AssessmentResult, of instrument: Instrument, on day: CalendarDate?,
    _ language: Language
  ) -> Output {
    Output(
      instrument: instrument.id, label: instrument.label(language), on: day?.text,
      domains: result.domains.map { DomainScore($0, language) },
      findings: result.findings.map { Finding($0, language) },
      needs: result.needs.map { Need($0, language) }, undecided: result.undecided,
      missing: result.missing.map(String.init), caution: instrument.caution?(language),
      source: instrument.source(language))
  }
}

extension ScoreAssessment.DomainScore {
  init(_ score: AssessmentResult.DomainScore, _ language: Language) {
    code = score.domain.code
    label = score.domain.label(language)
    self.score = score.score
    cutoff = score.domain.cutoff?.value
    isBelow = score.domain.cutoff?.isBelow == true ? true : nil
    met = score.verdict == .met
    open = score.verdict == .open ? true : nil
    range = score.range.map { ScoreAssessment.Range(min: $0.lowerBound, max: $0.upperBound) }
  }
}

extension ScoreAssessment.Finding {
  init(_ result: AssessmentResult.FindingResult, _ language: Language) {
    code = result.finding.code
    label = result.finding.label(language)
    met = result.verdict == .met
    open = result.verdict == .open ? true : nil
    let isNumbered = result.finding.criteria.contains { $0.number != nil }
    criteria = isNumbered ? result.criteria.compactMap(\.number) : nil
    let head: Bilingual =
      switch result.verdict {
      case .met: Bilingual(ja: "該当します", en: "met")
      case .notMet: Bilingual(ja: "該当しません", en: "not met")
      case .open: Bilingual(ja: "まだ決まりません（答えのない項目によります）", en: "open: it depends on missing answers")
      }
    let because = result.criteria.compactMap { criterion in
      criterion.number.map { "\($0) \(criterion.text(language))" }
    }
    text =
      because.isEmpty
      ? head(language)
      : head(language) + (language == .ja ? ": " : ": ")
        + because.joined(separator: language == .ja ? "、" : "; ")
  }
}

extension ScoreAssessment.Need {
  init(_ need: AssessmentResult.DerivedNeed, _ language: Language) {
    code = need.code
    label = need.label(language)
    from = .instrument
    evidence = need.causes.map { $0.text(language) }
      .joined(separator: language == .ja ? "、" : "; ")
    items = need.causes.compactMap(\.item).map(String.init)
    urgency = need.isUrgent ? .high : nil
    note = need.note?(language)
  }
}
