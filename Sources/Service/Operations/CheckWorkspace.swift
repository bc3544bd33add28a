import Diagnostics
import Registry

/// Proves the workspace sound: registry = index, no orphans, ids resolvable, schema current.
public enum CheckWorkspace: Operation {
  public static let name = "check_workspace"
  public static let summary = Bilingual(ja: "作業フォルダが健全か調べる", en: "Prove the workspace sound")
  public static let scope = Scope.read

  public static func scope(of input: Input) -> Scope { input.repair == true ? .write : .read }

  public struct Input: Codable, Sendable {
    /// Mend what can be mended without losing anything; needs the scope `write`.
    public var repair: Bool?

    public init(repair: Bool? = nil) { self.repair = repair }
  }

  public struct Output: Codable, Sendable {
    public var ok: Bool
    public var findings: [Finding]
    /// What was found before the repair.
    public var repaired: [Finding]?
    public var resources: Int
  }

  public static func run(_ input: Input, in session: Session) throws(SasaeError) -> Output {
    _ = try session.shelf.library()
    var findings = try findings(session)
    var repaired: [Finding]?
    if input.repair == true {
      repaired = findings
      try session.directory.repair()
      try renew(session)
      findings = try self.findings(session)
    }
    return Output(
      ok: findings.isEmpty, findings: findings, repaired: repaired,
      resources: try session.directory.count())
  }

  private static func findings(_ session: Session) throws(SasaeError) -> [Finding] {
    let total = try session.directory.count()
    let found = try session.directory.findings { done in
      try session.goOn()
      session.progress(.init(phase: .checking, subject: "", done: done, total: max(done, total)))
    }
    return try found + places(session) + renamed(session)
  }

  /// Records and files that say an old code. They are read as the new one all the same.
  private static func renamed(_ session: Session) throws(SasaeError) -> [Finding] {
    let library = try session.shelf.library()
    guard !library.categories.renames.isEmpty else { return [] }
    let uses =
      library.needs.renamedUses + library.categories.renamedUses + library.crosswalk.renamedUses
    var out = uses.map { use in
      Finding(
        .renamedCode, "taxonomy/" + (use.position.file?.split(separator: "/").last ?? ""),
        "\(use.position.line ?? 0): \(use.old) → \(use.new)")
    }
    try session.directory.each(for: .coordinator, includeRetired: true) { resource in
      for code in resource.categories {
        guard let rename = library.categories.rename(code) else { continue }
        out.append(Finding(.renamedCode, resource.id, "\(code) → \(rename.new)"))
      }
    }
    return out
  }

  /// Writes the new codes into the records.
  private static func renew(_ session: Session) throws(SasaeError) {
    let categories = try session.shelf.library().categories
    guard !categories.renames.isEmpty else { return }
    var old: [String] = []
    try session.directory.each(for: .coordinator, includeRetired: true) { resource in
      if resource.categories.contains(where: { categories.rename($0) != nil }) {
        old.append(resource.id)
      }
    }
    for id in old {
      var resource = try session.directory.resource(id, for: .coordinator)
      var codes: [String] = []
      for code in resource.categories.map(categories.current) where !codes.contains(code) {
        codes.append(code)
      }
      resource.categories = codes
      _ = try session.directory.put(resource)
    }
  }

  /// What can't be used of the workspace's own tables of places. Mended by hand: see docs/places.md.
  private static func places(_ session: Session) -> [Finding] {
    func finding(_ fault: SasaeError) -> Finding {
      var bare = fault
      bare.position.file = nil
      let file = fault.position.file?.split(separator: "/").last.map(String.init) ?? ""
      return Finding(.placeTable, file, bare.line(session.language))
    }
    do {
      return try session.directory.atlas.places().faults.prefix(mostPlaceFaults).map(finding)
    } catch {
      return [finding(error)]
    }
  }

  private static let mostPlaceFaults = 100
}
