import Diagnostics
import Foundation
import Interchange
import Testing
import TestSupport

/// What is refused whole, by what code.
@Suite struct RefusalTests {
  struct Refused: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var bytes: [UInt8]
    var code: String
    /// A word of the advice.
    var kind = ""
  }

  static let refused: [Refused] = [
    Refused(testDescription: "nothing at all", bytes: [], code: "import.empty"),
    Refused(
      testDescription: "a mark and nothing", bytes: [0xEF, 0xBB, 0xBF], code: "import.empty"),
    Refused(testDescription: "blank lines", bytes: Array("\r\n\r\n".utf8), code: "import.empty"),
    Refused(
      testDescription: "a web page",
      bytes: Array("<!DOCTYPE html>\n<html><body><table><tr><td>名称</td></tr></table></html>".utf8),
      code: "import.not-a-table", kind: "HTML"),
    Refused(
      testDescription: "a workbook", bytes: zip("[Content_Types].xml") + zip("xl/workbook.xml"),
      code: "import.not-a-table", kind: "Excel"),
    Refused(
      testDescription: "a PDF", bytes: Array("%PDF-1.7\n%âãÏÓ\n".utf8), code: "import.not-a-table",
      kind: "PDF"),
    Refused(
      testDescription: "compressed", bytes: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3],
      code: "import.not-a-table", kind: "compressed"),
    Refused(
      testDescription: "a JSON document without a list",
      bytes: Array("{\n \"町\": \"高松市\", \"人口\": 1\n}".utf8), code: "import.not-a-table",
      kind: "JSON"),
    Refused(
      testDescription: "CP932 read as Latin-1 and saved",
      bytes: Array(
        String(
          decoding: japaneseCP932.flatMap { Array(String(Unicode.Scalar($0)).utf8) }, as: UTF8.self
        ).utf8),
      code: "import.mojibake"),
    Refused(
      testDescription: "population statistics: no column of names",
      bytes: Array("町名,世帯数,男,女,総数\n番町,100,90,110,200\n屋島,50,40,60,100\n".utf8),
      code: "import.no-mapping", kind: "世帯数"),
    Refused(
      testDescription: "the same column of names twice",
      bytes: Array("名称,住所,名称\nサロン,番町,カフェ\n".utf8), code: "import.duplicate-heading",
      kind: "名称"),
    Refused(
      testDescription: "the same in another width",
      bytes: Array("ＩＤ,名称,緯度,緯 度,経度\n1,サロン,1,2,3\n".utf8),
      code: "import.duplicate-heading", kind: "緯"),
  ]

  /// A local file header as zip writers make it.
  private static func zip(_ name: String) -> [UInt8] {
    let bytes = Array(name.utf8)
    return [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 0, 0] + [UInt8](repeating: 0, count: 16)
      + [UInt8(bytes.count), 0, 0, 0] + bytes
  }

  @Test(arguments: refused)
  func itIsRefusedWithAdvice(_ test: Refused) throws {
    let error = try #require(throws: SasaeError.self) { _ = try ReadList(bytes: test.bytes) }
    #expect(error.code.rawValue == test.code)
    #expect(error.entry.exit == .failed)
    #expect(error.position.file == "list.csv")
    #expect(
      error.text(.en).contains(test.kind) || error.text(.ja).contains(test.kind)
        || test.kind.isEmpty)
    for language in [Language.ja, .en] { #expect(error.hint(language)?.isEmpty == false) }
  }

  /// Two columns may have one heading when nothing is read from them.
  @Test func aRepeatedHeadingThatIsNotUsedIsNoFault() throws {
    #expect(try ReadList("名称,人数,人数\nサロン,1,2\n").resources.map(\.name) == ["サロン"])
  }

  @Test func whatIsNoFileIsSaidSo() throws {
    let folder = Repository.path("Data")
    for (path, code) in [
      (folder, "import.directory"), (folder + "/none.csv", "import.file-missing"),
      (folder + "/sample/SOURCES.md/x.csv", "import.file-missing"),
    ] {
      let error = try #require(throws: SasaeError.self) { _ = try ReadList(file: path) }
      #expect(error.code.rawValue == code)
      #expect(error.position.file == path)
    }
  }

  @Test func anUnknownMappingNamesTheNearest() throws {
    let error = try #require(throws: SasaeError.self) {
      _ = try ReadList("名称\nサロン\n", mapping: "generik")
    }
    #expect(error.code == "usage.unknown-mapping")
    #expect(error.hint(.en)?.contains("generic") == true)
  }

  /// A file's name, and the key that stays when next year's edition comes.
  static let keys: [(path: String, key: String)] = [
    ("data/salon.csv", "m-salon"), ("salon_20250401.csv", "m-salon"), ("salon-2026.csv", "m-salon"),
    ("202504_salon.csv", "m-salon"), ("サロン一覧（令和7年度）.csv", "m-サロン一覧"),
    ("R7 salon.csv", "m-salon"), ("Ｓａｌｏｎ.CSV", "m-salon"), ("-", "m-stdin"),
    // Numbers that are no dates belong to the name.
    ("hall12.csv", "m-hall12"), ("372013_hall.csv", "m-372013-hall"),
    ("20251399.csv", "m-20251399"), ("サロン一覧R7.csv", "m-サロン一覧"), ("サロン一覧R8.csv", "m-サロン一覧"),
    ("R8サロン一覧.csv", "m-サロン一覧"), ("令和８年度サロン一覧.csv", "m-サロン一覧"),
    ("サロン一覧2026年度版.csv", "m-サロン一覧"), ("2026サロン一覧.csv", "m-サロン一覧"),
    ("サロン一覧r0804.csv", "m-サロン一覧"), ("サロン一覧26.4.1.csv", "m-サロン一覧"),
    ("サロン一覧（令和8年4月1日現在）.csv", "m-サロン一覧"), ("サロン一覧(R8.4.1).csv", "m-サロン一覧"),
    ("サロン一覧 (1).csv", "m-サロン一覧"), ("サロン一覧 - コピー.csv", "m-サロン一覧"),
    ("サロン一覧_最新版.csv", "m-サロン一覧"), ("令和元年_aed.csv", "m-aed"),
    ("event_list_0081.csv", "m-event-list-0081"),
    ("list_2025-04-01.csv", "m-list"), ("list_2025-10-01.csv", "m-list"),
    ("list_R7-4-1.csv", "m-list"),
    ("hall2.csv", "m-hall2"), ("r.csv", "m-r"), ("chr12.csv", "m-chr12"),
    // Nothing but a date.
    ("2025.csv", "m-list"), (".csv", "m-csv"),
  ]

  @Test(arguments: keys)
  func datesAreDroppedFromAListsKey(_ path: String, _ key: String) {
    #expect(ListSourceKey.derive(path: path, mapping: "m", municipality: nil) == key)
    #expect(
      ListSourceKey.derive(path: path, mapping: "m", municipality: "372013") == "372013-" + key)
  }
}
