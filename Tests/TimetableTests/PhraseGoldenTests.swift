import Foundation
import Model
import Testing
import Timetable

/// Phrases of real lists with what they mean (Fixtures/phrases.tsv).
@Suite("Golden phrases")
struct PhraseGoldenTests {
  struct Line {
    var label: String
    var polarity: Polarity
    var phrase: String
    var rules: String
    var days: String
    var source: String
    var isDecidable: Bool { label == "decidable" }
  }

  private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures/phrases.tsv")

  private static func read() throws -> (head: [String], lines: [Line]) {
    let all = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    let lines = try all.filter { !$0.hasPrefix("#") }.map { line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      try #require(parts.count == 6, "\(line)")
      return Line(
        label: parts[0], polarity: try #require(Polarity(rawValue: parts[1])), phrase: parts[2],
        rules: parts[3], days: parts[4], source: parts[5])
    }
    return (all.filter { $0.hasPrefix("#") }, lines)
  }

  /// What the reader makes of a line now.
  private static func now(_ line: Line) throws -> Line {
    let reading = PhraseReader.read(line.phrase, polarity: line.polarity)
    var out = line
    guard reading.complete else {
      out.rules = "?"
      out.days = ""
      return out
    }
    out.rules = rendered(reading)
    let first = try #require(CalendarDate("2026-12-01"))
    let last = try #require(CalendarDate("2027-01-31"))
    let days = reading.days(from: first, to: last, polarity: line.polarity)
    out.days =
      days.map { days in
        [12, 1].map { month in
          "\(month):"
            + days.filter { $0.date.month == month }.map { String($0.date.day) }.joined(
              separator: ",")
        }.joined(separator: " ")
      } ?? "-"
    return out
  }

  @Test func everyLine() throws {
    let (head, lines) = try Self.read()
    let now = try lines.map(Self.now)
    if ProcessInfo.processInfo.environment["SASAE_RECORD"] == "1" {
      let body = now.map {
        [$0.label, $0.polarity.rawValue, $0.phrase, $0.rules, $0.days, $0.source].joined(
          separator: "\t")
      }
      try ((head + body).joined(separator: "\n") + "\n").write(
        to: Self.file, atomically: true, encoding: .utf8)
    }
    for (line, found) in zip(lines, now) {
      #expect(found.rules == line.rules && found.days == line.days, "\(line.phrase)")
    }
  }

  /// The shares that docs/schedules.md states.
  @Test func shares() throws {
    let lines = try Self.read().lines
    #expect(lines.count >= 300)
    let decidable = lines.filter(\.isDecidable)
    let undecidable = lines.filter { !$0.isDecidable }
    let read = decidable.count { PhraseReader.read($0.phrase, polarity: $0.polarity).complete }
    let wrong = undecidable.count { PhraseReader.read($0.phrase, polarity: $0.polarity).complete }
    #expect(Double(read) >= 0.95 * Double(decidable.count), "\(read) of \(decidable.count)")
    #expect(Double(wrong) <= 0.01 * Double(undecidable.count), "\(wrong) of \(undecidable.count)")
  }
}
