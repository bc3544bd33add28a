import Diagnostics
import GRDB

extension Directory {
  /// Throws `workspace.missing` when there is none.
  public func requireWorkspace() throws(SasaeError) {
    guard workspace.exists else {
      throw SasaeError("workspace.missing", ["path": "\(workspace.path)"])
    }
  }

  /// What is known of a list; nil before it was first imported.
  public func listSource(_ key: String) throws(SasaeError) -> ListSource? {
    try read { store in
      try Row.fetchOne(
        store.db, sql: "SELECT name, licence, url, attribution FROM source WHERE key = ?",
        arguments: [key]
      ).map { ListSource(key: key, name: $0[0], licence: $0[1], url: $0[2], attribution: $0[3]) }
    }
  }

  /// Takes one list in, all of it in one transaction. `body` feeds the session; with `dryRun`
  /// everything is done and nothing kept.
  public func importList(
    _ source: ListSource, file: String?, dryRun: Bool,
    _ body: (ImportSession) throws -> Void
  ) throws(SasaeError) -> [Vanished] {
    var vanished: [Vanished] = []
    try write(isBulk: !dryRun) { store, build in
      let session = try ImportSession(store.db, source: source, file: file, build: build)
      try body(session)
      vanished = try session.vanished()
      try session.finish()
      return !dryRun
    }
    return vanished
  }
}
