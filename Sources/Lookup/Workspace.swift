import Diagnostics
import Glibc

/// A folder with one directory in it.
///
///     registry.sqlite   the truth
///     index/            Xapian; may be deleted at any time (or a stub file that names shards)
///     index.pending     there while the index may be behind the registry
///     lock              held by the one writer
///     unfound.tsv       what was looked for and not found, by month, without what was typed
///     lexicon/          words of one's own; mappings/, instruments/, profiles/, taxonomy/ the same: optional
///     plugins.tsv       other programs that may judge in a match: optional
public struct Workspace: Sendable, Hashable {
  public let path: String

  public init(path: String) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  public var registry: String { path + "/registry.sqlite" }
  public var index: String { path + "/index" }
  public var building: String { path + "/index.building" }
  public var pending: String { path + "/index.pending" }
  public var lock: String { path + "/lock" }
  public var unfound: String { path + "/unfound.tsv" }
  /// Words of its own.
  public var lexicon: String { path + "/lexicon" }

  /// Needs, categories, weights and renamed codes of its own.
  public var taxonomy: String { path + "/taxonomy" }
  /// Assessment instruments of its own.
  public var instruments: String { path + "/instruments" }
  /// Matching profiles of its own.
  public var profiles: String { path + "/profiles" }
  /// Programs that may judge in a match.
  public var plugins: String { path + "/plugins.tsv" }

  public var exists: Bool { access(registry, F_OK) == 0 }

  public var isWritable: Bool { access(path, W_OK) == 0 && access(registry, W_OK) == 0 }

  /// `$SASAE_WORKSPACE`, else `$XDG_DATA_HOME/sasae`, else `~/.local/share/sasae`.
  public static func standard(environment: (String) -> String?) -> Workspace {
    if let named = environment("SASAE_WORKSPACE"), !named.isEmpty { return Workspace(path: named) }
    if let data = environment("XDG_DATA_HOME"), data.hasPrefix("/") {
      return Workspace(path: data + "/sasae")
    }
    return Workspace(path: (environment("HOME") ?? ".") + "/.local/share/sasae")
  }

  /// Makes the folder and those above it, readable by its owner alone.
  public func makeFolder() throws(SasaeError) {
    var at = path.hasPrefix("/") ? "/" : ""
    for piece in path.split(separator: "/") {
      at += piece
      if mkdir(at, 0o700) != 0, errno != EEXIST {
        throw SasaeError("workspace.read-only", ["path": "\(path)"])
      }
      at += "/"
    }
  }

  /// Whether the index is a file that names shards elsewhere.
  public var isIndexStub: Bool {
    var info = stat()
    return stat(index, &info) == 0 && info.st_mode & S_IFMT == S_IFREG
  }

  /// Whether the index may be behind the registry.
  public var isIndexPending: Bool { access(pending, F_OK) == 0 }

  /// Said before the registry changes and taken back after the index has followed, so that a crash
  /// in between is seen by the next reader without opening the registry.
  public func markPending() throws(SasaeError) {
    let descriptor = open(pending, O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SasaeError("workspace.read-only", ["path": "\(path)"]) }
    fsync(descriptor)
    close(descriptor)
    syncFolder()
  }

  public func clearPending() { unlink(pending) }

  public func syncFolder() {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

/// The right to write to a workspace; given back when it goes.
public struct WriteLock: ~Copyable {
  private let descriptor: Int32

  /// Waits up to `patience` seconds for another writer to end. With `patience` 0 it returns at once.
  public init(_ workspace: Workspace, patience: Double) throws(SasaeError) {
    let descriptor = open(workspace.lock, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw SasaeError("workspace.read-only", ["path": "\(workspace.path)"])
    }
    var waited = 0.0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR, waited < patience else {
        close(descriptor)
        throw SasaeError("workspace.busy", ["path": "\(workspace.path)"])
      }
      usleep(50_000)
      waited += 0.05
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}
