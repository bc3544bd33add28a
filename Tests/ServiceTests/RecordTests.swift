import Assessment
import Diagnostics
import Foundation
import Model
import Service
import Testing

/// One record of what the coordinator states, what was said and what instruments answer.
@Suite("Assessment record") struct RecordTests {
  private func merge(
    _ request: String, in office: Office? = nil, _ language: Language = .ja
  ) throws -> MergeAssessments.Output {
    var session = try (office ?? Office()).session
    session.language = language
    return try MergeAssessments.run(
      OperationJSON.input(MergeAssessments.Input.self, from: request), in: session)
  }

  /// Shopping is answered with いいえ, and going out by bus too.
  static let checklist =
    #"{"instrument":"kihon-checklist","answers":{"1":"no","2":"no","3":"no","4":"yes","5":"yes"}}"#

  @Test func threeSourcesMakeOneListWithAllThatSpeaksForEach() throws {
    let out = try merge(
      #"{"needs":[{"code":"CON-MONEY","note":"通帳を三度なくした"}],"text":"ゴミ出しが大変です。通帳の管理ができない","#
        + #""assessments":[\#(Self.checklist)]}"#)
    let codes = out.needs.map(\.code)
    #expect(codes.first == "CON-MONEY" && codes.contains("LIV-TRASH") && codes.contains("LIV-SHOP"))
    #expect(Set(codes).count == codes.count)
    let money = try #require(out.needs.first)
    #expect(money.from == .stated && money.evidence == "通帳を三度なくした")
    #expect(money.sources.map(\.from) == [.stated, .text, .instrument])
    let form = try #require(money.sources.last)
    #expect(form.instrument == "kihon-checklist" && form.items == ["3"])
    #expect(form.evidence == "3番「預貯金の出し入れをしていますか」いいえ")
    let trash = try #require(out.needs.first { $0.code == "LIV-TRASH" })
    #expect(trash.from == .text && trash.evidence == "ゴミ出しが大変")
    let shop = try #require(out.needs.first { $0.code == "LIV-SHOP" })
    #expect(shop.from == .instrument && shop.sources.count == 1)
  }

  /// Urgency and weight as stated; the text's urgency where the coordinator states none.
  static let urgencies: [(stated: String, urgency: NeedMention.Urgency, weight: Double?)] = [
    (#""urgency":"low""#, .low, nil), (#""urgency":"normal""#, .normal, nil),
    (#""weight":0.25"#, .high, 0.25), (#""note":"-""#, .high, nil),
  ]

  @Test(arguments: urgencies)
  func theCoordinatorsWordWins(
    _ stated: String, _ urgency: NeedMention.Urgency, _ weight: Double?
  ) throws {
    let text = #""text":"今日すぐにでもゴミ出しを手伝ってほしい""#
    #expect(try merge("{\(text)}").needs.first?.urgency == .high)
    let out = try merge(#"{"needs":[{"code":"LIV-TRASH",\#(stated)}],\#(text)}"#)
    #expect(out.needs.first?.code == "LIV-TRASH")
    #expect(out.needs.first?.urgency == urgency && out.needs.first?.weight == weight)
    #expect(out.needs.first?.from == .stated && out.needs.first?.sources.count == 2)
  }

  @Test func whatIsDeniedDropsOutAndIsToldWithWhatItRestedOn() throws {
    let out = try merge(
      #"{"needs":[{"code":"LIV-SHOP","denied":true,"note":"孫が毎日来る"},{"code":"LIV-PET","denied":true}],"#
        + #""assessments":[\#(Self.checklist)]}"#)
    #expect(
      !out.needs.contains { $0.code == "LIV-SHOP" } && out.needs.contains { $0.code == "FOD-SHOP" })
    // What nothing spoke for was not set aside.
    #expect(out.setAside.map(\.code) == ["LIV-SHOP"])
    let aside = try #require(out.setAside.first)
    #expect(aside.by == .stated && aside.note == "孫が毎日来る")
    #expect(aside.sources.map(\.from) == [.instrument] && aside.sources.first?.items == ["2"])
    #expect(!out.undecided.contains { $0.code == "LIV-SHOP" })
  }

  @Test func aWordOnTheLeafGoesBeforeOneOnItsGroup() throws {
    for needs in [
      #"{"code":"MOV","denied":true},{"code":"MOV-HOSP"}"#,
      #"{"code":"MOV-HOSP"},{"code":"MOV","denied":true}"#,
    ] {
      let out = try merge(#"{"needs":[\#(needs)],"assessments":[\#(Self.checklist)]}"#)
      let codes = out.needs.map(\.code).filter { $0.hasPrefix("MOV") }
      #expect(codes == ["MOV-HOSP"])
      #expect(Set(out.setAside.map(\.code)) == ["MOV-SHOP", "MOV-PLACE"])
    }
    let error = #expect(throws: SasaeError.self) {
      try merge(#"{"needs":[{"code":"MOV-HOSP"},{"code":"MOV-HOSP","denied":true}]}"#)
    }
    #expect(error?.code == "usage.need-twice")
    #expect(throws: SasaeError.self) { try merge(#"{"needs":[{"code":"MOV-HSP","denied":true}]}"#) }
  }

  @Test func wordsThatTakeANeedBackStandAgainstIt() throws {
    let out = try merge(
      #"{"text":"買い物は娘がしてくれるので困っていません","assessments":[\#(Self.checklist)]}"#)
    let shop = try #require(out.needs.first { $0.code == "FOD-SHOP" })
    #expect(shop.from == .instrument && shop.sources.map(\.against) == [true, nil])
    // Words alone that take back what nobody said make no need.
    #expect(try merge(#"{"text":"洗濯は自分でできる"}"#).needs.isEmpty)
  }

  @Test func whatIsMissingStaysMissingAndMayStillChange() throws {
    let out = try merge(
      #"{"assessments":[{"instrument":"kihon-checklist","answers":{"6":"no","7":"no"}}]}"#)
    let form = try #require(out.assessments.first)
    let finding = try #require(form.findings.first)
    #expect(!finding.met && finding.open == true && form.missing.count == 23)
    let motor = try #require(form.domains.first { $0.code == "motor" })
    #expect(motor.score == 2 && motor.open == true && !motor.met)
    #expect(out.needs.isEmpty && out.undecided.contains { $0.code == "HLT-LEG" })
    // Known from elsewhere, it does not depend on the answers any more.
    let known = try merge(
      #"{"needs":[{"code":"HLT-LEG"}],"assessments":[{"instrument":"kihon-checklist","answers":{"6":"no","7":"no"}}]}"#
    )
    #expect(!known.undecided.contains { $0.code == "HLT-LEG" })
  }

  @Test func theLaterOfTwoSheetsCounts() throws {
    func sheet(_ points: Int, _ day: String) -> String {
      let answers = (1...6).map { #""\#($0)":\#(points)"# }.joined(separator: ",")
      return #"{"instrument":"lsns-6","answers":{\#(answers)}\#(day)}"#
    }
    for days in [(#","on":"2025-04-01""#, #","on":"2026-04-01""#)] {
      let better = try merge(#"{"assessments":[\#(sheet(0, days.0)),\#(sheet(5, days.1))]}"#)
      #expect(better.needs.isEmpty && better.assessments.map(\.superseded) == [true, nil])
      let worse = try merge(#"{"assessments":[\#(sheet(0, days.1)),\#(sheet(5, days.0))]}"#)
      #expect(worse.needs.map(\.code) == ["SOC-TALK", "SAF-WATCH"])
      #expect(worse.assessments.map(\.superseded) == [nil, true])
      #expect(worse.needs.first?.sources.first?.on == "2026-04-01")
    }
    for day in ["", #","on":"2025-04-01""#] {
      let error = #expect(throws: SasaeError.self) {
        try merge(#"{"assessments":[\#(sheet(0, #","on":"2025-04-01""#)),\#(sheet(5, day))]}"#)
      }
      #expect(error?.code == "usage.same-assessment" && error?.position.field == "assessments[1]")
    }
  }

  // MARK: The person

  @Test func ownWordsBecomeJoysStrengthsAndNeeds() throws {
    let out = try merge(
      #"{"ownWords":{"joys":"カラオケ、孫の弁当作りが楽しみ","purpose":"特になし","roles":"自治会の会計・編み物の先生","#
        + #""aims":"もう一度、畑をやりたい","life":"―"}}"#)
    #expect(out.person.interests?.contains("カラオケ") == true)
    #expect(out.person.interests?.contains("孫の弁当作り") == true)
    #expect(out.person.interests?.contains { $0.contains("なし") } == false)
    #expect(out.person.strengths?.contains("自治会の会計") == true)
    #expect(out.person.strengths?.contains("編み物") == true)
    // A list of joys is no list of needs, an aim is one.
    #expect(out.needs.map(\.code) == ["ROL-FARM"])
    #expect(out.needs.first?.sources.first?.part == .aims)
    let joy = try #require(out.personFrom.first { $0.values == ["カラオケ"] })
    #expect(joy.member == "interests" && joy.from == .text && joy.part == .joys)
    #expect(joy.evidence == "カラオケ")
    // In sentences, needs are found too.
    let roles = try merge(#"{"ownWords":{"roles":"庭の草むしりがもうできない"}}"#)
    #expect(roles.needs.map(\.code) == ["LIV-GARDEN"] && roles.needs.first?.from == .text)
  }

  @Test func wishesOfTheInterestSheetAreInterests() throws {
    let out = try merge(
      #"{"person":{"interests":["釣り"],"avoid":["カラオケ"]},"assessments":[{"instrument":"interest-checksheet","#
        + #""answers":{"42":"want","35":["doing","interested"],"25":"doing","33":"want","1":"none"}}]}"#
    )
    // What is stated stands first; what they do anyway, and what they would rather not have, is none.
    #expect(out.person.interests == ["釣り", "歌", "囲碁", "将棋", "編み物"])
    let knitting = try #require(out.personFrom.first { $0.values == ["編み物"] })
    #expect(knitting.from == .instrument && knitting.instrument == "interest-checksheet")
    #expect(knitting.items == ["42"] && knitting.evidence == "42番「編み物」してみたい")
  }

  /// Instrument, answer, what it surely says of the person.
  static let conditions: [(String, String, [String]?)] = [
    ("jiritsudo-ninchisho", "independent", nil), ("jiritsudo-ninchisho", "I", ["dementia"]),
    ("jiritsudo-ninchisho", "Ⅲa", ["dementia"]), ("jiritsudo-shogai", "A2", nil),
    ("jiritsudo-shogai", "B1", ["wheelchair"]), ("jiritsudo-shogai", "B2", ["wheelchair"]),
    // In bed all day: no wheelchair is told.
    ("jiritsudo-shogai", "C1", nil),
  ]

  @Test(arguments: conditions)
  func ranksTellConditionsWhereTheyAreSure(
    _ instrument: String, _ answer: String, _ expected: [String]?
  ) throws {
    let out = try merge(
      #"{"assessments":[{"instrument":"\#(instrument)","answers":{"1":"\#(answer)"}}]}"#)
    #expect(out.person.conditions == expected)
    #expect(out.personFrom.contains { $0.member == "conditions" } == (expected != nil))
    // An unsure answer is no fact, and neither is a missing one.
    let none = try merge(#"{"assessments":[{"instrument":"\#(instrument)","answers":{}}]}"#)
    #expect(none.person.conditions == nil && none.personFrom.isEmpty)
  }

  // MARK: In a match

  @Test func aMatchTakesTheRecordAndTellsIt() throws {
    let office = try Office()
    try office.bring("list.csv", "名称,種別,住所,電話番号\nごみ出し支援,ごみ出し支援,番町1,087-000-0001\n")
    let request =
      #"{"needs":[{"code":"MOV","denied":true}],"text":"ゴミ出しが大変です","assessments":[\#(Self.checklist)],"#
      + #""ownWords":{"joys":"カラオケ"}}"#
    var session = office.session
    session.language = .ja
    let out = try MatchResources.run(
      OperationJSON.input(MatchResources.Input.self, from: request), in: session)
    let merged = try merge(request, in: office)
    #expect(out.needs.map(\.code) == merged.needs.map(\.code))
    #expect(Set(out.setAside?.map(\.code) ?? []) == ["MOV-SHOP", "MOV-HOSP", "MOV-PLACE"])
    #expect(out.undecided?.isEmpty == false && out.assessments?.count == 1)
    #expect(out.personFrom?.contains { $0.values == ["カラオケ"] } == true)
    #expect(out.notConsidered.isEmpty)
    let text = try MatchResources.text(out, width: 200, in: session)
    #expect(text.contains("基本チェックリスト 3番「預貯金の出し入れをしていますか」いいえ"))
    #expect(text.contains("支援者が要らないとしたもの") && text.contains("person.interests カラオケ"))
    #expect(text.contains("ごみ出し［LIV-TRASH］（「ゴミ出しが大変」から）"))
  }

  @Test func anAssessmentWithoutNeedsIsAnAnswer() throws {
    let office = try Office()
    let request = #"{"assessments":[{"instrument":"lsns-6","answers":{"1":5,"2":5,"3":5}}]}"#
    let out = try MatchResources.run(
      OperationJSON.input(MatchResources.Input.self, from: request), in: office.session)
    #expect(out.needs.isEmpty && out.recommended.isEmpty && out.assessments?.count == 1)
  }

  static let mistakes: [(request: String, code: String, field: String?)] = [
    (#"{"assessments":[{"instrument":"kihon"}]}"#, "usage.request", nil),
    (
      #"{"assessments":[{"instrument":"lsns-6","answers":{}},{"instrument":"lsns","answers":{}}]}"#,
      "usage.unknown-instrument", "assessments[1]"
    ),
    (
      #"{"assessments":[{"instrument":"lsns-6","answers":{"1":9}}]}"#, "usage.answer",
      "assessments[0].answers.1"
    ),
    (
      #"{"assessments":[{"instrument":"lsns-6","answers":{"7":1}}]}"#, "usage.unknown-item",
      "assessments[0].answers"
    ),
    (#"{"needs":[{"code":"LIV-TRASH","urgency":"hi"}]}"#, "usage.value", nil),
    (#"{"needs":[{"code":"LIV-TRASH","weight":1.5}]}"#, "usage.value", nil),
  ]

  @Test(arguments: mistakes)
  func aMistakeIsTold(_ request: String, _ code: String, _ field: String?) throws {
    let error = try #require(throws: SasaeError.self) { _ = try merge(request) }
    #expect(error.code.rawValue == code && error.position.field == field)
  }

  // MARK: Personal data

  /// A word nobody else writes, in every member that takes a person's words.
  @Test func nothingOfARecordStaysBehind() throws {
    let office = try Office()
    try office.bring("list.csv", "名称,種別,住所,電話番号\nサロン,サロン,番町1,087-000-0001\n")
    let word = "ゾウガメ桃太郎"
    let request = """
      {"text":"\(word)です。ゴミ出しが大変です","needs":[{"code":"LIV-PET","denied":true,"note":"\(word)"}],
      "ownWords":{"life":"\(word)","joys":"\(word)","purpose":"\(word)","roles":"\(word)","aims":"\(word)をしたい"},
      "assessments":[{"instrument":"kadai-bunseki","answers":{"1":"\(word)","7":"\(word)"}}],
      "person":{"interests":["\(word)"],"area":"\(word)","householdText":"\(word)"}}
      """
    let merged = try merge(request, in: office)
    #expect(merged.person.interests == [word])
    _ = try MatchResources.run(
      OperationJSON.input(MatchResources.Input.self, from: request), in: office.session)
    for bad in [
      #"{"assessments":[{"instrument":"lsns-6","answers":{"1":"\#(word)"}}]}"#,
      #"{"assessments":[{"instrument":"lsns-6","answers":{"\#(word)":1}}]}"#,
      #"{"ownWords":{"joys":["\#(word)"]}}"#,
      #"{"needs":[{"code":"LIV-PET","note":["\#(word)"]}]}"#,
      #"{"ownWords":{"joys":"\#(String(repeating: word, count: 4_000))"}}"#,
    ] {
      let error = try #require(throws: SasaeError.self) { _ = try merge(bad, in: office) }
      for language in [Language.ja, .en] {
        let told = error.line(language) + (error.hint(language) ?? "")
        #expect(!told.contains(word), "\(told)")
      }
    }
    let files = try FileManager.default.subpathsOfDirectory(atPath: office.path)
    let wanted = Data(word.utf8)
    var read = 0
    for file in files where !file.hasSuffix(".csv") {
      guard let bytes = FileManager.default.contents(atPath: office.path + "/" + file) else {
        continue
      }
      read += bytes.count
      #expect(bytes.range(of: wanted) == nil, "\(file)")
    }
    #expect(read > 10_000)
  }
}
