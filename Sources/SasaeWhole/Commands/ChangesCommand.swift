import ArgumentParser
import Diagnostics
import Service
import Terminal

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
    let session = try global.run.makeSession()
    let output = try ListChanges.run(.init(since: since, limit: limit), in: session)
    switch format {
    case .json: Console.out(try OperationJSON.text(output) + "\n")
    case .ndjson:
      for change in output.changes { Console.out(try OperationJSON.text(change) + "\n") }
    default:
      Console.out(try ListChanges.text(output, width: Console.width, in: session))
      if output.more {
        Console.error(say("続きは --since \(output.next)\n", "more: --since \(output.next)\n"))
      }
    }
  }
}
