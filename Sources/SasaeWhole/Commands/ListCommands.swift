import ArgumentParser
import Diagnostics
import Service
import Terminal

struct CategoriesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "categories", abstract: ListCategories.summary(speech))
  }
  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    let format = try global.run.output()
    let session = try global.run.makeSession()
    let output = try ListCategories.run(.init(), in: session)
    if format == .json { return Console.out(try OperationJSON.text(output) + "\n") }
    Console.out(try ListCategories.text(output, width: Console.width, in: session))
  }
}

struct NeedsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "needs", abstract: ListNeeds.summary(speech))
  }
  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    let format = try global.run.output()
    let session = try global.run.makeSession()
    let output = try ListNeeds.run(.init(), in: session)
    if format == .json { return Console.out(try OperationJSON.text(output) + "\n") }
    Console.out(try ListNeeds.text(output, width: Console.width, in: session))
  }
}

struct ProfilesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "profiles", abstract: ListProfiles.summary(speech))
  }
  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    let format = try global.run.output()
    let session = try global.run.makeSession()
    let output = try ListProfiles.run(.init(), in: session)
    if format == .json { return Console.out(try OperationJSON.text(output) + "\n") }
    Console.out(try ListProfiles.text(output, width: Console.width, in: session))
  }
}

struct InstrumentsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "instruments", abstract: ListInstruments.summary(speech))
  }

  @Argument(
    help: ArgumentHelp(
      say("この用紙を項目とともに", "this instrument, with its items"), valueName: "instrument"))
  var instrument: String?

  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    let format = try global.run.output()
    let session = try global.run.makeSession()
    let output = try ListInstruments.run(.init(instrument: instrument), in: session)
    if format == .json { return Console.out(try OperationJSON.text(output) + "\n") }
    Console.out(try ListInstruments.text(output, width: Console.width, in: session))
  }
}
