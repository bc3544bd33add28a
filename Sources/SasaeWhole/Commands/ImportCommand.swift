import ArgumentParser
import Diagnostics
import Service
import Terminal

struct ImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "import", abstract: ImportResources.summary(speech))
  }

  @Argument(
    help: ArgumentHelp(
      say("ファイル。- は標準入力（貼り付けた表など）", "files; - is standard input, such as a pasted table"),
      valueName: "file"))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      say("取込み定義の名前（既定は中身から選ぶ）", "import mapping (default: found from the content)"),
      valueName: "name"))
  var mapping: String?

  @Option(
    help: ArgumentHelp(
      say(
        "一覧の名前（同じ名前の取込みは更新になる）",
        "lasting name of the list; importing the same name again updates it"), valueName: "name"))
  var source: String?

  @Option(
    help: ArgumentHelp(say("ライセンス（例 CC-BY-4.0）", "licence, such as CC-BY-4.0"), valueName: "id"))
  var licence: String?

  @Option(help: ArgumentHelp(say("出典の表示", "the attribution to show"), valueName: "text"))
  var attribution: String?

  @Option(
    help: ArgumentHelp(
      say("出典の URL", "where the list was published"), valueName: "url"))
  var url: String?

  @Flag(help: ArgumentHelp(say("試すだけで、何も変えない", "try it and change nothing")))
  var dryRun = false

  @Flag(
    help: ArgumentHelp(
      say("取り込まずに、どの列が何として読まれるかを示す", "show what each column is taken for, and take nothing in")))
  var explainMapping = false

  @Flag(
    help: ArgumentHelp(say("文字化けした表を直して取り込む", "mend garbled text (mojibake) on the way in")))
  var repairMojibake = false

  @Option(
    help: ArgumentHelp(
      say(
        "取り込まない列の見出し（繰り返し可）", "heading of a column that must not come in at all; repeat for more"),
      valueName: "heading"))
  var drop: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        "携帯電話や個人のメールでも公開してよい列の見出し（繰り返し可）",
        "heading of a column whose mobile numbers and private mail addresses may be public; repeat for more"
      ), valueName: "heading"))
  var publish: [String] = []

  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    let format = try global.run.output()
    let bar = ProgressBar()
    let session = try global.run.makeSession(progress: bar)
    var input = ImportResources.Input(paths: files)
    (input.mapping, input.source, input.licence) = (mapping, source, licence)
    (input.attribution, input.url) = (attribution, url)
    input.dryRun = dryRun ? true : nil
    input.repairMojibake = repairMojibake ? true : nil
    (input.drop, input.publish) = (drop, publish)
    let stdin = files.contains("-") ? try Console.readAll() : nil
    defer { bar.clear() }
    if explainMapping { return try explain(stdin, session, format) }
    let output = try ImportResources.run(input, standardInput: stdin, in: session)
    bar.clear()
    if format == .json {
      Console.out(try OperationJSON.text(output) + "\n")
    } else {
      var page = global.run.page()
      ImportText.render(output, in: &page)
      Console.out(page.text)
      Console.error(ImportText.problems(output, language: speech))
    }
    if !output.failures.isEmpty { throw ExitCode(ExitStatus.failed.rawValue) }
    if !output.rejections.isEmpty { throw ExitCode(ExitStatus.findings.rawValue) }
  }

  private func explain(_ stdin: [UInt8]?, _ session: Session, _ format: OutputFormat) throws {
    var input = ExplainMapping.Input(paths: files)
    input.mapping = mapping
    input.repairMojibake = repairMojibake ? true : nil
    (input.drop, input.publish) = (drop, publish)
    let output = try ExplainMapping.run(input, standardInput: stdin, in: session)
    if format == .json {
      Console.out(try OperationJSON.text(output) + "\n")
    } else {
      Console.out(try ExplainMapping.text(output, width: Console.width, in: session))
    }
  }
}
