import Diagnostics
import LineRPC
import MatchingKit
import ReferenceData

/// A program that may run as a plugin: a row of `plugins.tsv`.
public struct PluginRow: Sendable, Hashable {
  /// The name that profiles use and that the program must call itself.
  public var id: String
  /// Absolute.
  public var path: String
  /// How long an answer may take.
  public var seconds: Double
  /// The confidential fields it may see, if it declares them.
  public var grants: Set<PluginManifest.Field>
  /// What it is started with: a JSON object, as text.
  public var options: String

  public static let defaultSeconds = 2.0
  static let secondsAllowed = 0.05...60.0

  /// Nothing is checked here: what is wrong with a path shows when it is run.
  public init(
    id: String, path: String, seconds: Double = defaultSeconds,
    grants: Set<PluginManifest.Field> = [], options: String = "{}"
  ) {
    self.id = id
    self.path = path
    self.seconds = seconds
    self.grants = grants
    self.options = options
  }
}

extension PluginRow {
  static let columns = ["id", "path"]

  init(_ row: DataFile.Row) throws(SasaeError) {
    let path = try row.required("path")
    guard path.hasPrefix("/") else {
      throw row.error(
        "data.value",
        ["value": "\(path)", "expected": Bilingual(ja: "絶対パス", en: "an absolute path")],
        field: "path")
    }
    let options = row["options"].isEmpty ? "{}" : row["options"]
    guard Self.isObject(options) else {
      throw row.error(
        "data.value",
        [
          "value": "\(options)", "expected": Bilingual(ja: "JSON オブジェクト", en: "a JSON object"),
        ], field: "options")
    }
    var grants: Set<PluginManifest.Field> = []
    for name in row.list("grants") { grants.insert(try Self.grant(name, row)) }
    self.init(
      id: try row.required("id"), path: path,
      seconds: row["seconds"].isEmpty
        ? Self.defaultSeconds : try row.number("seconds", in: Self.secondsAllowed),
      grants: grants, options: options)
  }

  /// A program to be tried, as it is named on a command line.
  public init(
    trying path: String, seconds: Double, grants: [String], options: String
  ) throws(SasaeError) {
    var granted: Set<PluginManifest.Field> = []
    for name in grants {
      guard let field = Self.grant(name) else {
        throw Self.usage("--grant", name, "\(Self.grantable.joined(separator: ", "))")
      }
      granted.insert(field)
    }
    guard Self.secondsAllowed.contains(seconds) else {
      throw Self.usage(
        "--seconds", "\(seconds)",
        "\(Self.secondsAllowed.lowerBound)…\(Self.secondsAllowed.upperBound)")
    }
    guard Self.isObject(options) else {
      throw Self.usage("--options", options, Bilingual(ja: "JSON オブジェクト", en: "a JSON object"))
    }
    self.init(id: path, path: path, seconds: seconds, grants: granted, options: options)
  }

  private static func usage(
    _ option: String, _ value: String, _ expected: Bilingual
  ) -> SasaeError {
    SasaeError(
      "usage.value", ["option": "\(option)", "value": "\(value)", "expected": expected])
  }

  private static func isObject(_ text: String) -> Bool {
    JSONSlice(checking: Array(text.utf8))?.kind == .object
  }

  /// The confidential field of this name; everything else needs no grant.
  public static func grant(_ name: String) -> PluginManifest.Field? {
    PluginManifest.Field(rawValue: name).flatMap { $0.isConfidential ? $0 : nil }
  }

  /// The names that can be granted.
  public static var grantable: [String] {
    PluginManifest.Field.allCases.filter(\.isConfidential).map(\.rawValue)
  }

  private static func grant(
    _ name: String, _ row: DataFile.Row
  ) throws(SasaeError) -> PluginManifest.Field {
    guard let field = grant(name) else {
      throw row.error(
        "data.value",
        ["value": "\(name)", "expected": "\(grantable.joined(separator: ", "))"],
        field: "grants")
    }
    return field
  }
}
