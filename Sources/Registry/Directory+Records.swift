import Diagnostics
import GRDB
import Model

extension Directory {
  /// One resource whole, as `audience` may see it.
  public func resource(_ id: String, for audience: Visibility) throws(SasaeError) -> Resource {
    let found = try read { store in
      guard let stored = try store.find(id: id) else { throw try unknown(id, store) }
      return stored.resource
    }
    return Redaction.redact(found, for: audience)
  }

  /// Where the record came from: list, file, line and raw cells. The cells may hold what is not
  /// public, so they are for coordinators alone.
  public func provenance(_ id: String) throws(SasaeError) -> RecordProvenance? {
    try read { store in
      // A workspace that can't be written may be of an earlier schema.
      let isOld = try !store.db.columns(in: "provenance").contains { $0.name == "evidence" }
      let later = isOld ? "NULL, NULL" : "o.fields, p.evidence"
      return try Row.fetchOne(
        store.db,
        sql: """
          SELECT o.key, p.row_key, p.file, p.line, p.raw, \(later) FROM provenance p
          JOIN source o ON o.number = p.source JOIN service s ON s.number = p.service
          WHERE s.id = ?
          """, arguments: [id]
      ).map {
        RecordProvenance(
          source: $0[0], key: $0[1], file: $0[2], line: $0[3],
          cells: try Self.texts($0[4]), fields: try Self.texts($0[5]),
          evidence: try Self.texts($0[6]))
      }
    }
  }

  private static func texts(_ json: String?) throws -> [String: String]? {
    try json.map { try CanonicalJSON.decode([String: String].self, from: $0) }
  }

  /// All resources in the order they came, as `audience` may see them.
  public func each(
    for audience: Visibility, includeRetired: Bool = false, _ body: (Resource) throws -> Void
  ) throws(SasaeError) {
    try read { store in
      try store.each { stored in
        if includeRetired || stored.resource.status != .retired {
          try body(Redaction.redact(stored.resource, for: audience))
        }
      }
    }
  }

  /// Resources as of one moment in order of their numbers, beginning after `number`, until `body`
  /// returns false. Returns the number of the last change before that moment.
  public func walk(
    after number: Int64, for audience: Visibility, includeRetired: Bool,
    _ body: (Int64, Resource) throws -> Bool
  ) throws(SasaeError) -> Int64 {
    try read { store in
      try store.walk(after: number) { stored in
        guard includeRetired || stored.resource.status != .retired else { return true }
        return try body(stored.number, Redaction.redact(stored.resource, for: audience))
      }
      return try Tail.last(store.db).seq
    }
  }

  public func count() throws(SasaeError) -> Int {
    try read { store in
      try Int.fetchOne(
        store.db, sql: "SELECT count(*) FROM service WHERE status <> 'retired'") ?? 0
    }
  }

  /// Enters or replaces one resource; returns what became of it.
  public func put(_ resource: Resource) throws(SasaeError) -> Outcome {
    var outcome = Outcome.added
    try write { store in
      guard let stored = try store.find(id: resource.id) else {
        let number = try store.write(resource, number: nil)
        try store.note(
          resource.status == .retired ? .retire : .put, number: number, id: resource.id)
        return true
      }
      outcome = stored.resource == resource ? .unchanged : .updated
      guard outcome == .updated else { return false }
      try change(stored, to: resource, store)
      return true
    }
    return outcome
  }

  /// Changes one resource in place and returns it.
  public func update(
    _ id: String, _ body: (inout Resource) throws -> Void
  ) throws(SasaeError) -> Resource {
    var result: Resource?
    try write { store in
      guard let stored = try store.find(id: id) else { throw try unknown(id, store) }
      var changed = stored.resource
      try body(&changed)
      result = changed
      guard changed != stored.resource else { return false }
      try change(stored, to: changed, store)
      return true
    }
    guard let result else { throw SasaeError("internal", ["detail": "update"]) }
    return result
  }

  private func change(
    _ stored: RecordStore.Stored, to resource: Resource, _ store: RecordStore
  ) throws {
    // The first correction by hand keeps what the list said, to merge its next edition against.
    try store.run(
      "UPDATE provenance SET base = ? WHERE service = ? AND base IS NULL",
      [try CanonicalJSON.encode(stored.resource), stored.number])
    try store.write(resource, number: stored.number, was: stored.resource)
    try store.note(
      resource.status == .retired ? .retire : .put, number: stored.number, id: resource.id)
    try store.removeOrphans()
  }

  /// The change feed after `seq`, at most `limit` entries.
  public func changes(since seq: Int64, limit: Int) throws(SasaeError) -> [Change] {
    try read { store in
      try Row.fetchAll(
        store.db, sql: "SELECT seq, op, id FROM change WHERE seq > ? ORDER BY seq LIMIT ?",
        arguments: [seq, limit]
      ).map { Change(seq: $0[0], op: Change.Operation(rawValue: $0[1]) ?? .put, id: $0[2]) }
    }
  }

  private func unknown(_ id: String, _ store: RecordStore) throws -> SasaeError {
    let id = String(id.prefix(200))
    let near = try String.fetchAll(
      store.db, sql: "SELECT id FROM service WHERE substr(id, 1, 3) = ? LIMIT 5000",
      arguments: [String(id.prefix(3))])
    return SasaeError(
      "resource.unknown",
      ["value": "\(id)", "suggestion": "\(DidYouMean.closest(to: id, among: near) ?? "")"])
  }
}

/// Where a record came from.
public struct RecordProvenance: Sendable, Hashable {
  public var source: String
  public var key: String
  public var file: String?
  public var line: Int?
  /// Heading → cell as they stood.
  public var cells: [String: String]?
  /// Heading → field that it fed.
  public var fields: [String: String]?
  /// Field → where its value comes from, for values no single cell states.
  public var evidence: [String: String]?
}

extension Directory {
  /// Where the change log stands: part of what an answer rests on.
  public func position() throws(SasaeError) -> String {
    try read { store in try Tail.last(store.db).mark }
  }

  /// The registry's number of the last change.
  public func lastChange() throws(SasaeError) -> Int64 {
    try read { store in try Tail.last(store.db).seq }
  }
}
