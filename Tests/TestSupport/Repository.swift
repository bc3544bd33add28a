import Foundation

/// The repository this file stands in; nothing outside it is read.
public enum Repository {
  /// Three folders up from here: `Tests/TestSupport/Repository.swift`.
  public static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  public static func path(_ path: String) -> String { root.appending(path: path).path }

  public static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// Paths below `folder`, relative to the root, sorted.
  public static func files(below folder: String, suffix: String = "") -> [String] {
    let start = root.appending(path: folder).path
    let below = FileManager.default.enumerator(atPath: start)?.allObjects as? [String] ?? []
    return below.filter { $0.hasSuffix(suffix) }.map { "\(folder)/\($0)" }.sorted()
  }
}
