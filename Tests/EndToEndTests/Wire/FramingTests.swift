import Testing

/// A line is what stands between two line feeds, however it arrives.
@Suite("Lines on the wire")
struct FramingTests {
  private static func search(_ id: String) -> String {
    Say.request(id, "search_resources", #"{"text":"ふれあいサロン","limit":1}"#)
  }

  /// A reader that keeps half a line, or half a character, loses neither.
  @Test("may be split at any byte")
  func splitAnywhere() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let wire = try desk.serve()
    let length = Self.search("1000").utf8.count + 1
    for cut in 1..<length {
      let id = "\(1_000 + cut)"
      let line = Array((Self.search(id) + "\n").utf8)
      wire.say(bytes: Array(line[..<cut]))
      try wire.settle()
      wire.say(bytes: Array(line[cut...]))
      #expect(try wire.take(id).result["hits"][0]["id"] == "t:salon", "cut at \(cut)")
    }
    wire.finish()
  }

  @Test("may come byte by byte")
  func byteByByte() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    for byte in Array("\u{FEFF}\(Self.search("1"))\r\n\(Self.search("2"))".utf8) {
      wire.say(bytes: [byte])
      try wire.settle()
    }
    #expect(try wire.take("1").result["hits"][0]["id"] == "t:salon")
    wire.finish(leaving: ["2"])
  }

  /// toshllm #98: a short message was delivered when 64 KiB had come, or at the end of input.
  @Test("are answered while the input stays open, however short")
  func short() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    for _ in 0..<20 { try wire.isAlive() }
    wire.finish()
  }

  @Test("may come many at once, the last one in part")
  func together() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    let whole = (1...50).map { Say.request("\($0)", "ping") }.joined(separator: "\n")
    let part = Array(Say.request("51", "ping").utf8)
    wire.say(bytes: Array(whole.utf8) + [0x0A] + part[..<20])
    try wire.take(all: (1...50).map(String.init))
    wire.say(bytes: part[20...] + [0x0A])
    _ = try wire.take("51")
    wire.finish()
  }

  @Test("end with LF or CR LF; blank ones are nothing")
  func ends() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    wire.say("", "\r", "  \t ", " \r", Say.request("1", "ping") + "\r", "\t\r")
    wire.say("  " + Say.request("2", "ping") + "  \t", "", " " + Say.request("3", "ping") + " \r")
    try wire.take(all: ["1", "2", "3"])
    wire.finish()
  }

  /// What other readers take for the end of a line is a blank, or a part of a text, to JSON.
  @Test("don't end at a lone CR, nor at what Unicode calls a line end")
  func otherEnds() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    wire.say(Say.request("1", "ping").replacing(",", with: ",\r"))
    wire.say(Say.request("2", "ping", "{\"_meta\":{\"a\":\"\u{2028}\u{2029}\u{85}\u{7F}\"}}"))
    try wire.take(all: ["1", "2"])
    wire.finish()
  }

  @Test("may begin with a byte order mark where the input begins, and only there")
  func byteOrderMark() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    wire.say("\u{FEFF}" + Say.request("1", "ping"))
    _ = try wire.take("1")
    wire.say("\u{FEFF}" + Say.request("2", "ping"))
    try wire.take("null").expect(-32700, "wire.parse")
    try wire.isAlive()
    wire.finish()
  }

  static let last: [(String, [String], Bool)] = [
    (Say.request("1", "ping"), ["1"], false),
    (Say.request("1", "ping") + "\r", ["1"], false),
    ("\n\n" + Say.request("1", "ping") + "\n" + Say.request("2", "ping"), ["1", "2"], false),
    (#"{"jsonrpc":"2.0","id":1,"meth"#, [], true),
    ("サロン", [], true),
    ("", [], false), ("\n", [], false), ("\r\n\n \n\t", [], false), ("   ", [], false),
    ("\u{FEFF}", [], false), ("\u{FEFF}\n", [], false),
  ]

  @Test("are taken at the end of input too; no input, no output", arguments: last)
  func lastLine(_ input: String, _ ids: [String], _ isBroken: Bool) throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    wire.say(bytes: Array(input.utf8))
    wire.finish(leaving: ids + (isBroken ? ["null"] : []))
    #expect(wire.received == ids.count + (isBroken ? 1 : 0))
  }
}
