import ArgumentParser
import Diagnostics
import Service

struct CategoriesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "categories", abstract: ListCategories.summary(speech))
  }
  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    let format = try global.run.output()
    let output = try ListCategories.run(.init(), in: try global.run.makeSession())
    if format == .json { return Console.out(try OperationJSON.text(output) + "\n") }
    var page = global.run.page()
    TermText.tree(output.categories.map { ($0.code, $0.label, $0.parent) }, in: &page)
    Console.out(page.text)
  }
}

struct NeedsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "needs", abstract: ListNeeds.summary(speech))
  }
  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    let format = try global.run.output()
    let output = try ListNeeds.run(.init(), in: try global.run.makeSession())
    if format == .json { return Console.out(try OperationJSON.text(output) + "\n") }
    var page = global.run.page()
    TermText.tree(output.needs.map { ($0.code, $0.label, $0.parent) }, in: &page)
    Console.out(page.text)
  }
}

struct PluginsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "plugins", abstract: ListPlugins.summary(speech))
  }
  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    let format = try global.run.output()
    let output = try ListPlugins.run(.init(), in: try global.run.makeSession())
    if format == .json { return Console.out(try OperationJSON.text(output) + "\n") }
    var page = global.run.page()
    page.table(output.plugins.map { [$0.id, $0.version, $0.summary] })
    Console.out(page.text)
  }
}

struct ProfilesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "profiles", abstract: ListProfiles.summary(speech))
  }
  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    let format = try global.run.output()
    let output = try ListProfiles.run(.init(), in: try global.run.makeSession())
    if format == .json { return Console.out(try OperationJSON.text(output) + "\n") }
    var page = global.run.page()
    for profile in output.profiles {
      page.line("\(profile.name)  \(profile.label)")
      page.table(
        profile.plugins.map {
          [$0.plugin, "×\($0.weight)", $0.hard ? say("除外もする", "may exclude") : ""]
        }, indent: 2)
    }
    Console.out(page.text)
  }
}
