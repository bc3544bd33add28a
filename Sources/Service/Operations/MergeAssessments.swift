import Assessment
import Diagnostics
import Matching
import MatchingKit
import Model
import Searching

/// What the coordinator states, what was said and what instruments answer, as one record, before
/// anything is looked for. `match_resources` takes the same members.
public enum MergeAssessments: Operation {
  public static let name = "merge_assessments"
  public static let summary = Bilingual(
    ja: "支援者のコード、ことば、用紙の答えを、根拠つきの一つの記録にまとめる",
    en:
      "Merge codes, words and answers to instruments into one record, with what each need rests on")
  public static let scope = Scope.match

  public struct Input: Codable, Sendable {
    public var needs: [NeedInput]?
    public var text: String?
    public var ownWords: OwnWordsInput?
    public var assessments: [AssessmentInput]?
    public var person: Person?

    public init() {}
  }

  public struct Output: Codable, Sendable {
    public var notices: [DetectNeeds.Notice]?
    public var needs: [RecordNeed]
    public var setAside: [RecordSetAside]
    /// Needs that depend on answers that are missing.
    public var undecided: [RecordOpenNeed]
    public var assessments: [RecordAssessment]
    public var person: Person
    public var personFrom: [RecordPersonSource]
    /// Codes that were given another name, and were taken as that.
    public var renamed: [RenamedCode]?
  }

  public static func run(_ input: Input, in session: Session) throws(SasaeError) -> Output {
    let record = try session.record(
      needs: input.needs, text: input.text, ownWords: input.ownWords,
      assessments: input.assessments)
    var person = input.person ?? Person()
    let taken = person.fill(from: record)
    let language = session.language
    return Output(
      notices: DetectNeeds.notices(record.notices, session),
      needs: record.needs.map { RecordNeed($0, language) },
      setAside: record.setAside.map { RecordSetAside($0, language) },
      undecided: record.open.map { RecordOpenNeed($0, language) },
      assessments: record.sheets.map { RecordAssessment($0, language) }, person: person,
      personFrom: taken.map { RecordPersonSource($0, language) },
      renamed: record.renamed.isEmpty ? nil : record.renamed.map(RenamedCode.init))
  }
}
