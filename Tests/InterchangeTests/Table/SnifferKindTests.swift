import TestSupport
import Testing

@testable import Interchange

@Suite("Telling files that are not what they seem")
struct SnifferKindTests {
  typealias Example = ContentSnifferTests.Example

  static let comma = Byte.comma
  static let tab = Byte.tab

  static func member(_ name: String) -> [UInt8] { ContentSnifferTests.member(name) }

  static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  static let containers: [Example] = [
    Example(
      "xlsx", member("[Content_Types].xml") + member("_rels/.rels") + member("xl/workbook.xml"),
      .xlsx),
    Example("xlsx, folder first", member("xl/worksheets/sheet1.xml"), .xlsx),
    Example(
      "docx", member("[Content_Types].xml") + member("_rels/.rels") + member("word/document.xml"),
      .zip),
    Example("pptx", member("[Content_Types].xml") + member("ppt/presentation.xml"), .zip),
    Example(
      "ods",
      member("mimetype") + bytes("application/vnd.oasis.opendocument.spreadsheet")
        + member("content.xml"), .zip),
    Example("numbers", member("Index/Document.iwa") + member("Metadata/Properties.plist"), .zip),
    Example("zip of tables", member("公共施設.csv") + bytes("名称,住所\n"), .zip),
    Example(
      "xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504),
      .xls),
    Example("gzip", [0x1F, 0x8B, 0x08, 0x08, 0, 0, 0, 0, 0, 3] + bytes("list.csv\0"), .gzip),
    Example("pdf", "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n", .pdf),
    Example("sqlite", bytes("SQLite format 3\0") + [0x10, 0, 1, 1, 0, 64, 32, 32], .sqlite),
    Example("png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .binary),
    Example("jpeg", [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10] + bytes("JFIF\0"), .binary),
    Example("jpeg of a camera", [0xFF, 0xD8, 0xFF, 0xE1] + bytes("Exif text text text"), .binary),
    Example("gif", "GIF89a,b\n", .binary),
  ]

  static let pages: [Example] = [
    Example("html with a mark", mark + bytes("<!DOCTYPE html><html>"), .html),
    Example(
      "html after a mark and blank lines", mark + bytes("\r\n\r\n  <html lang=\"ja\">"), .html),
    Example("html after blank lines", "\n\n\t\n<!doctype HTML>\n", .html),
    Example("html in CP932", bytes("<html><title>") + japaneseCP932 + bytes("</title>"), .html),
    Example("html in UTF-16", utf16("<!DOCTYPE html>", bigEndian: false), .html),
    Example("a message and then a page", "403 Forbidden\n<html>\n<body>no</body></html>", .html),
    Example("a message of PHP", "<br />\n<b>Warning</b>: mysql_connect() in index.php\n", .html),
    Example("xml", "<?xml version='1.0' encoding='UTF-8'?>\n<rows/>", .html),
    Example("xml with a mark", mark + bytes("<?xml version=\"1.0\"?><a/>"), .html),
    Example("xml without a declaration", "<gml:Town xmlns:gml=\"http://example.jp\">", .html),
    Example(
      "rows with markup in cells", "名称,説明\n甲,<b>太字</b>\n乙,<html>\n", .table(.utf8, delimiter: comma)
    ),
    Example("a table of tags", "<甲>,<乙>\n1,2\n", .table(.utf8, delimiter: comma)),
  ]

  static let texts: [Example] = [
    Example(
      "UTF-16LE TSV", utf16("名称\t住所\r\n高松\t番町\r\n", bigEndian: false),
      .table(.utf16LE, delimiter: tab)),
    Example(
      "UTF-16LE TSV without a mark",
      utf16("名称\t住所\r\n高松\t番町\r\n", bigEndian: false, mark: false),
      .table(.utf16LE, delimiter: tab)),
    Example(
      "UTF-16LE CSV", utf16("名称,住所\r\n高松,番町\r\n", bigEndian: false),
      .table(.utf16LE, delimiter: comma)),
    Example(
      "UTF-16BE CSV without a mark", utf16("NO,名称\r\n1,高松\r\n", bigEndian: true, mark: false),
      .table(.utf16BE, delimiter: comma)),
    Example("a cell that is a brace", "{,名称\n{,高松\n", .table(.utf8, delimiter: comma)),
    Example("a cell in braces", "{名称},住所\n1,2\n", .table(.utf8, delimiter: comma)),
    Example("a quoted cell in braces", "{\"名称\"},住所\n1,2\n", .table(.utf8, delimiter: comma)),
    Example("a quoted brace", "\"{\"\"a\"\":1}\",b\n1,2\n", .table(.utf8, delimiter: comma)),
    Example("a number in brackets", "[1],[2]\n3,4\n", .table(.utf8, delimiter: comma)),
    Example(
      "ID first, which Excel takes for SYLK", "ID,名称\n1,高松\n", .table(.utf8, delimiter: comma)),
    Example("ID alone", "ID\n1\n2\n", .table(.utf8, delimiter: comma)),
    Example("PK first", "PK,名称\n1,高松\n", .table(.utf8, delimiter: comma)),
    Example("BM first", "BM,名称\n1,高松\n", .table(.utf8, delimiter: comma)),
    Example(
      "JSON with a mark and blank lines", mark + bytes("\n\n{\"a\" : [1]}"), .jsonObject(.utf8BOM)),
    Example(
      "JSON in CP932", bytes("[{\"a\":\"") + japaneseCP932 + bytes("\"}]"), .jsonArray(.cp932)),
    Example("JSON, cut in its first name", "{\"na", .jsonObject(.utf8), isWhole: false),
    Example("nothing", "", .empty),
    Example("a mark", mark, .empty),
    Example("a mark of UTF-16", [0xFF, 0xFE], .empty),
    Example("a mark and blanks", mark + bytes(" \t\r\n\r\n"), .empty),
    Example("blanks", "   \n\t\n", .empty),
    Example("blanks of UTF-16", utf16(" \r\n", bigEndian: true), .empty),
  ]

  @Test("files", arguments: containers + pages + texts)
  func file(_ example: Example) {
    #expect(ContentSniffer.sniff(example.bytes, isWhole: example.isWhole) == example.kind)
  }

  @Test("all bytes at once, within a limit", arguments: [1, 7, 1 << 20])
  func wholeBytes(blockSize: Int) throws {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    var source = ByteSource.bytes(bytes, blockSize: blockSize)
    #expect(try source.wholeBytes(limit: 999) == nil)
    _ = try source.peek(upTo: 10)
    #expect(try source.wholeBytes(limit: 1000) == bytes)
    #expect(try source.wholeBytes(limit: 1000) == [])
    var rest = ByteSource.bytes(bytes, blockSize: blockSize)
    var buffer = [UInt8](repeating: 0, count: 3)
    let count = try rest.read(into: &buffer)
    #expect(try rest.wholeBytes(limit: .max) == Array(bytes[count...]))
  }

  @Test("all bytes of a file")
  func wholeFile() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/list.json"
    let text = String(repeating: "{\"a\":1}\n", count: 100_000)
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    var source = try ByteSource(path: path)
    _ = try source.peek()
    #expect(try source.wholeBytes(limit: text.utf8.count - 1) == nil)
    #expect(try source.wholeBytes(limit: text.utf8.count) == Array(text.utf8))
  }
}
