import ArgumentParser
import Diagnostics
import Service
import Terminal

struct MatchCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "match", abstract: MatchResources.summary(speech))
  }

  @OptionGroup(title: say("依頼", "Request")) var asked: RequestOptions

  @Flag(help: ArgumentHelp(say("点数の内訳を木で見せる", "show how each score is made up")))
  var explain = false

  @Flag(
    help: ArgumentHelp(
      say("まとめて応える組み合わせと、週の予定も", "contacts that together cover the needs, and the week")))
  var bundle = false

  @Option(
    help: ArgumentHelp(
      say("この資源がどこにあるか、なぜ出ないか（くり返せる）", "where this resource stands, and why; may be repeated"),
      valueName: "id"))
  var whyNot: [String] = []

  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    let format = try global.run.output()
    let session = try global.run.makeSession()
    var input = try asked.input()
    if bundle { input.bundle = true }
    if !whyNot.isEmpty { input.whyNot = (input.whyNot ?? []) + whyNot }
    let output = try MatchResources.run(input, in: session)
    if format == .json {
      Console.out(try OperationJSON.text(output) + "\n")
    } else {
      var page = global.run.page()
      try MatchResources.render(output, explain: explain, in: &page, session)
      Console.out(page.text)
    }
    if output.recommended.isEmpty, output.askFirst.isEmpty {
      throw ExitCode(ExitStatus.findings.rawValue)
    }
  }
}
