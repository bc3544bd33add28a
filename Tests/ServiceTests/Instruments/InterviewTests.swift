import Diagnostics
import Foundation
import Model
import Service
import Testing

@Suite("Interviews") struct InterviewTests {
  private func hold(
    _ instrument: String, _ lines: [String], answers: [String: JSONValue] = [:], next: Int? = nil
  ) throws -> Interview {
    var interview = try Interview(
      instrument, answers: answers, next: next, in: try Office().session)
    for line in lines {
      if case .stops = try interview.take(line) { break }
    }
    return interview
  }

  @Test func goOnBackAndOver() throws {
    let interview = try hold("lsns-6", ["1", "2", "b", "3", "s", "4", "q", "5"])
    #expect(interview.answers == ["1": "1", "2": "3", "4": "4"])
    #expect(interview.next == 5 && !interview.isOver)
    // Before the first there is none.
    #expect(try hold("lsns-6", ["b", "b"]).next == 1)
    let whole = try hold("lsns-6", ["1", "2", "3", "4", "5", "0"])
    #expect(whole.isOver && whole.next == nil && whole.question.isEmpty)
    if case .goesOn = try hold("lsns-6", []).copyTaking("s") {} else { Issue.record("it goes on") }
  }

  @Test func enterKeepsAndADashClears() throws {
    let interview = try hold("lsns-6", ["", "-", "b", "3"], answers: ["1": 2, "2": 4])
    #expect(interview.answers == ["1": 2, "2": "3"])
    #expect(interview.next == 3)
    // Nothing to keep: it asks again.
    #expect(try hold("lsns-6", ["", ""]).next == 1)
  }

  @Test func aWrongAnswerIsAskedAgain() throws {
    var interview = try hold("lsns-6", ["1"])
    let error = #expect(throws: SasaeError.self) { _ = try interview.take("6") }
    #expect(error?.code == "usage.answer" && interview.next == 2 && interview.answers.count == 1)
  }

  @Test func itTellsWhereItIs() throws {
    let question = try hold(
      "kihon-checklist", [], answers: ["12": ["heightCm": 150, "weightKg": 41]], next: 12
    )
    .question
    #expect(question.contains("12/25 [nutrition]") && question.contains("150 41"))
    #expect(try hold("kihon-checklist", []).question.contains("yes, no"))
  }

  @Test func savedAnswersComeBack() throws {
    let office = try Office()
    let text = try SavedInterview.text(
      instrument: "lsns-6", on: "2026-10-01", answers: ["1": "1", "2": 3], next: 3)
    let file = try AnswerFile(Array(text.utf8), path: "x.json")
    #expect(file.on == "2026-10-01" && file.next == 3)
    #expect(try file.answers(to: "lsns-6", in: office.session) == ["1": "1", "2": 3])
    let error = #expect(throws: SasaeError.self) {
      _ = try file.answers(to: "barthel", in: office.session)
    }
    #expect(error?.code == "usage.other-instrument" && error?.position.file == "x.json")
  }

  static let tables = [
    "9\tyes\n12\t150\t41\n", "item,answer\n9,はい\n12,150cm 41kg\n",
    "項目,答え\r\n9,はい\r\n12,\"150 41\"\r\n",
    "# 注\n番号\t答え\n\n９\ty\n12\t150 41\n3\t\n", "\u{FEFF}9,yes\n12,150,41\n",
    #"{"9":"yes","12":{"heightCm":150,"weightKg":41}}"#,
    "\u{FEFF}" + #"{"answers":{"9":true,"12":"150 41"}}"#,
  ]

  @Test(arguments: tables)
  func filesOfAnswers(_ text: String) throws {
    let office = try Office()
    let answers = try AnswerFile(Array(text.utf8), path: "a").answers(
      to: "kihon-checklist", in: office.session)
    let output = try ScoreAssessment.run(
      .init(instrument: "kihon-checklist", answers: answers), in: office.session)
    #expect(output.missing.count == 23 && output.domain("motor")?.score == 1)
    #expect(output.domain("nutrition")?.range?.min == 1)
  }

  @Test func aTableOfWindows() throws {
    // 項目,答え and 9,はい in CP932.
    let bytes: [UInt8] = [
      0x8D, 0x80, 0x96, 0xDA, 0x2C, 0x93, 0x9A, 0x82, 0xA6, 0x0D, 0x0A, 0x39, 0x2C, 0x82, 0xCD,
      0x82, 0xA2, 0x0D, 0x0A,
    ]
    let answers = try AnswerFile(bytes, path: "a").answers(
      to: "kihon-checklist", in: try Office().session)
    #expect(answers == ["9": "はい"])
  }

  /// Text, code, line.
  static let broken: [(String, ErrorCode, Int?)] = [
    ("9,yes\n10,多分\n", "usage.answer", 2), ("item,answer\n\n26,yes\n", "usage.unknown-item", 3),
    ("9,yes\n9,no\n", "usage.answer-twice", 2), ("9,yes\n多分,no\n", "usage.unknown-item", 2),
    ("[1]", "usage.answer-file", nil), ("{\"9\":", "usage.answer-file", nil),
    ("{\"answers\":[1]}", "usage.answer-file", nil), ("9,\"yes\n10,no\n", "usage.answer-file", 1),
    ("{\"9\":\"多分\"}", "usage.answer", nil), ("わたしのメモ\n", "usage.answer-file", nil),
    ("", "usage.answer-file", nil), ("item,answer\n", "usage.answer-file", nil),
  ]

  @Test(arguments: broken)
  func brokenFiles(_ text: String, _ code: ErrorCode, _ line: Int?) throws {
    let office = try Office()
    let error = #expect(throws: SasaeError.self) {
      _ = try AnswerFile(Array(text.utf8), path: "a.csv").answers(
        to: "kihon-checklist", in: office.session)
    }
    #expect(error?.code == code && error?.position.file == "a.csv")
    #expect(error?.position.line == line)
    #expect(error?.line(.ja).contains("多分") == false && error?.hint(.ja)?.contains("多分") == false)
  }
}

extension Interview {
  func copyTaking(_ line: String) throws -> Step {
    var copy = self
    return try copy.take(line)
  }
}
