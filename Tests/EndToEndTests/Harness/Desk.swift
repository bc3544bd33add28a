import Foundation
import Testing
import TestSupport

/// A temporary folder with a workspace in it, from which commands are typed.
final class Desk {
  let folder: TemporaryFolder
  var environment: [String: String]

  var workspace: String { folder.path + "/workspace" }

  init() throws {
    folder = try TemporaryFolder()
    environment = [
      "HOME": folder.path, "PATH": "/usr/bin:/bin", "LANG": "en_GB.UTF-8",
      "SASAE_DATA": Program.data, "SASAE_WORKSPACE": folder.path + "/workspace",
    ]
  }

  /// With a workspace that holds the small town.
  convenience init(town: String) throws {
    try self.init()
    try run("init").expect(0)
    let path = try write(town, to: "town.ndjson")
    try run("import", path).expect(0, isTalkative: true)
  }

  func start(_ arguments: [String], input: String = "", sink: Child.Sink = .pipe) throws -> Child {
    try Child(
      try Program.path(), arguments, environment: environment,
      input: Array(input.utf8), sink: sink)
  }

  func run(
    _ arguments: String..., input: String = "", sink: Child.Sink = .pipe
  ) throws -> Outcome {
    try run(list: arguments, input: input, sink: sink)
  }

  func run(
    list arguments: [String], input: String = "", sink: Child.Sink = .pipe
  ) throws -> Outcome {
    let child = try start(arguments, input: input, sink: sink)
    let end = child.finish()
    return Outcome(child, arguments, end)
  }

  func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let path = folder.path + "/" + name
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.path + "/" + name)
  }

  /// Everything the workspace holds, for comparing.
  func everything(in workspace: String? = nil) throws -> String {
    let outcome = try run(
      "export", "--as", "ndjson", "--audience", "coordinator", "--include-retired", "--workspace",
      workspace ?? self.workspace)
    #expect(outcome.end == .exit(0), "\(outcome)")
    return outcome.out
  }

  /// `doctor` finds nothing.
  func isSound(at location: SourceLocation = #_sourceLocation) throws {
    let outcome = try run("doctor", "--format", "json")
    outcome.expect(0, at: location)
    let answer = try outcome.json()
    #expect(answer["ok"] == true && answer["findings"] == .array([]), sourceLocation: location)
  }
}

extension Outcome {
  init(_ child: Child, _ arguments: [String], _ end: End) {
    self.init(
      arguments: arguments, end: end, out: String(decoding: child.out, as: UTF8.self),
      err: String(decoding: child.err, as: UTF8.self))
  }
}
