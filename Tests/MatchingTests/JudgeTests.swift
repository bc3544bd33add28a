import Model
import Service
import Testing

/// What each plugin says of one resource, through the whole match. The day is Friday 2026-09-04.
@Suite struct JudgeTests {
  enum Place: Sendable, Equatable {
    /// With the plugin's code and value.
    case recommended(String, Double)
    case silent
    case ask(String)
    case excluded(String)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var plugin: String
    var what: String
    var person: String
    var place: Place
    var text = "null"
    var need = "LIV-TRASH"
    var change: @Sendable (inout Resource) -> Void

    init(
      _ plugin: String, _ what: String, _ person: String, _ place: Place, text: String? = nil,
      need: String = "LIV-TRASH", _ change: @escaping @Sendable (inout Resource) -> Void
    ) {
      (self.plugin, self.what, self.person, self.place) = (plugin, what, person, place)
      self.text = text.map { "\"\($0)\"" } ?? "null"
      self.need = need
      self.change = change
    }

    var testDescription: String { "\(plugin): \(what)" }
  }

  @Test(arguments: eligibility + capacity + affordability + accessibility + others)
  func itStandsInTheRightList(_ test: Case) throws {
    let resource = helper("a", modes: [.venue], test.change)
    let person =
      #""home":{"lat":34.34,"lng":134.04},"area":"番町""#
      + (test.person.isEmpty ? "" : "," + test.person)
    let answer = try Town([resource]).match(
      #"{"needs":[{"code":"\#(test.need)"}],"text":\#(test.text),"person":{\#(person)},"#
        + #""profile":"tier3"}"#)
    let node = answer.recommended.flatMap(\.explanation.children)
      .first { $0.plugin == test.plugin }
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
      #expect(answer.excluded.first?.reasons.first?.plugin == test.plugin)
    }
  }

  /// Whom words are for, and a person.
  private static func of(
    _ words: String, _ person: String, _ place: Place
  ) -> Case {
    Case("eligibility", "\(words) | \(person)", person, place) {
      $0.eligibility = Eligibility(text: words)
    }
  }

  private static let yes = Place.recommended("meets", 1)
  private static let open = Place.ask("eligibility.text")

