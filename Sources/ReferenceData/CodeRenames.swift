import Diagnostics
import Model

/// Codes that were given another name (コードの改名): what an old one is now. Requests, records, imports
/// and a workspace's own files may go on saying the old one.
public struct CodeRenames: Sendable {
  public enum Tree: String, Sendable, Hashable, CaseIterable {
    case need, category
  }

  public struct Entry: Sendable, Hashable {
    public var tree: Tree
    public var old: String
    public var new: String
    /// Of the taxonomy since when it is so.
    public var version: String
    public var date: String
    var row: DataFile.Row
    /// Of the workspace's own file.
    public var isLocal: Bool

    public static func == (a: Entry, b: Entry) -> Bool {
      (a.tree, a.old, a.new) == (b.tree, b.old, b.new)
    }

    public func hash(into hasher: inout Hasher) {
      hasher.combine(old)
      hasher.combine(new)
    }
  }

  public static let columns = ["tree", "old", "new", "version", "date"]

  public private(set) var entries: [Entry] = []
  private var byOld: [Tree: [String: Entry]] = [:]

  public init() {}

  /// The bundled file, and the workspace's own, which may lead to a code that ours has renamed since.
  /// Throws for a code renamed twice and for a chain or a cycle of renames.
  init(file: DataFile?, own: DataFile?) throws(SasaeError) {
    for (file, isLocal) in [(file, false), (own, true)] {
      for row in file?.rows ?? [] {
        let entry = try Self.entry(row, isLocal: isLocal)
        guard byOld[entry.tree]?[entry.old] == nil else {
          throw row.error("data.duplicate", ["value": "\(entry.old)"], field: "old")
        }
        byOld[entry.tree, default: [:]][entry.old] = entry
        entries.append(entry)
      }
    }
    for i in entries.indices { try straighten(i) }
  }

  private static func entry(_ row: DataFile.Row, isLocal: Bool) throws(SasaeError) -> Entry {
    guard let tree = Tree(rawValue: row["tree"]) else {
      throw row.error(
        "data.value",
        [
          "value": "\(row["tree"])",
          "expected": "\(Tree.allCases.map(\.rawValue).joined(separator: ", "))",
        ], field: "tree")
    }
    let version = try row.required("version")
    guard TaxonomyVersion.isValid(version) else {
      throw row.error(
        "data.value", ["value": "\(version)", "expected": TaxonomyVersion.form], field: "version")
    }
    let date = try row.required("date")
    guard CalendarDate(date)?.text == date else {
      throw row.error(
        "data.value",
        [
          "value": "\(date)", "expected": Bilingual(ja: "YYYY-MM-DD の日付", en: "a date, YYYY-MM-DD"),
        ],
        field: "date")
    }
    return Entry(
      tree: tree, old: try row.required("old"), new: try row.required("new"), version: version,
      date: date, row: row, isLocal: isLocal)
  }

  /// One step is all there may be, so that a reader of the file sees where a code went. Only what a
  /// workspace wrote before ours moved on is followed.
  private mutating func straighten(_ i: Int) throws(SasaeError) {
    let entry = entries[i]
    var seen: Set<String> = [entry.old]
    var new = entry.new
    while let next = byOld[entry.tree]?[new] {
      guard seen.insert(new).inserted, next.new != entry.old else {
        throw entry.row.error("data.rename-cycle", ["value": "\(entry.old)"], field: "new")
      }
      new = next.new
    }
    if seen.contains(new) {
      throw entry.row.error("data.rename-cycle", ["value": "\(entry.old)"], field: "new")
    }
    guard new != entry.new else { return }
    guard entry.isLocal, byOld[entry.tree]?[entry.new]?.isLocal == false else {
      throw entry.row.error(
        "data.rename-chain", ["value": "\(entry.new)", "suggestion": "\(new)"], field: "new")
    }
    entries[i].new = new
    byOld[entry.tree]?[entry.old]?.new = new
  }

  /// Throws where an old code still stands in its tree, or a new one does not.
  func check(_ tree: Tree, against terms: Taxonomy) throws(SasaeError) {
    for entry in entries where entry.tree == tree {
      if terms[entry.old] != nil {
        throw entry.row.error(
          "data.value",
          [
            "value": "\(entry.old)",
            "expected": Bilingual(
              ja: "分類にまだあるコードは改名できません",
              en: "a code that still stands in the taxonomy can't be renamed"),
          ], field: "old")
      }
      guard terms[entry.new] != nil else {
        throw entry.row.error(
          "data.dangling",
          [
            "value": "\(entry.new)",
            "what": tree == .need
              ? Bilingual(ja: "ニーズ", en: "need") : Bilingual(ja: "カテゴリ", en: "category"),
            "suggestion": "\(terms.suggestion(for: entry.new) ?? "")",
          ], field: "new")
      }
    }
  }

  /// What became of a code; nil when it was never renamed.
  public func entry(_ tree: Tree, _ old: String) -> Entry? { byOld[tree]?[old] }

  public func current(_ tree: Tree, _ code: String) -> String { byOld[tree]?[code]?.new ?? code }

  public var isEmpty: Bool { entries.isEmpty }
}

/// Where a file of the workspace says an old code.
public struct RenamedUse: Sendable, Hashable {
  public var position: Position
  public var old: String
  public var new: String
}

/// `1.4`: numbers with points between.
enum TaxonomyVersion {
  static let form = Bilingual(ja: "1.4 のような番号", en: "a number such as 1.4")

  static func isValid(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return (1...4).contains(parts.count)
      && parts.allSatisfy {
        !$0.isEmpty && $0.count < 7 && $0.utf8.allSatisfy { (48...57).contains($0) }
      }
  }
}
