import Diagnostics

/// Which plugins judge, with what weight, and which may exclude (マッチングの設定).
public struct MatchingProfile: Sendable {
  public var name: String
  public var label: Bilingual
  public var entries: [Entry]

  public struct Entry: Sendable {
    public var plugin: String
    /// Share of the total; the weights of the plugins that scored are normalised to 1.
    public var weight: Double
    /// Whether the plugin's exclusions exclude; otherwise they score 0.
    public var hard: Bool
    public var note: String
    public var line: Int
  }

  init(file: DataFile, name: String) throws(SasaeError) {
    self.name = name
    label = Bilingual(
      ja: file.notes["label_ja"] ?? name, en: file.notes["label_en"] ?? name)
    entries = []
    for row in file.rows {
      let plugin = try row.required("plugin")
      guard !entries.contains(where: { $0.plugin == plugin }) else {
        throw row.error("data.duplicate", ["value": "\(plugin)"], field: "plugin")
      }
      let hard = row["hard"]
      guard ["yes", "no", "1", "0", ""].contains(hard) else {
        throw row.error("data.value", ["value": "\(hard)", "expected": "yes, no"], field: "hard")
      }
      entries.append(
        Entry(
          plugin: plugin, weight: try row.number("weight", in: 0...1),
          hard: hard == "yes" || hard == "1", note: row["note"], line: row.line))
    }
  }
}
