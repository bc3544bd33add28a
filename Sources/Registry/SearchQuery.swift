import Diagnostics
import JapaneseText
import Model
import TextIndex

/// A search of the directory.
public struct SearchQuery: Sendable {
  public enum Order: String, Sendable, Codable, CaseIterable {
    case relevance, distance, freshness
  }
  public enum Facet: String, Sendable, Codable, CaseIterable {
    case category, area, kind
  }

  public var text = ""
  public var filters = SearchFilters()
  public var order = Order.relevance
  public var limit = 20
  public var cursor: String?
  public var facets: [Facet] = []
  public var exactTotal = false
  public var countUnknown = false
  public var includeUnknown = false

  public init() {}

  /// The most hits one page can have.
  public static let maximumLimit = 1_000
  /// The total is exact at least up to here.
  static let exactUpTo = 200

  /// Identifies the question, so that a cursor is not used with another one.
  var fingerprint: String {
    CanonicalJSON.hash(
      filters.restrict(.everything, includeUnknown: includeUnknown).fingerprint + "|"
        + order.rawValue + "|" + text)
  }
}

/// How the words were taken.
public enum Relaxation: String, Sendable, Codable {
  /// Nothing matched all words; these match some of them.
  case anyWord
  /// Nothing matched a whole word; these match parts of words.
  case anyPart
}

public struct SearchHit: Sendable {
  public var listing: Listing
  public var weight: Double
  public var docid: UInt32
  /// Facts the filters asked about and the record lacks.
  public var unknown: [Fact]
}

public struct SearchResult: Sendable {
  public var total: Int
  public var isExact: Bool
  public var hits: [SearchHit]
  public var facets: [SearchQuery.Facet: [String: Int]] = [:]
  public var relaxed: Relaxation?
  /// Records left out (or, if asked for, brought in) because they lack a fact.
  public var unknown: Int?
  public var nextCursor: String?
}

/// Words to an index query, at three strengths.
struct TextQuery {
  let words: [[String]]

  init(_ text: String) { words = Analyzer.queryTerms(text) }

  var isEmpty: Bool { words.isEmpty }

  /// All parts of all words.
  var strict: IndexQuery { .and(words.flatMap { $0 }.map(IndexQuery.term)) }

  /// What to try when nothing is found, gentlest first.
  var relaxed: [(Relaxation, IndexQuery)] {
    var out: [(Relaxation, IndexQuery)] = []
    if words.count > 1 {
      out.append((.anyWord, .or(words.map { .and($0.map(IndexQuery.term)) })))
    }
    if words.contains(where: { $0.count > 1 }) {
      out.append((.anyPart, .or(words.flatMap { $0 }.map(IndexQuery.term))))
    }
    return out
  }
}
