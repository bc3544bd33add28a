import ArgumentParser
import Service
import Terminal

/// The filters of CONTRACT.md as options.
struct FilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("カテゴリ（下位も含む。くり返しは「または」）", "category, with those below it; repeat for OR"),
      valueName: "code"))
  var category: [String] = []

  @Option(
    help: ArgumentHelp(
      say("種類: use（利用）, join（参加）, enable（活動のため）", "kind: use, join, enable"), valueName: "kind"))
  var kind: [String] = []

  @Option(help: ArgumentHelp(say("その地域を対象とするもの", "serving this area"), valueName: "name"))
  var area: [String] = []

  @Option(
    help: ArgumentHelp(
      say("この場所の近く（住所か 緯度,経度）", "near this place (an address or LAT,LNG)"), valueName: "place"))
  var near: String?

  @Option(help: ArgumentHelp(say("--near からの距離（メートル）", "metres from --near"), valueName: "metres"))
  var within: Double?

  @Option(
    help: ArgumentHelp(
      say("曜日: MO TU WE TH FR SA SU", "day: MO TU WE TH FR SA SU"), valueName: "day"))
  var day: [String] = []

  @Option(help: ArgumentHelp(say("この時刻から", "from this time"), valueName: "HH:MM"))
  var from: String?

  @Option(help: ArgumentHelp(say("この時刻まで", "until this time"), valueName: "HH:MM"))
  var to: String?

  @Option(help: ArgumentHelp(say("この日", "on this day"), valueName: "date"))
  var on: String?

  @Flag(help: ArgumentHelp(say("無料", "free of charge")))
  var free = false

  @Option(help: ArgumentHelp(say("費用の上限（円）", "at most this price"), valueName: "yen"))
  var maxCost: Double?

  @Option(help: ArgumentHelp(say("年齢", "for this age"), valueName: "years"))
  var age: Double?

  @Option(
    help: ArgumentHelp(say("要介護度（support1 や 要支援1）", "for this care level"), valueName: "level"))
  var careLevel: String?

  @Option(
    help: ArgumentHelp(say("設備（wheelchair など）", "access, such as wheelchair"), valueName: "facet"))
  var access: [String] = []

  @Flag(help: ArgumentHelp(say("空きがある", "with a vacancy")))
  var available = false

  @Option(
    help: ArgumentHelp(
      say(
        "届き方: venue visit delivery phone post online pickup route",
        "how it reaches people: venue visit delivery phone post online pickup route"),
      valueName: "mode"))
  var mode: [String] = []

  @Option(
    help: ArgumentHelp(say("この日以降に確認されたもの", "confirmed on or after this day"), valueName: "date"))
  var confirmedSince: String?

  @Option(help: ArgumentHelp(say("タグ", "tag"), valueName: "tag"))
  var tag: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        "状態: active paused potential（既定は active と paused）",
        "status: active paused potential (default: active and paused)"), valueName: "status"))
  var status: [String] = []

  func fill(_ input: inout SearchResources.Input) {
    func list(_ values: [String]) -> [String]? { values.isEmpty ? nil : values }
    input.categories = list(category)
    input.kinds = list(kind)
    input.areas = list(area)
    input.near = near.map(NearInput.init(text:))
    input.within = within
    input.days = list(day)
    (input.from, input.to, input.on) = (from, to, on)
    input.free = free ? true : nil
    (input.maxCost, input.age, input.careLevel) = (maxCost, age, careLevel)
    input.access = list(access)
    input.available = available ? true : nil
    input.modes = list(mode)
    input.confirmedSince = confirmedSince
    input.tags = list(tag)
    input.statuses = list(status)
  }
}
