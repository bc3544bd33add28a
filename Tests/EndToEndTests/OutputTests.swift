import Foundation
import Testing

@Suite("Output")
struct OutputTests {
  static let talkative = [
    ["export", "--as", "ndjson"], ["export", "--as", "csv"], ["export", "--as", "geojson"],
    ["export", "--as", "ics"],
    ["search", "--limit", "1000"], ["search", "--limit", "1000", "--format", "ndjson"],
    ["search", "--format", "html", "--limit", "1000"], ["changes", "--format", "json"],
    ["categories"], ["needs", "--format", "json"], ["search", "--help"], ["--help"],
    ["show", "m:1"], ["doctor"],
  ]

  @Test("into a pipe that nobody reads is a success", arguments: talkative)
  func closed(_ call: [String]) throws {
    let desk = try Desk(town: SmallTown.many(40))
    try desk.run(list: call, sink: .closedPipe).expect(0)
  }

  @Test(
    "into a pipe that is closed after its first line is a success",
    arguments: [
      ["export", "--as", "ndjson"], ["search", "--format", "ndjson", "--limit", "1000"],
    ])
  func head(_ call: [String]) throws {
    let desk = try Desk(town: SmallTown.many(2_000))
    let child = try desk.start(call)
    let deadline = ContinuousClock.now.advanced(by: .seconds(120))
    let isMore = child.pump(until: deadline) { $0.out.contains(0x0a) }
    #expect(isMore, "the reader stops before the writer does")
    child.stopReading()
    #expect(child.finish() == .exit(0))
    #expect(child.err.isEmpty, "\(String(decoding: child.err, as: UTF8.self))")
    try desk.isSound()
  }

  @Test(
    "to a full device fails",
    arguments: talkative + [
      ["add", "--set", "name=x"], ["confirm", "m:1", "--how", "phone"],
      ["search", "--format", "csv"],
    ])
  func full(_ call: [String]) throws {
    let desk = try Desk(town: SmallTown.many(40))
    try desk.run(list: call, sink: .file("/dev/full")).fails(2, "output.unwritable")
  }

  @Test("to a file that can't be made fails and leaves nothing")
  func unwritable() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    for place in ["/proc/self/nothing/out", desk.folder.path + "/none/out", desk.workspace] {
      try desk.run("export", "--as", "ndjson", "--out", place).fails(2, "output.unwritable")
    }
    #expect(!desk.exists("none"))
    try desk.isSound()
  }

  @Test("of a failed export leaves the file that was there")
  func kept() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let path = try desk.write("mine", to: "out.ndjson")
    try desk.run("export", "--as", "pdf", "--out", path).fails(64, "export.format")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: desk.folder.path).sorted()
        == ["out.ndjson", "town.ndjson", "workspace"])
  }

  @Test("to a pipe has no progress bar, control bytes or words beside the data")
  func silence() throws {
    let desk = try Desk()
    let path = try desk.write(SmallTown.many(3_000), to: "many.ndjson")
    for call in [["init", "--sample"], ["import", path], ["doctor", "--repair"]] {
      let outcome = try desk.run(list: call)
      #expect(outcome.end == .exit(0), "\(outcome)")
      #expect(!outcome.out.isEmpty)
      for text in [outcome.out, outcome.err] {
        #expect(!text.contains("\r") && !text.contains("\u{1b}") && !text.contains("[#"))
      }
    }
  }
}
