import Assessment
import Diagnostics
import MatchingKit
import Model
import ReferenceData

/// Whether a care plan's services could be done otherwise (予防プランの検証): the four questions of 厚木市「生活支援コーディネーターの手引き」,
/// asked of each line.
public struct PlanReview: Sendable {
  /// One of the four questions about one line.
  public struct Question: Sendable {
    /// 1 a professional need not do it; 2 the need is another; 3 a place to go does it; 4 it can be limited in time.
    public var number: Int
    public var met: Bool
    public var text: Bilingual
    /// Resources instead, best first, and whether something is to be asked of them.
    public var candidates: [(listing: Listing, isAskFirst: Bool)]
  }

  private let matcher: Matcher
  private let library: ReferenceLibrary
  private let words: PlanWords
  private let detector: NeedDetector

  /// The profile by which candidates are judged: every rule that the person's facts break leaves them out.
  static let profile = "tier3"
  /// Candidates of one question at most.
  static let most = 5

  public init(
    matcher: Matcher, library: ReferenceLibrary, detector: NeedDetector, tables: WordTables,
    adding own: String?
  ) throws(SasaeError) {
    (self.matcher, self.library, self.detector) = (matcher, library, detector)
    words = try tables.plans(library, adding: own)
  }

  /// The four questions, in order; `minutes` is what the line says or was told to take.
  public func review(
    _ line: PlanLine, for person: Person, today: CalendarDate?
  ) throws(SasaeError) -> (minutes: Double?, questions: [Question]) {
    let reading = PlanReading(line, words, detector)
    var questions: [Question] = []
    for (i, answer) in [
      PlanAnswers.layHands(reading), PlanAnswers.otherNeed(reading, library.needs),
      PlanAnswers.place(reading), PlanAnswers.limited(reading),
    ].enumerated() {
      var question = Question(
        number: i + 1, met: answer.met, text: answer.text, candidates: [])
      if answer.met, !answer.needs.isEmpty {
        question.candidates = try candidates(
          answer.needs, Self.offers[i], reading.minutes, person, today)
      }
      questions.append(question)
    }
    return (reading.minutes, questions)
  }

  private static let offers: [PlanWords.Kind] = [.offer1, .offer2, .offer3, .offer4]

  private func candidates(
    _ needs: [String], _ offer: PlanWords.Kind, _ minutes: Double?, _ person: Person,
    _ today: CalendarDate?
  ) throws(SasaeError) -> [(listing: Listing, isAskFirst: Bool)] {
    var query = MatchQuery(
      profile: Self.profile, needs: needs.map { StatedNeed(code: $0) }, person: person,
      limit: 1_000)
    query.today = today
    let result = try matcher.match(query)
    let offered = words.offers[offer] ?? []
    let found =
      result.recommended.map { ($0.listing, false) } + result.askFirst.map { ($0.listing, true) }
    return Array(
      found.filter { one in
        // A place to go is one that people go to.
        if offer == .offer3, !one.0.modes.isEmpty, !one.0.modes.contains(.venue) { return false }
        return suits(one.0, offered, needs, minutes)
      }.prefix(Self.most).map { (listing: $0.0, isAskFirst: $0.1) })
  }

  /// Whether a category of it is on offer, serves one of the needs, and takes as long as the line does. What a
  /// professional does besides is not what is looked for.
  private func suits(
    _ listing: Listing, _ offered: [String], _ needs: [String], _ minutes: Double?
  ) -> Bool {
    let serving = Set(needs.flatMap { library.crosswalk.links(for: $0).map(\.category) })
    return listing.categories.contains { category in
      let lineage = library.categories.lineage(category)
      guard lineage.contains(where: offered.contains), lineage.contains(where: serving.contains)
      else { return false }
      guard let minutes, let limit = lineage.lazy.compactMap({ words.limits[$0] }).first else {
        return true
      }
      return minutes <= limit
    }
  }
}
