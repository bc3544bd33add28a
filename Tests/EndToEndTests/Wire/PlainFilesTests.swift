import Foundation
import Glibc
import Testing

/// The server read from whatever a path named: from a pipe without end, from its own input.
@Suite("An import over the wire takes plain files only")
struct PlainFilesTests {
  private static func refuses(_ wire: WireClient, _ path: String) throws {
    for name in ["import_resources", "explain_mapping"] {
      let answer = try wire.ask(name, #"{"paths":["\#(path)"]}"#, within: .seconds(3))
      answer.expect(-32010, "import", path)
      try wire.isAlive()
    }
  }

  @Test(
    "and no device, no pipe, not its own input",
    arguments: ["-", "/dev/stdin", "/dev/stdout", "/dev/zero", "/dev/null", "/dev/tty", "/dev"])
  func devices(_ path: String) throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let wire = try desk.serve(scope: Operations.everything)
    try Self.refuses(wire, path)
    wire.finish()
    try desk.isSound()
  }

  @Test("and no pipe with a name, written to or not")
  func fifo() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let wire = try desk.serve(scope: Operations.everything)
    let path = desk.folder.path + "/list.ndjson"
    #expect(mkfifo(path, 0o600) == 0)
    try Self.refuses(wire, path)
    let writer = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC)
    defer { close(writer) }
    try Self.refuses(wire, path)
    #expect(symlink(path, path + ".link") == 0)
    try Self.refuses(wire, path + ".link")
    wire.finish()
  }

  @Test("and nothing by the number of its own descriptors")
  func descriptors() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let wire = try desk.serve(scope: Operations.everything)
    try wire.isAlive()
    let own = "/proc/\(wire.process.pid)/fd"
    let numbers = try FileManager.default.contentsOfDirectory(atPath: own).compactMap { Int($0) }
    #expect(numbers.count > 3)
    for number in Set(numbers).union(0..<10) {
      for folder in ["/dev/fd", "/proc/self/fd"] {
        try Self.refuses(wire, "\(folder)/\(number)")
      }
    }
    wire.finish()
    try desk.isSound()
  }
}
