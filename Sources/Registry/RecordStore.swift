import Diagnostics
import GRDB
import Model

/// Resources to and from the registry's records, inside one transaction.
struct RecordStore {
  let db: Database

  /// A resource as the registry holds it.
  struct Stored {
    var number: Int64
    var resource: Resource
  }

  // MARK: reading

  private static let select = """
    SELECT s.number, s.body, o.body, l.body, a.reach,
      (SELECT body FROM schedule WHERE service_at_location = a.number),
      (SELECT json_group_array(json(body)) FROM
        (SELECT body FROM contact WHERE service = s.number ORDER BY ordinal))
    FROM service s
    LEFT JOIN organization o ON o.id = s.organization_id
    LEFT JOIN service_at_location a ON a.service = s.number
    LEFT JOIN location l ON l.id = a.location_id
    """

  func find(id: String) throws -> Stored? {
    let statement = try db.cachedStatement(sql: Self.select + " WHERE s.id = ?")
    return try Row.fetchOne(statement, arguments: [id]).map(assemble)
  }

  func find(number: Int64) throws -> Stored? {
    let statement = try db.cachedStatement(sql: Self.select + " WHERE s.number = ?")
    return try Row.fetchOne(statement, arguments: [number]).map(assemble)
  }

  /// Every resource in order of its number, beginning after `number`. `unreadable` is told the
  /// number of a record that can't be read; without it such a record ends the walk.
  func each(
    after number: Int64 = 0, unreadable: ((Int64, any Error) throws -> Void)? = nil,
    _ body: (Stored) throws -> Void
  ) throws {
    try walk(after: number, unreadable: unreadable) {
      try body($0)
      return true
    }
  }

  /// The same until `body` returns false.
  func walk(
    after number: Int64 = 0, unreadable: ((Int64, any Error) throws -> Void)? = nil,
    _ body: (Stored) throws -> Bool
  ) throws {
    let statement = try db.makeStatement(sql: Self.select + " WHERE s.number > ? ORDER BY s.number")
    let rows = try Row.fetchCursor(statement, arguments: [number])
    while let row = try rows.next() {
      let stored: Stored
      do {
        stored = try assemble(row)
      } catch {
        guard let unreadable else { throw error }
        try unreadable(row[0], error)
        continue
      }
      guard try body(stored) else { return }
    }
  }

  /// The records are JSON objects, so the whole is put together as text and decoded once.
  private func assemble(_ row: Row) throws -> Stored {
    let body: String = row[1]
    var text = String(body.dropLast())
    func add(_ member: String, _ value: String?) {
      if let value { text += ",\"\(member)\":" + value }
    }
    add("provider", row[2])
    add("place", row[3])
    add("reach", row[4])
    add("schedule", row[5])
    let contacts: String = row[6]
    if contacts != "[]" { add("contacts", contacts) }
    return Stored(
      number: row[0], resource: try CanonicalJSON.decode(Resource.self, from: text + "}"))
  }

  // MARK: writing

  /// Writes the resource whole and returns its number. `was` is the record a person saw and
  /// changed: what they took from its provider or place goes from the shared record.
  @discardableResult
  func write(_ resource: Resource, number: Int64?, was: Resource? = nil) throws -> Int64 {
    var body = resource
    let (provider, place) = (resource.provider, resource.place)
    let organization = try shared(
      provider, table: "organization", id: provider?.id, number: number,
      was: was?.provider?.id == provider?.id ? was?.provider : nil)
    let location = try shared(
      place, table: "location", id: place?.id, number: number,
      was: was?.place?.id == place?.id ? was?.place : nil)
    (body.provider, body.place, body.reach, body.schedule, body.contacts) = (nil, nil, nil, nil, [])
    let json = try CanonicalJSON.encode(body)
    let service: Int64
    if let number {
      service = number
      try run(
        "UPDATE service SET id = ?, organization_id = ?, body = ? WHERE number = ?",
        [resource.id, organization, json, number])
      try run("DELETE FROM service_at_location WHERE service = ?", [number])
      try run("DELETE FROM contact WHERE service = ?", [number])
    } else {
      try run(
        "INSERT INTO service (id, organization_id, body) VALUES (?, ?, ?)",
        [resource.id, organization, json])
      service = db.lastInsertedRowID
    }
    if location != nil || resource.reach != nil || resource.schedule != nil {
      try run(
        "INSERT INTO service_at_location (service, location_id, reach) VALUES (?, ?, ?)",
        [service, location, try resource.reach.map { try CanonicalJSON.encode($0) }])
      if let schedule = resource.schedule {
        try run(
          "INSERT INTO schedule (service_at_location, body) VALUES (?, ?)",
          [db.lastInsertedRowID, try CanonicalJSON.encode(schedule)])
      }
    }
    for (ordinal, contact) in resource.contacts.enumerated() {
      try run(
        "INSERT INTO contact (service, ordinal, body) VALUES (?, ?, ?)",
        [service, ordinal, try CanonicalJSON.encode(contact)])
    }
    return service
  }

