import Foundation

/// The repository this file stands in; nothing outside it is read.
enum Repository {
  /// Four folders up from here: `Tests/EndToEndTests/Harness/Repository.swift`.
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}
