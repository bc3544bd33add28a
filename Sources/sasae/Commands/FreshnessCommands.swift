import ArgumentParser
import Diagnostics
import Service

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
    let output = try ConfirmResource.run(
      .init(id: id, how: how, on: on), in: try global.run.makeSession())
    if format == .json { return Console.out(try OperationJSON.text(output) + "\n") }
    Console.out(
      say(
        "確認を記録しました: \(output.id)（\(output.confirmed.on)）\n",
        "confirmed \(output.id) on \(output.confirmed.on)\n"))
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
    let output = try RetireResource.run(.init(id: id, why: why), in: try global.run.makeSession())
    if format == .json { return Console.out(try OperationJSON.text(output) + "\n") }
    Console.out(say("終了にしました: \(output.id)\n", "retired \(output.id)\n"))
  }
}
