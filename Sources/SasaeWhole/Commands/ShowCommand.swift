import ArgumentParser
import Diagnostics
import Service
import Terminal

struct ShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "show", abstract: GetResource.summary(speech))
  }

  @Argument(help: ArgumentHelp(say("資源の id", "id of a resource"), valueName: "id"))
  var id: String

  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    let format = try global.run.output()
    let session = try global.run.makeSession()
    let resource = try GetResource.run(.init(id: id), in: session)
    if format == .json {
      Console.out(try OperationJSON.text(resource) + "\n")
      return
    }
    Console.out(try GetResource.text(resource, width: Console.width, in: session))
  }
}
