import BundledPlugins
import Diagnostics
import Model
import Service
import Terminal

extension RunOptions {
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
}

enum OutputFormat: String {
  case text, json, ndjson, csv, html
}
