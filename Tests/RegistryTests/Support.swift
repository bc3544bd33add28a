import Foundation
import GRDB
import Model
import ReferenceData
import Registry

/// The repository this file stands in; nothing outside it is read.
enum Repository {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func path(_ path: String) -> String { root.appending(path: path).path }
}

/// A folder of one test, removed with it.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "sasae-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

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

/// A generator whose sequence is given by its seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func pick<T>(_ list: [T]) -> T { list[Int.random(in: list.indices, using: &self)] }

  mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &self) < share }

  mutating func some<T>(_ list: [T], _ share: Double) -> [T] {
    list.filter { _ in chance(share) }
  }
}

/// The seed of a property test: that of `SASAE_SEED`, to repeat a failure, or a new one. It is
/// printed.
func propertySeed(_ test: String) -> UInt64 {
  let wanted = ProcessInfo.processInfo.environment["SASAE_SEED"].flatMap(UInt64.init)
  let seed = wanted ?? UInt64.random(in: 0 ... .max)
  print("\(test): SASAE_SEED=\(seed)")
  return seed
}
