import ArgumentParser
import Diagnostics
import Glibc
import Service
import Terminal

@main
struct Sasae: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "sasae",
      abstract: say(
        "支え: 地域の資源の名簿と、人に合う資源さがし", "Sasae: a community's resources, and which of them suit a person"
      ),
      discussion: say(
        "はじめに: `sasae init --sample` で見本の町を作り、`sasae search 買い物` と打ってみてください。",
        "To begin: make the sample town with `sasae init --sample`, then try `sasae search 買い物`."),
      version: BuildInfo.version,
      subcommands: [
        InitCommand.self, ImportCommand.self, AddCommand.self, EditCommand.self,
        ConfirmCommand.self, RetireCommand.self, SearchCommand.self, ShowCommand.self,
        MatchCommand.self, CompareCommand.self, ReplayCommand.self, ReviewPlanCommand.self,
        CategoriesCommand.self, NeedsCommand.self,
        PluginsCommand.self,
        ProfilesCommand.self, InstrumentsCommand.self, AssessCommand.self, ScheduleCommand.self,
        LocateCommand.self, DetectNeedsCommand.self, ChangesCommand.self,
        ExportCommand.self,
        DoctorCommand.self,
        EvalCommand.self, ServeCommand.self, ReferenceCommand.self,
      ])
  }

  static func main() {
    signal(SIGPIPE, SIG_IGN)
    let arguments = Arguments.verbFirst(Arguments.given)
    do {
      if let shortcut = SearchShortcut(arguments) {
        try SearchAnswer.give(shortcut.input, shortcut.options)
        // All is written; there is nothing that destructors would do better than the system.
        Glibc._exit(0)
      }
      try checkVerb(arguments)
      var command = try parseAsRoot(arguments)
      try command.run()
      Programs.end()
    } catch let error as SasaeError {
      Programs.end()
      Console.report(error)
      Glibc.exit(error.entry.exit == .done ? ExitStatus.failed.rawValue : error.entry.exit.rawValue)
    } catch let error as ExitCode {
      Programs.end()
      Glibc.exit(error.rawValue)
    } catch {
      Programs.end()
      leave(error)
    }
  }

  /// A mistyped verb is told as such, with the one it resembles.
  private static func checkVerb(_ arguments: [String]) throws(SasaeError) {
    guard let verb = arguments.first, !verb.hasPrefix("-"), verb != "help" else { return }
    let known = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard !known.contains(verb) else { return }
    throw SasaeError(
      "usage.unknown-verb",
      ["value": "\(verb)", "suggestion": "\(DidYouMean.closest(to: verb, among: known) ?? "")"])
  }

  /// Help, version and wrong usage as the argument parser words them.
  private static func leave(_ error: any Error) -> Never {
    let code = exitCode(for: error)
    if code.isSuccess {
      Console.out(fullMessage(for: error) + "\n")
      Glibc.exit(0)
    }
    Console.report(SasaeError("usage", ["detail": UsageWords.bilingual(message(for: error))]))
    Glibc.exit(ExitStatus.usage.rawValue)
  }
}

enum BuildInfo {
  static let version = "0.1.0"
}
