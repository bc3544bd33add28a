import ArgumentParser
import Diagnostics
import Service

struct ChangesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "changes", abstract: ListChanges.summary(speech))
  }

  @Option(help: ArgumentHelp(say("この番号より後", "after this number"), valueName: "number"))
  var since: Int64 = 0

  @Option(help: ArgumentHelp(say("件数（既定 1000）", "how many (default 1000)")))
  var limit: Int?

  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    let format = try global.run.output([.text, .json, .ndjson])
    let output = try ListChanges.run(
      .init(since: since, limit: limit), in: try global.run.makeSession())
    switch format {
    case .json: Console.out(try OperationJSON.text(output) + "\n")
    case .ndjson:
      for change in output.changes { Console.out(try OperationJSON.text(change) + "\n") }
    default:
      var page = global.run.page()
      page.table(output.changes.map { ["\($0.seq)", $0.op.rawValue, $0.id] })
      Console.out(page.text)
      if output.more {
        Console.error(say("続きは --since \(output.next)\n", "more: --since \(output.next)\n"))
      }
    }
  }
}
