import ArgumentParser
import Diagnostics
import Service
import Terminal

/// A request to match, from a file and from options. Options add to the file.
struct RequestOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("困りごとの文。- は標準入力", "what the person says; - is standard input"), valueName: "text"))
  var text: String?

  @Option(
    help: ArgumentHelp(say("ニーズのコード（くり返せる）", "code of a need; may be repeated"), valueName: "code"))
  var need: [String] = []

  @Option(
    help: ArgumentHelp(
      say("依頼（JSON）のファイル。- は標準入力", "request as JSON; - is standard input"), valueName: "file"))
  var request: String?

  @Option(help: ArgumentHelp(say("マッチングの設定", "matching profile"), valueName: "name"))
  var profile: String?

  @Option(
    help: ArgumentHelp(say("住まい（住所か 緯度,経度）", "home (an address or LAT,LNG)"), valueName: "place"))
  var home: String?

  @Option(help: ArgumentHelp(say("住まいの地区", "area of the home"), valueName: "name"))
  var area: String?

  @Option(help: ArgumentHelp(say("歩ける時間（分）", "minutes the person walks"), valueName: "minutes"))
  var walk: Double?

  @Option(help: ArgumentHelp(say("それぞれの一覧の件数（既定 10）", "how many of each list (default 10)")))
  var limit: Int?

  func input() throws(SasaeError) -> MatchResources.Input {
    var input = MatchResources.Input()
    if let request {
      input = try OperationJSON.input(
        MatchResources.Input.self, from: try InputText.read(request))
    }
    if let text { input.text = text == "-" ? try InputText.read("-") : text }
    if !need.isEmpty {
      input.needs = (input.needs ?? []) + need.map { MatchResources.NeedInput(code: $0) }
    }
    if let profile { input.profile = profile }
    if let limit { input.limit = limit }
    if home != nil || area != nil || walk != nil { try fillPerson(&input) }
    return input
  }

  private func fillPerson(_ input: inout MatchResources.Input) throws(SasaeError) {
    var person = input.person ?? .init()
    if let home {
      if let point = CoordinateInput.parse(home) {
        person.home = .init(lat: point.lat, lng: point.lng)
      } else {
        person.home = .init(address: home)
      }
    }
    if let area { person.area = area }
    if let walk {
      var mobility = person.mobility ?? .init()
      mobility.walkMinutes = walk
      person.mobility = mobility
    }
    input.person = person
  }
}
