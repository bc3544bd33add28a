import ArgumentParser
import Diagnostics
import Service
import Terminal

struct SearchCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "search", abstract: SearchResources.summary(speech))
  }

  @Argument(help: ArgumentHelp(say("探す言葉", "words to look for"), valueName: "text"))
  var text: [String] = []

  @OptionGroup(title: say("条件", "Filters")) var filters: FilterOptions

  @Option(
    help: ArgumentHelp(
      say("並べ方: relevance, distance, freshness", "order: relevance, distance, freshness")))
  var sort: String?

  @Option(help: ArgumentHelp(say("件数（既定 20）", "how many (default 20)")))
  var limit: Int?

  @Option(help: ArgumentHelp(say("続き（前の答えの nextCursor）", "continue from an answer's nextCursor")))
  var cursor: String?

  @Option(
    help: ArgumentHelp(
      say("件数の内訳: category, area, kind", "counts by category, area, kind"), valueName: "facet"))
  var facets: [String] = []

  @Flag(help: ArgumentHelp(say("総数を正確に数える", "count the total exactly")))
  var exactTotal = false

  @Flag(
    help: ArgumentHelp(say("条件の記載がない資源の数を数える", "count resources that state nothing about a filter"))
  )
  var countUnknown = false

  @Flag(
    help: ArgumentHelp(
      say("条件の記載がない資源も加える（印つき）", "bring in resources that state nothing about a filter, marked")))
  var includeUnknown = false

  @Flag(
    help: ArgumentHelp(say("点数が何でできているかを示す", "show what each score is made of")))
  var explain = false

  @Option(
    help: ArgumentHelp(
      say("JSON の各件の項目（コンマ区切り）", "members of a hit in JSON, comma separated"), valueName: "names"))
  var fields: String?

  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    try SearchAnswer.give(input, global.run)
  }

  private var input: SearchResources.Input {
    var input = SearchResources.Input()
    input.text = text.isEmpty ? nil : text.joined(separator: " ")
    filters.fill(&input)
    (input.sort, input.limit, input.cursor) = (sort, limit, cursor)
    input.facets =
      facets.isEmpty ? nil : facets.flatMap { $0.split(separator: ",").map(String.init) }
    input.exactTotal = exactTotal ? true : nil
    input.countUnknown = countUnknown ? true : nil
    input.includeUnknown = includeUnknown ? true : nil
    input.explain = explain ? true : nil
    input.fields = fields.map { $0.split(separator: ",").map(String.init) }
    return input
  }
}
