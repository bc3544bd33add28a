import Diagnostics
import Lookup

extension Directory {
  /// Ranked search. Answered from the index alone.
  public func search(_ query: SearchQuery) throws(SasaeError) -> SearchResult {
    let placer = Placer(atlas)
    let result = try withIndex { index, memo throws(SasaeError) in
      try RankedSearch(
        index: index, memo: memo, vocabulary: vocabulary,
        unknownFacts: { DocumentBuilder.unknownFacts($0, placer) }
      ).answer(query)
    }
    UnfoundLog(workspace).note(result, of: query)
    return result
  }
}
