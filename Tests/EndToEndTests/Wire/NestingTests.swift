import Testing

/// Depth and size of numbers end in an answer, never in the stack or in a trap.
@Suite("Deep and huge values")
struct NestingTests {
  private static func brackets(_ count: Int, _ open: String, _ inner: String, _ close: String)
    -> String
  {
    String(repeating: open, count: count) + inner + String(repeating: close, count: count)
  }

  /// The request, its params and `_meta` are three levels.
  private static func ping(_ id: String, depth: Int) -> String {
    Say.request(id, "ping", #"{"_meta":{"a":\#(brackets(depth - 3, "[", "", "]"))}}"#)
  }

  @Test("256 levels are taken, 257 are not")
  func limit() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    wire.say(Self.ping("1", depth: 256), Self.ping("2", depth: 257))
    try wire.take("1").expectResult()
    try wire.take("null").expect(-32700, "wire.parse")
    wire.say(Self.brackets(256, "[", "", "]"))
    let batch = try wire.takeBatch()
    #expect(batch.map(\.id) == ["null"])
    batch.first?.expect(-32600)
    wire.say(Self.brackets(257, "[", "", "]"))
    try wire.take("null").expect(-32700, "wire.parse")
    // Brackets in a text are no levels.
    let text = String(repeating: "[{", count: 400)
    try wire.ask("ping", #"{"_meta":{"a":"\#(text)"}}"#).expectResult()
    wire.finish()
  }

  @Test("100,000 brackets of any sort are one parse error")
  func bottomless() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    let count = 100_000
    for line in [
      Self.brackets(count, "[", "", "]"), Self.brackets(count, "[", "", ""),
      Self.brackets(count, #"{"a":"#, "1", "}"), Self.brackets(count, #"{"a":"#, "", ""),
      Self.brackets(count, "[{\"a\":", "1", "}]"), Self.ping("1", depth: count),
      String(repeating: "]", count: count),
    ] {
      wire.say(line)
      try wire.take("null").expect(-32700, "wire.parse")
      try wire.isAlive()
    }
    wire.finish()
  }

  static let numbers = [
    "1e400", "-1e400", "1e-400", "9223372036854775807", "9223372036854775808",
    "-9223372036854775809", "18446744073709551616", "1e19", "-1e19", "1e18", "0.5", "-0", "-1",
    "1.0",
    "123456789012345678901234567890", "4.9e-324", "1e2147483648",
    String(repeating: "9", count: 5_000), "0." + String(repeating: "0", count: 5_000) + "1",
  ]

  @Test("numbers of any size are answered, in every place that takes one")
  func huge() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve(scope: Operations.everything)
    for number in Self.numbers {
      for (method, params) in [
        ("search_resources", #"{"limit":@}"#), ("search_resources", #"{"within":@}"#),
        ("search_resources", #"{"near":{"lat":@,"lng":134},"within":500}"#),
        ("search_resources", #"{"near":{"lat":34,"lng":134},"within":@}"#),
        ("search_resources", #"{"maxCost":@}"#), ("search_resources", #"{"age":@}"#),
        ("list_changes", #"{"since":@}"#), ("list_changes", #"{"limit":@}"#),
        ("match_resources", #"{"needs":[{"code":"LIV-SHOP","weight":@}]}"#),
        ("match_resources", #"{"needs":[{"code":"LIV-SHOP"}],"limit":@}"#),
        ("match_resources", #"{"needs":[{"code":"LIV-SHOP"}],"person":{"age":@}}"#),
        ("put_resource", #"{"resource":{"id":"n:1","name":"数","capacity":{"maximum":@}}}"#),
        ("put_resource", #"{"resource":{"id":"n:2","name":"数","kept":@}}"#),
        ("ping", #"{"_meta":{"a":@}}"#),
      ] {
        let answer = try wire.ask(method, params.replacing("@", with: number))
        // A result, or an error that names no defect.
        #expect(answer.number != -32603, "\(method) \(params) \(number.prefix(40)) \(answer)")
      }
    }
    wire.finish()
  }
}
