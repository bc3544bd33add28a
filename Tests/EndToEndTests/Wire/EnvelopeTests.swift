import Testing

/// The members around a call: what is no request is refused with its id where that can be read.
@Suite("Envelopes")
struct EnvelopeTests {
  /// mcp swift-sdk answered what it could not read under a made-up id.
  static let ids = [
    "1", "0", "-1", "-0", "1.0", "1.50", "1e2", "1E+2", "-1.5e-3", "9007199254740993",
    "9223372036854775808", "-9223372036854775809", "123456789012345678901234567890", "1e400",
    "0.1000000000000000055511151231257827", #""""#, #"" ""#, #""1""#, #""null""#, #""番号""#,
    #""a-b_c.d:e/f""#, #""😀""#, "\"\u{2028}\"", "\"e\u{301}\"", "\"é\"",
    "\"" + String(repeating: "あ", count: 20_000) + "\"", String(repeating: "7", count: 1_000),
  ]

  @Test("come back with the id as it was written, in answers and errors alike")
  func echo() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    for id in Self.ids {
      wire.say(Say.request(id, "ping"))
      try wire.take(id).expectResult()
      wire.say(Say.request(id, "list_profiles"))
      try wire.take(id).expectResult()
      wire.say(Say.request(id, "no_such_method"))
      try wire.take(id).expect(-32601, "wire.unknown-method")
      wire.say(Say.request(id, "get_resource", "{}"))
      try wire.take(id).expect(-32602, "usage")
      wire.say(#"{"id": \#(id) ,"jsonrpc":"2.0","method":7}"#)
      try wire.take(id).expect(-32600)
    }
    wire.finish()
  }

