import Assessment
import Diagnostics
import Matching

/// A need of a record with all that speaks for it.
public struct RecordNeed: Codable, Sendable {
  public var code: String
  public var label: String
  public var from: NeedOrigin
  public var evidence: String?
  public var urgency: NeedMention.Urgency
  public var weight: Double?
  public var sources: [RecordSource]

  init(_ need: MergedNeed, _ language: Language) {
    code = need.code
    label = need.label(language)
    from = need.origin
    evidence = need.evidence?(language)
    urgency = need.urgency
    weight = need.weight
    sources = need.sources.map { RecordSource($0, language) }
  }

  /// A need of a match: of the record where it is there, else what the match made of the request.
  init(_ need: StatedNeed, _ label: Bilingual, _ known: MergedNeed?, _ language: Language) {
    if let known {
      self.init(known, language)
      return
    }
    self.init(need, label, language)
  }

  private init(_ need: StatedNeed, _ label: Bilingual, _ language: Language) {
    code = need.code
    self.label = label(language)
    from = need.origin
    evidence =
      need.isFromStrengths
      ? need.evidence.map { Bilingual(ja: "特技: \($0)", en: "strengths: \($0)")(language) }
      : need.evidence
    urgency = NeedMention.Urgency(rawValue: need.urgency.rawValue) ?? .normal
    weight = need.weight
    sources = [RecordSource(from: need.origin, evidence: evidence)]
  }
}

/// One thing that speaks for a need, or against it.
public struct RecordSource: Codable, Sendable {
  public var from: NeedOrigin
  public var evidence: String?
  public var against: Bool?
  public var part: OwnWordsPart?
  public var instrument: String?
  public var label: String?
  public var items: [String]?
  public var on: String?

  init(from origin: NeedOrigin, evidence: String?) {
    from = origin
    self.evidence = evidence
  }

  init(_ source: NeedSource, _ language: Language) {
    from = source.origin
    evidence = source.evidence?(language)
    against = source.isAgainst ? true : nil
    part = source.part
    instrument = source.instrument
    label = source.instrumentLabel?(language)
    items = source.instrument == nil ? nil : source.items.map(String.init)
    on = source.on?.text
  }
}

/// A need the coordinator set aside.
public struct RecordSetAside: Codable, Sendable {
  public var code: String
  public var label: String
  /// Who set it aside.
  public var by: NeedOrigin
  public var note: String?
  public var sources: [RecordSource]

  init(_ need: NeedSetAside, _ language: Language) {
    code = need.code
    label = need.label(language)
    by = need.origin
    note = need.note
    sources = need.sources.map { RecordSource($0, language) }
  }
}

/// A member of the person and where it was taken from.
public struct RecordPersonSource: Codable, Sendable {
  public var member: String
  public var values: [String]?
  public var from: NeedOrigin
  public var part: OwnWordsPart?
  public var instrument: String?
  public var label: String?
  public var items: [String]?
  public var evidence: String?

  init(_ source: PersonSource, _ language: Language) {
    member = source.member
    values = source.values
    from = source.origin
    part = source.part
    instrument = source.instrument
    label = source.instrumentLabel?(language)
    items = source.instrument == nil ? nil : source.items.map(String.init)
    evidence = source.evidence?(language)
  }
}

/// An assessment of a record: what it comes to, and what missing answers could still change.
public struct RecordAssessment: Codable, Sendable {
  public var instrument: String
  public var label: String
  public var on: String?
  /// A later one of the same instrument stands in its place.
  public var superseded: Bool?
  public var domains: [ScoreAssessment.DomainScore]
  public var findings: [ScoreAssessment.Finding]
  public var missing: [String]

  init(_ sheet: AssessmentRecord.Sheet, _ language: Language) {
    instrument = sheet.instrument.id
    label = sheet.instrument.label(language)
    on = sheet.on?.text
    superseded = sheet.isSuperseded ? true : nil
    domains = sheet.result.domains.map { ScoreAssessment.DomainScore($0, language) }
    findings = sheet.result.findings.map { ScoreAssessment.Finding($0, language) }
    missing = sheet.result.missing.map(String.init)
  }
}

/// A need that depends on answers that are missing.
public struct RecordOpenNeed: Codable, Sendable {
  public var code: String
  public var label: String
  public var instrument: String

  init(_ need: OpenNeed, _ language: Language) {
    code = need.code
    label = need.label(language)
    instrument = need.instrument
  }
}
