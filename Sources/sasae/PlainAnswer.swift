import Diagnostics
import Searching
import Lookup
import Model
import ReferenceData
import Terminal

/// The answer of a search, as text, from the index as it is.
struct PlainAnswer {
  let text: String
  private let output: SearchResources.Output

  /// Nil for what needs more than the index, and for whatever goes wrong: the whole program does that
  /// again and says what it was. Nothing is left behind then.
  init?(to search: SearchShortcut) {
    let options = search.options
    guard options.format ?? "text" == "text", search.input.includeUnknown != true,
      options.lang == nil || Language(rawValue: options.lang ?? "") != nil,
      let audience = try? options.who() ?? .coordinator, let folder = try? options.folder()
    else { return nil }
    let workspace = options.place
    let shelf = ReferenceShelf(folder: folder, own: workspace.taxonomy)
    guard let index = IndexStamp(workspace, shelf).openCurrent(),
      let labels = try? shelf.categoryLabels()
    else { return nil }
    var asked: (query: SearchQuery, result: SearchResult)?
    let place = SearchResources.Place(
      shelf: shelf, audience: audience, today: RunOptions.today(),
      tellsDates: false,
      // The tables of towns are long: reading them takes longer than starting the whole program.
      locate: { _ throws(SasaeError) in throw SasaeError("internal") },
      search: { query throws(SasaeError) in
        let search = RankedSearch(
          index: index,
          vocabulary: { index throws(SasaeError) in try index.vocabularyWords() },
          // Asked for with `includeUnknown` only.
          unknownFacts: { _ in [] })
        let result = try search.answer(query)
        asked = (query, result)
        return result
      },
      // A contact that is not public: the registry alone has it.
      resource: { _ throws(SasaeError) in throw SasaeError("internal") })
    guard let output = try? SearchResources.answer(search.input, in: place) else { return nil }
    self.output = output
    text = SearchTelling.text(output, labels)
    // The last thing, as the whole program would note it too.
    if let asked { UnfoundLog(workspace).note(asked.result, of: asked.query) }
  }

  /// To be called when the text is written.
  func end() -> ExitStatus { SearchTelling.end(output, asText: true) }
}
