import ArgumentParser
import Diagnostics
import Service

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
      var page = global.run.page()
      if let repaired = output.repaired, !repaired.isEmpty {
        page.line(
          say("直す前に見つかったこと \(repaired.count)件", "found before the repair: \(repaired.count)"))
      }
      for finding in output.findings {
        page.paragraph("\(finding.code.rawValue)  \(finding.subject)  \(finding.detail)")
      }
      page.line(
        output.ok
          ? say("健全です（資源 \(output.resources)件）", "sound (\(output.resources) resources)")
          : say(
            "問題が \(output.findings.count)件あります。`sasae doctor --repair` で直せます",
            "\(output.findings.count) findings; `sasae doctor --repair` mends them"))
      Console.out(page.text)
    }
    if !output.ok { throw ExitCode(ExitStatus.findings.rawValue) }
  }
}
