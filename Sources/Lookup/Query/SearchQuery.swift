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
  /// What of its listing each hit carries.
  public var listings = IndexSearch.Listings.whole
  /// Say what gave each hit its weight.
  public var explains = false
  /// The day it is: what was confirmed of late weighs a little more.
  public var today: CalendarDate?
  public var settings = SearchSettings()
  /// Whether it is counted when nothing is found; measurements are not.
  public var counts = false

  public init() {}

  /// The most hits one page can have.
  public static let maximumLimit = 1_000
  /// The total is exact at least up to here.
  static let exactUpTo = 200

  /// Identifies the question, so that a cursor is not used with another one.
  var fingerprint: String {
    TextHash.of(
      filters.restrict(.everything, includeUnknown: includeUnknown).fingerprint + "|"
        + order.rawValue + "|" + text)
  }
}

/// How the words were taken.
public enum Relaxation: String, Sendable, Codable, CaseIterable {
  /// Nothing is what was asked for; these serve who looks for it, or are close to it.
  case related
  /// Nothing matched all words; these match those that could be kept together, or, for a sentence,
  /// some of them.
  case anyWord
  /// Nothing matched a whole word; these match parts of words.
  case anyPart
  /// Nothing matched what was typed; these match what may have been meant.
  case spelling
}

/// What the query's words were taken for.
public struct Understanding: Sendable, Hashable {
  public struct Concept: Sendable, Hashable {
    /// A category's code, or the usual word of a concept.
    public var code: String
    /// As typed, folded.
    public var text: String
  }
  public var concepts: [Concept] = []
  /// Words that were left out because nothing has them together with the others.
  public var dropped: [String] = []
  /// What may have been meant by a word that nothing has: the whole query with it.
  public var suggestion: String?
  public init() {}
}

/// A part of a hit's weight.
public struct WeightShare: Sendable, Hashable {
  /// The index term: a pair of characters, or a word, concept, category or name by its mark.
  public var term: String
  public var weight: Double
}

public struct SearchHit: Sendable {
  public var listing: Listing
  public var weight: Double
  public var docid: UInt32
  /// Facts the filters asked about and the record lacks.
  public var unknown: [Fact]
  /// What gave the weight, heaviest first, when that was asked for.
  public var shares: [WeightShare] = []
}

public struct SearchResult: Sendable {
  public var total: Int
  public var isExact: Bool
  public var hits: [SearchHit]
  public var facets: [SearchQuery.Facet: [String: Int]] = [:]
  public var relaxed: Relaxation?
  public var understanding = Understanding()
  /// Whether words were looked for, and not only what meets the filters.
  public var isOfWords = false
  /// Records left out (or, if asked for, brought in) because they lack a fact.
  public var unknown: Int?
  public var nextCursor: String?
}
