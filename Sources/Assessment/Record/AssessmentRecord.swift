import Diagnostics
import Model
import ReferenceData

/// All that is known of one person before anything is looked for (アセスメント記録): what the
/// coordinator states, what was said, and what instruments answer. Held while a request is answered,
/// and kept nowhere.
public struct AssessmentRecord: Sendable {
  /// A code the coordinator (コーディネーター) states, or says is none.
  public struct Statement: Sendable, Hashable {
    public var code: String
    /// Nil leaves it to the other sources.
    public var urgency: NeedMention.Urgency?
    /// 0…1, in place of the urgency's.
    public var weight: Double?
    /// It is no need, whatever the other sources say (要らない).
    public var isDenied: Bool
    /// Why, in the coordinator's words.
    public var note: String?

    public init(
      code: String, urgency: NeedMention.Urgency? = nil, weight: Double? = nil,
      isDenied: Bool = false, note: String? = nil
    ) {
      self.code = code
      self.urgency = urgency
      self.weight = weight
      self.isDenied = isDenied
      self.note = note
    }
  }

  /// An instrument with its answers.
  public struct Sheet: Sendable {
    public var instrument: Instrument
    public var result: AssessmentResult
    public var on: CalendarDate?
    /// A later sheet of the same instrument stands in its place: it is told, and suggests nothing.
    public var isSuperseded = false
    /// What it tells of the person.
    public var facts: [PersonFinding]

    public init(_ instrument: Instrument, _ answers: AnswerSheet, on: CalendarDate? = nil) {
      self.instrument = instrument
      self.on = on
      result = AssessmentResult(instrument, answers)
      facts = Scorecard(instrument, answers).facts(on: on)
    }
  }

  public private(set) var statements: [Statement] = []
  public private(set) var texts: [SpokenText] = []
  public private(set) var sheets: [Sheet] = []

  public init() {}

  public mutating func state(_ statement: Statement) { statements.append(statement) }

  public mutating func add(_ text: SpokenText) { texts.append(text) }

  /// Of two sheets of one instrument the later counts, so both must say when they were filled in.
  public mutating func add(_ sheet: Sheet) throws(SasaeError) {
    var sheet = sheet
    for i in sheets.indices where sheets[i].instrument.id == sheet.instrument.id {
      guard let earlier = sheets[i].on, let later = sheet.on, earlier != later else {
        throw SasaeError("usage.same-assessment", ["value": "\(sheet.instrument.id)"])
      }
      if later < earlier { sheet.isSuperseded = true } else { sheets[i].isSuperseded = true }
    }
    sheets.append(sheet)
  }

  /// One list of needs, each with all that speaks for it. Throws when a code is none, or is both
  /// stated and denied.
  public func merged(_ needs: Taxonomy) throws(SasaeError) -> MergedRecord {
    try NeedMerger(record: self, needs: needs).merged()
  }
}
