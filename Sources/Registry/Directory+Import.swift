import Diagnostics
import GRDB

extension Directory {
  /// Takes one list in, all of it in one transaction. `body` feeds the session; with `dryRun`
  /// everything is done and nothing kept.
  public func importList(
    _ source: ListSource, file: String?, dryRun: Bool,
    _ body: (ImportSession) throws -> Void
  ) throws(SasaeError) -> [Vanished] {
    var vanished: [Vanished] = []
    try write { store in
      let session = try ImportSession(store.db, source: source, file: file)
      try body(session)
      vanished = try session.vanished()
      try session.finish()
      return !dryRun
    }
    return vanished
  }
}
