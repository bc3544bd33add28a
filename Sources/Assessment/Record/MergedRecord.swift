import Diagnostics
import Model
import ReferenceData

/// Where a need comes from.
public enum NeedOrigin: String, Sendable, Codable, CaseIterable {
  /// By the coordinator.
  case stated
  /// Found in words.
  case text
  /// Suggested by the answers to an instrument.
  case instrument
}

/// One thing that speaks for a need, or against it.
public struct NeedSource: Sendable, Hashable {
  public var origin: NeedOrigin
  /// Words of the text; number, wording and answer of the items; the coordinator's note.
  public var evidence: Bilingual?
  /// Named, and said to be no need (自分でできる). The need stays, for a person to weigh.
  public var isAgainst = false
  /// Which of the person's own words; nil for the text.
  public var part: OwnWordsPart?
  /// Id and label of the instrument.
  public var instrument: String?
  public var instrumentLabel: Bilingual?
  public var items: [Int] = []
  public var on: CalendarDate?
  public var urgency: NeedMention.Urgency?
  public var weight: Double?
}

/// A need of the record with its sources, the coordinator's first.
public struct MergedNeed: Sendable, Hashable {
  public var code: String
  public var label: Bilingual
  public var sources: [NeedSource]

  /// The first of coordinator, words, instruments.
  public var origin: NeedOrigin { best?.origin ?? .stated }
  /// What it rests on there.
  public var evidence: Bilingual? { best?.evidence }
  private var best: NeedSource? { sources.first { !$0.isAgainst } }

  public var weight: Double? { sources.lazy.compactMap(\.weight).first }

  /// What the coordinator states; else the most urgent of what the others say.
  public var urgency: NeedMention.Urgency {
    if let stated = sources.first(where: { $0.origin == .stated })?.urgency { return stated }
    let told = sources.filter { !$0.isAgainst }.compactMap(\.urgency)
    return told.contains(.high) ? .high : told.contains(.normal) ? .normal : told.first ?? .normal
  }
}

/// A need that dropped out because the coordinator says it is none.
public struct NeedSetAside: Sendable, Hashable {
  public var code: String
  public var label: Bilingual
  /// Who set it aside.
  public var origin: NeedOrigin
  public var note: String?
  /// What had spoken for it, or against it.
  public var sources: [NeedSource]
}

/// A need that depends on answers that are missing.
public struct OpenNeed: Sendable, Hashable {
  public var code: String
  public var label: Bilingual
  public var instrument: String
}

/// Something a source tells of the person, for a list of theirs such as `interests`.
public struct PersonFinding: Sendable, Hashable {
  public var member: PersonList
  public var value: String
  public var origin: NeedOrigin
  public var evidence: Bilingual?
  public var part: OwnWordsPart?
  public var instrument: String?
  public var instrumentLabel: Bilingual?
  public var items: [Int] = []
  public var on: CalendarDate?
}

/// The lists of a person that sources add to.
public enum PersonList: String, Sendable, Hashable, Codable, CaseIterable {
  case conditions, interests, strengths, avoid
}

/// What a record comes to.
public struct MergedRecord: Sendable {
  public var needs: [MergedNeed] = []
  public var setAside: [NeedSetAside] = []
  /// The codes the coordinator states, groups among them.
  public var stated: [String] = []
  public var open: [OpenNeed] = []
  public var notices: [DangerNotice] = []
  public var texts: [SpokenText] = []
  public var sheets: [AssessmentRecord.Sheet] = []
  /// What instruments tell of the person.
  public var facts: [PersonFinding] = []
  /// Codes of the coordinator's that were given another name, and were taken as that.
  public var renamed: [CodeRenames.Entry] = []
  /// Whether something was assessed or set aside, so that no need at all is an answer too.
  public var isAnswerWithoutNeeds: Bool {
    !notices.isEmpty || !setAside.isEmpty || !sheets.isEmpty
  }
}
