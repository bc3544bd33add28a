import BundledPlugins
import Foundation
import MatchingKit
import Model
import Service
import TestSupport
import Testing

/// The lists that name plugins agree: folders, what is bundled, profiles, pages.
@Suite("Plugin pages") struct PluginPageTests {
  @Test("print docs/plugins.md as it is")
  func page() throws {
    let text = try PluginPage.text()
    let path = Repository.path("docs/plugins.md")
    if ProcessInfo.processInfo.environment["SASAE_RECORD"] != nil {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("docs/plugins.md was recorded")
    }
    #expect(try Repository.text("docs/plugins.md") == text)
  }

  @Test("find a comment on every plugin")
  func comments() throws {
    for plugin in bundledPlugins {
      let comment = try PluginPage.comment(on: "\(type(of: plugin))")
      #expect(comment != nil, "\(plugin.id): its type has no comment")
    }
  }

  @Test("know one plugin for each folder, under an id of its own")
  func folders() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      at: Repository.root.appending(path: "Plugins"), includingPropertiesForKeys: nil
    ).filter(\.hasDirectoryPath).map(\.lastPathComponent).sorted()
    #expect(bundledPlugins.map { "\(type(of: $0))" }.sorted() == folders)
    #expect(Set(bundledPlugins.map(\.id)).count == bundledPlugins.count)
  }

  @Test("find every plugin in a profile, and every row of a profile among the plugins")
  func profiles() throws {
    let session = Session(
      workspace: Workspace(path: "/nowhere"), dataFolder: Repository.path("Data"), language: .ja,
      audience: .public, plugins: bundledPlugins, today: CalendarDate(daysSince1970: 0))
    let rows = try ListProfiles.run(.init(), in: session).profiles.flatMap(\.plugins)
    let named = Set(rows.map(\.plugin))
    let known = Set(bundledPlugins.map(\.id))
    #expect(named.subtracting(known) == [], "rows without a plugin")
    #expect(known.subtracting(named) == [], "plugins that no profile weighs never judge")
  }
}
