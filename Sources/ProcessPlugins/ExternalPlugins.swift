import Diagnostics
import Glibc
import MatchingKit
import ReferenceData
import Synchronization

/// The programs that a workspace's `plugins.tsv` names, for one session. Each is started when a profile
/// that names it is first used, and lives until the session ends.
public final class ExternalPlugins: Sendable {
  private let path: String
  private let language: Language
  private let taken: Set<String>
  private let state = Mutex(State())

  private struct State {
    /// The table as it was read.
    var signature: String?
    var plugins: [(row: PluginRow, plugin: ProcessPlugin)] = []
    var isEnded = false
  }

  /// `path` is the table, which need not be there; `taken` are the ids that other plugins have.
  public init(path: String, language: Language, taken: [String]) {
    self.path = path
    self.language = language
    self.taken = Set(taken)
  }

  /// The plugins of the table, in its order. A table that changed is read anew; a row that is the same
  /// keeps its program.
  ///
  /// - Throws: a `data.…` error with line and field.
  public func plugins() throws(SasaeError) -> [any MatchPlugin] {
    try state.withLock { state throws(SasaeError) in
      let signature = ProgramFile.signature(path)
      if !state.isEnded, state.signature != signature {
        let rows = signature == "-" ? [] : try Self.read(path, taken: taken)
        let old = Dictionary(state.plugins.map { ($0.row, $0.plugin) }) { first, _ in first }
        state.plugins = rows.map { row in
          (row, old[row] ?? ProcessPlugin(row, language: language))
        }
        state.signature = signature
      }
      return state.plugins.map(\.plugin)
    }
  }

  /// Ends all programs.
  public func end() {
    let plugins = state.withLock { state in
      defer { (state.plugins, state.isEnded) = ([], true) }
      return state.plugins
    }
    for plugin in plugins { plugin.plugin.end() }
  }

  /// The rows of a table.
  public static func read(
    _ path: String, taken: Set<String> = []
  ) throws(SasaeError) -> [PluginRow] {
    let file = try DataFile(path: path, required: PluginRow.columns)
    var rows: [PluginRow] = []
    for line in file.rows {
      let row = try PluginRow(line)
      guard !rows.contains(where: { $0.id == row.id }) else {
        throw line.error("data.duplicate", ["value": "\(row.id)"], field: "id")
      }
      guard !taken.contains(row.id) else {
        throw line.error(
          "data.value",
          [
            "value": "\(row.id)",
            "expected": Bilingual(
              ja: "このプログラムのプラグインにない id", en: "an id that no plugin of this program has"),
          ], field: "id")
      }
      rows.append(row)
    }
    return rows
  }
}
