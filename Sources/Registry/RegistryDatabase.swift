import Diagnostics
import Foundation
import GRDB
import Lookup

/// Opens the SQLite file: WAL, so that many processes read while one writes; a busy timeout;
/// foreign keys; migrations.
enum RegistryDatabase {
  /// Seconds a statement waits for another process.
  static let busyTimeout = 5.0

  static func open(_ workspace: Workspace, create: Bool = false) throws(SasaeError) -> DatabasePool
  {
    do {
      guard create || workspace.exists else {
        throw SasaeError("workspace.missing", ["path": "\(workspace.path)"])
      }
      var configuration = Configuration()
      configuration.busyMode = .timeout(busyTimeout)
      configuration.foreignKeysEnabled = true
      configuration.maximumReaderCount = 4
      configuration.label = "registry"
      let pool = try DatabasePool(path: workspace.registry, configuration: configuration)
      let applied = try pool.read { db in
        try db.tableExists("grdb_migrations")
          ? String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations") : []
      }
      if let unknown = applied.first(where: { !Schema.versions.contains($0) }) {
        throw SasaeError("workspace.newer", ["detail": "schema \(unknown)"])
      }
      if applied.count < Schema.versions.count { try Schema.migrator.migrate(pool) }
      return pool
    } catch {
      throw failure(error, workspace)
    }
  }

  /// Opens a registry in a folder that can't be written: nobody changes it, so it needs neither the
  /// log's side files nor locks.
  static func openUnchanging(_ workspace: Workspace) throws(SasaeError) -> DatabaseQueue {
    do {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.label = "registry"
      let path = workspace.registry.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed)
      // With changes still in the log the database alone is not the truth; SQLite then reads the
      // log if its side files allow it.
      let hasLog = FileManager.default.fileExists(atPath: workspace.registry + "-wal")
      return try DatabaseQueue(
        path: hasLog ? workspace.registry : "file:\(path ?? workspace.registry)?immutable=1",
        configuration: configuration)
    } catch {
      throw failure(error, workspace)
    }
  }

  /// SQLite's failure as one of ours.
  static func failure(_ error: any Error, _ workspace: Workspace) -> SasaeError {
    switch error {
    case let error as SasaeError: return error
    case let error as DatabaseError:
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED:
        return SasaeError("workspace.busy", ["path": "\(workspace.path)"])
      case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
        return SasaeError("workspace.read-only", ["path": "\(workspace.path)"])
      case .SQLITE_FULL: return SasaeError("workspace.disk-full")
      case .SQLITE_CORRUPT, .SQLITE_NOTADB:
        return SasaeError("workspace.damaged", ["detail": "\(error.message ?? "")"])
      default:
        // Not the statement's arguments: they hold records.
        return SasaeError(
          "internal", ["detail": "SQLite \(error.resultCode): \(error.message ?? "")"])
      }
    case is CancellationError: return SasaeError("internal", ["detail": "cancelled"])
    default: return SasaeError("internal", ["detail": "\(type(of: error))"])
    }
  }
}

/// JSON as it is stored and compared: sorted keys, no escaped slashes.
public enum CanonicalJSON {
  public static func encode(_ value: some Encodable, pretty: Bool = false) throws -> String {
    String(decoding: try data(value, pretty: pretty), as: UTF8.self)
  }

  public static func bytes(_ value: some Encodable, pretty: Bool = false) throws -> [UInt8] {
    Array(try data(value, pretty: pretty))
  }

  private static func data(_ value: some Encodable, pretty: Bool) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting =
      pretty
      ? [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
      : [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value)
  }

  public static func decode<T: Decodable>(_ type: T.Type, from text: String) throws -> T {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }

  public static func decode<T: Decodable>(_ type: T.Type, from bytes: [UInt8]) throws -> T {
    try JSONDecoder().decode(type, from: Data(bytes))
  }

  /// Tells two versions of one record apart.
  public static func hash(_ text: String) -> String { TextHash.of(text) }
}
