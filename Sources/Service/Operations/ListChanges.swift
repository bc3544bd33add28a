import Diagnostics
import Registry

/// The change feed, with tombstones for what is gone.
public enum ListChanges: Operation {
  public static let name = "list_changes"
  public static let summary = Bilingual(
    ja: "変更の記録を順に見る", en: "List changes in order, with tombstones")
  public static let scope = Scope.read

  public struct Input: Codable, Sendable {
    /// Changes after this number; 0 for all.
    public var since: Int64?
    public var limit: Int?

    public init(since: Int64? = nil, limit: Int? = nil) {
      self.since = since
      self.limit = limit
    }
  }

  public struct Output: Codable, Sendable {
    public var changes: [Change]
    /// Pass as `since` next time.
    public var next: Int64
    /// Whether there are more than `limit`.
    public var more: Bool
  }

  static let defaultLimit = 1_000

  public static func run(_ input: Input, in session: Session) throws(SasaeError) -> Output {
    let since = input.since ?? 0
    let limit = input.limit ?? defaultLimit
    let last = try session.directory.lastChange()
    // A number above the last change was kept from another workspace: going on with it would hear
    // of nothing any more.
    guard (0...last).contains(since) else {
      throw InputCheck.value("since", "\(since)", "0…\(last)")
    }
    guard (1...100_000).contains(limit) else {
      throw InputCheck.value("limit", "\(limit)", "1…100000")
    }
    var changes = try session.directory.changes(since: since, limit: limit + 1)
    let more = changes.count > limit
    if more { changes.removeLast() }
    return Output(changes: changes, next: changes.last?.seq ?? since, more: more)
  }
}
