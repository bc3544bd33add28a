import ArgumentParser
import Diagnostics
import Service
import Terminal

struct DetectNeedsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "detect-needs", abstract: DetectNeeds.summary(speech))
  }

  @Argument(
    help: ArgumentHelp(
      say("話のことば。- は標準入力", "what is said; - is standard input"), valueName: "text"))
  var text: [String]

  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    let format = try global.run.output()
    let session = try global.run.makeSession()
    let words = text == ["-"] ? try InputText.read("-") : text.joined(separator: " ")
    let output = try DetectNeeds.run(.init(text: words), in: session)
    if format == .json {
      Console.out(try OperationJSON.text(output) + "\n")
      return
    }
    Console.out(try DetectNeeds.text(output, width: Console.width, in: session))
  }
}
