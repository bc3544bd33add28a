import Diagnostics
import Foundation
import Model
import Searching
import Service
import Testing

/// The next times of hits. The office's today is Friday 2026-09-04.
@Suite("Next dates")
struct NextDatesTests {
  private static let schedules: [(id: String, text: String?, dates: [String]?)] = [
    (
      "tuesdays", "毎週火曜 13:30～15:30",
      ["2026-09-08 13:30-15:30", "2026-09-15 13:30-15:30", "2026-09-22 13:30-15:30"]
    ),
    (
      "workdays", "毎週火曜 13:30～15:30（祝日除く）",
      ["2026-09-08 13:30-15:30", "2026-09-15 13:30-15:30", "2026-09-29 13:30-15:30"]
    ),
    ("today", "金曜 9:00～", ["2026-09-04 09:00-", "2026-09-11 09:00-", "2026-09-18 09:00-"]),
    // Two openings of a day are two times.
    (
      "halves", "月・金 9:00～12:00、13:00～17:00",
      ["2026-09-04 09:00-12:00", "2026-09-04 13:00-17:00", "2026-09-07 09:00-12:00"]
    ),
    ("closed", "休館日：月曜", ["2026-09-04 -", "2026-09-05 -", "2026-09-06 -"]),
    (
      "night", "土 22:00～翌2:00",
      ["2026-09-05 22:00-26:00", "2026-09-12 22:00-26:00", "2026-09-19 22:00-26:00"]
    ),
    ("over", "2026年8月1日 10:00～12:00", []),
    ("often", "随時", nil), ("monthly", "毎月1回 火曜", nil), ("biweekly", "隔週火曜 10:00～", nil),
    ("hours", "9:00～17:00", nil), ("silent", nil, nil),
  ]

  private func office() throws -> Office {
    let office = try Office()
    let lines = Self.schedules.map { row -> String in
      let schedule = row.text.map { ",\"schedule\":{\"text\":\"\($0)\"}" } ?? ""
      return "{\"id\":\"\(row.id)\",\"name\":\"会\"\(schedule)}\n"
    }
    let more = """
      {"id":"course","name":"会","schedule":{"text":"毎週火曜","validFrom":"2026-09-20","validTo":"2026-09-30"}}
      {"id":"paused","name":"会","status":"paused","schedule":{"text":"毎週火曜"}}

      """
    try office.bring("x.ndjson", lines.joined() + more)
    return office
  }

  private func told(_ dates: [NextDate]?) -> [String]? {
    dates?.map { "\($0.date) \($0.from ?? "")-\($0.to ?? "")" }
  }

  private func dates(
    _ office: Office, _ change: (inout SearchResources.Input) -> Void = { _ in }
  ) throws -> [String: [String]?] {
    var input = SearchResources.Input()
    input.limit = 100
    change(&input)
    let hits = try SearchResources.run(input, in: office.session).hits
    return Dictionary(uniqueKeysWithValues: hits.map { ($0.id, told($0.nextDates)) })
  }

  @Test("are the schedule's, from today on")
  func fromToday() throws {
    let found = try dates(try office())
    for row in Self.schedules { #expect(found[row.id] == .some(row.dates), "\(row.id)") }
    #expect(found["course"] == .some(["2026-09-22 -", "2026-09-29 -"]))
  }

  @Test("are from the day asked about on")
  func fromADay() throws {
    let found = try dates(try office()) { $0.on = "2026-12-08" }
    #expect(found["tuesdays"]??.first == "2026-12-08 13:30-15:30")
    #expect(found["often"] == nil)
  }

  @Test("are none of what does not run")
  func paused() throws {
    let found = try dates(try office()) { $0.statuses = ["paused"] }
    #expect(found["paused"] == .some(nil))
  }

  @Test("are there only where they are among the fields asked for")
  func fields() throws {
    let office = try office()
    for (fields, isTold) in [(["id", "nextDates"], true), (["id", "schedule"], false)] {
      let found = try dates(office) { $0.fields = fields }
      #expect((found["tuesdays"]??.count == 3) == isTold)
    }
    #expect(throws: SasaeError.self) { try dates(office) { $0.fields = ["nextDate"] } }
  }

  @Test("stand on the page to print")
  func page() throws {
    let office = try office()
    var input = SearchResources.Input()
    input.limit = 100
    let output = try SearchResources.run(input, in: office.session)
    let page = SearchHTML.render(
      output, title: "t", labels: try office.session.shelf.categoryLabels(), language: .ja,
      today: office.session.today)
    #expect(
      page.contains(
        "<dt>次回</dt><dd>9/8(火) 13:30～15:30、9/15(火) 13:30～15:30、9/22(火) 13:30～15:30</dd>"))
  }
}
