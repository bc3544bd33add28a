import Diagnostics
import Model
import Service
import Testing

/// Whether times fit, through the whole match. The day is Friday 2026-09-04.
@Suite struct AvailabilityTests {
  enum Place: Sendable, Equatable {
    /// With the code of the explanation and its value.
    case recommended(String, Double)
    /// Recommended, and nothing is said of times.
    case silent
    case ask(String)
    case excluded(String)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    /// Nil for none.
    var schedule: String?
    var person: String
    var place: Place
    var urgency = "normal"
    var modes: [ReachMode] = [.venue]

    var testDescription: String { "\(schedule ?? "–") | \(person) | \(urgency)" }
  }

  private static func free(_ text: String) -> String { #""availableText":"\#(text)""# }
  private static func busy(_ text: String) -> String { #""busyText":"\#(text)""# }
  private static let tuesday = #""availability":[{"days":["TU"],"from":"13:00","to":"16:00"}]"#

  static let cases: [Case] = [
    // Nothing known of the person's times, nothing urgent: nothing to say.
    Case(schedule: "毎週火曜 13:30～15:30", person: #""age":80"#, place: .silent),
    Case(schedule: "毎週火曜 13:30～15:30", person: tuesday, place: .recommended("overlap", 1)),
    Case(schedule: "毎週火曜 15:00～17:00", person: tuesday, place: .recommended("overlap", 0.75)),
    Case(schedule: "毎週火曜 15:50～17:00", person: tuesday, place: .excluded("no-overlap")),
    Case(schedule: "毎週水曜 13:30～15:30", person: tuesday, place: .excluded("no-overlap")),
    Case(schedule: "毎週火曜 10:00～13:00", person: tuesday, place: .excluded("no-overlap")),
    Case(schedule: "第2・4火曜 13:30～15:30", person: tuesday, place: .recommended("overlap", 1)),
    Case(schedule: "月～金 9:00～17:00", person: tuesday, place: .recommended("overlap", 1)),
    // Only on days that are holidays, such as Tuesday 2026-09-22 and 11-03.
    Case(
      schedule: "毎週月曜 13:00～15:00（祝日を除く）", person: free("月曜の午後"),
      place: .recommended("overlap", 1)),
    // An end that is not stated.
    Case(schedule: "毎週火曜 14:00～", person: tuesday, place: .recommended("overlap", 1)),
    Case(schedule: "毎週火曜 17:00～", person: tuesday, place: .excluded("no-overlap")),
    // Hours not stated: fits a free day, is asked for else, and never for another weekday.
    Case(schedule: "毎週火曜", person: tuesday, place: .ask("schedule.text")),
    Case(schedule: "毎週火曜", person: free("火曜"), place: .recommended("overlap", 1)),
    Case(schedule: "毎週水曜", person: tuesday, place: .excluded("no-overlap")),
    // Days not stated.
    Case(schedule: "9:00～17:00", person: tuesday, place: .ask("schedule.text")),
    Case(schedule: "18:00～21:00", person: tuesday, place: .excluded("no-overlap")),
    // Words that are missing, or leave something open.
    Case(schedule: nil, person: tuesday, place: .ask("schedule.text")),
    Case(schedule: nil, person: tuesday, place: .silent, modes: [.phone]),
    Case(schedule: nil, person: tuesday, place: .silent, modes: [.delivery]),
    Case(schedule: "月1回（日時は応相談）", person: tuesday, place: .ask("schedule.text")),
    Case(schedule: "不定期", person: #""age":80"#, place: .silent),
    // What the week already holds.
    Case(
      schedule: "毎週火曜 13:30～15:30", person: busy("火曜 10時～15時30分 デイサービス"),
      place: .excluded("busy")),
    Case(
      schedule: "毎週火曜 13:30～15:30", person: busy("火曜はデイサービス"), place: .excluded("busy")),
    Case(
      schedule: "火・木 13:30～15:30", person: busy("火曜はデイサービス"), place: .recommended("overlap", 1)),
    Case(
      schedule: "毎週火曜 13:30～15:30", person: busy("第1火曜 通院"), place: .recommended("overlap", 1)),
    Case(
      schedule: "毎週火曜 13:30～15:30",
      person: tuesday + #","busy":[{"days":["TU"],"from":"14:30","to":"24:00"}]"#,
      place: .recommended("overlap", 0.75)),
    Case(
      schedule: "毎週火曜 13:30～15:30", person: tuesday + #","busy":[{"days":["TU"]}]"#,
      place: .excluded("busy")),
    // How soon: Tuesday 8 September is four days away, 1 October 27, 9 November 66.
    Case(
      schedule: "毎週火曜 13:30～15:30", person: #""age":80"#, place: .recommended("next-date", 1),
      urgency: "high"),
    Case(
      schedule: "毎月1日 13:30～15:30", person: #""age":80"#, place: .recommended("next-date", 0.5),
      urgency: "high"),
    Case(
      schedule: "毎月1日 13:30～15:30", person: free("午後"), place: .recommended("times", 0.8),
      urgency: "high"),
    Case(schedule: "不定期", person: #""age":80"#, place: .silent, urgency: "high"),
    Case(
      schedule: "12月～2月の毎週火曜 10:00～11:00", person: free("午前中"), place: .ask("schedule.text")),
  ]

  @Test(arguments: cases)
  func timesThatFit(_ test: Case) throws {
    let resource = helper("a", modes: test.modes) {
      $0.schedule = test.schedule.map { Schedule(text: $0) }
    }
    let person = #""home":{"lat":34.34,"lng":134.04},"area":"番町","# + test.person
    let request =
      #"{"needs":[{"code":"LIV-TRASH","urgency":"\#(test.urgency)"}],"person":{\#(person)},"#
      + #""profile":"tier3"}"#
    let answer = try Town([resource]).match(request)
    let node = answer.recommended.flatMap(\.explanation.children)
      .first { $0.plugin == "availability" }
    switch test.place {
    case .silent:
      #expect(answer.lists == [["a"], [], []])
      #expect(node == nil)
    case .recommended(let code, let value):
      #expect(answer.lists == [["a"], [], []])
      #expect(node?.code == code)
      #expect(node.map { ($0.value * 1_000).rounded() / 1_000 } == value)
    case .ask(let field):
      #expect(answer.lists == [[], ["a"], []])
      #expect(answer.question("a") == [field])
    case .excluded(let code):
      #expect(answer.lists == [[], [], ["a"]])
      #expect(answer.reasons("a") == [code])
    }
    #expect(
      !answer.notConsidered.contains { $0.hasPrefix("person.availab") || $0.contains("busy") })
  }

  @Test func wordsThatLeaveSomethingOpenAreNotConsidered() throws {
    for text in ["ときどき", "火曜か水曜", "デイサービスの日以外", "隔週の火曜"] {
      let answer = try Town([helper("a") { $0.schedule = Schedule(text: "毎週火曜 13:30～15:30") }])
        .rubbish(Town.person + "," + Self.free(text) + "," + Self.busy(text))
      #expect(answer.lists == [["a"], [], []], "\(text)")
      #expect(answer.notConsidered == ["person.availableText", "person.busyText"], "\(text)")
    }
  }

  @Test(arguments: [
    #"[{"days":["TU"],"from":"25時"}]"#, #"[{"from":"15:00","to":"13:00"}]"#,
    #"[{"from":"13:00","to":"13:00"}]"#,
  ])
  func timesThatAreNoneAreAnErrorThatNamesTheEntry(_ times: String) throws {
    for member in ["availability", "busy"] {
      let error = try #require(throws: SasaeError.self) {
        _ = try Town([helper("a")]).rubbish(Town.person + #","\#(member)":\#(times)"#)
      }
      #expect(error.code == "usage.request")
      let text = error.text(.en)
      #expect(text.contains("entry 1 of 'person.\(member)'"), "\(text)")
      #expect(!text.contains("25") && !text.contains("15:00"), "\(text)")
    }
  }

  @Test func theDayCanBeGiven() throws {
    let town = try Town([helper("a") { $0.schedule = Schedule(text: "9月の毎週火曜 13:30～15:30") }])
    let ask = #"{"needs":[{"code":"LIV-TRASH"}],"person":{\#(Town.person),\#(Self.tuesday)}"#
    #expect(try town.match(ask + "}").lists == [["a"], [], []])
    #expect(try town.match(ask + #","now":"2026-09-29T10:00:00+09:00"}"#).lists == [["a"], [], []])
    let later = try town.match(ask + #","now":"2026-10-01"}"#)
    #expect(later.lists == [[], ["a"], []])
    let error = try #require(throws: SasaeError.self) {
      _ = try town.match(ask + #","now":"soon"}"#)
    }
    #expect(error.text(.en).contains("now"))
  }

  /// Every sentence has the words about time it rests on, in both languages.
  @Test func theSentencesNameTheWordsTheyRestOn() throws {
    let resource = helper("a") { $0.schedule = Schedule(text: "毎週火曜 13:30～15:30") }
    let town = try Town([resource])
    let request = #"{"needs":[{"code":"LIV-TRASH"}],"person":{\#(Town.person),\#(Self.tuesday)}}"#
    let node = try town.match(request).recommended.flatMap(\.explanation.children)
      .first { $0.plugin == "availability" }
    #expect(node?.text == "9/8（火）13:30～15:30が都合に合います（毎週火曜 13:30～15:30）")
    #expect(
      node?.facts == [
        "date": .string("2026-09-08"), "minutes": .integer(120), "days": .integer(9),
        "ofDays": .integer(9),
      ])
  }
}
