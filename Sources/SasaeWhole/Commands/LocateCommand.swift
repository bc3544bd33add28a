import ArgumentParser
import Diagnostics
import Service
import Terminal

struct LocateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "locate", abstract: LocateAddress.summary(speech),
      discussion: say(
        "町丁目まで求めます。通信はしません。自分の県の町の表は、作業フォルダに towns.csv として置きます（docs/places.md）。",
        "To the town (町丁目), without a network. Your prefecture's towns go into the workspace as towns.csv (docs/places.md)."
      ))
  }

  @Argument(help: ArgumentHelp(say("住所", "an address"), valueName: "address"))
  var address: [String]

  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    let format = try global.run.output()
    let session = try global.run.makeSession()
    let output = try LocateAddress.run(
      .init(address: address.joined(separator: " ")), in: session)
    if format == .json {
      Console.out(try OperationJSON.text(output) + "\n")
      return
    }
    Console.out(try LocateAddress.text(output, width: Console.width, in: session))
  }
}
