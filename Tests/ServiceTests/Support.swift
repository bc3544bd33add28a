import BundledPlugins
import Foundation
import Model
import Service
import TestSupport

/// A workspace of one test, removed with it.
final class Office: Sendable {
  let path: String
  let session: Session

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "sasae-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
    session = Self.session(path, .coordinator)
    try session.directory.create()
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  private static func session(_ path: String, _ audience: Visibility) -> Session {
    Session(
      workspace: Workspace(path: path + "/office"), dataFolder: Repository.path("Data"),
      language: .en, audience: audience, plugins: bundledPlugins,
      today: CalendarDate(daysSince1970: 20_700))
  }

  func seen(by audience: Visibility) -> Session { Self.session(path, audience) }

  /// Writes a file and returns its path.
  func file(_ name: String, _ text: String) throws -> String {
    let file = path + "/" + name
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    return file
  }

  /// Writes a file into the workspace.
  func put(_ name: String, _ text: String) throws {
    try text.write(toFile: path + "/office/" + name, atomically: true, encoding: .utf8)
  }

  @discardableResult
  func bring(
    _ name: String, _ text: String, _ change: (inout ImportResources.Input) -> Void = { _ in }
  ) throws -> ImportResources.Output {
    var input = ImportResources.Input(paths: [try file(name, text)])
    change(&input)
    return try ImportResources.run(input, in: session)
  }

  func resources() throws -> [Resource] {
    var out: [Resource] = []
    try session.directory.each(for: .coordinator, includeRetired: true) { out.append($0) }
    return out
  }
}

extension ImportResources.FileReport {
  /// Each data row is one of these.
  var sum: Int { added + updated + unchanged + rejected + skipped }
}
