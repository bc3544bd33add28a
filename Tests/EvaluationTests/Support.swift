import Evaluation
import Foundation

enum Make {
  /// The outcome of a query with one right answer `<id>-r`, found at `rank` or not at all.
  static func outcome(_ id: String, rank: Int?, type: String? = nil, of hits: Int = 3)
    -> QueryOutcome
  {
    let query = JudgedQuery(id: id, text: "\(id) の問い", type: type, grades: ["\(id)-r": 2])
    var ids = (1...max(hits, rank ?? 1)).map { "\(id)-x\($0)" }
    if let rank { ids[rank - 1] = "\(id)-r" }
    return QueryOutcome(query, RankedAnswer(ids: ids))
  }

  /// A query without a right answer.
  static func nothing(_ id: String, hits: Int, isLoosened: Bool = false, isJudged: Bool = true)
    -> QueryOutcome
  {
    let query = JudgedQuery(
      id: id, text: id, type: "nothing", grades: isJudged ? ["\(id)-x0": 0] : [:])
    let ids = (0..<hits).map { "\(id)-x\($0)" }
    return QueryOutcome(query, RankedAnswer(ids: ids, isLoosened: isLoosened))
  }

  static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func decoded<T: Codable>(_ value: T) throws -> T {
    try JSONDecoder().decode(T.self, from: Data(json(value).utf8))
  }
}
