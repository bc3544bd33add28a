import Testing

/// A line that is no JSON is answered once, without an id, and the line after it as if nothing
/// had been.
@Suite("Broken lines")
struct BrokenLineTests {
  static let texts = [
    "{", "}", "[", "]", "{]", "x", "'", "\"", "\\", "-", "+1", "01", "1.", ".5", "1e", "0x10",
    "1_0",
    "NaN", "Infinity", "-Infinity", "undefined", "True", "nul", "nulll", "{}{}", "{} {}", "1 2",
    "[1,]", "[,1]", "[1 2]", "{\"a\":1,}", "{\"a\" 1}", "{\"a\":}", "{a:1}", "{1:1}", "{'a':1}",
    "{\"a\":1 \"b\":2}", "/* */{}", "{}// x", "# x", "\u{FEFF}{}", "{}\u{A0}", "\u{3000}{}",
    "GET / HTTP/1.1", "Content-Length: 52", "quit", "サロン", "\"a\tb\"", "\"a\u{1}b\"", "\"\\x41\"",
    "\"\\u12\"", "\"\\u12G4\"", "\"\\", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"",
    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}}",
    "{\"jsonrpc\":\"2.0\",\"id\":01,\"method\":\"ping\"}",
    "{\"jsonrpc\":\"2.0\",\"id\":+1,\"method\":\"ping\"}",
    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",}",
    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"_meta\":{\"a\":1e}}}",
    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"_meta\":{\"a\":NaN}}}",
    "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"},{\"jsonrpc\":\"2.0\",\"method\"]",
  ]

  /// Each is put where a text stands.
  static let escapes = [
    #"\ud800"#, #"\udc00"#, #"\ud800\ud800"#, #"\ud800x"#, #"\udbff\n"#, #"\udc00\ud800"#,
    #"\uD83D\uD83D\uDE00"#, #"\ud800\u0041"#, #"\u"#, #"\a"#,
  ]

  static let bytes: [[UInt8]] = [
    [0xFF], [0xFE], [0x80], [0xC0, 0xAF], [0xC1, 0x81], [0xE3, 0x82], [0xE3], [0xE0, 0x80, 0xAF],
    [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x80, 0x80, 0x80],
    [0xF8, 0x88, 0x80, 0x80, 0x80], [0x83, 0x54, 0x83, 0x8D], [0xFC, 0x84], [0x00], [0x00, 0x00],
  ]

  private static func check(_ lines: [[UInt8]]) throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    for line in lines {
      wire.say(bytes: line + [0x0A])
      let text = String(decoding: line.prefix(200), as: UTF8.self)
      try wire.take("null").expect(-32700, "wire.parse", text)
      try wire.isAlive()
    }
    // And all at once, ended in the other way.
    wire.say(bytes: lines.flatMap { $0 + [0x0D, 0x0A] })
    for _ in lines { try wire.take("null").expect(-32700, "wire.parse") }
    try wire.isAlive()
    wire.finish()
  }

  /// Where a text may stand in a request.
  private static func inEveryPlace(_ piece: [UInt8]) -> [[UInt8]] {
    [
      #"{"jsonrpc":"2.0","id":"@","method":"ping"}"#,
      #"{"jsonrpc":"2.0","id":1,"method":"ping@"}"#,
      #"{"jsonrpc":"2.0","id":1,"method":"ping","@":1}"#,
      #"{"jsonrpc":"2.0","id":1,"method":"search_resources","params":{"text":"@サ"}}"#,
      #"{"jsonrpc":"2.0","id":1,"method":"search_resources","params":{"@":"サ"}}"#,
      #"[{"jsonrpc":"2.0","id":1,"method":"ping"},"@"]"#,
    ].map { form in
      Array(form.utf8.split(separator: UInt8(ascii: "@")).map(Array.init).joined(separator: piece))
    }
  }

  @Test("of text are answered with a parse error")
  func text() throws { try Self.check(Self.texts.map { Array($0.utf8) }) }

  @Test("with half a surrogate pair, or a wrong escape, too")
  func escape() throws {
    try Self.check(Self.escapes.flatMap { Self.inEveryPlace(Array($0.utf8)) })
  }

  @Test("with bytes that are no UTF-8, or a NUL, too")
  func noText() throws {
    let nul: [[UInt8]] = ["{}\0", "\0{}", "\0", "{\0}", "[1,\0]", "\0\0\0\0"].map { Array($0.utf8) }
    try Self.check(Self.bytes.flatMap(Self.inEveryPlace) + Self.bytes + nul)
  }

  /// Escapes that look alarming and are right.
  @Test("are not those with unusual characters in them")
  func unusual() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    let texts = [
      #"\u0000"#, #"\ud83d\ude00"#, #"\uDBFF\uDFFF"#, #"\/\b\f\n\r\t\"\\"#, "\u{7F}", "\u{FFFF}",
      "\u{10FFFF}", "\u{FFFD}", #"\uFFFE"#, "\u{202E}", "e\u{301}", "", "👩‍👩‍👧‍👦", #"\u0085"#,
    ]
    for text in texts {
      try wire.ask("search_resources", #"{"text":"\#(text)"}"#).expectResult()
      try wire.ask("ping", #"{"_meta":{"\#(text)":"\#(text)"}}"#).expectResult()
      try wire.ask("\(text)no").expect(-32601, "wire.unknown-method", text)
    }
    wire.finish()
  }
}
