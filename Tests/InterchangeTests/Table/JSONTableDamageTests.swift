import Testing

@testable import Interchange

@Suite("Broken JSON as a table")
struct JSONTableDamageTests {
  struct Damage: Sendable, CustomTestStringConvertible {
    var text: String
    /// Line, first cell, problem.
    var rows: [(Int, String, JSONProblem?)]

    init(_ text: String, _ rows: [(Int, String, JSONProblem?)]) {
      self.text = text
      self.rows = rows
    }

    var testDescription: String { text }
  }

  static let damages: [Damage] = [
    Damage("[\n{\"a\":1},\r\n\r\n{\"a\":2}\r]", [(2, "1", nil), (4, "2", nil)]),
    Damage("[{\"a\":1},\n{\"a\":\n2", [(1, "1", nil), (2, "", .truncated)]),
    Damage("[{\"a\":1},\n{\"a\":\"x", [(1, "1", nil), (2, "", .truncated)]),
    Damage("[{\"a\":1}\n", [(1, "1", nil), (2, "", .truncated)]),
    Damage("{\"data\":[{\"a\":1},{\"a", [(1, "1", nil), (1, "", .truncated)]),
    Damage(
      "[{\"a\":1},\n{\"b\":\n0312},\n{\"a\":2}]",
      [(1, "1", nil), (2, "", .malformed(line: 3)), (4, "2", nil)]),
    Damage("[{\"a\":1,},{\"a\":2}]", [(1, "", .malformed(line: 1)), (1, "2", nil)]),
    Damage("[{a:1},{\"a\":2}]", [(1, "", .malformed(line: 1)), (1, "2", nil)]),
    Damage("[{\"a\":[1,2},{\"a\":2}]", [(1, "", .malformed(line: 1)), (1, "2", nil)]),
    Damage(
      "[{\"a\":1,\n{\"a\":2},{\"a\":3}]",
      [(1, "", .malformed(line: 2)), (2, "2", nil), (2, "3", nil)]),
    Damage("[{\"a\":1\n{\"a\":2}]", [(1, "", .malformed(line: 2)), (2, "2", nil)]),
    Damage("[{\"a\":\"x},\n{\"a\":\"y\"}\n]", [(1, "", .malformed(line: 1)), (2, "y", nil)]),
    Damage(
      "[{\"a\":1},null,5,[1],x y,{\"a\":2}]",
      [
        (1, "1", nil), (1, "", .notARecord), (1, "", .notARecord), (1, "", .notARecord),
        (1, "", .malformed(line: 1)), (1, "2", nil),
      ]),
    Damage("[{\"a\":1}},{\"a\":2}]", [(1, "1", nil), (1, "", .malformed(line: 1)), (1, "2", nil)]),
    Damage(
      "[{\"a\":" + String(repeating: "[", count: 64) + "1" + String(repeating: "]", count: 64)
        + "},{\"a\":2}]",
      [(1, "", .tooDeep(limit: 64)), (1, "2", nil)]),
    Damage("[{\"a\":1}] [{\"a\":2}]", [(1, "1", nil)]),
  ]

  @Test("a broken record leaves the others whole", arguments: damages)
  func damage(_ damage: Damage) throws {
    let table = try #require(JSONTable(Array(damage.text.utf8)))
    let rows = Array(table.rows)
    #expect(table.headings == ["a"])
    #expect(rows.map(\.line) == damage.rows.map(\.0))
    #expect(rows.map { $0.cells.first ?? "-" } == damage.rows.map(\.1))
    #expect(rows.map(\.problem) == damage.rows.map(\.2))
    #expect(table.records.map(\.problem) == damage.rows.map(\.2))
  }

  @Test("bad bytes mark their own record")
  func badEncoding() throws {
    let bytes = Array("[{\"a\":\"x\"},{\"a\":\"".utf8) + [0xFF] + Array("\"}]".utf8)
    let rows = try #require(JSONTable(bytes)).rows.map { $0 }
    #expect(rows.map(\.problem) == [nil, .badEncoding])
    #expect(rows.map(\.cells) == [["x"], ["\u{FFFD}"]])
  }

  @Test("too many names")
  func tooManyKeys() throws {
    let names = (0..<1001).map { "\"k\($0)\":\($0)" }
    let table = try #require(
      JSONTable(Array("[{\(names.joined(separator: ","))},{\"k0\":5}]".utf8)))
    #expect(table.headings.count == 1000)
    #expect(table.rows.map(\.problem) == [.tooManyKeys(limit: 1000), nil])
    #expect(table.rows.map { $0.cells[0] } == ["0", "5"])
  }
}
