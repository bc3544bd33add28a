import Foundation
import Testing

@Suite("A trace")
struct TraceTests {
  @Test("has every line of both directions, and is for its owner alone")
  func lines() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let folder = desk.folder.path + "/trace"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let asked = #"{"jsonrpc":"2.0","id":1,"method":"ping"}"# + "\nnonsense\n"
    let outcome = try desk.run("serve", "--trace-io", folder, input: asked).expect(0)
    #expect(try String(contentsOfFile: folder + "/in.jsonl", encoding: .utf8) == asked)
    #expect(try String(contentsOfFile: folder + "/out.jsonl", encoding: .utf8) == outcome.out)
    for name in ["in", "out"] {
      let rights = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name).jsonl")
      #expect(rights[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test("is not made unless asked for, and not where there is no folder")
  func none() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    try desk.run("serve", input: "").expect(0)
    #expect(!desk.exists("in.jsonl") && !desk.exists("workspace/in.jsonl"))
    let missing = try desk.run("serve", "--trace-io", desk.folder.path + "/nowhere", input: "")
    #expect(missing.end == .exit(2) && missing.err.contains("output.unwritable"))
  }
}
