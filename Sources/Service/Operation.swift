import Diagnostics

/// Something the product can do. The command line, the wire and the reference docs are all derived
/// from the list of operations; no logic lives elsewhere.
public protocol Operation: Sendable {
  associatedtype Input: Codable & Sendable
  associatedtype Output: Codable & Sendable

  /// `search_resources`; method name on the wire.
  static var name: String { get }
  /// One sentence.
  static var summary: Bilingual { get }
  static var scope: Scope { get }
  /// What people and programs are told of it besides its types.
  static var notes: OperationNotes { get }

  /// What this input needs, where not every one needs the same.
  static func scope(of input: Input) -> Scope

  static func run(_ input: Input, in session: Session) throws(SasaeError) -> Output

  /// The output for people.
  static func render(
    _ output: Output, in page: inout TextPage, _ session: Session
  ) throws(SasaeError)
}

extension Operation {
  public static func scope(of input: Input) -> Scope { scope }

  /// The output for people, on lines of `width` columns.
  public static func text(
    _ output: Output, width: Int, isTyped: Bool = true, in session: Session
  ) throws(SasaeError) -> String {
    var page = TextPage(language: session.language, width: width, isTyped: isTyped)
    try render(output, in: &page, session)
    return page.text
  }
}

/// What a caller must be allowed to do.
public enum Scope: String, Sendable, Codable, CaseIterable {
  case read, match, cases, write
}

/// Every operation, in the order the docs list them. Adding one is a file and a line here.
public let allOperations: [any Operation.Type] = [
  SearchResources.self,
  GetResource.self,
  MatchResources.self,
  ReplayMatch.self,
  ReviewPlan.self,
  DetectNeeds.self,
  ScoreAssessment.self,
  MergeAssessments.self,
  ImportResources.self,
  ExplainMapping.self,
  PutResource.self,
  ConfirmResource.self,
  RetireResource.self,
  ExportResources.self,
  ParseSchedule.self,
  ListChanges.self,
  LocateAddress.self,
  ListCategories.self,
  ListNeeds.self,
  ListPlugins.self,
  ListProfiles.self,
  ListInstruments.self,
  CheckWorkspace.self,
  EvaluateSearch.self,
]
