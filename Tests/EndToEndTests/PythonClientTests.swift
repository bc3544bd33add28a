import Foundation
import Testing
import TestSupport

/// Other people's programs as clients: the official Python SDK of MCP, and a JSON Schema validator.
@Suite("The wire, from Python")
struct PythonClientTests {
  static let folder = Repository.root.appending(path: "Tests/EndToEndTests/Python").path

  /// `SASAE_PYTHON`, else the one that `Scripts/test` makes.
  static var python: String {
    Program.variable("SASAE_PYTHON")
      ?? Repository.root.appending(path: ".build/python/bin/python").path
  }

  static func run(_ program: String, _ arguments: [String] = [], at desk: Desk) throws -> Outcome {
    guard FileManager.default.isExecutableFile(atPath: python) else {
      throw Program.Missing(path: python + " (Scripts/test makes it)")
    }
    let all =
      ["\(folder)/\(program)", "--sasae", try Program.path(), "--data", Program.data] + arguments
    let child = try Child(python, all, environment: desk.environment)
    return Outcome(child, [program], child.finish(limit: .seconds(240)))
  }

  /// What it says of its checks: all of them passed, and they were some.
  static func expect(_ outcome: Outcome, atLeast count: Int) {
    let failed = outcome.lines.filter { $0.hasPrefix("not ok") }
    #expect(failed.isEmpty && outcome.end == .exit(0), "\(failed)\n\(outcome.err.suffix(2_000))")
    let passed = outcome.lines.last?.split(separator: " ").first.flatMap { Int($0) } ?? 0
    #expect(passed >= count, "\(outcome.lines.last ?? "said nothing")")
  }

  @Test("speaks every revision that begins with a handshake")
  func handshake() throws {
    Self.expect(try Self.run("mcp_handshake.py", at: Desk()), atLeast: 300)
  }

  @Test("speaks the revision without one, and tells the eras apart")
  func stateless() throws {
    Self.expect(try Self.run("mcp_modern.py", at: Desk()), atLeast: 100)
  }

  @Test("is described by its schemas, and so are the examples of the docs")
  func schemas() throws {
    let docs = Repository.root.appending(path: "docs/protocol.md").path
    Self.expect(try Self.run("schemas.py", ["--docs", docs], at: Desk()), atLeast: 200)
  }

  @Test("is used by the ten lines that the docs show")
  func shownClient() throws {
    let desk = try Desk()
    try desk.run("init", "--sample").expect(0, isTalkative: true)
    let bin = desk.folder.path + "/bin"
    try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: bin + "/sasae", withDestinationPath: Program.path())
    desk.environment["PATH"] = "\(bin):/usr/bin:/bin"
    let child = try Child(Self.python, [Self.folder + "/client.py"], environment: desk.environment)
    let outcome = Outcome(child, ["client.py"], child.finish())
    outcome.expect(0)
    #expect(outcome.lines.count == 3, "\(outcome)")
    let shown = try String(
      contentsOf: Repository.root.appending(path: "docs/wire.md"), encoding: .utf8)
    let text = try String(contentsOfFile: Self.folder + "/client.py", encoding: .utf8)
    #expect(shown.contains("```python\n\(text)```"))
    #expect(text.split(separator: "\n").count <= 10)
  }
}
