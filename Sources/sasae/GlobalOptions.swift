import ArgumentParser
import BundledPlugins
import Diagnostics
import Glibc
import Model
import Service

/// Options every verb takes, before or after the verb.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("作業フォルダ（既定: $SASAE_WORKSPACE、なければ XDG のデータフォルダ）", "workspace folder (default: $SASAE_WORKSPACE, else the XDG data folder)"),
      valueName: "dir"))
  var workspace: String?

  @Option(
    help: ArgumentHelp(
      say("基礎データのフォルダ（既定: $SASAE_DATA、なければ実行ファイルのそば）", "reference data folder (default: $SASAE_DATA, else near the executable)"),
      valueName: "dir"))
  var data: String?

  @Option(help: ArgumentHelp(say("表示の言語: ja, en", "language: ja, en"), valueName: "ja|en"))
  var lang: String?

  @Option(
    help: ArgumentHelp(
      say("出力の形: text, json, ndjson, csv, html", "output: text, json, ndjson, csv, html"),
      valueName: "format"))
  var format: String?

  @Option(
    help: ArgumentHelp(
      say("連絡先をどこまで見せるか: public, professionals, coordinator", "who is looking: public, professionals, coordinator"),
      valueName: "who"))
  var audience: String?

  /// The names, so that those given before the verb can be moved behind it.
  static let names = ["--workspace", "--data", "--lang", "--format", "--audience"]

  func makeSession(progress: ProgressBar? = nil, audience: Visibility = .coordinator) throws(SasaeError)
    -> Session
  {
    if let lang, Language(rawValue: lang) == nil {
      throw SasaeError(
        "usage.value", ["option": "--lang", "value": "\(lang)", "expected": "ja, en"])
    }
    return Session(
      workspace: place, dataFolder: try folder(), language: speech,
      audience: try who() ?? audience, plugins: bundledPlugins, today: Self.today(),
      progress: { progress?.update($0) })
  }

  var place: Workspace {
    workspace.map(Workspace.init(path:)) ?? Workspace.standard(environment: variable)
  }

  func folder() throws(SasaeError) -> String {
    try DataFolder.find(option: data, environment: variable("SASAE_DATA"))
  }

  func who() throws(SasaeError) -> Visibility? {
    guard let audience else { return nil }
    guard let who = Visibility(rawValue: audience) else {
      throw SasaeError(
        "usage.value",
        ["option": "--audience", "value": "\(audience)", "expected": "\(Visibility.known)"])
    }
    return who
  }

  /// The output format, one of those the verb can give.
  func output(_ known: [OutputFormat] = [.text, .json]) throws(SasaeError) -> OutputFormat {
    guard let format else { return .text }
    guard let found = OutputFormat(rawValue: format), known.contains(found) else {
      throw SasaeError(
        "usage.value",
        [
          "option": "--format", "value": "\(format)",
          "expected": "\(known.map(\.rawValue).joined(separator: ", "))",
        ])
    }
    return found
  }

  /// The day it is in Japan, whatever the machine's zone.
  static func today() -> CalendarDate {
    CalendarDate(daysSince1970: (time(nil) + 9 * 3_600) / 86_400)
  }

  func page() -> TextPage { TextPage(language: speech, width: Console.width) }
}

enum OutputFormat: String {
  case text, json, ndjson, csv, html
}
