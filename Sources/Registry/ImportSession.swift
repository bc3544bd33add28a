import Diagnostics
import GRDB
import Model

/// Takes the records of one list into the registry, inside one transaction: all of the list that
/// can be taken comes in at once, or, when something fails, none of it.
public struct ImportSession {
  private let store: RecordStore
  private let source: Int64
  private let run: Int64
  private let file: String?
  /// Takes the records along as they come, when the registry was empty.
  private let build: IndexBuild?

  init(
    _ db: Database, source list: ListSource, file: String?, build: IndexBuild? = nil
  ) throws {
    store = RecordStore(db: db)
    self.file = file
    self.build = build
    try store.run(
      """
      INSERT INTO source (key, name, licence, url, attribution, fields) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (key) DO UPDATE SET run = run + 1,
        name = coalesce(excluded.name, name), licence = coalesce(excluded.licence, licence),
        url = coalesce(excluded.url, url), attribution = coalesce(excluded.attribution, attribution),
        fields = excluded.fields
      """, [list.key, list.name, list.licence, list.url, list.attribution, list.fields])
    let row = try Row.fetchOne(
      db, sql: "SELECT number, run FROM source WHERE key = ?", arguments: [list.key])
    guard let row else { throw SasaeError("internal", ["detail": "source"]) }
    source = row[0]
    run = row[1]
  }

  public func take(_ incoming: Incoming) throws -> Outcome {
    let given = try CanonicalJSON.encode(incoming.resource)
    let hash = CanonicalJSON.hash(given)
    guard let known = try known(incoming) else { return try add(incoming, hash) }
    if known.hash == hash, known.source == source {
      try store.run(
        "UPDATE provenance SET run = ?, line = ?, file = ?, evidence = ? WHERE service = ?",
        [run, incoming.line, file, incoming.evidence, known.number])
      return .unchanged
    }
    guard let stored = try store.find(number: known.number) else {
      throw SasaeError("internal", ["detail": "record \(known.number)"])
    }
    let merged = try merge(incoming.resource, stored.resource, base: known.base)
    try remember(incoming, hash, number: known.number, merged: merged)
    guard merged != stored.resource else { return .unchanged }
    try store.write(merged, number: known.number)
    try store.note(
      merged.status == .retired ? .retire : .put, number: known.number, id: merged.id)
    return .updated
  }

  /// Whether there is a resource of this id already.
  public func holds(_ id: String) throws -> Bool {
    let statement = try store.db.cachedStatement(sql: "SELECT 1 FROM service WHERE id = ?")
    return try Int.fetchOne(statement, arguments: [id]) != nil
  }

  /// What tells the resource of this id from others; nil when there is none.
  public func marks(of id: String) throws -> ResourceMarks? {
    let statement = try store.db.cachedStatement(
      sql: """
        SELECT s.name, l.address, l.name,
          (SELECT json_extract(c.body, '$.phone') FROM contact c WHERE c.service = s.number
            AND json_extract(c.body, '$.phone') IS NOT NULL ORDER BY c.ordinal LIMIT 1)
        FROM service s LEFT JOIN service_at_location a ON a.service = s.number
        LEFT JOIN location l ON l.id = a.location_id WHERE s.id = ?
        """)
    return try Row.fetchOne(statement, arguments: [id]).map {
      ResourceMarks(name: $0[0], address: $0[1], place: $0[2], phone: $0[3])
    }
  }

  /// The other list that this id's record came from; nil when it is this one's, or nobody's.
  public func foreignOwner(of id: String) throws -> String? {
    let statement = try store.db.cachedStatement(
      sql: """
        SELECT o.key FROM service s JOIN provenance p ON p.service = s.number
        JOIN source o ON o.number = p.source WHERE s.id = ? AND p.source <> ?
        """)
    return try String.fetchOne(statement, arguments: [id, source])
  }

  /// Records of this source that this run did not bring.
  public func vanished() throws -> [Vanished] {
    let rows = try Row.fetchAll(
      store.db,
      sql: """
        SELECT s.id, s.name FROM provenance p JOIN service s ON s.number = p.service
        WHERE p.source = ? AND p.run < ? AND s.status <> 'retired' ORDER BY s.id
        """, arguments: [source, run])
    return rows.map { Vanished(id: $0[0], name: $0[1]) }
  }

  func finish() throws { try store.removeOrphans() }

  private struct Known {
    var number: Int64
    var source: Int64?
    var hash: String?
    var base: String?
  }

  private func known(_ incoming: Incoming) throws -> Known? {
    let statement = try store.db.cachedStatement(
      sql: """
        SELECT s.number, p.source, p.hash, p.base FROM service s
        LEFT JOIN provenance p ON p.service = s.number WHERE s.id = ?
        """)
    return try Row.fetchOne(statement, arguments: [incoming.resource.id]).map {
      Known(number: $0[0], source: $0[1], hash: $0[2], base: $0[3])
    }
  }

  private func add(_ incoming: Incoming, _ hash: String) throws -> Outcome {
    let number = try store.write(incoming.resource, number: nil)
    try store.run(
      """
      INSERT INTO provenance (service, source, row_key, file, line, raw, evidence, hash, run)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        number, source, incoming.key, file, incoming.line, incoming.raw, incoming.evidence, hash,
        run,
      ])
    try store.note(
      incoming.resource.status == .retired ? .retire : .put, number: number,
      id: incoming.resource.id)
    if let build { try offer(incoming.resource, number, build) }
    return .added
  }

  /// A provider or place with an id of its own is shared with other records, which may know more.
  private func offer(_ resource: Resource, _ number: Int64, _ build: IndexBuild) throws {
    if resource.provider?.id == nil, resource.place?.id == nil {
      build.add(number, resource)
    } else if let stored = try store.find(number: number) {
      build.add(number, stored.resource)
    }
  }

  /// `base` is nil while nobody edited the record: then it is what the list last said.
  private func merge(_ theirs: Resource, _ ours: Resource, base: String?) throws -> Resource {
    var theirs = theirs
    theirs.contacts = keepHidden(theirs.contacts, ours.contacts)
    guard let base else { return theirs }
    return try ThreeWayMerge.merge(
      base: CanonicalJSON.decode(Resource.self, from: base), ours: ours, theirs: theirs)
  }

  /// A list that was exported for a lower audience holds marks where contacts were taken out; the
  /// contacts themselves stay.
  private func keepHidden(_ theirs: [Contact], _ ours: [Contact]) -> [Contact] {
    guard theirs.contains(where: \.redacted) else { return theirs }
    let levels = Set(theirs.filter(\.redacted).map(\.visibility))
    return theirs.filter { !$0.redacted } + ours.filter { levels.contains($0.visibility) }
  }

  private func remember(
    _ incoming: Incoming, _ hash: String, number: Int64, merged: Resource
  ) throws {
    let base = merged == incoming.resource ? nil : try CanonicalJSON.encode(incoming.resource)
    try store.run(
      """
      INSERT INTO provenance (service, source, row_key, file, line, raw, evidence, hash, base, run)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (service) DO UPDATE SET source = excluded.source, row_key = excluded.row_key,
        file = excluded.file, line = excluded.line, raw = excluded.raw,
        evidence = excluded.evidence, hash = excluded.hash, base = excluded.base,
        run = excluded.run
      """,
      [
        number, source, incoming.key, file, incoming.line, incoming.raw, incoming.evidence, hash,
        base, run,
      ])
  }
}
