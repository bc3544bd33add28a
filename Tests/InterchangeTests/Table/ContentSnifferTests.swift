import Testing

@testable import Interchange

@Suite("Telling what a file holds")
struct ContentSnifferTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var kind: ContentKind
    var isWhole = true

    init(_ name: String, _ bytes: [UInt8], _ kind: ContentKind, isWhole: Bool = true) {
      self.name = name
      self.bytes = bytes
      self.kind = kind
      self.isWhole = isWhole
    }

    init(_ name: String, _ text: String, _ kind: ContentKind, isWhole: Bool = true) {
      self.init(name, Array(text.utf8), kind, isWhole: isWhole)
    }

    var testDescription: String { name }
  }

  static func member(_ name: String) -> [UInt8] {
    [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 22)
      + [UInt8(name.utf8.count), 0, 0, 0] + Array(name.utf8) + [1, 2, 3]
  }

  static let comma = Byte.comma
  static let tab = Byte.tab

  static let files: [Example] = [
    Example("nothing", "", .empty),
    Example("blanks", " \r\n\t\n", .empty),
    Example("a byte order mark", "\u{FEFF}", .empty),
    Example("zip", member("data/a.csv") + member("b.csv"), .zip),
    Example("an empty zip", [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18), .zip),
    Example("a workbook", member("[Content_Types].xml") + member("_rels/.rels"), .xlsx),
    Example("a workbook by its folder", member("_rels/.rels") + member("xl/workbook.xml"), .xlsx),
    Example("a text document", member("[Content_Types].xml") + member("word/document.xml"), .zip),
    Example("gzip", [0x1F, 0x8B, 8, 0], .gzip),
    Example("pdf", "%PDF-1.7\n%âãÏÓ", .pdf),
    Example("sqlite", "SQLite format 3\0\u{10}\0", .sqlite),
    Example("an old workbook", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .xls),
    Example("a picture", [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72], .binary),
    Example("one NUL", [0], .binary),
    Example("noise", (0..<400).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 13) }, .binary),
    Example("a web page", "\n<!DOCTYPE html>\n<html><body>403</body></html>", .html),
    Example("a piece of a page", "<TABLE border=1><tr><td>a", .html),
    Example("xml", "<?xml version=\"1.0\"?><kml></kml>", .html),
    Example("array", " [ {\"a\": 1},\n {\"a\": 2} ]\n", .jsonArray(.utf8)),
    Example("array, cut", "[{\"a\": \"x]", .jsonArray(.utf8), isWhole: false),
    Example("array with a mark", "\u{FEFF}[]", .jsonArray(.utf8BOM)),
    Example("array of numbers", "[1, 2]", .jsonArray(.utf8)),
    Example(
      "object", "{\n  \"type\": \"FeatureCollection\",\n  \"features\": []\n}\n", .jsonObject(.utf8)
    ),
    Example("object, cut", "{\"features\": [{\"a\": 1},\n", .jsonObject(.utf8), isWhole: false),
    Example("lines", "{\"a\":\"}\\\"\"}\n{\"a\":2}\n", .ndjson(.utf8)),
    Example("lines, cut", "{\"a\":1}\r\n{\"a\":", .ndjson(.utf8), isWhole: false),
    Example(
      "mojibake", "\u{96}¼\u{8F}Ì,\u{8F}Z\u{8F}\u{8A}\n\u{8D}\u{82}\u{8F}¼,1\n",
      .mojibake(.cp932AsLatin1)),
  ]

  static let tables: [Example] = [
    Example("comma", "a,b\n1,2\n", .table(.utf8, delimiter: comma)),
    Example("one column", "名称\n高松\n", .table(.utf8, delimiter: comma)),
    Example("with a mark", "\u{FEFF}名称,住所\r\n", .table(.utf8BOM, delimiter: comma)),
    Example("CP932", japaneseCP932, .table(.cp932, delimiter: comma)),
    Example(
      "kana of half width", [0xB1, 0xB2, 0x2C, 0xB3, 0x0A], .table(.cp932, delimiter: comma)),
    Example(
      "UTF-8, cut in a character", Array("名称,住".utf8.dropLast()), .table(.utf8, delimiter: comma),
      isWhole: false),
    Example(
      "CP932, cut in a character", Array(japaneseCP932[..<7]), .table(.cp932, delimiter: comma),
      isWhole: false),
    Example(
      "UTF-8 with a bad byte", Array("名称,住所,緯度,経度,電話\n".utf8) + [0xFF, 0x0A],
      .table(.utf8, delimiter: comma)),
    Example(
      "CP932 with a bad byte", japaneseCP932 + japaneseCP932 + [0x81, 0x0A],
      .table(.cp932, delimiter: comma)),
    Example("UTF-8 with NUL", "a,b\n1,\0\n2,\0\n", .table(.utf8, delimiter: comma)),
    Example("UTF-16LE", utf16("名称,a\n", bigEndian: false), .table(.utf16LE, delimiter: comma)),
    Example("UTF-16BE", utf16("名称\ta\n", bigEndian: true), .table(.utf16BE, delimiter: tab)),
    Example(
      "UTF-16LE without a mark", utf16("名称\t住所\r\n", bigEndian: false, mark: false),
      .table(.utf16LE, delimiter: tab)),
    Example(
      "UTF-16BE of ASCII without a mark", utf16("a,b\r\n1,2\r\n", bigEndian: true, mark: false),
      .table(.utf16BE, delimiter: comma)),
    Example("tab", "名称\t住所\n高松, 番町\t1;2\n", .table(.utf8, delimiter: tab)),
    Example(
      "tab, with two commas in each row", "a,1,2\tb\nc,3,4\td\n", .table(.utf8, delimiter: tab)),
    Example("semicolon", "a;b;c\n1,5;2;3\n4;5;6\n", .table(.utf8, delimiter: Byte.semicolon)),
    Example("comma with lists", "名,曜,時\n甲,月;火,9\n乙,水;木,8\n", .table(.utf8, delimiter: comma)),
    Example(
      "commas in quotes", "\"a,b,c\";d\n\"e,f,g\";h\n", .table(.utf8, delimiter: Byte.semicolon)),
    Example(
      "after a title", "一覧\n\n名,曜,時,所\n甲,月,9,a\n乙,水,8,b\n丙,金,7,c\n", .table(.utf8, delimiter: comma)
    ),
    Example("an open quote", "a,b,c\n1,\"x,2\n3,4,5\n6,7,8\n", .table(.utf8, delimiter: comma)),
    Example("a heading in brackets", "[注],b\n{0},2\n", .table(.utf8, delimiter: comma)),
    Example("a heading in angle brackets", "<id>,b\n1,2\n", .table(.utf8, delimiter: comma)),
  ]

  @Test("files", arguments: files)
  func file(_ example: Example) {
    #expect(ContentSniffer.sniff(example.bytes, isWhole: example.isWhole) == example.kind)
  }

  @Test("tables", arguments: tables)
  func table(_ example: Example) {
    #expect(ContentSniffer.sniff(example.bytes, isWhole: example.isWhole) == example.kind)
  }

  @Test("sniffing at a source leaves it whole")
  func source() throws {
    var source = ByteSource.bytes(japaneseCP932, blockSize: 4)
    let kind = try ContentSniffer.sniff(&source)
    #expect(kind == .table(.cp932, delimiter: Self.comma))
    var reader = TableReader(source: source, encoding: .cp932, delimiter: Self.comma)
    let row = try reader.next()
    #expect(row?.cells == ["名称", "住所"])
  }
}
