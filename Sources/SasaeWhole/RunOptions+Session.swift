import BundledPlugins
import Diagnostics
import Model
import ProcessPlugins
import Service
import Synchronization
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
    let place = place
    var session = Session(
      workspace: place, dataFolder: try folder(), language: speech,
      audience: try who() ?? audience, plugins: bundledPlugins, today: Self.today(),
      progress: { progress?.update($0) })
    let programs = ExternalPlugins(
      path: place.plugins, language: speech, taken: bundledPlugins.map(\.id))
    session.externalPlugins = { () throws(SasaeError) in try programs.plugins() }
    Programs.running.withLock { $0.append(programs) }
    return session
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

/// The programs that this one has started; they end before it does.
enum Programs {
  static let running = Mutex<[ExternalPlugins]>([])

  static func end() {
    let all = running.withLock { running in
      defer { running = [] }
      return running
    }
    for programs in all { programs.end() }
  }
}

enum OutputFormat: String {
  case text, json, ndjson, csv, html
}
