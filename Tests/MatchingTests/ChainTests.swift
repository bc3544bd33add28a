import Diagnostics
import Foundation
import Model
import Service
import Testing

/// A place too far to walk to, together with a ride. The day is Friday 2026-09-04.
@Suite struct ChainTests {
  enum Outcome: Equatable {
    case recommended
    /// With the fields that are asked.
    case ask([String])
    case excluded
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var why: String
    var place: @Sendable (inout Resource) -> Void = { _ in }
    var ride: @Sendable (inout Resource) -> Void = { _ in }
    var person = ""
    var outcome: Outcome
    var testDescription: String { why }
  }

  /// A salon 5 km away in 屋島, Tuesdays 13:30–15:30, 100 yen.
  private static func salon(_ change: (inout Resource) -> Void) -> Resource {
    helper("salon", metres: 5_000) {
      $0.name = "屋島サロン"
      $0.place?.area = "屋島"
      $0.schedule = Schedule()
      $0.schedule?.text = "毎週火曜 13:30～15:30"
      $0.cost = Cost()
      $0.cost?.min = 100
      change(&$0)
    }
  }

  /// A shared taxi that goes everywhere, every weekday, 300 yen.
  private static func taxi(_ change: (inout Resource) -> Void) -> Resource {
    helper("taxi", metres: 2_000, modes: [.pickup]) {
      $0.name = "あいのり号"
      $0.categories = ["S-MOVE-BUS"]
      $0.reach?.areas = ["市全域"]
      $0.schedule = Schedule()
      $0.schedule?.text = "月～金 8:00～18:00"
      $0.cost = Cost()
      $0.cost?.min = 300
      change(&$0)
    }
  }

  private static func times(_ text: String?) -> @Sendable (inout Resource) -> Void {
    { $0.schedule?.text = text }
  }

  private static func bus(_ change: @escaping @Sendable (inout Resource) -> Void = { _ in })
    -> @Sendable (inout Resource) -> Void
  {
    {
      $0.name = "町内バス"
      $0.reach = Reach(modes: [.route])
      $0.reach?.areas = ["市全域"]
      $0.place?.lat = 34.341
      change(&$0)
    }
  }

