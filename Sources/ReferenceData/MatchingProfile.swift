import Diagnostics

/// Which plugins judge, with what weight, and which may exclude (マッチングの設定).
public struct MatchingProfile: Sendable {
  public var name: String
  public var label: Bilingual
  public var entries: [Entry]
  /// The file it was read from.
  public var file: String

  public struct Entry: Sendable {
    public var plugin: String
    /// Share of the total; the weights of the plugins that scored are normalised to 1.
    public var weight: Double
    /// Whether the plugin's exclusions exclude; otherwise they score 0.
    public var hard: Bool
    public var note: String
    /// Where it stands: with `extends`, another file than the profile's own.
    public var file: String
    public var line: Int
  }

  /// The weight of a row that takes a plugin out of the profile it extends.
  static let out = "-"

  /// Reads one file; `known` are the profiles that its `extends` may name.
  init(
    file: DataFile, name: String, extending known: [MatchingProfile] = []
  ) throws(SasaeError) {
    self.name = name
    self.file = file.path
    let base = try Self.base(file, known)
    label = Bilingual(
      ja: file.notes["label_ja"] ?? base?.label.ja ?? name,
      en: file.notes["label_en"] ?? base?.label.en ?? name)
    entries = base?.entries ?? []
    var seen: Set<String> = []
    for row in file.rows {
      let plugin = try row.required("plugin")
      guard seen.insert(plugin).inserted else {
        throw row.error("data.duplicate", ["value": "\(plugin)"], field: "plugin")
      }
      let inherited = entries.firstIndex { $0.plugin == plugin }
      if base != nil, row["weight"] == Self.out {
        guard let inherited else {
          throw row.error(
            "data.dangling",
            [
              "value": "\(plugin)",
              "what": Bilingual(ja: "プラグインの行", en: "row of a plugin"),
              "suggestion":
                "\(DidYouMean.closest(to: plugin, among: entries.map(\.plugin)) ?? "")",
            ], field: "plugin")
        }
        entries.remove(at: inherited)
        continue
      }
      let entry = try Self.entry(row, plugin, file.path)
      if let inherited { entries[inherited] = entry } else { entries.append(entry) }
    }
  }

  private static func entry(
    _ row: DataFile.Row, _ plugin: String, _ file: String
  ) throws(SasaeError) -> Entry {
    let hard = row["hard"]
    guard ["yes", "no", "1", "0", ""].contains(hard) else {
      throw row.error("data.value", ["value": "\(hard)", "expected": "yes, no"], field: "hard")
    }
    return Entry(
      plugin: plugin, weight: try row.number("weight", in: 0...1),
      hard: hard == "yes" || hard == "1", note: row["note"], file: file, line: row.line)
  }

  private static func base(
    _ file: DataFile, _ known: [MatchingProfile]
  ) throws(SasaeError) -> MatchingProfile? {
    guard let wanted = file.notes["extends"] else { return nil }
    if let base = known.first(where: { $0.name == wanted }) { return base }
    throw SasaeError(
      "data.dangling",
      [
        "value": "\(wanted)", "what": Bilingual(ja: "マッチングの設定", en: "matching profile"),
        "suggestion": "\(DidYouMean.closest(to: wanted, among: known.map(\.name)) ?? "")",
      ], at: Position(file: file.path, field: "extends"))
  }
}

/// A folder of profiles.
enum ProfileFolder {
  /// The profiles of a folder, and those of `known` that it does not replace, by name. Each may extend
  /// one of `known`.
  static func read(
    _ folder: String, over known: [MatchingProfile] = []
  ) throws(SasaeError) -> [MatchingProfile] {
    var profiles = known
    for name in FileBytes.list(folder, suffix: ".tsv") {
      let profile = try MatchingProfile(
        file: DataFile(path: folder + "/" + name, required: ["plugin", "weight", "hard"]),
        name: String(name.dropLast(4)), extending: known)
      profiles.removeAll { $0.name == profile.name }
      profiles.append(profile)
    }
    return profiles.sorted { $0.name < $1.name }
  }
}
