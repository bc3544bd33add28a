import Diagnostics
import Matching
import MatchingKit
import Model
import Searching

/// The four questions about each line of a care plan (予防プランの検証).
public enum ReviewPlan: Operation {
  public static let name = "review_plan"
  public static let summary = Bilingual(
    ja: "予防プランの各行を、四つの問いで確かめる（予防プランの検証）",
    en: "Ask the four questions of a preventive care plan's lines")
  public static let scope = Scope.match

  public struct Input: Codable, Sendable {
    public var lines: [Line]
    public var person: Person?

    public init(lines: [Line], person: Person? = nil) {
      (self.lines, self.person) = (lines, person)
    }
  }

  public struct Line: Codable, Sendable {
    public var text: String
    /// Read from the text when absent.
    public var minutes: Double?
    /// Who does it, in words (ヘルパー); read from the text when absent.
    public var by: String?

    public init(text: String, minutes: Double? = nil, by: String? = nil) {
      (self.text, self.minutes, self.by) = (text, minutes, by)
    }
  }

  public struct Output: Codable, Sendable {
    public var lines: [ReviewedLine]
    /// What the candidates are called, and whether something is to be asked of them.
    public var resources: [Candidate]
  }

  public struct ReviewedLine: Codable, Sendable {
    public var text: String
    public var minutes: Double?
    public var questions: [Question]
  }

  public struct Question: Codable, Sendable {
    /// 1…4.
    public var number: Int
    public var met: Bool
    public var text: String
    /// Ids of resources, best first.
    public var candidates: [String]
  }

  public struct Candidate: Codable, Sendable {
    public var id: String
    public var name: String
    /// Something is not known yet of whether it suits the person.
    public var askFirst: Bool?
  }

  /// Lines of a plan, and characters of a line: none has more.
  static let mostLines = 100
  static let longest = 1_000

  public static func run(_ input: Input, in session: Session) throws(SasaeError) -> Output {
    try check(input)
    let library = try session.matchingLibrary()
    let own = session.directory.workspace.lexicon
    let review = try PlanReview(
      matcher: Matcher(
        directory: session.directory, library: library, plugins: try session.judges(),
        memo: session.phrases, tables: session.wordTables),
      library: library, detector: try session.needDetector(), tables: session.wordTables,
      adding: own)
    var output = Output(lines: [], resources: [])
    for line in input.lines {
      try session.goOn()
      let (minutes, questions) = try review.review(
        PlanLine(text: line.text, minutes: line.minutes, by: line.by),
        for: input.person ?? Person(), today: session.today)
      output.lines.append(
        ReviewedLine(
          text: line.text, minutes: minutes,
          questions: questions.map { one in
            Question(
              number: one.number, met: one.met, text: one.text(session.language),
              candidates: one.candidates.map(\.listing.id))
          }))
      for (listing, isAskFirst) in questions.flatMap(\.candidates)
      where !output.resources.contains(where: { $0.id == listing.id }) {
        output.resources.append(
          Candidate(id: listing.id, name: listing.name, askFirst: isAskFirst ? true : nil))
      }
    }
    return output
  }

  /// The words of a plan are a person's: they are not told.
  private static func check(_ input: Input) throws(SasaeError) {
    guard (1...mostLines).contains(input.lines.count) else {
      throw InputCheck.value(
        "lines", "\(input.lines.count)",
        Bilingual(ja: "1〜\(mostLines)行", en: "1 to \(mostLines) lines"))
    }
    for (i, line) in input.lines.enumerated() {
      let length = max(line.text.unicodeScalars.count, line.by?.unicodeScalars.count ?? 0)
      guard length <= longest else {
        throw InputCheck.value(
          "lines[\(i)].text", "\(length)",
          Bilingual(ja: "\(longest)字まで", en: "at most \(longest) characters"))
      }
      if let minutes = line.minutes, !(0...1_440).contains(minutes) {
        throw InputCheck.value("lines[\(i)].minutes", "\(minutes)", "0…1440")
      }
    }
    try MatchResources.check(input.person?.home, "person.home")
  }
}
