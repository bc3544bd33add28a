import ArgumentParser
import Diagnostics
import Service
import Terminal

struct CompareCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "compare",
      abstract: say(
        "2つの資源を一つの依頼でくらべ、どちらがなぜ上かを言う",
        "Hold two resources against each other for one request, and say which stands higher and why"
      ))
  }

  @Argument(help: ArgumentHelp(say("資源の ID", "id of a resource"), valueName: "a"))
  var first: String

  @Argument(help: ArgumentHelp(say("もう一つの ID", "id of the other"), valueName: "b"))
  var second: String

  @OptionGroup(title: say("依頼", "Request")) var asked: RequestOptions

  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    let format = try global.run.output()
    let session = try global.run.makeSession()
    var input = try asked.input()
    input.compare = [first, second]
    let output = try MatchResources.run(input, in: session)
    if format == .json {
      Console.out(try OperationJSON.text(output) + "\n")
      return
    }
    guard let comparison = output.comparison else {
      throw SasaeError("internal", ["detail": "comparison"])
    }
    var page = global.run.page()
    MatchText.comparison(comparison, in: &page)
    Console.out(page.text)
  }
}
