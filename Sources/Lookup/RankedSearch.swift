import Diagnostics
import Model
import TextIndex

/// Ranked search of an open index.
public struct RankedSearch {
  let index: IndexReader
  let memo: PlanMemo?
  /// All words of the index, asked for when one is mistyped.
  let vocabulary: (IndexReader) throws(SasaeError) -> [String]
  /// What a listing does not state, asked for when records that lack a fact are brought in.
  let unknownFacts: (Listing) -> [Fact]

  /// `memo` is for a process that answers many searches.
  public init(
    index: IndexReader, memo: PlanMemo? = nil,
    vocabulary: @escaping (IndexReader) throws(SasaeError) -> [String],
    unknownFacts: @escaping (Listing) -> [Fact]
  ) {
    self.index = index
    self.memo = memo
    self.vocabulary = vocabulary
    self.unknownFacts = unknownFacts
  }

  public func answer(_ query: SearchQuery) throws(SasaeError) -> SearchResult {
    memo?.expect(index.revision)
    let run = SearchRun(
      index: index, query: query, memo: memo, unknownFacts: unknownFacts)
    let plan = try run.planner.plan(query.text)
    if plan.units.isEmpty {
      // Only marks: nothing to look for, which is not the same as asking for everything.
      let isBlank = query.text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
      return try run.answer(isBlank ? .everything : .or([]), relaxed: nil)
    }
    var result = try WordSearch(run: run, plan: plan, vocabulary: vocabulary).answer()
    result.isOfWords = true
    return result
  }
}
