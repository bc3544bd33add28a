import ArgumentParser
import Diagnostics
import Service
import Terminal

struct ConfirmCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "confirm", abstract: ConfirmResource.summary(speech))
  }

  @Argument(help: ArgumentHelp(say("資源の id", "id of a resource"), valueName: "id"))
  var id: String

  @Option(
    help: ArgumentHelp(
      say("確かめ方: phone, visit, web, document …", "how: phone, visit, web, document …"),
      valueName: "word"))
  var how: String

  @Option(help: ArgumentHelp(say("確かめた日（既定は今日）", "the day (default: today)"), valueName: "date"))
  var on: String?

  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    let format = try global.run.output()
    let session = try global.run.makeSession()
    let output = try ConfirmResource.run(.init(id: id, how: how, on: on), in: session)
    if format == .json { return Console.out(try OperationJSON.text(output) + "\n") }
    Console.out(try ConfirmResource.text(output, width: Console.width, in: session))
  }
}

struct RetireCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "retire", abstract: RetireResource.summary(speech))
  }

  @Argument(help: ArgumentHelp(say("資源の id", "id of a resource"), valueName: "id"))
  var id: String

  @Option(help: ArgumentHelp(say("理由", "why"), valueName: "text"))
  var why: String

  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    let format = try global.run.output()
    let session = try global.run.makeSession()
    let output = try RetireResource.run(.init(id: id, why: why), in: session)
    if format == .json { return Console.out(try OperationJSON.text(output) + "\n") }
    Console.out(try RetireResource.text(output, width: Console.width, in: session))
  }
}
