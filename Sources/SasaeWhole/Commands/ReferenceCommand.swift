import ArgumentParser
import Diagnostics
import Service
import StdioServer
import Terminal

/// Prints reference pages from the code; what `docs/` holds of them is held in step by a test.
struct ReferenceCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "reference", abstract: say("参照資料を印刷する", "Print a reference page"),
      shouldDisplay: false)
  }

  @Argument(
    help: ArgumentHelp(
      "errors, operations, protocol, openrpc, need-weights", valueName: "page"))
  var name: String

  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    if name == "openrpc" {
      let document = try OpenRPC.document(.en, version: BuildInfo.version)
      Console.out(try OperationJSON.pretty(document) + "\n")
      return
    }
    if name == "need-weights" {
      Console.out(try ReferencePages.needWeights(try global.run.folder()))
      return
    }
    guard let text = try ReferencePages.text(name) else {
      throw SasaeError(
        "usage.value",
        [
          "option": "page", "value": "\(name)",
          "expected":
            "\((ReferencePages.names + ["openrpc", "need-weights"]).joined(separator: ", "))",
        ])
    }
    Console.out(text)
  }
}
