import Foundation
import Glibc
import Testing

@Suite("A second writer")
struct SecondWriterTests {
  @Test("waits, then says who is in the way; readers don't wait")
  func busy() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let before = try desk.everything()
    // Close-on-exec, or the children would hold the lock themselves.
    let lock = open(desk.workspace + "/lock", O_RDWR | O_CLOEXEC)
    try #require(lock >= 0)
    defer { close(lock) }
    try #require(flock(lock, LOCK_EX | LOCK_NB) == 0)
    let calls = [
      ["add", "--set", "name=x"], ["edit", "t:salon", "--set", "name=x"],
      ["confirm", "t:salon", "--how", "phone"], ["retire", "t:salon", "--why", "x"],
      ["import", desk.folder.path + "/town.ndjson", "--source", "other"], ["doctor", "--repair"],
    ]
    let writers = try calls.map { try desk.start($0) }
    for call in [
      ["search", "サロン"], ["show", "t:salon"], ["export", "--as", "ndjson"], ["changes"],
      ["match", "--need", "LIV-SHOP"],
    ] { try desk.run(list: call).expect(0) }
    // The index may be behind and another process at work on it: what is there still answers.
    _ = try desk.write("", to: "workspace/index.pending")
    try desk.run("search", "サロン").expect(0)
    for (call, writer) in zip(calls, writers) {
      let end = writer.finish()
      Outcome(writer, call, end).fails(2, "workspace.busy", hint: "try again")
    }
    #expect(try desk.everything() == before)
    flock(lock, LOCK_UN)
    try desk.isSound()
    try desk.run("add", "--set", "name=やっと").expect(0)
    try desk.run("search", "やっと").expect(0)
  }

  @Test("comes in as soon as the first is done: of many at once, none is lost")
  func many() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let writers = try (0..<8).map { number in
      try desk.start(
        ["add", "--from", "-"], input: #"{"id":"w:\#(number)","name":"同時\#(number)"}"#)
    }
    for writer in writers { #expect(writer.finish() == .exit(0)) }
    let found = try desk.run("search", "同時", "--format", "json", "--exact-total").expect(0).json()
    #expect(found["total"] == 8)
    try desk.isSound()
  }
}
