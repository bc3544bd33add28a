import Foundation
import JapaneseText
import TestSupport
import Testing

/// Phrases of real lists and of our own, each with the reading a person has checked.
@Suite("Phrases as recorded") struct PhraseGoldenTests {
  struct Row {
    var isDecidable: Bool
    var phrase: String
    var reading: String
    var source: String

    var isComplete: Bool { reading.hasPrefix("+") }
  }

  @Test("on costs") func costs() throws {
    try check("cost") { CostText.read($0).line(of: $0) }
  }

  @Test("on eligibility") func eligibility() throws {
    try check("eligibility") { EligibilityText.read($0).line(of: $0) }
  }

  private func check(_ name: String, _ read: (String) -> String) throws {
    let path = "Tests/JapaneseTextTests/Golden/\(name).tsv"
    let lines = try Repository.text(path).split(separator: "\n").map(String.init)
    let head = lines.filter { $0.hasPrefix("#") }
    let rows = lines.filter { !$0.hasPrefix("#") }.compactMap(Self.row)
    #expect(rows.count >= 200 && head.count + rows.count == lines.count)
    if ProcessInfo.processInfo.environment["SASAE_RECORD"] == "1" {
      let out = rows.map { row in
        [row.isDecidable ? "D" : "U", row.phrase, read(row.phrase), row.source]
          .joined(separator: "\t")
      }
      try (head + out).map { $0 + "\n" }.joined()
        .write(toFile: Repository.path(path), atomically: true, encoding: .utf8)
      Issue.record("recorded \(name); run again without SASAE_RECORD")
    }
    for row in rows { #expect(read(row.phrase) == row.reading, "\(row.phrase)") }
    let decidable = rows.filter(\.isDecidable)
    let undecidable = rows.filter { !$0.isDecidable }
    #expect(decidable.count { $0.isComplete } * 100 >= decidable.count * 95)
    #expect(undecidable.allSatisfy { !$0.isComplete })
  }

  private static func row(_ line: String) -> Row? {
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard cells.count == 4, cells[0] == "D" || cells[0] == "U" else { return nil }
    return Row(
      isDecidable: cells[0] == "D", phrase: cells[1], reading: cells[2], source: cells[3])
  }
}
