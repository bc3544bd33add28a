import Testing

@testable import Interchange

@Suite("A quote that is never closed")
struct TableRecoveryTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var rows: [TableRow]

    var testDescription: String { name }
  }

  static let examples: [Example] = [
    Example(
      name: "to the end of the file", text: "a,b\n1,\"open,x\n2,y\n3,z\n",
      rows: [
        TableRow(line: 1, cells: ["a", "b"]),
        TableRow(line: 2, cells: ["1", "open,x"], problem: .unclosedQuote(resumedAtLine: 3)),
        TableRow(line: 3, cells: ["2", "y"]), TableRow(line: 4, cells: ["3", "z"]),
      ]),
    Example(
      name: "the next quote opens a cell", text: "1,\"open\r\n2,\"ok\"\r\n3,4\r\n",
      rows: [
        TableRow(line: 1, cells: ["1", "open"], problem: .unclosedQuote(resumedAtLine: 2)),
        TableRow(line: 2, cells: ["2", "ok"]), TableRow(line: 3, cells: ["3", "4"]),
      ]),
    Example(
      name: "all cells quoted", text: "\"1\",\"open\n\"2\",\"b\"\n\"3\",\"c\"",
      rows: [
        TableRow(line: 1, cells: ["1", "open"], problem: .unclosedQuote(resumedAtLine: 2)),
        TableRow(line: 2, cells: ["2", "b"]), TableRow(line: 3, cells: ["3", "c"]),
      ]),
    Example(
      name: "CR only", text: "\"open\rb\rc",
      rows: [
        TableRow(line: 1, cells: ["open"], problem: .unclosedQuote(resumedAtLine: 2)),
        TableRow(line: 2, cells: ["b"]), TableRow(line: 3, cells: ["c"]),
      ]),
    Example(
      name: "on the last line", text: "a\n\"open,b",
      rows: [
        TableRow(line: 1, cells: ["a"]),
        TableRow(line: 2, cells: ["open,b"], problem: .unclosedQuote(resumedAtLine: 3)),
      ]),
    Example(
      name: "on the last line, which has an end", text: "a\n\"open\r\n",
      rows: [
        TableRow(line: 1, cells: ["a"]),
        TableRow(line: 2, cells: ["open"], problem: .unclosedQuote(resumedAtLine: 3)),
      ]),
    Example(
      name: "two of them", text: "\"x\n\"y\nz,\"w\"\n",
      rows: [
        TableRow(line: 1, cells: ["x"], problem: .unclosedQuote(resumedAtLine: 2)),
        TableRow(line: 2, cells: ["y"], problem: .unclosedQuote(resumedAtLine: 3)),
        TableRow(line: 3, cells: ["z", "w"]),
      ]),
    Example(
      name: "after a good cell of two lines", text: "\"a\nb\",\"open\nc\nd",
      rows: [
        TableRow(line: 1, cells: ["a"], problem: .unclosedQuote(resumedAtLine: 2)),
        TableRow(
          line: 2, cells: ["b\"", "open"], problem: .unclosedQuote(resumedAtLine: 3)),
        TableRow(line: 3, cells: ["c"]), TableRow(line: 4, cells: ["d"]),
      ]),
    Example(
      name: "a quote within the text of a long cell is no such thing",
      text: "\"a\nsays \"hi\" b\",c\nd\n",
      rows: [
        TableRow(line: 1, cells: ["a\nsays hi\" b\"", "c"], problem: .textAfterQuote),
        TableRow(line: 3, cells: ["d"]),
      ]),
  ]

  @Test("every row after it is delivered", arguments: examples)
  func recovery(_ example: Example) throws {
    for blockSize in [1, 2, 3, 5, 1000] {
      #expect(try readTable(example.text, blockSize: blockSize) == example.rows)
    }
  }

  @Test("in the middle of a long file", arguments: ["\n", "\r\n", "\r"])
  func longFile(end: String) throws {
    let text = (1...2_000).map { $0 == 700 ? "\($0),\"open" : "\($0),x" }
    let rows = try readTable(text.joined(separator: end))
    #expect(rows.count == 2_000)
    #expect(rows.map(\.line) == Array(1...2_000))
    #expect(rows.filter { $0.problem != nil }.map(\.line) == [700])
    #expect(rows[699].cells == ["700", "open"])
    #expect(rows[1_999].cells == ["2000", "x"])
  }

  @Test("a cell may have as many lines as allowed, and no more")
  func lineLimit() throws {
    func text(lines: Int) -> String {
      "a,\"" + Array(repeating: "text", count: lines).joined(separator: "\r\n") + "\"\r\nb\r\n"
    }
    let good = try readTable(text(lines: 200))
    #expect(good.map(\.line) == [1, 201])
    #expect(good.allSatisfy { $0.problem == nil })
    let bad = try readTable(text(lines: 201))
    #expect(bad.first?.problem == .unclosedQuote(resumedAtLine: 2))
    #expect(bad.first?.cells == ["a", "text"])
    #expect(bad.last?.line == 202)
    #expect(bad.count == 202)
  }

  @Test("one line a cell", arguments: ["\n", "\r\n", "\r"])
  func singleLineCells(end: String) throws {
    var limits = TableLimits()
    limits.maxOpenQuoteLines = 1
    for blockSize in [1, 2, 100] {
      let text = "\"a\(end)b\",c\(end)d"
      let rows = try readTable(text, limits: limits, blockSize: blockSize)
      #expect(rows.map(\.cells) == [["a"], ["b\"", "c"], ["d"]])
      #expect(rows.map(\.line) == [1, 2, 3])
    }
  }

  @Test("an open cell of too many bytes")
  func byteLimit() throws {
    var limits = TableLimits()
    limits.maxRecordBytes = 20
    for blockSize in [1, 7, 100] {
      let text = "1,\"open\n2,good\n3,good\n4,good\n"
      let rows = try readTable(text, limits: limits, blockSize: blockSize)
      #expect(rows.map(\.line) == [1, 2, 3, 4])
      #expect(rows.map(\.problem) == [.unclosedQuote(resumedAtLine: 2), nil, nil, nil])
    }
  }
}
