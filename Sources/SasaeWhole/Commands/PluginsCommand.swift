import ArgumentParser
import Diagnostics
import Glibc
import PluginCheck
import ProcessPlugins
import Service
import Terminal

/// Lists the plugins, or tries a program as one before a workspace names it.
struct PluginsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "plugins", abstract: ListPlugins.summary(speech),
      discussion: say(
        "`sasae plugins test プログラム` は、外のプログラムがプラグインの約束を守るかを、作りものの人と資源で調べます（docs/plugin-authors.md）。守れば 0、守らなければ 1 で終わります。",
        "`sasae plugins test PROGRAM` checks on invented people and resources that a program keeps the rules of a plugin (docs/plugin-authors.md). It ends with 0 when all is kept, else with 1."
      ))
  }

  @Argument(
    help: ArgumentHelp(
      say(
        "なければ一覧。test とパスで、そのプログラムを調べる", "nothing for the list; test and a path to try that program"),
      valueName: "test path"))
  var words: [String] = []

  @Option(
    help: ArgumentHelp(
      say("見せることを許す項目（くり返せる）", "a confidential field to grant; may be repeated"),
      valueName: "field"))
  var grant: [String] = []

  @Option(help: ArgumentHelp(say("渡す設定（JSON）", "options as JSON"), valueName: "json"))
  var options: String = "{}"

  @Option(help: ArgumentHelp(say("一回の答えを待つ秒数", "seconds to wait for an answer"), valueName: "n"))
  var seconds: Double = PluginRow.defaultSeconds

  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    guard let first = words.first else { return try list() }
    guard first == "test", words.count == 2 else {
      throw SasaeError(
        "usage.value",
        [
          "option": "plugins", "value": "\(words.joined(separator: " "))",
          "expected": Bilingual(ja: "test とプログラムのパス", en: "test and the path of a program"),
        ])
    }
    try test(words[1])
  }

  private func list() throws {
    let format = try global.run.output()
    let session = try global.run.makeSession()
    let output = try ListPlugins.run(.init(), in: session)
    if format == .json { return Console.out(try OperationJSON.text(output) + "\n") }
    Console.out(try ListPlugins.text(output, width: Console.width, in: session))
  }

  private func test(_ path: String) throws {
    let row = try PluginRow(
      trying: Self.absolute(path), seconds: seconds, grants: grant, options: options)
    let report = PluginTrial(row: row, language: speech).run()
    var page = global.run.page()
    report.render(in: &page)
    Console.out(page.text)
    if !report.isSound { throw ExitCode(ExitStatus.findings.rawValue) }
  }

  /// A path as it is typed; a workspace takes absolute ones only.
  private static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return String(cString: folder) + "/" + path
  }
}
