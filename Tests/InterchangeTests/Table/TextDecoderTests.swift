import Testing

@testable import Interchange

@Suite("Decoding text")
struct TextDecoderTests {
  /// The Microsoft table; the JIS tables differ in all but the kana.
  static let pairs: [([UInt8], UInt32)] = [
    ([0x81, 0x60], 0xFF5E), ([0x81, 0x7C], 0xFF0D), ([0x81, 0x61], 0x2225),
    ([0x81, 0x91], 0xFFE0), ([0x81, 0x92], 0xFFE1), ([0x81, 0xCA], 0xFFE2),
    ([0x81, 0x5C], 0x2015), ([0x81, 0x50], 0xFFE3), ([0x81, 0x8F], 0xFFE5),
    ([0x5C], 0x5C), ([0x7E], 0x7E),
    ([0x87, 0x40], 0x2460), ([0x87, 0x8A], 0x3231), ([0xFB, 0xFC], 0x9AD9),
    ([0xED, 0x40], 0x7E8A), ([0xFA, 0x40], 0x2170),
    ([0xB1], 0xFF71), ([0x82, 0xA0], 0x3042), ([0xF0, 0x40], 0xE000), ([0xF9, 0xFC], 0xE757),
  ]

  @Test("CP932 follows the Microsoft table", arguments: pairs)
  func microsoftTable(bytes: [UInt8], scalar: UInt32) throws {
    let (text, report) = try decode(bytes, .cp932)
    #expect(text.unicodeScalars.map(\.value) == [scalar])
    #expect(report.invalidCount == 0)
    #expect(report.userDefinedCount == ((0xE000...0xEFFF).contains(scalar) ? 1 : 0))
  }

  @Test("CP932 text in pieces", arguments: [1, 2, 3, 64])
  func pieces(blockSize: Int) throws {
    #expect(try decode(japaneseCP932, .cp932, blockSize: blockSize).text == "名称,住所\n高松,番町\n")
  }

  struct Damage: Sendable {
    var encoding: TextEncoding
    var bytes: [UInt8]
    var text: String
    var lines: [Int]
  }

  static let damages: [Damage] = [
    // A lead byte before ASCII: the ASCII stays.
    Damage(encoding: .cp932, bytes: [0x0A, 0x81, 0x20, 0x41], text: "\n\u{FFFD} A", lines: [2]),
    Damage(
      encoding: .cp932, bytes: [0x81, 0x2C, 0x81, 0x0A], text: "\u{FFFD},\u{FFFD}\n", lines: [1]),
    // A pair that means nothing is one character.
    Damage(encoding: .cp932, bytes: [0x81, 0xAD, 0x82, 0xA0], text: "\u{FFFD}あ", lines: [1]),
    Damage(encoding: .cp932, bytes: [0x41, 0x82], text: "A\u{FFFD}", lines: [1]),
    Damage(encoding: .utf8, bytes: [0x0D, 0x0A, 0xFF, 0x41], text: "\r\n\u{FFFD}A", lines: [2]),
    Damage(encoding: .utf8, bytes: [0xE3, 0x81, 0x41], text: "\u{FFFD}A", lines: [1]),
    Damage(encoding: .utf8, bytes: [0x0D, 0xE3, 0x81], text: "\r\u{FFFD}", lines: [2]),
    Damage(
      encoding: .utf8, bytes: [0xED, 0xA0, 0x80, 0x0A, 0xC0, 0x80],
      text: "\u{FFFD}\u{FFFD}\u{FFFD}\n\u{FFFD}\u{FFFD}", lines: [1, 2]),
    Damage(
      encoding: .utf16LE, bytes: [0x00, 0xD8, 0x41, 0x00, 0x00, 0xDC, 0x0A],
      text: "\u{FFFD}A\u{FFFD}\u{FFFD}",
      lines: [1]),
    Damage(
      encoding: .utf16BE, bytes: [0x00, 0x0A, 0xDC, 0x00, 0x00, 0x41], text: "\n\u{FFFD}A",
      lines: [2]),
  ]

  @Test("bad bytes become U+FFFD, with their lines", arguments: damages)
  func damage(_ damage: Damage) throws {
    for blockSize in [1, 2, 3, 64] {
      let (text, report) = try decode(damage.bytes, damage.encoding, blockSize: blockSize)
      #expect(Array(text.utf8) == Array(damage.text.utf8))
      #expect(report.invalidLines == damage.lines)
      #expect(report.invalidCount == text.unicodeScalars.count { $0 == "\u{FFFD}" })
    }
  }

  @Test("a byte order mark is dropped at the beginning only")
  func byteOrderMark() throws {
    for blockSize in [1, 2, 64] {
      let utf8 = Array("\u{FEFF}a\u{FEFF}".utf8)
      #expect(
        try decode(utf8, .utf8BOM, blockSize: blockSize).text.unicodeScalars.map(\.value) == [
          0x61, 0xFEFF,
        ])
      for bigEndian in [false, true] {
        let bytes = utf16("a🍙", bigEndian: bigEndian)
        let encoding = bigEndian ? TextEncoding.utf16BE : .utf16LE
        #expect(
          try decode(bytes, encoding, blockSize: blockSize).text.unicodeScalars.map(\.value) == [
            0x61, 0x1F359,
          ])
      }
    }
  }

  @Test("a file of the wrong encoding names at most a hundred lines")
  func manyBadLines() throws {
    let bytes = [UInt8](repeating: 0, count: 600).indices.map { $0 % 2 == 0 ? 0xFF : Byte.lineFeed }
    let report = try decode(bytes, .utf8).report
    #expect(report.invalidCount == 300)
    #expect(report.invalidLines == Array(1...100))
  }
}
