import Foundation
import TestSupport
import Testing

/// The judged texts of `Data/golden/needs.tsv`. The tables were made with them at hand, so these are
/// floors against loss and no measure of what other texts would give.
@Suite struct NeedGoldenTests {
  private struct Row {
    var id: String
    var text: String
    var must: Set<String>
    var may: Set<String>
    var negated: Set<String>
    var notices: Set<String>
    var noticesAllowed: Set<String>
  }

  private static func rows() throws -> [Row] {
    try Repository.text("Data/golden/needs.tsv").split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.dropFirst().map { line in
        var cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        while cells.count < 6 { cells.append("") }
        func list(_ cell: String) -> [String] { cell.split(separator: ";").map(String.init) }
        func bare(_ word: String) -> String {
          String(word.filter { $0 != "(" && $0 != ")" }.prefix { $0 != "@" })
        }
        let needs = list(cells[2])
        let notices = list(cells[5])
        return Row(
          id: cells[0], text: cells[1],
          must: Set(needs.filter { !$0.hasPrefix("(") }.map(bare)),
          may: Set(needs.filter { $0.hasPrefix("(") }.map(bare)),
          negated: Set(list(cells[3]).map(bare)),
          notices: Set(notices.filter { !$0.hasPrefix("(") }),
          noticesAllowed: Set(notices.map(bare)))
      }
  }

  @Test func needsAreFound() throws {
    var (hits, falses, misses) = (0, 0, 0)
    let rows = try Self.rows()
    #expect(rows.count >= 150)
    for row in rows {
      let found = Set(try Words.read(row.text).needs.filter { !$0.negated }.map(\.code))
      hits += row.must.intersection(found).count
      falses += found.subtracting(row.must).subtracting(row.may).count
      misses += row.must.subtracting(found).count
    }
    let f1 = Double(2 * hits) / Double(2 * hits + falses + misses)
    #expect(f1 >= 0.90, "micro-F1 \(f1): \(hits) found, \(falses) false, \(misses) missed")
  }

  @Test func whatIsTakenBackIsNotTold() throws {
    var (told, all) = (0, 0)
    for row in try Self.rows() {
      let found = Set(try Words.read(row.text).needs.filter { !$0.negated }.map(\.code))
      all += row.negated.count
      told += row.negated.intersection(found).subtracting(row.must).subtracting(row.may).count
    }
    #expect(all >= 70)
    #expect(Double(told) <= Double(all) * 0.02, "\(told) of \(all)")
  }

  @Test func noDangerIsInvented() throws {
    for row in try Self.rows() {
      let found = Set(try Words.read(row.text).notices.map(\.code))
      #expect(found.isSubset(of: row.noticesAllowed), "\(row.id)")
    }
  }
}
