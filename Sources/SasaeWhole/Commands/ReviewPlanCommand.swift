import ArgumentParser
import Diagnostics
import Service
import Terminal

struct ReviewPlanCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "review-plan", abstract: ReviewPlan.summary(speech),
      discussion: say(
        "ファイルは、一行に一つのサービスを書いた文（掃除 60分 訪問介護）か、review_plan の入力の JSON です。",
        "The file holds a service a line, in Japanese (掃除 60分 訪問介護), or the input of review_plan in JSON."
      ))
  }

  @Argument(
    help: ArgumentHelp(
      say("プランのファイル。- は標準入力", "file of the plan; - is standard input"), valueName: "file"))
  var file: String

  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    let format = try global.run.output()
    let session = try global.run.makeSession()
    let output = try ReviewPlan.run(try PlanFile.read(try InputText.read(file)), in: session)
    if format == .json {
      Console.out(try OperationJSON.text(output) + "\n")
      return
    }
    Console.out(try ReviewPlan.text(output, width: Console.width, in: session))
  }
}
