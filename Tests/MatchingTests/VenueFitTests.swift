import Diagnostics
import Foundation
import Model
import Service
import TestSupport
import Testing

/// Places for an activity (場さがし).
@Suite struct VenueFitTests {
  private static func room(
    _ id: String, _ text: String = "", metres: Double = 100,
    _ change: (inout Resource) -> Void = { _ in }
  ) -> Resource {
    helper(id, metres: metres) {
      $0.name = "部屋\(id)"
      $0.categories = ["P-HALL"]
      $0.description = text.isEmpty ? nil : text
      $0.schedule = Schedule(text: "毎週火・木曜 9:00～17:00")
      $0.cost = Cost(text: "1時間300円", min: 300, per: "hour")
      $0.capacity = Capacity(text: "20人", maximum: 20)
      change(&$0)
    }
  }

  private static let home = #""home":{"lat":34.34,"lng":134.04}"#

  private func places(_ rooms: [Resource], _ activity: String) throws -> MatchResources.Output {
    try Town(rooms).match(
      #"{"seeking":"venue","activity":{\#(activity)},"limit":100,"profile":"venue"}"#)
  }

  /// The questions or reasons of the one room that there is; empty when it is recommended.
  private func outcome(_ room: Resource, _ activity: String) throws -> [String] {
    let answer = try places([room], activity)
    if !answer.recommended.isEmpty { return [] }
    let asked = answer.question(room.id)
    return asked.isEmpty ? answer.reasons(room.id) : asked
  }

  /// A room, an activity, and what comes of them.
  static let cases: [(room: Resource, activity: String, outcome: [String])] = [
    (room("a"), #""people":20"#, []),
    (room("a"), #""people":21"#, ["too-small"]),
    (room("a") { $0.capacity = nil }, #""people":5"#, ["capacity.maximum"]),
    (room("a") { $0.capacity = Capacity(text: "40名まで") }, #""people":41"#, ["too-small"]),
    (room("a"), #""days":["TU"],"from":"10:00","to":"12:00""#, []),
    (room("a"), #""days":["WE"]"#, ["closed"]),
    (room("a"), #""days":["TU"],"from":"16:00","to":"18:00""#, ["closed"]),
    (room("a"), #""days":["TU","WE"]"#, ["schedule.text"]),
    (room("a") { $0.schedule = nil }, #""days":["TU"]"#, ["schedule.text"]),
    (room("a") { $0.schedule = Schedule(text: "応相談") }, #""days":["TU"]"#, ["schedule.text"]),
    (
      room("a") { $0.schedule = Schedule(text: "9時～17時") }, #""from":"18:00","to":"19:00""#,
      ["closed"]
    ),
    (room("a"), #""maxCost":300"#, []),
    // Two hours of it.
    (room("a"), #""maxCost":500,"from":"10:00","to":"12:00""#, ["over-budget"]),
    (room("a"), #""maxCost":600,"from":"10:00","to":"12:00""#, []),
    (room("a") { $0.cost = Cost(text: "お気持ち") }, #""maxCost":600"#, ["cost"]),
    (room("a") { $0.cost = nil }, #""maxCost":600"#, ["cost"]),
    (room("a", metres: 4_900), home, []), (room("a", metres: 5_200), home, ["too-far"]),
    (room("a") { $0.place = nil }, home, ["place"]),
    (room("a", "2階の部屋です。"), #""needs":["wheelchair"]"#, ["place.access"]),
    (room("a", "2階の部屋です。階段のみ。"), #""needs":["wheelchair"]"#, ["stairs"]),
    (room("a", "2階の部屋です。エレベーターはありません。"), #""needs":["HLT-LEG"]"#, ["stairs"]),
    (room("a", "2階の部屋です。エレベーターはありません。"), #""needs":["台所"]"#, ["place.access"]),
    (room("a", "２階建ての1階で、車いす可です。"), #""needs":["車いす"]"#, []),
    (
      room("a", "2階の部屋です。") { $0.place?.access = ["elevator", "wheelchair"] },
      #""needs":["wheelchair"]"#, []
    ),
    (room("a", "車いすでは使えません。"), #""needs":["wheelchair"]"#, ["no-facility"]),
    (room("a", "調理室があります。"), #""needs":["FOD-ALONE"]"#, []),
    (room("a", "火気厳禁です。"), #""needs":["kitchen"]"#, ["no-facility"]),
    (room("a", "将棋盤があります。"), #""needs":["将棋盤"]"#, []),
    (room("a"), #""needs":["将棋盤"]"#, ["place.access"]),
    (
      room("a") {
        $0.capacity = nil
        $0.cost = nil
      }, #""people":5,"maxCost":0"#, ["capacity.maximum", "cost"]
    ),
    (room("a") { $0.status = .potential }, #""people":5"#, ["status"]),
  ]

  @Test(arguments: cases.indices) func isJudged(_ index: Int) throws {
    let one = Self.cases[index]
    #expect(try outcome(one.room, one.activity) == one.outcome, "\(one.activity)")
  }

  @Test func nearerAndBetterKnownStandFirst() throws {
    let answer = try places(
      [
        Self.room("far", metres: 3_000), Self.room("near"),
        Self.room("unknown") { $0.capacity = nil },
        Self.room("less") {
          $0.capacity = nil
          $0.cost = nil
        },
      ], Self.home + #","people":8,"maxCost":1000"#)
    #expect(answer.recommended.map(\.id) == ["near", "far"])
    #expect(answer.askFirst.map(\.id) == ["unknown", "less"])
    let leaf = answer.recommended.first?.explanation.children.first { $0.plugin == "venue-fit" }?
      .children.first
    #expect(leaf?.facts["maximum"] == 20)
    #expect(leaf?.text == "8人が入れます（定員 20人）")
    #expect(answer.needs.map(\.code) == ["SOC-PLACE"])
  }

  @Test func onlyPlacesCome() throws {
    let answer = try places([Self.room("a"), helper("b")], #""people":8"#)
    #expect(answer.lists == [["a"], [], []])
  }

  @Test func theHomeMayBeAnAddressOrThatOfThePerson() throws {
    let rooms = [Self.room("a", metres: 20_000)]
    #expect(try places(rooms, #""home":{"address":"高松市番町1丁目"}"#).reasons("a") == ["too-far"])
    let answer = try Town(rooms).match(#"{"seeking":"venue","person":{\#(Self.home)}}"#)
    #expect(answer.reasons("a") == ["too-far"])
    let lost = try places(rooms, #""home":{"address":"どこか"}"#)
    #expect(lost.notConsidered == ["activity.home.address"])
    // A need that asks nothing of a place.
    #expect(try places(rooms, #""needs":["LIV-TRASH"]"#).notConsidered == ["activity.needs"])
  }

  @Test(arguments: [
    (#"{"people":0}"#, "usage.value"), (#"{"people":"many"}"#, "usage.request"),
    (#"{"days":["XX"]}"#, "usage.request"), (#"{"from":"25"}"#, "usage.value"),
    (#"{"from":"12:00","to":"10:00"}"#, "usage.value"), (#"{"maxCost":-1}"#, "usage.value"),
    (#"{"home":{"lat":99,"lng":0}}"#, "usage.request"),
    (#"{"needs":["LIV-TRUSH"]}"#, "usage.unknown-need"),
    (#"{"persons":3}"#, "usage.unknown-member"), (#"[]"#, "usage.request"),
  ])
  func whatIsWrongIsTold(_ activity: String, _ code: String) throws {
    let error = #expect(throws: SasaeError.self) {
      try Town([]).match(#"{"seeking":"venue","activity":\#(activity)}"#)
    }
    #expect(error?.code.rawValue == code)
    #expect(error?.text(.en).contains("activity") == true || code == "usage.unknown-need")
  }
}
