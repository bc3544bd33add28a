import Testing

@testable import Interchange

@Suite("Reading lines")
struct LineReaderTests {
  struct Line: Equatable {
    var line: Int
    var text: String
    var problem: RowProblem?

    init(_ line: Int, _ text: String, _ problem: RowProblem? = nil) {
      self.line = line
      self.text = text
      self.problem = problem
    }
  }

  func lines(
    _ bytes: [UInt8], encoding: TextEncoding = .utf8, limit: Int = 100, blockSize: Int
  ) throws -> [Line] {
    var reader = LineReader(
      source: .bytes(bytes, blockSize: blockSize), encoding: encoding, maxLineBytes: limit)
    var lines: [Line] = []
    while let line = try reader.next() {
      lines.append(Line(line.line, String(decoding: line.bytes, as: UTF8.self), line.problem))
    }
    return lines
  }

  @Test("line ends", arguments: [1, 2, 3, 1000])
  func ends(blockSize: Int) throws {
    let text = "\u{FEFF}{\"a\":\"あ\"}\r\n\n{}\nx\ry\r\r\nlast\r"
    let expected = [
      Line(1, "{\"a\":\"あ\"}"), Line(2, ""), Line(3, "{}"), Line(4, "x\ry\r"), Line(5, "last\r"),
    ]
    #expect(try lines(Array(text.utf8), blockSize: blockSize) == expected)
    #expect(try lines([], blockSize: blockSize) == [])
    #expect(try lines([0x0A], blockSize: blockSize) == [Line(1, "")])
  }

  @Test("a long line is skipped", arguments: [1, 2, 3, 1000])
  func tooLong(blockSize: Int) throws {
    let read = try lines(Array("abcd\nabcde\nab\nabcdefgh".utf8), limit: 4, blockSize: blockSize)
    #expect(
      read == [
        Line(1, "abcd"), Line(2, "", .tooLong(limit: 4)), Line(3, "ab"),
        Line(4, "", .tooLong(limit: 4)),
      ])
  }

  @Test("bad bytes mark their own line", arguments: [1, 2, 1000])
  func badEncoding(blockSize: Int) throws {
    let bytes = Array("a\n".utf8) + [0xFF, 0x0A, 0x62, 0x0A]
    let expected = [Line(1, "a"), Line(2, "\u{FFFD}", .badEncoding), Line(3, "b")]
    #expect(try lines(bytes, blockSize: blockSize) == expected)
  }

  @Test("other encodings")
  func encodings() throws {
    #expect(
      try lines(japaneseCP932, encoding: .cp932, blockSize: 3) == [
        Line(1, "名称,住所"), Line(2, "高松,番町"),
      ])
    let wide = utf16("あ\r\nい", bigEndian: true)
    #expect(try lines(wide, encoding: .utf16BE, blockSize: 3) == [Line(1, "あ"), Line(2, "い")])
  }
}
