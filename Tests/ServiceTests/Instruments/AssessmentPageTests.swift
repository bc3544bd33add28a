import Diagnostics
import Foundation
import Model
import Service
import Testing
import TestSupport

@Suite("Assessments on paper") struct AssessmentPageTests {
  /// `SASAE_RECORD=1` records, and then the test fails once, so that what changed is looked at.
  private func compare(_ text: String, _ name: String) throws {
    let path = Repository.path("Tests/ServiceTests/Golden/\(name)")
    if ProcessInfo.processInfo.environment["SASAE_RECORD"] == "1" {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name); run again without SASAE_RECORD")
    } else {
      #expect(try text == String(contentsOfFile: path, encoding: .utf8), "\(name)")
    }
  }

  private func japanese() throws -> Session {
    var session = try Office().session
    session.language = .ja
    return session
  }

  @Test func theBlankFormIsAsReviewed() throws {
    let session = try japanese()
    try compare(
      try AssessmentPage("kihon-checklist", furigana: true, in: session).blank(),
      "kihon-checklist-furigana.html")
    try compare(
      try AssessmentPage("hirakata-steps", furigana: false, in: session).blank(),
      "hirakata-steps.html")
  }

  @Test func theResultIsAsReviewed() throws {
    let session = try japanese()
    var answers = Assessed.checklist([1, 6, 7, 8, 11, 12, 17], missing: [18, 22])
    answers["9"] = "はい"
    let output = try ScoreAssessment.run(
      .init(instrument: "kihon-checklist", answers: answers, on: "2026-10-01"), in: session)
    try compare(
      try AssessmentPage("kihon-checklist", furigana: true, in: session).sheet(output),
      "kihon-checklist-sheet.html")
    try compare(
      try ScoreAssessment.text(output, width: 80, in: session), "kihon-checklist-result.txt")
  }

  @Test func everyItemOfEveryInstrumentIsOnItsForm() throws {
    let session = try japanese()
    var english = session
    english.language = .en
    for entry in try ListInstruments.run(.init(), in: english).instruments {
      let items = try #require(
        try ListInstruments.run(.init(instrument: entry.id), in: english).instruments.first?.items)
      let page = try AssessmentPage(entry.id, furigana: true, in: english).blank()
      for item in items {
        let text = item.text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        #expect(page.contains("<b>\(item.item)</b> \(text)"), "\(entry.id) \(item.item)")
      }
      let isJapanese = page.unicodeScalars.contains { (0x3040...0x30FF).contains($0.value) }
      #expect(!isJapanese, "\(entry.id): \(page)")
    }
  }

  @Test func furiganaLeavesTheTextAsItIs() throws {
    let session = try japanese()
    for entry in try ListInstruments.run(.init(), in: session).instruments {
      let plain = try AssessmentPage(entry.id, furigana: false, in: session).blank()
      let read = try AssessmentPage(entry.id, furigana: true, in: session).blank()
      let bare = read.replacing(#/<rt>[^<]*<\/rt>/#, with: "").replacing("<ruby>", with: "")
        .replacing("</ruby>", with: "").replacing("15pt/2.1", with: "15pt/1.6")
      #expect(bare == plain, "\(entry.id)")
      #expect(!plain.contains("<ruby>") && read.contains("<ruby>"))
    }
  }

  @Test func whatAnInstrumentSaysIsEscaped() throws {
    let office = try Office()
    let rows = InstrumentFaultTests.rows.map { $0.replacing("三\tthree", with: "<b>&\t<b>&") }
    try office.putInstrument("sample", InstrumentFaultTests.text(rows))
    let page = try AssessmentPage("sample", furigana: false, in: office.session).blank()
    #expect(page.contains("&lt;b&gt;&amp;") && !page.contains("<b>&"))
  }
}
