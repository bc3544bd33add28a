import Testing

@testable import Interchange

@Suite("Rows that are too long")
struct TableLimitsTests {
  @Test("the rest of the line is skipped", arguments: [1, 4, 100])
  func tooLong(blockSize: Int) throws {
    var limits = TableLimits()
    limits.maxRecordBytes = 6
    let text = "ab,cde\nab,cdef\r\nx,y\n\"1234567\",b\rz\n"
    let rows = try readTable(text, limits: limits, blockSize: blockSize)
    #expect(rows.map(\.cells) == [["ab", "cde"], ["ab"], ["x", "y"], [], ["z"]])
    #expect(rows.map(\.problem) == [nil, .tooLong(limit: 6), nil, .tooLong(limit: 6), nil])
    #expect(rows.map(\.line) == [1, 2, 3, 4, 5])
  }

  @Test("a row of exactly the limit, at the end of the text")
  func exact() throws {
    var limits = TableLimits()
    limits.maxRecordBytes = 4
    #expect(try readTable("abcd", limits: limits).map(\.problem) == [nil])
    #expect(try readTable("abcd\r\n", limits: limits).map(\.problem) == [nil])
    #expect(try readTable("abcde", limits: limits).map(\.problem) == [.tooLong(limit: 4)])
  }

  @Test("too many columns")
  func columns() throws {
    var limits = TableLimits()
    limits.maxColumns = 3
    let rows = try readTable("a,b,c\na,b,c,d,e\nf\n", limits: limits)
    #expect(rows.map(\.cells) == [["a", "b", "c"], ["a", "b", "c"], ["f"]])
    #expect(rows.map(\.problem) == [nil, .tooLong(limit: 3), nil])
  }

  @Test("a file that begins with an endless line is refused", arguments: ["a", "\"", "\u{FF}"])
  func endlessLine(filler: String) throws {
    let bytes = [UInt8](repeating: filler.utf8.last ?? 0, count: 17 << 20)
    var reader = TableReader(source: .bytes(bytes), encoding: .cp932, delimiter: Byte.comma)
    #expect(throws: TableError.lineTooLong(limit: 16 << 20)) { try reader.next() }
    // Asking again finds nothing more.
    #expect(try reader.next() == nil)
  }

  @Test("a long line later in the file is skipped")
  func longLine() throws {
    let bytes =
      Array("a,b\n1,".utf8) + [UInt8](repeating: 0x78, count: 3 << 20) + Array("\n2,c\n".utf8)
    let rows = try readTable(bytes)
    #expect(rows.map(\.cells) == [["a", "b"], ["1"], ["2", "c"]])
    #expect(rows.map(\.problem) == [nil, .tooLong(limit: 1 << 20), nil])
  }
}