  /// The record an inline provider or place is the view of. With an id of its own it is one record
  /// for all that name it: members given now replace, members not given stay, unless somebody who
  /// saw them (`was`) took them away. Without one it is known by its content, so equal places are
  /// one record and different ones never mix.
  private func shared<Part: Encodable>(
    _ value: Part?, table: String, id: String?, number: Int64?, was: Part?
  ) throws -> String? {
    guard let value else { return nil }
    let given = try CanonicalJSON.encode(value)
    guard given != "{}" else { return nil }
    guard let id else {
      let key = "~" + CanonicalJSON.hash(given)
      try run("INSERT OR IGNORE INTO \(table) (id, body) VALUES (?, ?)", [key, given])
      return key
    }
    let statement = try db.cachedStatement(sql: "SELECT body FROM \(table) WHERE id = ?")
    guard let old = try String.fetchOne(statement, arguments: [id]) else {
      try run("INSERT INTO \(table) (id, body) VALUES (?, ?)", [id, given])
      return id
    }
    let seen = try was.map { try CanonicalJSON.encode($0) }
    let merged = try Self.overlay(given, on: old, seen: seen)
    if merged != old {
      try keepBases(table: table, id: id, except: number)
      try run("UPDATE \(table) SET body = ? WHERE id = ?", [merged, id])
      try noteAllAt(table: table, id: id)
    }
    return id
  }

  private static func overlay(
    _ given: String, on old: String, seen: String?
  ) throws -> String {
    var members = try CanonicalJSON.decode([String: JSONValue].self, from: old)
    let new = try CanonicalJSON.decode([String: JSONValue].self, from: given)
    // An id alone only names the record.
    if let seen, new.count > 1 {
      for name in try CanonicalJSON.decode([String: JSONValue].self, from: seen).keys
      where new[name] == nil {
        members[name] = nil
      }
    }
    for (name, value) in new { members[name] = value }
    return try CanonicalJSON.encode(members)
  }

  /// A shared record is about to change through one of the resources that show it. What the lists
  /// said of the others is kept, to merge their next editions against; else an old value there
  /// would undo the change.
  private func keepBases(table: String, id: String, except number: Int64?) throws {
    let others = try Int64.fetchAll(
      db,
      sql: """
        SELECT service.number FROM service JOIN provenance ON provenance.service = service.number
        WHERE base IS NULL AND service.number IS NOT ? AND \(Self.showing(table))
        """, arguments: [number, id])
    for other in others {
      guard let stored = try find(number: other) else { continue }
      try run(
        "UPDATE provenance SET base = ? WHERE service = ?",
        [try CanonicalJSON.encode(stored.resource), other])
    }
  }

  /// The services that show a shared record, whose id is the one argument.
  private static func showing(_ table: String) -> String {
    table == "location"
      ? "service.number IN (SELECT service FROM service_at_location WHERE location_id = ?)"
      : "service.organization_id = ?"
  }

  /// A shared record changed, so everything that shows it did.
  private func noteAllAt(table: String, id: String) throws {
    try run(
      """
      INSERT INTO change (op, service, id)
      SELECT CASE status WHEN 'retired' THEN 'retire' ELSE 'put' END, number, id
      FROM service WHERE \(Self.showing(table))
      """, [id])
  }

  func note(_ op: Change.Operation, number: Int64, id: String) throws {
    try run(
      "INSERT INTO change (op, service, id) VALUES (?, ?, ?)", [op.rawValue, number, id])
  }

  /// Records known by content that nothing shows any more.
  func removeOrphans() throws {
    try run(
      """
      DELETE FROM location WHERE id LIKE '~%' AND NOT EXISTS
        (SELECT 1 FROM service_at_location WHERE location_id = location.id)
      """, [])
    try run(
      """
      DELETE FROM organization WHERE id LIKE '~%' AND NOT EXISTS
        (SELECT 1 FROM service WHERE organization_id = organization.id)
      """, [])
  }

  func run(_ sql: String, _ arguments: StatementArguments) throws {
    try db.cachedStatement(sql: sql).execute(arguments: arguments)
  }
}

/// One entry of the change feed.
public struct Change: Sendable, Hashable, Codable {
  public enum Operation: String, Sendable, Codable, CaseIterable {
    /// New or changed.
    case put
    /// Gone: a tombstone; the id still resolves.
    case retire
  }

  public var seq: Int64
  public var op: Operation
  public var id: String
}
