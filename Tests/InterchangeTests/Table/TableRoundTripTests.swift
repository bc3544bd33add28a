import Testing

@testable import Interchange
import TestSupport

@Suite("Random tables")
struct TableRoundTripTests {
  /// Writes tables in all the ways a reader has to accept.
  struct Writer {
    var generator: SeededGenerator
    let delimiter: Character
    let end: String

    init(seed: UInt64) {
      generator = SeededGenerator(seed: seed)
      delimiter = [",", "\t", ";"].randomElement(using: &generator) ?? ","
      end = ["\n", "\r\n", "\r"].randomElement(using: &generator) ?? "\n"
    }

    mutating func table() -> [[String]] {
      (0..<Int.random(in: 1...8, using: &generator)).map { _ in
        (0..<Int.random(in: 1...5, using: &generator)).map { _ in cell() }
      }
    }

    mutating func cell() -> String {
      let pieces = [
        "a", "あ", "髙", "🍙", "é", " ", "\"", ",", ";", "\t", "\n", "\r\n", "\r", "\"\"", "～",
        "\u{301}",
      ]
      let length = Int.random(in: 0...6, using: &generator)
      return (0..<length).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }

    mutating func text(of rows: [[String]]) -> String {
      var text = Bool.random(using: &generator) ? "\u{FEFF}" : ""
      let hasLastEnd = Bool.random(using: &generator)
      for (index, row) in rows.enumerated() {
        let isLast = index == rows.count - 1
        // Without a line end, a last row of one empty cell would be no row at all.
        let mustShow = isLast && !hasLastEnd && row == [""]
        let cells = row.map { mustShow ? "\"\"" : written($0) }
        text += cells.joined(separator: String(delimiter))
        if !isLast || hasLastEnd { text += end }
      }
      return text
    }

    mutating func written(_ cell: String) -> String {
      let bytes = Array(cell.utf8)
      let special = [Byte.lineFeed, Byte.carriageReturn, delimiter.asciiValue ?? 0]
      let opensQuoted =
        bytes.first { $0 != Byte.space && $0 != Byte.tab || $0 == delimiter.asciiValue }
        == Byte.quote
      let needsQuotes = opensQuoted || bytes.contains { special.contains($0) }
      guard needsQuotes || Bool.random(using: &generator) else { return cell }
      // By bytes: as characters, a quote and an accent after it would be one.
      let doubled = bytes.flatMap { $0 == Byte.quote ? [$0, $0] : [$0] }
      let blank = Bool.random(using: &generator) ? " " : ""
      return blank + "\"" + String(decoding: doubled, as: UTF8.self) + "\"" + blank
    }
  }

  @Test("are read as they were written, in blocks of every size")
  func roundTrip() throws {
    let seed = propertySeed("round trip")
    for offset in 0..<UInt64(20) {
      var writer = Writer(seed: seed &+ offset)
      let rows = writer.table()
      let text = writer.text(of: rows)
      let expected = rows.map { $0.map { Array($0.utf8) } }
      for blockSize in 1...64 {
        let read = try readTable(text, delimiter: writer.delimiter, blockSize: blockSize)
        let isSame =
          read.map { $0.cells.map { Array($0.utf8) } } == expected
          && read.allSatisfy { $0.problem == nil }
        #expect(
          isSame, "seed \(seed &+ offset), block size \(blockSize), text \(text.debugDescription)")
        if !isSame { return }
      }
    }
  }

  @Test(
    "of any bytes never stop the reader, whatever the block size",
    arguments: [TextEncoding.utf8, .cp932, .utf16LE])
  func anyBytes(encoding: TextEncoding) throws {
    let seed = propertySeed("any bytes, \(encoding.rawValue)")
    let alphabet: [UInt8] = [
      0x22, 0x22, 0x22, 0x2C, 0x2C, 0x0A, 0x0A, 0x0D, 0x20, 0x61, 0x62, 0x00, 0x81, 0x82, 0xA0,
      0xE3,
      0xEE, 0x80, 0xFF, 0xFE, 0xD8, 0xF0, 0xBF, 0xEF, 0xBB,
    ]
    var limits = TableLimits()
    limits.maxRecordBytes = 40
    limits.maxOpenQuoteLines = 3
    limits.maxColumns = 5
    for offset in 0..<UInt64(60) {
      var generator = SeededGenerator(seed: seed &+ offset)
      let count = Int.random(in: 0...150, using: &generator)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      let whole = try readTable(bytes, encoding: encoding, limits: limits)
      let lines = whole.map(\.line)
      #expect(zip(lines, lines.dropFirst()).allSatisfy { $0 < $1 }, "seed \(seed &+ offset)")
      for blockSize in [1, 2, 3, 5, 8, 13, 64] {
        let read = try readTable(bytes, encoding: encoding, limits: limits, blockSize: blockSize)
        #expect(read == whole, "seed \(seed &+ offset), block size \(blockSize), bytes \(bytes)")
      }
      _ = ContentSniffer.sniff(bytes, isWhole: offset % 2 == 0)
    }
  }
}
