import ArgumentParser
import Diagnostics
import Service

/// Prints reference pages from the code; what `docs/` holds of them is held in step by a test.
struct ReferenceCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "reference", abstract: say("参照資料を印刷する", "Print a reference page"),
      shouldDisplay: false)
  }

  @Argument(help: ArgumentHelp("errors, operations", valueName: "page"))
  var name: String

  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    guard let text = ReferencePages.text(name) else {
      throw SasaeError(
        "usage.value",
        [
          "option": "page", "value": "\(name)",
          "expected": "\(ReferencePages.names.joined(separator: ", "))",
        ])
    }
    Console.out(text)
  }
}
