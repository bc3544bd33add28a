import ArgumentParser
import Diagnostics
import Service
import Terminal

struct AssessCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "assess", abstract: ScoreAssessment.summary(speech),
      discussion: say(
        "端末では一項目ずつたずねます（b 戻る、s とばす、q やめる）。--save のファイルから続けられます。用紙の一覧は `sasae instruments`。",
        "On a terminal it asks item by item (b back, s skip, q stop) and goes on from the file of --save. `sasae instruments` lists the instruments."
      ))
  }

  @Argument(help: ArgumentHelp(say("用紙の id", "id of an instrument"), valueName: "instrument"))
  var instrument: String?

  @Option(
    help: ArgumentHelp(
      say(
        "アセスメント記録（JSON、match --request と同じ形）をまとめて見せる。- は標準入力",
        "merge and show an assessment record, JSON as for match --request; - is standard input"),
      valueName: "file"))
  var record: String?

  @Option(
    help: ArgumentHelp(
      say(
        "答えのファイル（JSON か、項目と答えの表）。- は標準入力",
        "file of answers, JSON or a table of item and answer; - is standard input"),
      valueName: "file"))
  var answers: String?

  @Option(
    help: ArgumentHelp(
      say("聞き取りを残すファイル（本人だけが読める）", "file that keeps the interview, readable by its owner only"),
      valueName: "file"))
  var save: String?

  @Option(help: ArgumentHelp(say("アセスメントの日", "day of the assessment"), valueName: "date"))
  var on: String?

  @Flag(help: ArgumentHelp(say("印刷する白紙の用紙（HTML）", "a blank form to print (HTML)")))
  var blank = false

  @Flag(help: ArgumentHelp(say("印刷する結果（HTML）", "the result as a sheet to print (HTML)")))
  var sheet = false

  @Flag(help: ArgumentHelp(say("漢字にふりがなを付ける", "readings beside the kanji, in Japanese")))
  var furigana = false

  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    let format = try global.run.output([.text, .json, .html])
    let session = try global.run.makeSession()
    if let record { return try show(record, format, session) }
    guard let instrument else {
      throw ValidationError(
        say("用紙の id か --record が要ります", "name an instrument, or give --record"))
    }
    if blank {
      let page = try AssessmentPage(instrument, furigana: furigana, in: session)
      return Console.out(page.blank())
    }
    guard let input = try input(instrument, session) else { return }
    let output = try ScoreAssessment.run(input, in: session)
    if sheet || format == .html {
      let page = try AssessmentPage(instrument, furigana: furigana, in: session)
      Console.out(page.sheet(output))
    } else if format == .json {
      Console.out(try OperationJSON.text(output) + "\n")
    } else {
      Console.out(try ScoreAssessment.text(output, width: Console.width, in: session))
    }
  }

  private func show(
    _ path: String, _ format: OutputFormat, _ session: Session
  ) throws {
    guard instrument == nil, !blank, !sheet, answers == nil, save == nil, format != .html else {
      throw ValidationError(
        say("--record は --format のほかと一緒に使えません", "--record goes with --format alone"))
    }
    let input = try OperationJSON.input(
      MergeAssessments.Input.self, from: try InputText.read(path))
    let output = try MergeAssessments.run(input, in: session)
    Console.out(
      format == .json
        ? try OperationJSON.text(output) + "\n"
        : try MergeAssessments.text(output, width: Console.width, in: session))
  }

  /// Nil when an interview stopped before its end.
  private func input(
    _ instrument: String, _ session: Session
  ) throws(SasaeError) -> ScoreAssessment.Input? {
    if let answers {
      let file = try AnswerFile(try InputText.bytes(answers), path: answers)
      return ScoreAssessment.Input(
        instrument: instrument, answers: try file.answers(to: instrument, in: session),
        on: on ?? file.on)
    }
    guard save != nil || Console.isInputTerminal else {
      _ = try session.instruments().instrument(instrument)
      throw SasaeError("usage.no-answers")
    }
    return try AssessmentDialogue(session: session, instrument: instrument, on: on).hold(save)
  }
}
