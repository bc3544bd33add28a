import BundledPlugins
import Diagnostics
import Foundation
import MatchingKit
import Service
import TestSupport

/// `docs/plugins.md`: what each plugin of this program says of itself, in its manifest and in the comment
/// on its type, with its weight in each profile.
enum PluginPage {
  /// The comment above `public struct NAME: MatchPlugin`; nil when there is none.
  static func comment(on type: String) throws -> String? {
    let lines = try Repository.text("Plugins/\(type)/\(type).swift").components(separatedBy: "\n")
    guard let at = lines.firstIndex(where: { $0.hasPrefix("public struct \(type): MatchPlugin") })
    else { return nil }
    let block = lines[..<at].reversed().prefix { $0.hasPrefix("///") }.reversed()
    let text = block.map {
      $0.hasPrefix("/// ") ? String($0.dropFirst(4)) : String($0.dropFirst(3))
    }
    return text.isEmpty ? nil : text.joined(separator: "\n")
  }

  static func text() throws -> String {
    let session = Session(
      workspace: Workspace(path: "/nowhere"), dataFolder: Repository.path("Data"), language: .ja,
      audience: .public, plugins: bundledPlugins, today: .init(daysSince1970: 0))
    let profiles = try ListProfiles.run(.init(), in: session).profiles
    var out = """
      # Plugins (プラグイン)

      <!-- Printed from the comments in Plugins/, the manifests and Data/profiles by PluginPageTests (SASAE_RECORD=1). Do not edit. -->

      The ways of judging a fit that Sasae is built with. How a match uses them is in [matching.md](matching.md), how to
      add one in [plugin-authors.md](plugin-authors.md).


      """
    out += "| plugin | " + profiles.map { "`\($0.name)`" }.joined(separator: " | ") + " |\n"
    out += "|---|" + String(repeating: "---|", count: profiles.count) + "\n"
    for plugin in bundledPlugins.sorted(by: { $0.id < $1.id }) {
      let weights = profiles.map { profile in
        profile.plugins.first { $0.plugin == plugin.id }.map {
          "\($0.weight)" + ($0.hard ? ", hard" : "")
        } ?? "–"
      }
      out += "| [\(plugin.id)](#\(plugin.id)) | " + weights.joined(separator: " | ") + " |\n"
    }
    for plugin in bundledPlugins.sorted(by: { $0.id < $1.id }) {
      let manifest = plugin.manifest
      let reads = manifest.reads.map { "`\($0.rawValue)`" }.sorted().joined(separator: ", ")
      out += """

        ## \(plugin.id)

        \(manifest.summary.ja)<br>\(manifest.summary.en)

        Version \(manifest.version). Reads \(reads).

        \(try comment(on: "\(type(of: plugin))") ?? "")

        """
    }
    return out
  }
}
