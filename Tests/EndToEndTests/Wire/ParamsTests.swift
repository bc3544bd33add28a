import Testing

/// sourcekit-lsp #475, #476: absent params ended the server, and only on Linux.
@Suite("Params")
struct ParamsTests {
  /// Those that need nothing told.
  static let free: Set = [
    "search_resources", "list_changes", "list_categories", "list_needs", "list_plugins",
    "list_profiles", "list_instruments", "check_workspace", "evaluate_search",
    "merge_assessments",
  ]

  @Test("absent, null or empty are the same, for every operation")
  func absent() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let wire = try desk.serve(scope: Operations.everything)
    let before = try desk.everything()
    for name in Operations.names {
      let answers = try [nil, "null", "{}"].map { try wire.ask(name, $0) }
      for answer in answers {
        if Self.free.contains(name) {
          answer.expectResult()
        } else {
          answer.expect(-32602, "usage", name)
        }
        #expect(answer.result == answers[0].result && answer.code == answers[0].code, "\(name)")
      }
    }
    wire.finish()
    #expect(try desk.everything() == before)
  }

  @Test("absent, null, empty or a list end no method of MCP, before initialize and after it")
  func absentInMCP() throws {
    for isReady in [false, true] {
      let wire = try Desk(town: SmallTown.ndjson).serve(scope: Operations.everything)
      if isReady {
        wire.say(Say.initialize, Say.notification("notifications/initialized"))
        try wire.take("\"initialize\"").expectResult()
      }
      for method in Operations.mcp.filter({ isReady || $0 != "initialize" }) {
        for params in [nil, "null", "{}", "[]", #"{"_meta":null}"#, #"{"_meta":[]}"#] {
          let answer = try wire.ask(method, params)
          let isList = params == "[]"
          #expect(!isList || answer.number == -32602, "\(method) \(answer)")
          #expect(answer.number != -32603, "\(method) \(answer)")
          try wire.isAlive()
        }
      }
      wire.finish()
    }
  }

  @Test("in a list are refused, for every operation")
  func list() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve(scope: Operations.everything)
    for name in Operations.names + ["ping", "rpc.discover"] {
      for params in ["[]", "[1]", #"[{"text":"a"}]"#] {
        try wire.ask(name, params).expect(-32602, "", name)
      }
    }
    wire.finish()
  }

  @Test("with a member that the operation does not have are refused with a suggestion")
  func unknown() throws {
    let wire = try Desk(town: SmallTown.ndjson).serve(scope: Operations.everything)
    let close = try wire.ask("search_resources", #"{"txt":"サロン"}"#)
    close.expect(-32602, "usage.unknown-member")
    #expect("\(close)".contains("text"), "\(close)")
    // A match tells what it did not look at.
    for name in Operations.names where name != "match_resources" {
      let params = #"{"id":"t:salon","how":"x","why":"x","paths":[],"nonsense":1}"#
      try wire.ask(name, params).expect(-32602, "usage.unknown-member", name)
      try wire.ask(name, #"{"_meta":{"a":1},"nonsense":null}"#).expect(-32602, "usage", name)
    }
    let match = try wire.ask("match_resources", #"{"needs":[{"code":"LIV-SHOP"}],"nonsense":1}"#)
    #expect(match.result["notConsidered"] == .array(["nonsense"]), "\(match)")
    wire.finish()
  }

  @Test("of a wrong type are refused, whatever the type")
  func types() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let wire = try desk.serve(scope: Operations.everything)
    let before = try desk.everything()
    for value in ["1", "true", "[]", "{}", "[[]]", "1e999", #"[{"a":1}]"#] {
      for (name, params) in [
        ("search_resources", #"{"text":@}"#), ("search_resources", #"{"cursor":@}"#),
        ("search_resources", #"{"sort":@}"#), ("get_resource", #"{"id":@}"#),
        ("import_resources", #"{"paths":[@]}"#), ("put_resource", #"{"resource":[@]}"#),
        ("confirm_resource", #"{"id":@,"how":"x"}"#), ("retire_resource", #"{"id":"x","why":@}"#),
        ("export_resources", #"{"format":@}"#), ("match_resources", #"{"text":@}"#),
        ("match_resources", #"{"person":[@]}"#), ("check_workspace", #"{"repair":[@]}"#),
        ("list_changes", #"{"since":[@]}"#), ("explain_mapping", #"{"paths":[@]}"#),
      ] {
        let told = params.replacing("@", with: value)
        let answer = try wire.ask(name, told)
        if name == "put_resource" {
          // A resource is data, wherever it comes from.
          answer.expect(-32010, "row", told)
        } else {
          answer.expect(-32602, "usage", "\(name) \(told)")
        }
      }
    }
    wire.finish()
    #expect(try desk.everything() == before)
  }
}
