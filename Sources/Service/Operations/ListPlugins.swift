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
  }

  public static func run(_ input: Input, in session: Session) throws(SasaeError) -> Output {
    Output(
      plugins: session.plugins.map(\.manifest).sorted { $0.id < $1.id }.map {
        Entry(
          id: $0.id, version: $0.version, summary: $0.summary(session.language),
          reads: $0.reads.map(\.rawValue).sorted())
      })
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
  }

  public static func run(_ input: Input, in session: Session) throws(SasaeError) -> Output {
    Output(
      profiles: try session.shelf.library().profiles.map { profile in
        Entry(
          name: profile.name, label: profile.label(session.language),
          plugins: profile.entries.map {
            Seat(plugin: $0.plugin, weight: $0.weight, hard: $0.hard)
          })
      })
  }
}
