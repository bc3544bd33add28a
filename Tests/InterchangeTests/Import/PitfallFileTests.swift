import Diagnostics
import Foundation
import Interchange
import TestSupport
import Testing

extension ReadList {
  /// A file of `Fixtures/`.
  init(fixture: String, _ change: (inout ListChoice) -> Void = { _ in }) throws {
    var choice = try ListRepository.choice()
    change(&choice)
    try self.init(OpenedList(path: Pitfall.path(fixture), choice: choice))
  }
}

/// What the tests of pitfalls (JAPAN-DATA, section 2) have in common.
enum Pitfall {
  static func path(_ fixture: String) -> String {
    Repository.path("Tests/InterchangeTests/Import/Fixtures/" + fixture)
  }

  static func bytes(_ fixture: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: path(fixture))))
  }

  /// A list of one row, every cell in quotes.
  static func list(
    _ cells: KeyValuePairs<String, String>, _ change: (inout ListChoice) -> Void = { _ in }
  ) throws -> ReadList {
    func line(_ texts: [String]) -> String {
      texts.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
    }
    return try ReadList(line(cells.map(\.key)) + line(cells.map(\.value)), change)
  }

  /// The one row of such a list.
  static func row(_ cells: KeyValuePairs<String, String>) throws -> ListRow {
    try #require(try list(cells).rows.first)
  }

  /// `code line field` of each.
  static func told(_ problems: [SasaeError]) -> [String] {
    problems.map { "\($0.code.rawValue) \($0.position.line ?? 0) \($0.position.field ?? "-")" }
  }
}

/// 20: what a file is, not what it is called.
@Suite struct PitfallFileTests {
  /// Beginnings as servers and programs write them, all of them under the name `list.csv`.
  static let refused: [(what: String, bytes: [UInt8], kind: String)] = [
    (
      "a 403 page in the place of the CSV",
      Array(
        "<!DOCTYPE html PUBLIC \"-//W3C//DTD\">\r\n<html><head><title>403 Forbidden</title></head></html>"
          .utf8), "HTML"
    ),
    ("a page without doctype", Array("\r\n  <HTML><BODY>404 Not Found</BODY></HTML>".utf8), "HTML"),
    (
      "a workbook named .csv", [0x50, 0x4B, 3, 4] + Array("......[Content_Types].xml xl/".utf8),
      "Excel"
    ),
    (
      "an old workbook",
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + .init(repeating: 0, count: 600),
      "xls"
    ),
    (
      "an archive of CSV",
      [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0] + .init(repeating: 0, count: 16) + [8, 0, 0, 0]
        + Array("list.csv".utf8), "ZIP"
    ),
    ("gzip", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x4B, 0x4C], "gzip"),
  ]

  @Test(arguments: refused)
  func whatIsNoTableIsNamed(_ what: String, _ bytes: [UInt8], _ kind: String) throws {
    let error = try #require(throws: SasaeError.self, "\(what)") {
      _ = try ReadList(bytes: bytes)
    }
    #expect(error.code == "import.not-a-table", "\(what)")
    #expect(error.text(.en).contains(kind), "\(what): \(error.text(.en))")
    #expect(error.hint(.ja)?.isEmpty == false)
  }

  /// Excel's 「Unicode テキスト」 under any name: UTF-16LE, tabs, a line break in a quoted cell.
  @Test func excelsUnicodeTextIsATable() throws {
    let list = try ReadList(fixture: "unicode-text.txt")
    #expect(list.format.format == "tsv" && list.format.encoding == "UTF-16LE")
    #expect(list.resources.map(\.name) == ["番町サロン", "屋島カフェ", "髙松①体操"])
    #expect(list.rows.map(\.key) == ["1", "2", "3"])
    #expect(list.rows.map(\.line) == [2, 4, 5])
    #expect(list.resources.map(\.description) == ["お茶\nお菓子", "無料, 予約不要", nil])
    #expect(list.rows.first?.cells["備考"] == "お茶\nお菓子")
    #expect(list.warnings.isEmpty)
  }

  /// The same bytes without their mark are still a table.
  @Test func withoutItsMarkToo() throws {
    let bytes = Array(try Pitfall.bytes("unicode-text.txt").dropFirst(2))
    #expect(try ReadList(bytes: bytes).resources.map(\.name) == ["番町サロン", "屋島カフェ", "髙松①体操"])
  }

  /// A short table between a title and footnotes, pasted or saved with tabs or semicolons.
  @Test(arguments: [",", "\t", ";"]) func fewRowsAmongRemarksAreATable(_ mark: String) throws {
    let rows = ["ID,名称,住所", "1,番町サロン,番町1", "2,屋島カフェ,屋島1"].map { $0.replacing(",", with: mark) }
    let text = ["通いの場一覧", "見本町福祉課"] + rows + ["※ 祝日は休み", "※ 要予約", "出典：見本町"]
    let list = try ReadList(text.joined(separator: "\n"))
    #expect(list.resources.map(\.name) == ["番町サロン", "屋島カフェ"])
    #expect(list.skipped == [6, 7, 8])
  }

  /// CKAN portals put their row number before the list's own ID.
  @Test func theIdOfAPortalIsNotTheLists() throws {
    let list = try ReadList("_id,ID,名称,住所\n1,A-17,番町サロン,番町1\n2,A-18,屋島カフェ,屋島1\n")
    #expect(list.rows.map(\.key) == ["A-17", "A-18"])
    #expect(list.rows.map { $0.cells["_id"] } == ["1", "2"])
    // Alone it says nothing that lasts.
    #expect(try ReadList("_id,名称\n1,番町サロン\n").rows.map(\.key) == [nil])
  }
}
