import Foundation
import Glibc
import Testing

/// Standard output is the protocol's, whatever there is to be said. `WireClient` checks each line.
@Suite("Standard output of a server")
struct QuietOutputTests {
  /// Every warning and rejection that a short list can make.
  static let list = """
    番号,名称,住所,緯度,経度,電話番号,更新日,備考
    1,ふれあいの会,高松市番町1,34.34,134.04,090-1234-5678,2026-08-01,世話人 090-1234-5678
    1,同じ番号の会,高松市番町2,134.04,34.34,123,いつか,〃
    3,,高松市番町3,999,999,87-123-4567,2026-13-45,
    4,列の多い会,高松市番町4,34.34,134.04,info@gmail.com,2026-08-01,x,y,z
    5,"閉じない会,高松市番町5,,,,,

    """

  @Test("has nothing but the protocol, in either language", arguments: ["ja", "en"])
  func quiet(_ language: String) throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let path = try desk.write(Self.list, to: "list.csv")
    let broken = try desk.write("{]\n{}\nnull\n", to: "broken.ndjson")
    let wire = try desk.serve(scope: Operations.everything, ["--lang", language])
    let report = try wire.ask("import_resources", #"{"paths":["\#(path)"]}"#).expectResult()
    #expect(!report["warnings"].items.isEmpty)
    for (name, params) in [
      ("import_resources", #"{"paths":["\#(broken)"]}"#),
      ("import_resources", #"{"paths":["\#(path)x","\#(path)","/"]}"#),
      ("explain_mapping", #"{"paths":["\#(path)"]}"#), ("check_workspace", #"{"repair":true}"#),
      ("match_resources", #"{"text":"買い物に行けない","person":{"age":82}}"#),
      ("export_resources", #"{"format":"csv"}"#), ("search_resources", #"{"text":"サロン"}"#),
    ] { _ = try wire.ask(name, params) }
    wire.say("これは JSON ではありません")
    let error = try wire.take("null")
    error.expect(-32700, "wire.parse")
    let message = error.error["message"].text ?? ""
    #expect(message.utf8.contains { $0 >= 0x80 } == (language == "ja"), "\(message)")
    let missing = try wire.ask("get_resource", #"{"id":"t:saloon"}"#)
    missing.expect(-32004, "resource.unknown")
    #expect("\(missing)".contains("資源") == (language == "ja"), "\(missing)")
    wire.finish()
    for mark in ["\u{1B}", "\r", "[#"] { #expect(!wire.error.contains(mark)) }
    // What people are told is not told with the numbers of persons.
    #expect(!wire.error.contains("5678"))
    try desk.isSound()
  }

  @Test("is as the command line prints it, byte for byte")
  func sameBytes() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let wire = try desk.serve(scope: "read,match")
    for (call, name, params) in [
      (["search", "サロン"], "search_resources", #"{"text":"サロン"}"#),
      (
        ["search", "--limit", "1", "--exact-total"], "search_resources",
        #"{"exactTotal":true,"limit":1}"#
      ),
      (["show", "t:salon"], "get_resource", #"{"id":"t:salon"}"#),
      (["categories"], "list_categories", "{}"), (["needs"], "list_needs", "{}"),
      (["plugins"], "list_plugins", "{}"), (["profiles"], "list_profiles", "{}"),
      (["changes"], "list_changes", "{}"), (["doctor"], "check_workspace", "{}"),
      (["match", "--need", "LIV-SHOP"], "match_resources", #"{"needs":[{"code":"LIV-SHOP"}]}"#),
    ] {
      let options = ["--format", "json", "--audience", "public"]
      let printed = try desk.run(list: call + options).expect(0).out
      let answer = try wire.ask(name, params)
      #expect(answer.memberText("result") == printed.trimmingCharacters(in: .newlines), "\(name)")
    }
    wire.finish()
  }

  /// Whoever holds the other end of a terminal or file shares these flags.
  @Test("and its input are left blocking")
  func blocking() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    try wire.isAlive()
    for descriptor in 0...2 {
      #expect(try wire.process.flags(of: descriptor) & O_NONBLOCK == 0, "\(descriptor)")
    }
    wire.finish()
  }

  /// openai/tart #1280: waiting for what does not come took a whole core.
  @Test("takes no processor while nothing is asked")
  func idle() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    try wire.ask("search_resources", "{}").expectResult()
    let before = try wire.process.processorTime()
    wire.process.pump(until: .now.advanced(by: .milliseconds(600))) { false }
    #expect(try wire.process.processorTime() - before <= 5)
    wire.finish()
  }
}