  static let cases: [Case] = [
    Case(why: "all is sure", outcome: .recommended),
    Case(
      why: "the place fetches nobody and no ride runs that day", ride: times("水曜 8:00～18:00"),
      outcome: .excluded),
    Case(why: "the ride is over long before", ride: times("火曜 8:00～10:00"), outcome: .excluded),
    Case(why: "no way back", ride: times("火曜 9:00～13:00"), outcome: .ask(["schedule.text"])),
    Case(
      why: "no words about the ride's times", ride: { $0.schedule = nil },
      outcome: .ask(["schedule.text"])),
    Case(
      why: "words that leave the times open", ride: times("応相談"),
      outcome: .ask(["schedule.text"])),
    Case(
      why: "days of the ride without hours", ride: times("毎週火曜"),
      outcome: .ask(["schedule.text"])),
    Case(
      why: "the place says no times", place: { $0.schedule = nil },
      outcome: .ask(["schedule.text"])),
    Case(
      why: "the person is free on another day only",
      person: #","availableText":"水曜の午後""#, outcome: .excluded),
    Case(
      why: "the person is free then", person: #","availableText":"火曜の午後""#,
      outcome: .recommended),
    // Where it goes.
    Case(
      why: "the ride's areas hold the place's", ride: { $0.reach?.areas = ["番町", "屋島地区"] },
      outcome: .recommended),
    Case(
      why: "the ride goes elsewhere", ride: { $0.reach?.areas = ["番町", "香西"] },
      outcome: .excluded),
    Case(
      why: "nobody says where the ride goes", ride: { $0.reach?.areas = [] },
      outcome: .ask(["reach.areas"])),
    Case(
      why: "nobody says where the place is", place: { $0.place?.area = nil },
      ride: { $0.reach?.areas = ["番町"] }, outcome: .ask(["reach.areas"])),
    // Who may ride.
    Case(
      why: "the person lives outside the ride's catchment",
      ride: { $0.reach?.areas = ["屋島"] }, person: "", outcome: .excluded),
    Case(
      why: "the ride is for others",
      ride: {
        $0.eligibility = Eligibility()
        $0.eligibility?.minAge = 90
      }, person: #","age":80"#, outcome: .excluded),
    Case(
      why: "whether the ride is for them is open",
      ride: {
        $0.eligibility = Eligibility()
        $0.eligibility?.minAge = 90
      }, outcome: .ask(["eligibility.text"])),
    Case(
      why: "the ride is full",
      ride: {
        $0.capacity = Capacity()
        $0.capacity?.text = "満員"
      }, outcome: .excluded),
    Case(why: "the ride is paused", ride: { $0.status = .paused }, outcome: .excluded),
    // What it costs: 100 + 2 × 300.
    Case(why: "within the budget", person: #","budget":{"perVisit":700}"#, outcome: .recommended),
    Case(why: "above the budget", person: #","budget":{"perVisit":699}"#, outcome: .excluded),
    Case(
      why: "above a flexible budget", person: #","budget":{"perVisit":699,"flexible":true}"#,
      outcome: .recommended),
    // Shops only.
    Case(
      why: "a shopping shuttle to a salon", ride: { $0.categories = ["S-MOVE-SHOP"] },
      outcome: .excluded),
    Case(
      why: "a shopping shuttle to a shop",
      place: {
        $0.categories.append("S-SHOP-STORE")
      }, ride: { $0.categories = ["S-MOVE-SHOP"] }, outcome: .recommended),
    Case(why: "no ride at all", ride: { $0.categories = ["S-MOVE-AID"] }, outcome: .excluded),
    // Another rule speaks against the place.
    Case(
      why: "the place itself is for others",
      place: {
        $0.eligibility = Eligibility()
        $0.eligibility?.minAge = 90
      }, person: #","age":80"#, outcome: .excluded),
  ]

  private func outcome(_ answer: MatchResources.Output) -> Outcome? {
    if answer.recommended.contains(where: { $0.id == "salon" }) { return .recommended }
    if answer.askFirst.contains(where: { $0.id == "salon" }) {
      return .ask(answer.question("salon").sorted())
    }
    return answer.reasons("salon").isEmpty ? nil : .excluded
  }

  private static let walker =
    #""home":{"lat":34.34,"lng":134.04},"area":"番町","mobility":{"metres":500}"#

  @Test(arguments: cases) func aRideReachesAFarPlace(_ one: Case) throws {
    let town = try Town([Self.salon(one.place), Self.taxi(one.ride)])
    let answer = try town.match(
      #"{"needs":[{"code":"LIV-TRASH"}],"person":{\#(Self.walker)\#(one.person)},"limit":100}"#)
    #expect(outcome(answer) == one.outcome, "\(one.why)")
  }

  @Test(arguments: [
    ("not stated", "", Outcome.recommended), ("walks only", #","transport":["walk"]"#, .excluded),
    ("takes buses", #","transport":["walk","bus"]"#, .recommended),
  ]) func aBusIsForThoseWhoTakeBuses(_ why: String, _ transport: String, _ expected: Outcome) throws
  {
    let town = try Town([Self.salon { _ in }, Self.taxi(Self.bus())])
    let person =
      #""home":{"lat":34.34,"lng":134.04},"area":"番町","mobility":{"metres":500\#(transport)}"#
    #expect(outcome(try town.rubbish(person)) == expected, "\(why)")
    // A shared taxi counts for everybody, even where its category's mode was taken for it.
    let shared = try Town([
      Self.salon { _ in }, Self.taxi(Self.bus { $0.name = "デマンドタクシー" }),
    ])
    #expect(outcome(try shared.rubbish(person)) == .recommended, "\(why)")
  }

  /// The office of a bus is not its stop.
  @Test func aFarBusIsAskedForItsStop() throws {
    let town = try Town([
      Self.salon { _ in }, Self.taxi(Self.bus { $0.place?.lat = 34.4 }),
    ])
    #expect(outcome(try town.rubbish(Self.walker)) == .ask(["place"]))
  }

  @Test func theEntryTellsTheRide() throws {
    let town = try Town([
      Self.salon { _ in },
      Self.taxi {
        var contact = Contact()
        contact.phone = "087-000-0001"
        $0.contacts = [contact]
      },
      Self.taxi {
        $0.id = "asks"
        $0.reach?.areas = []
      },
    ])
    let answer = try town.rubbish(Self.walker)
    let one = try #require(answer.recommended.first { $0.id == "salon" })
    #expect(one.with?.map(\.id) == ["taxi"])
    #expect(one.with?.first?.phone == "087-000-0001")
    let child = try #require(one.explanation.children.first { $0.plugin == "chain" })
    #expect(child.code == "ride" && child.value < 1 && child.weight == 0.4)
    #expect(child.facts["ride"] == "taxi" && child.facts["days"] == "TU")
    #expect(child.text == "火曜はあいのり号で行けます")
    #expect(!one.explanation.children.contains { $0.plugin == "proximity" })
    let weights = one.explanation.children.reduce(0) { $0 + ($1.weight ?? .nan) }
    let sum = one.explanation.children.reduce(0) { $0 + ($1.weight ?? .nan) * $1.value }
    #expect(abs(one.score - sum / weights) < 1e-12)
    #expect(!answer.unmet.contains("LIV-TRASH"))
    let text = try MatchResources.text(answer, width: 80, in: town.session)
    #expect(text.contains("行き方") && text.contains("087-000-0001"))
  }
}