  static let eligibility: [Case] = [
    Case("eligibility", "nothing stated", #""age":82"#, .silent) { $0.eligibility = nil },
    of("どなたでも", "", yes),
    of("65歳以上", #""age":65"#, yes), of("65歳以上", #""age":64"#, .excluded("age")),
    of("65歳以上", "", open),
    // おおむね leaves five years open.
    of("おおむね65歳以上", #""age":66"#, yes), of("おおむね65歳以上", #""age":62"#, open),
    of("おおむね65歳以上", #""age":59"#, .excluded("age")),
    of("60～74歳", #""age":75"#, .excluded("age")), of("60～74歳", #""age":74"#, yes),
    of("小学生", #""age":80"#, .excluded("age")),
    of("男性のみ、60歳以上", #""age":70,"gender":"female""#, .excluded("sex")),
    of("男性のみ、60歳以上", #""age":70,"gender":"male""#, yes),
    of("男性のみ、60歳以上", #""age":70"#, open),
    of("女性の方", #""gender":"male""#, .excluded("sex")),
    of("ひとり暮らしの方", #""household":"夫婦のみ""#, .excluded("household")),
    // Whose need is that of carers is one.
    of("家族を介護している方", "", open),
    Case("eligibility", "carers", "", yes, need: "FAM-PEER") {
      $0.categories = ["S-CARER-GROUP"]
      $0.eligibility = Eligibility(text: "家族を介護している方")
    },
    of("ひとり暮らしの方", #""householdText":"独居""#, yes), of("ひとり暮らしの方", "", open),
    of("ひとり暮らし、日中独居の方", #""household":"日中独居""#, yes),
    of("要支援1・2、事業対象者", #""careLevel":"support1""#, yes),
    of("要支援1・2、事業対象者", #""careLevel":"none""#, .excluded("care-level")),
    of("要支援1・2、事業対象者", #""careLevel":"要介護1""#, .excluded("care-level")),
    of("要支援1・2、事業対象者", "", open),
    of("番町地区の方", "", yes), of("栗林地区の方", "", open),
    of("番町地区の65歳以上", #""age":82"#, yes), of("番町地区の65歳以上", #""age":60"#, .excluded("age")),
    of("市内在住の65歳以上の方", #""age":82"#, yes),
    // Two ways to read it: both say yes, both no, or they differ.
    of("65歳以上または要支援の方", #""age":82,"careLevel":"none""#, yes),
    of("65歳以上または要支援の方", #""age":60,"careLevel":"none""#, .excluded("age")),
    of("65歳以上または要支援の方", #""age":60,"careLevel":"support1""#, yes),
    of("65歳以上、療養中の方", #""age":60"#, open),
    // What only people can tell.
    of("会員", "", open), of("民生委員が認めた方", #""age":82"#, open),
    of("応相談", #""age":82"#, open),
  ]

  private static func room(
    _ words: String?, _ available: Double?, _ asOf: String?, _ place: Place
  ) -> Case {
    Case(
      "capacity", "\(words ?? "–") \(available.map { "\($0)" } ?? "–") \(asOf ?? "–")", "", place
    ) {
      $0.capacity = Capacity(text: words, available: available)
      $0.capacity?.asOf = asOf
    }
  }

  static let capacity: [Case] = [
    room("15人", nil, nil, .silent), room("15人・満員", 0, nil, .excluded("full")),
    room(nil, 0, "2026-08-30", .excluded("full")), room("満員", nil, nil, .excluded("full")),
    // A waiting list does not exclude.
    room("満員・キャンセル待ち", 0, "2026-08-01", .ask("capacity")),
    room("10人・空き2人", 2, "2026-08-01", .recommended("room", 1)),
    room("空きあり", nil, nil, .recommended("room", 0.8)),
    room("10人・空き2人", 2, "2026-05-01", .recommended("room", 0.8)),
    room("10人・空き2人", 2, "2026-01-01", .ask("capacity.available")),
  ]

  private static func price(
    _ words: String?, _ person: String, _ place: Place
  ) -> Case {
    Case("affordability", "\(words ?? "–") | \(person)", person, place) {
      $0.cost = words.map { Cost(text: $0) }
    }
  }
  private static let five = #""budget":{"perVisit":500}"#

  static let affordability: [Case] = [
    price("1回600円", "", .silent), price("無料", five, .recommended("free", 1)),
    price("1回500円", five, .recommended("within", 0.7)),
    price("1回250円", five, .recommended("within", 0.85)),
    price("1回600円", five, .excluded("over-budget")),
    price("30分600円", five, .excluded("over-budget")),
    price("1回600円", #""budgetText":"500円""#, .excluded("over-budget")),
    price("1回600円", #""budgetText":"一回500円まで""#, .excluded("over-budget")),
    price("1回600円", #""budget":{"perVisit":500,"flexible":true}"#, .recommended("above", 0.2)),
    price("月2,000円", five, .silent),
    price("月2,000円", #""budget":{"perMonth":1500}"#, .excluded("over-budget")),
    price("年会費1,200円", #""budget":{"perMonth":200}"#, .recommended("within", 0.85)),
    price(nil, five, .ask("cost")), price("実費", five, .ask("cost")),
    price("無料（材料費実費）", five, .ask("cost")),
  ]

  private static func access(
    _ what: String, _ person: String, _ place: Place,
    _ change: @escaping @Sendable (inout Resource) -> Void
  ) -> Case { Case("accessibility", what, person, place, change) }
  private static let wheels = #""conditions":["wheelchair"]"#
  private static let phone = #""smartphone":false"#

  static let accessibility: [Case] = [
    access("nothing asked", "", .silent) { _ in },
    access("stated", wheels, .recommended("access", 1)) { $0.place?.access = ["wheelchair"] },
    access("a tag", wheels, .recommended("access", 1)) { $0.tags = ["車いす可"] },
    access("not stated", wheels, .ask("place.access")) { $0.place?.access = ["parking"] },
    access("refused", wheels, .excluded("no-access")) { $0.description = "車いすのままは乗れません。" },
    access("not refused", wheels, .ask("place.access")) { $0.description = "車いすを押して迎えに行きます。" },
    access("comes to the home", wheels, .silent) { $0.reach = Reach(modes: [.visit]) },
    access("a facet by its code", #""conditions":["ostomate"]"#, .ask("place.access")) { _ in },
    access("hearing", #""conditions":["耳が遠い"]"#, .recommended("access", 1)) {
      $0.place?.access = ["hearing-loop"]
    },
    access("hearing, not stated", #""conditions":["耳が遠い"]"#, .silent) { _ in },
    access("online only", phone, .excluded("device")) { $0.reach = Reach(modes: [.online]) },
    access("demanded", phone, .excluded("device")) {
      $0.eligibility = Eligibility(text: "スマホをお持ちの方")
    },
    access("mentioned", phone, .ask("description")) { $0.description = "連絡はLINEでします。" },
    access("not mentioned", phone, .silent) { $0.description = "電話で申し込みます。" },
  ]

  static let others: [Case] = [
    Case("interests", "avoided", #""avoid":["犬"]"#, .excluded("avoided")) {
      $0.description = "看板犬がお迎えします。"
    },
    Case("interests", "a tag that is avoided", #""avoid":["犬"]"#, .excluded("avoided")) {
      $0.tags = ["犬連れ可"]
    },
    Case("interests", "spared", #""avoid":["大勢"]"#, .ask("description")) {
      $0.description = "大勢の場が苦手という方がよく来ます。"
    },
    Case("interests", "not there", #""avoid":["犬"]"#, .silent) { $0.description = "猫がいます。" },
    Case("interests", "a joy", #""interests":["カラオケ"]"#, .recommended("shared", 1)) {
      $0.categories.append("A-SALON")
      $0.description = "お茶のあとｶﾗｵｹをします。"
    },
    Case("interests", "another joy", #""interests":["囲碁"]"#, .recommended("other", 0.4)) {
      $0.categories.append("A-SALON")
    },
    Case("private-car", "a ride under type B", "", .excluded("private-car"), need: "MOV-PLACE") {
      $0.categories = ["S-HOME-B", "A-SALON-HOME"]
    },
    Case("private-car", "rubbish under type B", "", .silent) {
      $0.categories = ["S-HOME-B", "S-HOME-TRASH"]
    },
    Case("private-car", "a ride by those made for it", "", .silent, need: "MOV-HOSP") {
      $0.categories = ["S-MOVE-D"]
    },
    Case("freshness", "of late", "", .recommended("confirmed", 1)) {
      $0.confirmed = Confirmation(on: "2026-08-01")
    },
    Case("freshness", "a year ago", "", .recommended("confirmed", 0.8)) {
      $0.confirmed = Confirmation(on: "2025-10-01")
    },
    Case("freshness", "long ago", "", .ask("confirmed")) {
      $0.confirmed = Confirmation(on: "2024-09-01")
    },
    Case("freshness", "never noted", "", .recommended("never", 0.4)) { _ in },
    Case("continuity", "known", #""familiar":["a"]"#, .recommended("known", 1)) { _ in },
    Case("continuity", "not known", #""familiar":["b"]"#, .silent) { _ in },
    Case("text-relevance", "found", "", .recommended("found", 1), text: "ごみ出し") { _ in },
    Case("text-relevance", "no words", "", .silent) { _ in },
  ]
}
