import Assessment
import Diagnostics
import Model
import Searching

/// A need as the coordinator states or denies it.
public struct NeedInput: Codable, Sendable {
  public var code: String
  /// `high`, `normal`, `low`.
  public var urgency: String?
  /// 0…1.
  public var weight: Double?
  /// It is no need, whatever words and instruments say.
  public var denied: Bool?
  /// Why, in the coordinator's words.
  public var note: String?

  public init(
    code: String, urgency: String? = nil, weight: Double? = nil, denied: Bool? = nil,
    note: String? = nil
  ) {
    self.code = code
    self.urgency = urgency
    self.weight = weight
    self.denied = denied
    self.note = note
  }

  func statement() throws(SasaeError) -> AssessmentRecord.Statement {
    var word: NeedMention.Urgency?
    if let urgency {
      word = NeedMention.Urgency(rawValue: urgency)
      guard word != nil else {
        throw InputCheck.value(
          "urgency", urgency,
          "\(NeedMention.Urgency.allCases.map(\.rawValue).joined(separator: ", "))")
      }
    }
    if let weight, !(0...1).contains(weight) {
      throw InputCheck.value("weight", "\(weight)", "0…1")
    }
    return AssessmentRecord.Statement(
      code: code, urgency: word, weight: weight, isDenied: denied ?? false, note: note)
  }
}

/// An instrument with its answers, as `score_assessment` takes it.
public struct AssessmentInput: Codable, Sendable {
  public var instrument: String
  public var answers: [String: JSONValue]
  /// `YYYY-MM-DD`, the day of the assessment.
  public var on: String?

  public init(instrument: String, answers: [String: JSONValue], on: String? = nil) {
    self.instrument = instrument
    self.answers = answers
    self.on = on
  }
}

/// What the person says of their own life (本人のことば), by part.
public struct OwnWordsInput: Codable, Sendable {
  /// 本人の生き方.
  public var life: String?
  /// 楽しみ.
  public var joys: String?
  /// 生きがい.
  public var purpose: String?
  /// 役割.
  public var roles: String?
  /// 目標.
  public var aims: String?

  public init() {}

  var parts: [(part: OwnWordsPart, text: String)] {
    let all: [(OwnWordsPart, String?)] = [
      (.life, life), (.joys, joys), (.purpose, purpose), (.roles, roles), (.aims, aims),
    ]
    return all.compactMap { part, text in text.flatMap(MemberReader.stated).map { (part, $0) } }
  }
}

extension Session {
  /// The record of a request.
  func record(
    needs: [NeedInput]?, text: String?, ownWords: OwnWordsInput?, assessments: [AssessmentInput]?
  ) throws(SasaeError) -> MergedRecord {
    var record = AssessmentRecord()
    for need in needs ?? [] { record.state(try need.statement()) }
    if let text { record.add(SpokenText(try DetectNeeds.checked(text), try needDetector())) }
    for (part, words) in ownWords?.parts ?? [] {
      let checked = try DetectNeeds.checked(words, "ownWords.\(part.rawValue)")
      record.add(SpokenText(checked, part, try needDetector()))
    }
    for (i, given) in (assessments ?? []).enumerated() {
      do {
        let instrument = try instruments().instrument(given.instrument)
        try record.add(
          AssessmentRecord.Sheet(
            instrument, AnswerSheet(given.answers, to: instrument),
            on: InputCheck.date(given.on, "on")))
      } catch {
        // Which of them; a fault in the file of an instrument is told by that file.
        guard error.position.file == nil else { throw error }
        var error = error
        error.position.field =
          "assessments[\(i)]" + (error.position.field.map { "." + $0 } ?? "")
        throw error
      }
    }
    return try record.merged(shelf.library().needs)
  }
}
