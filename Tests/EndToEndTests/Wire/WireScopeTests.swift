import Testing

/// What a server may do is settled when it is started; no message can change it.
@Suite("Scopes on the wire")
struct WireScopeTests {
  static let writes = [
    ("import_resources", #"{"paths":["@"]}"#), ("explain_mapping", #"{"paths":["@"]}"#),
    ("put_resource", #"{"resource":{"id":"t:new","name":"新しい会"}}"#),
    ("confirm_resource", #"{"id":"t:salon","how":"phone"}"#),
    ("retire_resource", #"{"id":"t:salon","why":"試し"}"#), ("check_workspace", #"{"repair":true}"#),
  ]
  static let matches = [
    ("match_resources", #"{"needs":[{"code":"LIV-SHOP"}]}"#),
    (
      "replay_match",
      #"{"request":{"needs":[{"code":"LIV-SHOP"}]},"snapshot":"1.000000.00000000.00000000.00000000.00000000.00000000"}"#
    ),
    ("review_plan", #"{"lines":[{"text":"掃除 60分 訪問介護"}]}"#),
    ("detect_needs", #"{"text":"ゴミ出しが大変"}"#),
    ("score_assessment", #"{"instrument":"lsns-6","answers":{"1":2}}"#),
    ("merge_assessments", #"{"text":"ゴミ出しが大変"}"#),
  ]
  static let reads = [
    ("search_resources", #"{"text":"サロン"}"#), ("get_resource", #"{"id":"t:salon"}"#),
    ("export_resources", #"{"format":"ndjson"}"#), ("list_changes", "{}"),
    ("locate_address", #"{"address":"高松市番町1-2"}"#), ("parse_schedule", #"{"text":"火曜"}"#),
    ("list_categories", "{}"), ("list_needs", "{}"), ("list_plugins", "{}"),
    ("list_profiles", "{}"), ("list_instruments", "{}"), ("check_workspace", "{}"),
    ("check_workspace", #"{"repair":false}"#),
    ("evaluate_search", #"{"limit":10}"#),
  ]

  private static func desk() throws -> (Desk, String, String) {
    let desk = try Desk(town: SmallTown.ndjson)
    let path = try desk.write(#"{"id":"t:other","name":"別の会"}"#, to: "other.ndjson")
    return (desk, path, try desk.everything())
  }

  @Test("let a server do what it was started for and nothing else")
  func scopes() throws {
    let (desk, path, before) = try Self.desk()
    for scope in [nil, "read", "read,match"] {
      let wire = try scope.map { try desk.serve(scope: $0) } ?? desk.serve()
      for (name, params) in Self.reads { try wire.ask(name, params).expectResult() }
      for (name, params) in Self.matches {
        let answer = try wire.ask(name, params)
        if scope == "read,match" {
          answer.expectResult()
        } else {
          answer.expect(-32003, "wire.not-permitted")
          answer.expect(-32003, "wire.not-permitted", name)
        }
      }
      for (name, params) in Self.writes {
        let told = params.replacing("@", with: path)
        try wire.ask(name, told).expect(-32003, "wire.not-permitted", "\(scope ?? "") \(name)")
      }
      // In a batch and as a notification nothing else holds.
      wire.say(
        "[\(Say.importing("1", path))]", Say.notification(Self.writes[2].0, Self.writes[2].1))
      try wire.takeBatch().first?.expect(-32003, "wire.not-permitted")
      wire.finish()
      #expect(try desk.everything() == before)
    }
  }

  @Test(
    "let a server write that was started for it", arguments: ["read,write", "read,match,write"])
  func write(_ scope: String) throws {
    let (desk, path, before) = try Self.desk()
    let wire = try desk.serve(scope: scope)
    for (name, params) in Self.reads + Self.writes {
      try wire.ask(name, params.replacing("@", with: path)).expectResult()
    }
    let answer = try wire.ask(Self.matches[0].0, Self.matches[0].1)
    #expect(answer.isError == (scope == "read,write"), "\(answer)")
    for (name, params) in Self.matches {
      let answer = try wire.ask(name, params)
      #expect(answer.isError == (scope == "read,write"), "\(answer)")
    }
    wire.finish()
    #expect(try desk.everything() != before)
    try desk.isSound()
  }

  @Test("hold for the tools of MCP too: what is outside is not listed, and refused")
  func tools() throws {
    let (desk, path, before) = try Self.desk()
    let wire = try desk.serve()
    wire.say(Say.initialize, Say.notification("notifications/initialized"))
    try wire.take("\"initialize\"").expectResult()
    let tools = try wire.ask("tools/list").result["tools"].items.compactMap(\.["name"].text)
    #expect(Set(tools) == Set(Self.reads.map(\.0)))
    for (name, params) in Self.writes + Self.matches {
      let told = params.replacing("@", with: path)
      try wire.ask("tools/call", #"{"name":"\#(name)","arguments":\#(told)}"#)
        .expect(-32003, "wire.not-permitted", name)
    }
    wire.finish()
    #expect(try desk.everything() == before)
  }

  /// Members that a caller might try; none may have any effect.
  @Test("are widened by no message")
  func widening() throws {
    let (desk, path, before) = try Self.desk()
    let wire = try desk.serve()
    let tries = [
      #""scope":"write""#, #""scope":["read","write"]"#, #""scopes":["write"]"#,
      #""audience":"coordinator""#, #""permissions":{"write":true}"#, #""lang":"ja""#,
    ]
    wire.say(
      #"{"jsonrpc":"2.0","id":0,"method":"initialize","scope":"write","params":{"scope":"write","#
        + #""protocolVersion":"2025-06-18","capabilities":{"scope":"write","experimental":"#
        + #"{"scope":{"write":true}}},"clientInfo":{"name":"t","version":"1","scope":"write"},"#
        + #""_meta":{"scope":"write"}}}"#)
    _ = try wire.take("0")
    for (index, one) in tries.enumerated() {
      for form in [
        #"{"jsonrpc":"2.0","id":1,\#(one),"method":"@","params":{^}}"#,
        #"{"jsonrpc":"2.0","id":1,"method":"@","params":{^,\#(one)}}"#,
        #"{"jsonrpc":"2.0","id":1,"method":"@","params":{^,"_meta":{\#(one)}}}"#,
      ] {
        let put = form.replacing("@", with: "put_resource")
          .replacing("^", with: #""resource":{"id":"t:new","name":"新しい会"}"#)
        let bring = form.replacing("@", with: "import_resources")
          .replacing("^", with: #""paths":["\#(path)"]"#)
        for line in [put, bring] {
          wire.say(line)
          #expect(try wire.take("1").isError, "\(index) \(line)")
        }
      }
    }
    for (name, params) in Self.writes + Self.matches {
      try wire.ask(name, params).expect(-32003, "wire.not-permitted", name)
    }
    wire.finish()
    #expect(try desk.everything() == before)
  }
}
