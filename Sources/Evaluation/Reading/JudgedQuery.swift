/// One query of a test collection with what people judged its right answers to be.
public struct JudgedQuery: Sendable, Hashable {
  public var id: String
  /// What is typed into the search.
  public var text: String
  /// The sort of query it is, such as `name` or `need`; a report gives means of each.
  public var type: String?
  /// Grade by id of resource: 0 is judged not relevant, 1 and above relevant, higher is better.
  /// An id that is not here was not judged, and counts as not relevant (as trec_eval does).
  public var grades: [String: Int]

  /// The lowest grade that counts as relevant where a measure knows only yes and no.
  public static let relevantGrade = 1

  public init(id: String, text: String, type: String? = nil, grades: [String: Int] = [:]) {
    (self.id, self.text, self.type, self.grades) = (id, text, type, grades)
  }

  /// Ids judged relevant, the best grade first, then by id.
  public var relevantIDs: [String] {
    grades.filter { $0.value >= Self.relevantGrade }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}
