import TestSupport

/// Valid calls of every method, and lines of other sorts. `@` stands for an id, `^` for the folder
/// with the lists, `~` for a small number.
enum WireCorpus {
  static let operations: [(name: String, params: [String])] = [
    (
      "search_resources",
      [
        "{}", #"{"text":"サロン"}"#, #"{"text":"買い物","kinds":["use"],"limit":5,"exactTotal":true}"#,
        #"{"near":{"lat":34.34,"lng":134.04},"within":900,"sort":"distance","facets":["kind"]}"#,
        #"{"areas":["番町"],"days":["TU"],"from":"13:00","to":"16:00","countUnknown":true}"#,
        #"{"text":"つどい","fields":["id","name"],"limit":3,"_meta":{"progressToken":"p"}}"#,
      ]
    ),
    ("get_resource", [#"{"id":"t:salon"}"#, #"{"id":"z:~"}"#]),
    (
      "match_resources",
      [
        #"{"needs":[{"code":"LIV-SHOP","urgency":"high"}],"person":{"age":80}}"#,
        #"{"text":"ひとりで買い物に行けない","profile":"tier3","limit":3}"#,
      ]
    ),
    (
      "import_resources",
      [
        #"{"paths":["^/list.ndjson"],"source":"list"}"#, #"{"paths":["^/list.csv"],"dryRun":true}"#,
        #"{"paths":["^/list.csv","^/none"],"_meta":{"progressToken":~}}"#,
      ]
    ),
    ("explain_mapping", [#"{"paths":["^/list.csv"]}"#]),
    (
      "put_resource",
      [
        #"{"resource":{"id":"z:~","name":"会~","categories":["A-SALON"],"tags":["a","b"]}}"#
      ]
    ),
    ("confirm_resource", [#"{"id":"z:~","how":"phone","on":"2026-08-01"}"#]),
    ("retire_resource", [#"{"id":"z:~","why":"終了"}"#]),
    (
      "export_resources",
      [
        #"{"format":"ndjson","limit":2}"#, #"{"format":"csv"}"#,
        #"{"format":"geojson","includeRetired":true}"#,
      ]
    ),
    (
      "replay_match",
      [
        #"{"request":{"needs":[{"code":"LIV-SHOP"}]},"snapshot":"1.~"}"#,
        #"{"request":{"text":"~"},"snapshot":"1.000000.00000000.00000000.00000000.00000000.00000000"}"#,
      ]
    ),
    (
      "review_plan",
      [
        #"{"lines":[{"text":"掃除~","minutes":60,"by":"ヘルパー"}]}"#,
        #"{"lines":[{"text":"~"}],"person":{}}"#,
      ]
    ),
    ("detect_needs", [#"{"text":"ゴミ出しが~大変"}"#, #"{"text":"~"}"#]),
    (
      "merge_assessments",
      [
        #"{"text":"~","ownWords":{"joys":"~","aims":"~"}}"#,
        #"{"needs":[{"code":"LIV-PET","denied":~}],"assessments":[{"instrument":"lsns-6","answers":{"1":~},"on":~}]}"#,
      ]
    ),
    ("locate_address", [#"{"address":"高松市番町~"}"#, #"{"address":"~"}"#]),
    ("list_changes", ["{}", #"{"since":~,"limit":5}"#]), ("list_categories", ["{}"]),
    ("list_needs", ["{}"]),
    ("parse_schedule", [#"{"text":"第2火曜","from":"2026-12-01"}"#, #"{"text":~}"#]),
    ("list_plugins", ["{}"]), ("list_profiles", ["{}"]),
    ("list_instruments", ["{}", #"{"instrument":"lsns-6"}"#]),
    (
      "score_assessment",
      [
        #"{"instrument":"lsns-6","answers":{"1":~}}"#,
        #"{"instrument":"kihon-checklist","answers":{"9":"yes","12":{"heightCm":150,"weightKg":41}}}"#,
      ]
    ),
    ("check_workspace", ["{}", #"{"repair":true}"#]),
    ("evaluate_search", [#"{"limit":10,"settings":["concepts=off"]}"#]),
  ]

  static let envelope =
    #""_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","#
    + #""io.modelcontextprotocol/clientCapabilities":{},"progressToken":"@"}"#

  private static let methods: [(String, String)] = [
    ("initialize", #""protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"f"}"#),
    ("server/discover", ""), ("tools/list", ""), ("tools/list", #""cursor":"0""#),
    ("resources/list", ""), ("resources/list", #""cursor":"~""#),
    ("resources/read", #""uri":"sasae://resource/t%3Asalon""#),
    ("resources/read", #""uri":"sasae://category/A-SALON""#),
    ("resources/read", #""uri":"sasae://changes""#), ("resources/read", #""uri":"sasae://x""#),
    ("resources/templates/list", ""), ("resources/subscribe", #""uri":"sasae://resource/z%3A~""#),
    ("resources/unsubscribe", #""uri":"sasae://resource/z%3A~""#), ("prompts/list", ""),
    ("prompts/get", #""name":"tier3_interview","arguments":{"situation":"転倒","area":"番町"}"#),
    ("subscriptions/listen", #""notifications":{"resourcesListChanged":true}"#),
    ("subscriptions/listen", #""notifications":{"resourceSubscriptions":["sasae://needs"]}"#),
  ]

  private static let others = [
    "", " ", "\r", "[]", "{}", "[1,{},[]]", "null", "x", #"{"jsonrpc":"2.0","id":@,"result":{}}"#,
    #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#,
    #"{"jsonrpc":"2.0","id":@,"method":"ping","params":[1]}"#,
    #"{"jsonrpc":"2.0","id":{"a":@},"method":"ping"}"#, #"{"jsonrpc":"1.0","id":@}"#,
    #"{"jsonrpc":"2.0","id":@,"method":"no/such","params":{"a":[[[[{"b":null}]]]]}}"#,
  ]

  /// One message; `ids` are of requests sent before.
  static func message(
    _ id: String, _ ids: [String], _ random: inout SeededGenerator
  ) -> String {
    let text: String
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<45: text = call(&random)
    case 45..<60: text = method(&random)
    case 60..<70:
      let list = operation(&random)
      let tool = #""name":"\#(list.0)","arguments":\#(list.1)"#
      text = request("tools/call", random.chance(0.5) ? "{\(tool)}" : "{\(tool),\(envelope)}")
    case 70..<78: text = Say.cancel(ids.isEmpty ? "0" : random.pick(ids))
    case 78..<86: text = request(random.pick(["ping", "rpc.discover"]), nil)
    case 86..<90: text = random.pick(others)
    case 90..<95: text = call(&random).replacing(#""id":@,"#, with: "")
    default:
      let count = Int.random(in: 1...5, using: &random)
      let members = (0..<count).map { number in
        message("\"\(id)/\(number)\"".replacing("\"\"", with: ""), ids, &random)
      }
      text = "[" + members.joined(separator: ",") + "]"
    }
    return text.replacing("@", with: id)
  }

  private static func operation(_ random: inout SeededGenerator) -> (String, String) {
    let one = random.pick(operations)
    // Writes and repairs take their time: fewer of them.
    let isSlow = ["import_", "put_", "confirm_", "retire_", "check_"].contains {
      one.name.hasPrefix($0)
    }
    if isSlow, random.chance(0.6) { return operation(&random) }
    return (one.name, random.pick(one.params))
  }

  private static func call(_ random: inout SeededGenerator) -> String {
    let (name, params) = operation(&random)
    return request(name, params)
  }

  private static func method(_ random: inout SeededGenerator) -> String {
    let (name, members) = random.pick(methods)
    let all = [members, random.chance(0.5) ? envelope : ""].filter { !$0.isEmpty }
    return request(name, "{" + all.joined(separator: ",") + "}")
  }

  private static func request(_ method: String, _ params: String?) -> String {
    Say.request("@", method, params)
  }
}
