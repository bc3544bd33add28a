import BundledPlugins
import Diagnostics
import Glibc
import Model
import Service

/// The options every verb takes, as plain values.
struct RunOptions {
  var workspace: String?
  var data: String?
  var lang: String?
  var format: String?
  var audience: String?

  /// The names, so that those given before the verb can be moved behind it.
  static let names = ["--workspace", "--data", "--lang", "--format", "--audience"]

  func makeSession(progress: ProgressBar? = nil, audience: Visibility = .coordinator)
    throws(SasaeError)
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
