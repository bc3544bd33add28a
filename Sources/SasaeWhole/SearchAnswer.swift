import Diagnostics
import Glibc
import Service
import Terminal

/// Runs a search and prints its answer.
enum SearchAnswer {
  static func give(_ input: SearchResources.Input, _ options: RunOptions) throws(SasaeError) {
    let format = try options.output([.text, .json, .ndjson, .csv, .html])
    let session = try options.makeSession()
    var input = input
    // What people read is always whole; `fields` is for programs.
    if format != .json && format != .ndjson {
      try SearchResources.check(fields: input.fields)
      input.fields = nil
    }
    let output = try SearchResources.run(input, in: session)
    switch format {
    case .json: Console.out(try OperationJSON.text(output) + "\n")
    case .ndjson:
      for hit in output.hits { Console.out(try OperationJSON.text(hit) + "\n") }
    case .csv: Console.out(SearchCSV.render(output))
    case .html:
      Console.out(
        SearchHTML.render(
          output, title: title(input), labels: try session.shelf.categoryLabels(),
          language: speech, today: session.today))
    case .text:
      Console.out(SearchTelling.text(output, try session.shelf.categoryLabels()))
    }
    let status = SearchTelling.end(output, asText: format == .text)
    if status != .done { Glibc.exit(status.rawValue) }
  }

  private static func title(_ input: SearchResources.Input) -> String {
    guard let words = input.text else { return say("地域の資源", "Community resources") }
    return say("「\(words)」の資源", "Resources for '\(words)'")
  }
}
