import ArgumentParser
import Diagnostics
import Service
import Terminal

struct ReplayCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "replay", abstract: ReplayMatch.summary(speech),
      discussion: say(
        "依頼はどこにも残していないので、依頼のファイルと、前の答えの snapshot を渡します。",
        "No request is kept anywhere, so it takes the file of the request and the snapshot of the answer before."
      ))
  }

  @OptionGroup(title: say("依頼", "Request")) var asked: RequestOptions

  @Option(help: ArgumentHelp(say("前の答えの snapshot", "snapshot of the answer before")))
  var snapshot: String

  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    let format = try global.run.output()
    let session = try global.run.makeSession()
    let output = try ReplayMatch.run(
      .init(request: try asked.input(), snapshot: snapshot), in: session)
    if format == .json {
      Console.out(try OperationJSON.text(output) + "\n")
    } else {
      Console.out(try ReplayMatch.text(output, width: Console.width, in: session))
    }
    if !output.same { throw ExitCode(ExitStatus.findings.rawValue) }
  }
}
