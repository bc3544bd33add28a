/// What a search returned for a query.
public struct RankedAnswer: Sendable, Hashable {
  /// Ids, best first.
  public var ids: [String]
  /// The answer says itself that it is not what was asked for: loosened words, or a suggestion.
  public var isLoosened: Bool

  public init(ids: [String], isLoosened: Bool = false) {
    (self.ids, self.isLoosened) = (ids, isLoosened)
  }
}

/// How one query went.
public struct QueryOutcome: Sendable, Codable, Hashable {
  /// A returned id with its grade.
  public struct Place: Sendable, Codable, Hashable {
    public var id: String
    /// Nil when nobody judged it.
    public var grade: Int?
  }

  public var id: String
  public var text: String
  public var type: String?
  /// Nil for a query to which nothing is a right answer.
  public var metrics: RankingMetrics?
  /// How many ids were judged relevant, and how many judged at all.
  public var relevant: Int
  public var judged: Int
  /// How many ids were returned.
  public var returned: Int
  public var isLoosened: Bool
  /// Rank of the first relevant one, from 1; nil when none was returned.
  public var firstRelevantRank: Int?
  /// The first three returned.
  public var top: [Place]
  /// Relevant ones that are not among the first 10, the best grade first; at most 10 of them.
  public var missing: [Place]
  /// How many there are in all.
  public var missingCount: Int

  static let shownAtTop = 3

  public init(_ query: JudgedQuery, _ answer: RankedAnswer) {
    (id, text, type) = (query.id, query.text, query.type)
    metrics = RankingMetrics(answer.ids, grades: query.grades)
    let relevant = query.relevantIDs
    self.relevant = relevant.count
    judged = query.grades.count
    returned = answer.ids.count
    isLoosened = answer.isLoosened
    let wanted = Set(relevant)
    firstRelevantRank = answer.ids.firstIndex(where: wanted.contains).map { $0 + 1 }
    func place(_ id: String) -> Place { Place(id: id, grade: query.grades[id]) }
    top = answer.ids.prefix(Self.shownAtTop).map(place)
    let seen = Set(answer.ids.prefix(RankingMetrics.depth))
    let missing = relevant.filter { !seen.contains($0) }
    self.missing = missing.prefix(RankingMetrics.depth).map(place)
    missingCount = missing.count
  }
}
