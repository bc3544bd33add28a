import Diagnostics
import GRDB
import Model

/// Where the directory stands, and what changed on the way there: for those who watch.
public struct ChangeSummary: Sendable, Hashable {
  /// The number of the last change.
  public var last: Int64
  /// Ids that changed, each once.
  public var ids: Set<String> = []
  /// Whether any of them was retired.
  public var hasRetired = false
  /// Resources there are, and the greatest number one has: together they tell whether some came.
  public var count = 0
  public var greatest: Int64 = 0
}

extension Directory {
  /// Where things stand, and what changed after `seq`; with nil only the former.
  public func summary(since seq: Int64?) throws(SasaeError) -> ChangeSummary {
    try read { store in
      var out = ChangeSummary(last: try Tail.last(store.db).seq)
      guard out.last != seq else { return out }
      let rows = try Row.fetchCursor(
        store.db, sql: "SELECT id, op = 'retire' FROM change WHERE seq > ?",
        arguments: [seq ?? out.last])
      while let row = try rows.next() {
        out.ids.insert(row[0])
        out.hasRetired = out.hasRetired || row[1]
      }
      let totals = try Row.fetchOne(
        store.db,
        sql: "SELECT count(*), coalesce(max(number), 0) FROM service WHERE status <> 'retired'")
      if let totals { (out.count, out.greatest) = (totals[0], totals[1]) }
      return out
    }
  }

  /// Names in order of the registry's numbers, beginning after `number`; not those retired.
  public func names(
    after number: Int64, limit: Int
  ) throws(SasaeError) -> [(number: Int64, id: String, name: String)] {
    try read { store in
      try Row.fetchAll(
        store.db,
        sql: """
          SELECT number, id, json_extract(body, '$.name') FROM service
          WHERE number > ? AND status <> 'retired' ORDER BY number LIMIT ?
          """, arguments: [number, limit]
      ).map { ($0[0], $0[1], $0[2]) }
    }
  }
}
