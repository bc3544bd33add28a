import ArgumentParser
import Diagnostics
import Service
import Terminal

struct EvalCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "eval", abstract: EvaluateSearch.summary(speech))
  }

  @Option(
    help: ArgumentHelp(
      say("問いのファイル（既定は見本の町の問い）", "file of queries (default: those of the sample town)"),
      valueName: "file"))
  var queries: String?

  @Option(
    help: ArgumentHelp(say("正解のファイル", "file of judgements"), valueName: "file"))
  var judgements: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      say("検索のしかたを変える（くり返し可）", "change how to search (repeat)"), valueName: "name=value"))
  var settings: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        "比べる相手のしかた（くり返し可。既定のままなら default）",
        "the way to compare with (repeat; default for what is usual)"),
      valueName: "name=value"))
  var against: [String] = []

  @Option(help: ArgumentHelp(say("一問に求める件数", "hits asked for each query"), valueName: "n"))
  var limit: Int?

  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    let format = try global.run.output()
    let session = try global.run.makeSession()
    var input = EvaluateSearch.Input()
    (input.queries, input.judgements, input.limit) = (queries, judgements, limit)
    if !settings.isEmpty { input.settings = settings }
    if !against.isEmpty { input.against = against.filter { $0 != "default" } }
    let output = try EvaluateSearch.run(input, in: session)
    if format == .json { return Console.out(try OperationJSON.text(output) + "\n") }
    Console.out(try EvaluateSearch.text(output, width: Console.width, in: session))
  }
}
