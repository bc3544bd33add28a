import ArgumentParser
import Diagnostics
import Service
import Terminal

struct DoctorCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "doctor", abstract: CheckWorkspace.summary(speech))
  }

  @Flag(help: ArgumentHelp(say("直せるものを直す（何も失わない）", "mend what can be mended; nothing is lost")))
  var repair = false

  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    let format = try global.run.output()
    let bar = ProgressBar()
    let session = try global.run.makeSession(progress: bar)
    defer { bar.clear() }
    let output = try CheckWorkspace.run(.init(repair: repair ? true : nil), in: session)
    bar.clear()
    if format == .json {
      Console.out(try OperationJSON.text(output) + "\n")
    } else {
      Console.out(try CheckWorkspace.text(output, width: Console.width, in: session))
    }
    if !output.ok { throw ExitCode(ExitStatus.findings.rawValue) }
  }
}
