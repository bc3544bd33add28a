import Foundation
import GRDB
import Lookup
import Model
import ReferenceData
import Registry
import TestSupport

/// A workspace of one test.
final class Office: Sendable {
  static let shelf = ReferenceShelf(folder: Repository.path("Data"))

  let folder: TemporaryFolder
  let directory: Directory

  init(create: Bool = true) throws {
    folder = try TemporaryFolder()
    directory = Directory(Workspace(path: folder.path + "/office"), shelf: Self.shelf)
    if create { try directory.create() }
  }

  /// The same workspace as another process would open it.
  func reopened() -> Directory { Directory(directory.workspace, shelf: Self.shelf) }

  @discardableResult
  func bring(
    _ resources: [Resource], source: String = "town", dryRun: Bool = false
  ) throws -> (outcomes: [Outcome], vanished: [Vanished]) {
    var outcomes: [Outcome] = []
    let vanished = try directory.importList(
      ListSource(key: source), file: "\(source).csv", dryRun: dryRun
    ) { session in
      for (i, resource) in resources.enumerated() {
        outcomes.append(
          try session.take(Incoming(resource: resource, key: resource.id, line: i + 2)))
      }
    }
    return (outcomes, vanished)
  }

  func ids(_ text: String) throws -> [String] {
    var query = SearchQuery()
    query.text = text
    return try directory.search(query).hits.map(\.listing.id)
  }

  func changes() throws -> [Change] { try directory.changes(since: 0, limit: 100_000) }

  /// Writes to the database behind the directory's back.
  func plant(_ sql: String, foreignKeys: Bool = true) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = foreignKeys
    let queue = try DatabaseQueue(
      path: directory.workspace.registry, configuration: configuration)
    try queue.write { try $0.execute(sql: sql) }
  }

  /// Every row of every table, as text.
  func dump() throws -> [String] {
    let queue = try DatabaseQueue(path: directory.workspace.registry)
    return try queue.read { db in
      let tables = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      return try tables.flatMap { table in
        try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\"").map { "\(table) \($0)" }.sorted()
      }
    }
  }
}

func resource(
  _ id: String, _ name: String = "番町ふれあいサロン", _ change: (inout Resource) -> Void = { _ in }
) -> Resource {
  var out = Resource(id: id, name: name)
  change(&out)
  return out
}
