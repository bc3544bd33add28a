import Testing

@testable import Interchange

@Suite("Reading tables")
struct TableReaderTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var rows: [[String]]
    var lines: [Int]?
    var delimiter: Character = ","

    var testDescription: String { name }
  }

  static let examples: [Example] = [
    Example(name: "no bytes", text: "", rows: []),
    Example(name: "only a byte order mark", text: "\u{FEFF}", rows: []),
    Example(name: "one cell", text: "a", rows: [["a"]]),
    Example(name: "LF", text: "a,b\nc,d\n", rows: [["a", "b"], ["c", "d"]], lines: [1, 2]),
    Example(
      name: "CRLF", text: "a,b\r\nc,d\r\n", rows: [["a", "b"], ["c", "d"]], lines: [1, 2]),
    Example(name: "CR", text: "a,b\rc,d\r", rows: [["a", "b"], ["c", "d"]], lines: [1, 2]),
    Example(name: "mixed ends", text: "a\rb\r\nc\nd", rows: [["a"], ["b"], ["c"], ["d"]]),
    Example(name: "LF then CR", text: "a\n\rb", rows: [["a"], [""], ["b"]], lines: [1, 2, 3]),
    Example(name: "no end at the last line", text: "a\nb,", rows: [["a"], ["b", ""]]),
    Example(name: "byte order mark", text: "\u{FEFF}\"a\",b", rows: [["a", "b"]]),
    Example(name: "empty cells", text: ",,\n", rows: [["", "", ""]]),
    Example(name: "empty line", text: "a\n\nb\n", rows: [["a"], [""], ["b"]], lines: [1, 2, 3]),
    Example(name: "ragged", text: "a\nb,c\nd,e,f\n", rows: [["a"], ["b", "c"], ["d", "e", "f"]]),
    Example(name: "quotes", text: "\"a,b\",\"\",c", rows: [["a,b", "", "c"]]),
    Example(name: "doubled quotes", text: "\"a\"\"b\",\"\"\"\"\n", rows: [["a\"b", "\""]]),
    Example(
      name: "line breaks in quotes", text: "\"a\nb\r\nc\rd\",e\nf\n",
      rows: [["a\nb\r\nc\rd", "e"], ["f"]], lines: [1, 5]),
    Example(
      name: "quote in a bare cell", text: "5\" pipe,a \"b\"", rows: [["5\" pipe", "a \"b\""]]),
    Example(
      name: "blanks around quotes", text: " \"a\" ,\t\"b\"\t\n \"c\" ", rows: [["a", "b"], ["c"]]),
    Example(name: "blanks stay in bare cells", text: " a , b\n  ", rows: [[" a ", " b"], ["  "]]),
    Example(
      name: "tab as the delimiter", text: "a\t\"b\tc\"\t\t d\n", rows: [["a", "b\tc", "", " d"]],
      delimiter: "\t"),
    Example(name: "semicolon", text: "a,1;b\n", rows: [["a,1", "b"]], delimiter: ";"),
    Example(
      name: "text stays as written", text: "～〜－−,ｶﾞ,e\u{301}\n", rows: [["～〜－−", "ｶﾞ", "e\u{301}"]]),
  ]

  @Test("cells and lines", arguments: examples)
  func cells(_ example: Example) throws {
    for blockSize in [1, 2, 3, 7, 1000] {
      let rows = try readTable(
        example.text, delimiter: example.delimiter, blockSize: blockSize)
      #expect(rows.map(\.cells) == example.rows)
      #expect(rows.allSatisfy { $0.problem == nil })
      // Canonically equal is not enough: the bytes must be the same.
      #expect(
        rows.flatMap(\.cells).map { Array($0.utf8) } == example.rows.joined().map { Array($0.utf8) }
      )
      if let lines = example.lines { #expect(rows.map(\.line) == lines) }
    }
  }

  @Test("text after a closing quote is kept and told")
  func textAfterQuote() throws {
    let rows = try readTable("\"a\"b,c\n\"he said \"hi\" ok\",d\n \"x\"  y,z\ngood,row\n")
    #expect(
      rows.map(\.cells) == [
        ["ab", "c"], ["he said hi\" ok\"", "d"], ["x  y", "z"], ["good", "row"],
      ])
    #expect(rows.map(\.problem) == [.textAfterQuote, .textAfterQuote, .textAfterQuote, nil])
  }

  @Test("NUL bytes are kept and told")
  func nulBytes() throws {
    let rows = try readTable("a,\0\n\"\0b\",c\nd\n")
    #expect(rows.map(\.cells) == [["a", "\0"], ["\0b", "c"], ["d"]])
    #expect(rows.map(\.problem) == [.nulByte, .nulByte, nil])
  }

  @Test("bad bytes mark their own row", arguments: [1, 2, 5, 100])
  func badEncoding(blockSize: Int) throws {
    let utf8 = Array("a,b\n".utf8) + [0x63, 0xFF, 0x2C, 0xE3, 0x81, 0x0A] + Array("d,e\n".utf8)
    let rows = try readTable(utf8, blockSize: blockSize)
    #expect(rows.map(\.cells) == [["a", "b"], ["c\u{FFFD}", "\u{FFFD}"], ["d", "e"]])
    #expect(rows.map(\.problem) == [nil, .badEncoding, nil])

    let cp932 = japaneseCP932 + [0x81, 0x20, 0x2C, 0x81, 0x0A, 0x41, 0x0A]
    let others = try readTable(cp932, encoding: .cp932, blockSize: blockSize)
    #expect(
      others.map(\.cells) == [["名称", "住所"], ["高松", "番町"], ["\u{FFFD} ", "\u{FFFD}"], ["A"]])
    #expect(others.map(\.problem) == [nil, nil, .badEncoding, nil])
  }

  @Test("the report names the lines")
  func report() throws {
    let bytes = Array("a\r\n\u{E000}\r\n".utf8) + [0xFF, 0x0A] + Array("\"x\n\u{E001}\"".utf8)
    var reader = TableReader(source: .bytes(bytes), encoding: .utf8, delimiter: Byte.comma)
    while try reader.next() != nil {}
    let report = reader.report
    #expect(report.invalidCount == 1)
    #expect(report.invalidLines == [3])
    #expect(report.userDefinedCount == 2)
    #expect(report.userDefinedLines == [2, 5])
  }

  @Test("a raw record gives ranges and texts")
  func rawRecord() throws {
    var reader = TableReader(
      source: .bytes(Array("あ,\"b\"\"\",\n".utf8)), encoding: .utf8, delimiter: Byte.comma)
    var record = RawRecord()
    let isRow = try reader.next(into: &record)
    #expect(isRow)
    #expect(record.bytes == Array("あb\"".utf8))
    #expect(record.ends == [3, 5, 5])
    #expect(record.text(1) == "b\"")
    #expect(
      record.range(of: 2).isEmpty && record.range(of: 9).isEmpty && record.range(of: -1).isEmpty)
    #expect(record.row == TableRow(line: 1, cells: ["あ", "b\"", ""]))
    let isMore = try reader.next(into: &record)
    #expect(!isMore && record.count == 0)
  }

  @Test("UTF-16LE with tabs, as Excel writes Unicode text")
  func unicodeText() throws {
    let bytes = utf16("名称\t住所\r\n\"高松\t🍙\"\t番町\r\n", bigEndian: false)
    #expect(ContentSniffer.sniff(bytes, isWhole: true) == .table(.utf16LE, delimiter: Byte.tab))
    for blockSize in [1, 3, 100] {
      let rows = try readTable(bytes, encoding: .utf16LE, delimiter: "\t", blockSize: blockSize)
      #expect(rows.map(\.cells) == [["名称", "住所"], ["高松\t🍙", "番町"]])
    }
  }
}
