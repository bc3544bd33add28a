import Foundation
import Testing

/// The workspace is not the server's alone.
@Suite("A server and other processes")
struct OtherProcessTests {
  @Test("sees what another process imports, edits and retires")
  func imports() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let wire = try desk.serve()
    for number in 1...3 {
      #expect(try wire.ask("search_resources", #"{"text":"よその会"}"#).result["total"] == 0)
      let path = try desk.write(#"{"id":"x:\#(number)","name":"よその会"}"#, to: "\(number).ndjson")
      try desk.run("import", path).expect(0, isTalkative: true)
      #expect(try wire.ask("search_resources", #"{"text":"よその会"}"#).result["total"] == 1)
      try wire.ask("get_resource", #"{"id":"x:\#(number)"}"#).expectResult()
      try desk.run("retire", "x:\(number)", "--why", "試し").expect(0, isTalkative: true)
    }
    // More than a third of the directory anew: the index is another one.
    let many = try desk.write(SmallTown.many(1_200), to: "many.ndjson")
    try desk.run("import", many).expect(0, isTalkative: true)
    let found = try wire.ask("search_resources", #"{"text":"町のつどい","exactTotal":true}"#)
    #expect(found.result["total"] == 1_200)
    wire.finish()
    try desk.isSound()
  }

  @Test("writes beside another writer; neither loses anything")
  func writers() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let wire = try desk.serve(scope: Operations.everything)
    let others = try (0..<4).map { number in
      try desk.start(
        ["add", "--from", "-"], input: #"{"id":"w:\#(number)","name":"同時\#(number)"}"#)
    }
    let own = (4..<12).map { number in
      Say.request(
        "\(number)", "put_resource", #"{"resource":{"id":"w:\#(number)","name":"同時\#(number)"}}"#)
    }
    wire.say(lines: own)
    for number in 4..<12 { try wire.take("\(number)").expectResult() }
    for other in others { #expect(other.finish() == .exit(0)) }
    let found = try wire.ask("search_resources", #"{"text":"同時","exactTotal":true}"#)
    #expect(found.result["total"] == 12)
    wire.finish()
    try desk.isSound()
  }

  @Test(
    "answers with errors, and goes on, where its workspace is deleted", arguments: [true, false])
  func deleted(_ isOpen: Bool) throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let wire = try desk.serve(scope: Operations.everything)
    if isOpen { try wire.ask("search_resources", #"{"text":"サロン"}"#).expectResult() }
    try FileManager.default.removeItem(atPath: desk.workspace)
    for name in Operations.names where !["list_needs", "list_categories"].contains(name) {
      _ = try wire.ask(name, #"{"id":"t:salon","how":"x"}"#)
    }
    try wire.ask("search_resources", "{}").expect(-32011, "workspace")
    let put = #"{"resource":{"id":"d:1","name":"消えた会"}}"#
    try wire.ask("put_resource", put).expect(-32011, "workspace")
    try wire.isAlive()
    #expect(!desk.exists("workspace"))
    // Made anew, it is served anew.
    try desk.run("init").expect(0)
    try wire.ask("put_resource", put).expectResult()
    #expect(try wire.ask("search_resources", "{}").result["total"] == 1)
    wire.finish()
    try desk.isSound()
  }

  @Test("still answers where the index is deleted, or spoilt")
  func index() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let wire = try desk.serve()
    let ask = { try wire.ask("search_resources", #"{"text":"サロン"}"#).result["hits"][0]["id"] }
    #expect(try ask() == "t:salon")
    let folder = desk.workspace + "/index"
    try FileManager.default.removeItem(atPath: folder)
    #expect(try ask() == "t:salon")
    try wire.ask("get_resource", #"{"id":"t:salon"}"#).expectResult()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      _ = try desk.write("no index", to: "workspace/index/" + name)
    }
    try wire.ask("search_resources", #"{"text":"サロン"}"#).expectResult()
    try wire.isAlive()
    wire.finish()
    try desk.isSound()
  }

  /// What the server itself reads from is not a file that a caller may name.
  @Test("does not take its own input for a list")
  func ownInput() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let before = try desk.everything()
    let wire = try desk.serve(scope: Operations.everything)
    for path in ["-", "/dev/stdin", "/proc/self/fd/0", "/dev/fd/0"] {
      for name in ["import_resources", "explain_mapping"] {
        let answer = try wire.ask(name, #"{"paths":["\#(path)"]}"#)
        #expect(answer.isError, "\(name) \(path) \(answer)")
        try wire.isAlive()
      }
    }
    wire.finish()
    #expect(try desk.everything() == before)
  }
}
