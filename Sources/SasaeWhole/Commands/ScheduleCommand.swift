import ArgumentParser
import Diagnostics
import Service
import Terminal

struct ScheduleCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "schedule", abstract: ParseSchedule.summary(speech))
  }

  @Argument(help: ArgumentHelp(say("日時のことば", "the phrase"), valueName: "text"))
  var text: String

  @Option(help: ArgumentHelp(say("最初の日付（既定は今日）", "first date (default today)"), valueName: "date"))
  var from: String?

  @Option(
    help: ArgumentHelp(
      say("最後の日付（既定は2か月先）", "last date (default two months on)"), valueName: "date"))
  var to: String?

  @Option(
    help: ArgumentHelp(
      say("書かれた日が開く日か休む日か: open, closed", "whether the days are open or closed ones: open, closed"),
      valueName: "polarity"))
  var polarity: String?

  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    let format = try global.run.output()
    let session = try global.run.makeSession()
    let output = try ParseSchedule.run(
      .init(text: text, from: from, to: to, polarity: try ParseSchedule.polarity(polarity)),
      in: session)
    if format == .json {
      Console.out(try OperationJSON.text(output) + "\n")
      return
    }
    Console.out(try ParseSchedule.text(output, width: Console.width, in: session))
  }
}