  /// Of a text the value counts, however its characters are spelt.
  @Test("come back with the same text as id")
  func escapes() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    for id in [
      #""\u0041""#, #""\ud83d\ude00""#, #""\/\n\"\\\t""#, #""\u0000""#, #""\u2028""#, #""e\u0301""#,
    ] {
      wire.say(Say.request(id, "ping"))
      try wire.wait(within: .seconds(20), for: id) { !wire.answers.isEmpty }
      let echo = wire.dropAnswers().first ?? ""
      #expect(try Array((JSON(echo).text ?? "").utf8) == Array((JSON(id).text ?? "").utf8), "\(id)")
    }
    wire.finish()
  }

  /// An id that is null is an id; only a request without one is a notification.
  @Test("with the id null are answered")
  func null() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    wire.say(Say.request("null", "ping"))
    try wire.take("null").expectResult()
    wire.say(Say.request("null", "no_such_method"))
    try wire.take("null").expect(-32601)
    wire.finish()
  }

  /// The line, and the id it is refused with.
  static let wrong: [(String, String)] = [
    (#"{"jsonrpc":"2.0","id":true,"method":"ping"}"#, "null"),
    (#"{"jsonrpc":"2.0","id":false,"method":"ping"}"#, "null"),
    (#"{"jsonrpc":"2.0","id":[],"method":"ping"}"#, "null"),
    (#"{"jsonrpc":"2.0","id":[1],"method":"ping"}"#, "null"),
    (#"{"jsonrpc":"2.0","id":{},"method":"ping"}"#, "null"),
    (#"{"jsonrpc":"2.0","id":{"id":1},"method":"ping"}"#, "null"),
    (#"{"id":1,"method":"ping"}"#, "1"), (#"{"jsonrpc":"1.0","id":1,"method":"ping"}"#, "1"),
    (#"{"jsonrpc":2.0,"id":1,"method":"ping"}"#, "1"),
    (#"{"jsonrpc":"2.00","id":1,"method":"ping"}"#, "1"),
    (#"{"jsonrpc":null,"id":"a","method":"ping"}"#, #""a""#),
    (#"{"JSONRPC":"2.0","id":1,"method":"ping"}"#, "1"),
    (#"{"jsonrpc":"2.0","id":1}"#, "1"), (#"{"jsonrpc":"2.0","id":1,"method":null}"#, "1"),
    (#"{"jsonrpc":"2.0","id":1,"method":1}"#, "1"),
    (#"{"jsonrpc":"2.0","id":1,"method":["ping"]}"#, "1"),
    (#"{"jsonrpc":"2.0","id":1,"method":{"name":"ping"}}"#, "1"),
    (#"{"jsonrpc":"2.0","id":1,"Method":"ping"}"#, "1"),
    (#"{"jsonrpc":"2.0","id":1,"method":"ping","params":"a"}"#, "1"),
    (#"{"jsonrpc":"2.0","id":1,"method":"ping","params":1}"#, "1"),
    (#"{"jsonrpc":"2.0","id":1,"method":"ping","params":true}"#, "1"),
    (#"{"jsonrpc":"2.0","id":1,"method":"search_resources","params":false}"#, "1"),
    // Without an id, and no valid request: the one case in which that is answered.
    (#"{"jsonrpc":"2.0","method":1}"#, "null"), (#"{"jsonrpc":"2.0"}"#, "null"),
    (#"{"method":"ping"}"#, "null"), (#"{"jsonrpc":"2.0","method":"ping","params":"a"}"#, "null"),
    (#"{"jsonrpc":"2.0","method":"ping","params":1}"#, "null"), ("{}", "null"),
    (#"{"foo":"boo"}"#, "null"), (#"{"":""}"#, "null"), ("1", "null"), (#""ping""#, "null"),
    (#""""#, "null"), ("null", "null"), ("true", "null"), ("-0.0", "null"),
  ]

  @Test("that are no request are refused, with their id if it can be read")
  func refused() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    for (line, id) in Self.wrong {
      wire.say(line)
      try wire.take(id).expect(-32600, "", line)
      try wire.isAlive()
    }
    wire.finish()
  }

  @Test("that are an answer are ignored, for nothing was asked")
  func answers() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    wire.say(
      #"{"jsonrpc":"2.0","id":1,"result":{}}"#, #"{"jsonrpc":"2.0","id":"x","result":null}"#,
      #"{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"Parse error"}}"#,
      #"{"jsonrpc":"2.0","id":2,"error":{"code":1,"message":""}}"#)
    try wire.isAlive()
    wire.finish()
    #expect(wire.received == 1)
  }

  /// RFC 8259 leaves open what a second one means; one line is one answer all the same.
  @Test("with a member twice are answered once")
  func twice() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    for line in [
      #"{"jsonrpc":"2.0","id":1,"id":2,"method":"ping"}"#,
      #"{"jsonrpc":"2.0","id":1,"method":"ping","id":1}"#,
      #"{"jsonrpc":"2.0","jsonrpc":"1.0","id":1,"method":"ping"}"#,
      #"{"jsonrpc":"2.0","id":1,"method":"ping","method":"no"}"#,
      #"{"jsonrpc":"2.0","id":1,"method":"ping","params":{},"params":[]}"#,
      #"{"jsonrpc":"2.0","id":1,"method":"search_resources","params":{"text":"a","text":1}}"#,
      #"{"jsonrpc":"2.0","id":1,"\u0069d":2,"method":"ping"}"#,
    ] {
      let before = wire.received
      wire.say(line)
      try wire.wait(within: .seconds(20), for: line) { wire.received > before }
      try wire.isAlive()
      #expect(wire.received == before + 2, "\(line)")
      let ids = wire.dropAnswers()
      #expect(ids.count == 1 && ["1", "2", "null"].contains(ids[0]), "\(line) \(ids)")
    }
    wire.finish()
  }

  /// Spelt with escapes, the words are the same words.
  @Test("are read by what their words mean, not by how they are spelt")
  func spelling() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    wire.say(#"{"json\u0072pc":"2\u002e0","\u0069d":1,"m\u0065thod":"pin\u0067"}"#)
    wire.say(#" { "method" : "ping" , "id" : 2 , "more" : [ { } ] , "jsonrpc" : "2.0" } "#)
    try wire.take(all: ["1", "2"])
    wire.finish()
  }
}
