import Diagnostics
import MatchingKit

/// The matching plugins this program has.
public enum ListPlugins: Operation {
  public static let name = "list_plugins"
  public static let summary = Bilingual(ja: "マッチングのプラグインの一覧", en: "List the matching plugins")
  public static let scope = Scope.read

  public struct Input: Codable, Sendable {
    public init() {}
  }

  public struct Output: Codable, Sendable {
    public var plugins: [Entry]
  }

  public struct Entry: Codable, Sendable {
    public var id: String
    public var version: String
    public var summary: String
    /// The fields it is shown.
    public var reads: [String]
    /// Whether it is another program, which the workspace's `plugins.tsv` names.
    public var external: Bool
    /// Confidential fields that it declares and is not granted.
    public var withheld: [String]?
    /// Why it can't judge now.
    public var failure: String?
  }

  public static func run(_ input: Input, in session: Session) throws(SasaeError) -> Output {
    Output(
      plugins: try session.judges().sorted { $0.id < $1.id }.map { entry($0, session.language) })
  }

  private static func entry(_ plugin: any MatchPlugin, _ language: Language) -> Entry {
    let manifest = plugin.manifest
    let external = plugin as? any ExternalPlugin
    let withheld = external?.withheld.map(\.rawValue).sorted() ?? []
    return Entry(
      id: plugin.id, version: manifest.version, summary: manifest.summary(language),
      reads: manifest.reads.map(\.rawValue).sorted(), external: external != nil,
      withheld: withheld.isEmpty ? nil : withheld, failure: external?.failure?(language))
  }
}

/// The matching profiles.
public enum ListProfiles: Operation {
  public static let name = "list_profiles"
  public static let summary = Bilingual(ja: "マッチングの設定の一覧", en: "List the matching profiles")
  public static let scope = Scope.read

  public struct Input: Codable, Sendable {
    public init() {}
  }

  public struct Output: Codable, Sendable {
    public var profiles: [Entry]
  }

  public struct Entry: Codable, Sendable {
    public var name: String
    public var label: String
    public var plugins: [Seat]
  }

  public struct Seat: Codable, Sendable {
    public var plugin: String
    public var weight: Double
    public var hard: Bool
    /// `data` or `workspace`: whose file holds the row.
    public var from: Origin
    /// `profiles/care-manager.tsv`, in the data folder or in the workspace.
    public var file: String
    public var line: Int
  }

  public enum Origin: String, Codable, Sendable, CaseIterable {
    case data, workspace
  }

  public static func run(_ input: Input, in session: Session) throws(SasaeError) -> Output {
    let own = session.directory.workspace.profiles + "/"
    return Output(
      profiles: try session.matchingLibrary().profiles.map { profile in
        Entry(
          name: profile.name, label: profile.label(session.language),
          plugins: profile.entries.map {
            Seat(
              plugin: $0.plugin, weight: $0.weight, hard: $0.hard,
              from: $0.file.hasPrefix(own) ? .workspace : .data,
              file: "profiles/" + ($0.file.split(separator: "/").last ?? ""), line: $0.line)
          })
      })
  }
}
