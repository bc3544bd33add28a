import Diagnostics
import Model
import Service
import Testing

/// How an answer may be written, and what is told of one that can't be read.
@Suite("Answers") struct AnswerTests {
  /// Ways to say yes to an item where yes counts.
  static let yes: [JSONValue] = [
    "yes", "Yes", " YES ", "y", "はい", "ハイ", "ﾊｲ", true, "true", 1, 1.0, "1",
  ]
  static let no: [JSONValue] = ["no", "No", "n", "いいえ", "イイエ", false, "false", 0, "0"]

  @Test(arguments: yes.map { ($0, 1.0) } + no.map { ($0, 0.0) })
  func plain(_ answer: JSONValue, _ score: Double) throws {
    let output = try Assessed().score("kihon-checklist", ["9": answer])
    #expect(output.domain("motor")?.score == score && output.missing.count == 24)
  }

  /// Instrument, item, an answer it does not take.
  static let refused: [(String, String, JSONValue)] = [
    // On the form 1 stands beside いいえ here, and to a program it means yes.
    ("kihon-checklist", "1", 1), ("kihon-checklist", "16", 0), ("kihon-checklist", "1", "1"),
    ("kihon-checklist", "9", 2), ("kihon-checklist", "9", "多分"), ("kihon-checklist", "9", ["yes"]),
    ("kihon-checklist", "9", ["a": 1]), ("kihon-checklist", "12", 18.4),
    ("kihon-checklist", "12", "yes"), ("kihon-checklist", "12", 1),
    ("kihon-checklist", "12", ["heightCm": 1.5, "weightKg": 41]),
    ("kihon-checklist", "12", ["heightCm": 41, "weightKg": 150]),
    ("kihon-checklist", "12", ["heightCm": 150, "weightKg": 4_100]),
    ("kihon-checklist", "12", ["height": 150, "weight": 41]),
    ("kihon-checklist", "12", ["heightCm": 150, "weightKg": "四十"]),
    ("kihon-checklist", "12", "150"), ("kihon-checklist", "12", "150 41 1"),
    ("lsns-6", "1", 6), ("lsns-6", "1", -1), ("lsns-6", "1", 2.5), ("lsns-6", "1", true),
    ("kokikorei-questionnaire", "1", "yes"), ("kokikorei-questionnaire", "4", 0),
    ("jiritsudo-shogai", "1", "D1"), ("jiritsudo-shogai", "1", 1),
    ("interest-checksheet", "1", ["doing", "秘密"]), ("kadai-bunseki", "1", 5),
  ]

  @Test(arguments: refused)
  func wrong(_ instrument: String, _ item: String, _ answer: JSONValue) throws {
    let assessed = try Assessed()
    let error = try #require(throws: SasaeError.self) {
      try assessed.score(instrument, [item: answer])
    }
    #expect(error.code == "usage.answer" && error.position.field == "answers.\(item)")
    let told = error.line(.ja) + (error.hint(.ja) ?? "") + error.line(.en) + (error.hint(.en) ?? "")
    #expect(told.contains(item))
    for secret in ["多分", "秘密", "四十", "4100", "18.4", "D1"] { #expect(!told.contains(secret)) }
  }

  static let bodies: [JSONValue] = [
    "150 41", "150cm 41kg", "41kg 150cm", "１５０／４１", "150,41", ["heightCm": 150, "weightKg": 41],
  ]

  @Test(arguments: bodies)
  func bodyAsText(_ answer: JSONValue) throws {
    let output = try Assessed().score("kihon-checklist", ["11": "yes", "12": answer])
    #expect(output.domain("nutrition")?.met == true)
  }

  static let items: [(String, String)] = [
    ("26", "26"), ("0", "0"), ("-1", "?"), ("1.5", "?"), ("山田太郎", "?"), ("", "?"),
    ("123456789", "?"),
  ]

  @Test(arguments: items)
  func unknownItem(_ key: String, _ told: String) throws {
    let assessed = try Assessed()
    let error = try #require(throws: SasaeError.self) {
      try assessed.score("kihon-checklist", [key: "yes"])
    }
    #expect(error.code == "usage.unknown-item")
    #expect(error.text(.en) == "kihon-checklist has no item '\(told)'")
    #expect(error.hint(.en)?.contains("1–25") == true)
  }

  @Test func anItemIsAnsweredOnce() throws {
    let assessed = try Assessed()
    #expect(try assessed.score("kihon-checklist", ["０９": "yes"]).domain("motor")?.score == 1)
    let error = #expect(throws: SasaeError.self) {
      try assessed.score("kihon-checklist", ["9": "yes", "09": "no"])
    }
    #expect(error?.code == "usage.answer-twice" && error?.position.field == "answers.9")
    // Nothing said twice is nothing said.
    #expect(try assessed.score("kihon-checklist", ["9": "yes", "09": .null]).missing.count == 24)
  }

  @Test func anInstrumentThatIsNotThereIsToldWithTheClosest() throws {
    let assessed = try Assessed()
    let error = #expect(throws: SasaeError.self) { try assessed.score("kihon-checklst", [:]) }
    #expect(error?.code == "usage.unknown-instrument")
    #expect(error?.hint(.en)?.contains("'kihon-checklist'") == true)
    #expect(throws: SasaeError.self) {
      try ScoreAssessment.run(
        .init(instrument: "lsns-6", answers: [:], on: "yesterday"), in: assessed.office.session)
    }
  }

  @Test func everyInstrumentTakesNoAnswersAndSaysSo() throws {
    let assessed = try Assessed()
    let all = try ListInstruments.run(.init(), in: assessed.office.session).instruments
    #expect(
      all.map(\.id) == [
        "barthel", "hirakata-steps", "interest-checksheet", "jiritsudo-ninchisho",
        "jiritsudo-shogai", "kadai-bunseki", "kihon-checklist", "kokikorei-questionnaire",
        "lawton-iadl", "lsns-6",
      ])
    for entry in all {
      let output = try assessed.score(entry.id, [:])
      #expect(output.missing.count == entry.count && output.needs.isEmpty, "\(entry.id)")
      #expect(output.findings.allSatisfy { !$0.met && $0.open == true }, "\(entry.id)")
      let one = try ListInstruments.run(
        .init(instrument: entry.id), in: assessed.office.session
      ).instruments
      #expect(one.first?.items?.map(\.item) == output.missing)
    }
  }
}
