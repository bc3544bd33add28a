import Testing

/// A number that is not for an audience is in no byte of what the server writes.
@Suite("Audiences on the wire")
struct WireAudienceTests {
  static let town = """
    {"id":"a:1","name":"ごみ出し隊番町","categories":["S-HOME-TRASH"],"reach":{"modes":["visit"]},\
    "contacts":[{"name":"公開窓口","phone":"087-111-0001","visibility":"public"},{"name":"包括担当",\
    "phone":"087-222-0002","email":"pro@example.jp","visibility":"professionals"},{"name":"窓口係の花子",\
    "phone":"087-333-0003","visibility":"coordinator"}]}
    {"id":"a:2","name":"ごみ出し隊屋島","categories":["S-HOME-TRASH"],"reach":{"modes":["visit"]},\
    "contacts":[{"phone":"087-222-0004","visibility":"professionals"}]}

    """
  static let secrets = [
    ("087-111-0001", 0), ("公開窓口", 0), ("087-222-0002", 1), ("包括担当", 1), ("pro@example.jp", 1),
    ("087-222-0004", 1), ("087-333-0003", 2), ("窓口係の花子", 2),
  ]
  static let calls = [
    ("search_resources", #"{"text":"ごみ出し"}"#), ("search_resources", #"{"text":"包括担当"}"#),
    ("search_resources", #"{"text":"087-222-0002"}"#), ("search_resources", "{}"),
    ("search_resources", #"{"fields":["id","phone"]}"#),
    ("search_resources", #"{"facets":["category","area","kind"],"exactTotal":true}"#),
    ("get_resource", #"{"id":"a:1"}"#), ("get_resource", #"{"id":"a:2"}"#),
    ("get_resource", #"{"id":"a:1","_meta":{"audience":"coordinator"}}"#),
    ("export_resources", #"{"format":"ndjson"}"#), ("export_resources", #"{"format":"csv"}"#),
    ("export_resources", #"{"format":"geojson"}"#),
    ("export_resources", #"{"format":"ndjson","includeRetired":true}"#),
    ("match_resources", #"{"needs":[{"code":"LIV-TRASH"}]}"#),
    ("match_resources", #"{"text":"ごみ出しができない"}"#), ("list_changes", "{}"),
    ("check_workspace", "{}"), ("put_resource", #"{"resource":{"id":"a:1","name":"改名"}}"#),
    ("confirm_resource", #"{"id":"a:1","how":"phone"}"#),
    ("get_resource", #"{"id":"a:1","audience":"coordinator"}"#),
    ("search_resources", #"{"audience":"coordinator"}"#),
    ("export_resources", #"{"format":"ndjson","audience":"coordinator"}"#),
    ("rpc.discover", "{}"),
  ]

  /// Everything that one audience can get, one door after the other.
  private static func heard(_ options: [String], _ desk: Desk) throws -> String {
    let wire = try desk.serve(scope: Operations.everything, options)
    wire.say(Say.initialize, Say.notification("notifications/initialized"))
    var texts = [try wire.take("\"initialize\"").text]
    for (name, params) in calls {
      let call = #"{"name":"\#(name)","arguments":\#(params)}"#
      if !["put_resource", "confirm_resource"].contains(name) {
        texts.append(try wire.ask("tools/call", call).text)
      }
      texts.append(try wire.ask(name, params).text)
    }
    for uri in ["sasae://resource/a%3A1", "sasae://resource/a:1", "sasae://category/S-HOME-TRASH"] {
      texts.append(try wire.ask("resources/read", #"{"uri":"\#(uri)"}"#).text)
    }
    texts.append(try wire.ask("resources/list").text)
    texts += wire.notifications.map(\.text)
    wire.finish()
    return texts.joined(separator: "\n")
  }

  @Test(
    "see what is for them and nothing above it; public is what is served unasked",
    arguments: [([], 0), (["public"], 0), (["professionals"], 1), (["coordinator"], 2)])
  func audiences(_ name: [String], _ level: Int) throws {
    let desk = try Desk(town: Self.town)
    // The command line's audience is no server's.
    desk.environment["SASAE_AUDIENCE"] = "coordinator"
    let heard = try Self.heard(name.flatMap { ["--audience", $0] }, desk)
    for (secret, least) in Self.secrets {
      #expect(heard.contains(secret) == (least <= level), "\(secret)")
    }
    #expect(heard.contains("redacted") || heard.contains("restricted") || level == 2)
    #expect(!heard.contains("-32603"))
  }
}
