import Diagnostics
import Foundation
import Model
import Service
import Testing

/// 19: lists that hold the same places, and lists that come again.
@Suite struct PitfallDuplicateTests {
  /// 東京都福祉局's list and the town's own, of the same three places (all invented).
  private static let prefecture = """
    全国地方公共団体コード,ID,都道府県,市区町村名,名称,住所,フードパントリー実施
    132080,1,東京都,調布市,子ども食堂ひだまり,東京都調布市見本町1-1,1
    132080,2,東京都,調布市,こども食堂 さくら,東京都調布市見本町2-2,
    132080,3,東京都,調布市,みほん（旧見本）食堂,東京都調布市見本町3-3,
    """
  private static let town = """
    市区町村コード,NO,名称,住所,電話番号
    132080,1,こども食堂さくら,調布市見本町２－２,042-000-0002
    132080,2,子ども食堂　ひだまり,調布市見本町1番1号,042-000-0001
    132080,3,みほん食堂,見本町3-3,042-000-0003
    """

  @Test func twoListsOfTheSamePlacesStayApart() throws {
    let office = try Office()
    let first = try #require(try office.bring("kodomo.csv", Self.prefecture).files.first)
    let before = try office.resources()
    let second = try #require(try office.bring("sisetu.csv", Self.town).files.first)
    #expect(first.added == 3 && second.added == 3)
    #expect(first.source != second.source)
    #expect([first, second].allSatisfy { $0.source.hasPrefix("132080-") })
    let after = try office.resources()
    #expect(after.count == 6 && Set(after.map(\.id)).count == 6)
    // What the first list brought is untouched by the second, number for number.
    for resource in before { #expect(after.contains(resource), "\(resource.id)") }
    // Lists of one layout and name in two folders are one list; a name keeps them apart.
    try office.bring("sisetu.csv", Self.town) { $0.source = "another" }
    #expect(try office.resources().count == 9)
  }

  @Test func theSameFileAgainChangesNothing() throws {
    let office = try Office()
    try office.bring("sisetu.csv", Self.town)
    let (resources, change) = (try office.resources(), try office.session.directory.lastChange())
    for name in ["sisetu.csv", "sisetu_20260401.csv"] {
      let again = try #require(try office.bring(name, Self.town).files.first)
      #expect(again.unchanged == 3 && again.sum == 3, "\(name)")
      #expect(again.vanished.isEmpty)
    }
    #expect(try office.resources() == resources)
    #expect(try office.session.directory.lastChange() == change)
  }

  /// The year in a file's name is no part of the list's.
  @Test(arguments: [
    ("sisetu_2025.csv", "sisetu_2026.csv"), ("施設一覧（令和7年度）.csv", "施設一覧（令和8年度）.csv"),
    ("202504_sisetu.csv", "20260401_sisetu.csv"),
  ])
  func nextYearsFileUpdates(_ last: String, _ next: String) throws {
    let office = try Office()
    try office.bring(last, Self.town)
    let newer =
      Self.town.replacing("042-000-0002", with: "042-000-9999")
      .split(separator: "\n").dropLast().joined(separator: "\n") + "\n132080,4,新しい食堂,見本町4-4,\n"
    let report = try #require(try office.bring(next, newer).files.first)
    let counts: [Int] = [report.updated, report.unchanged, report.added, report.rejected]
    #expect(counts == [1, 1, 1, 0])
    #expect(report.vanished.map(\.name) == ["みほん食堂"])
    let resources = try office.resources()
    #expect(resources.count == 4)
    #expect(resources.first { $0.name == "こども食堂さくら" }?.contacts.first?.phone == "042-000-9999")
  }

  /// Numbers that are missing, that stand twice, or that repeat the one above.
  @Test(arguments: [
    ["", "", ""], ["1", "1", "1"], ["1", "", "1"], ["－", "―", "不明"], ["1", "〃", "〃"],
    ["1", "同上", "2"],
    ["0", "0", "0"], ["なし", "なし", ""], ["1", " 1", "１"],
  ])
  func noRowIsSwallowed(_ ids: [String]) throws {
    let office = try Office()
    let names = ["番町サロン", "屋島カフェ", "扇町広場"]
    // 複合施設: all at one address, so that a number in common would make them one.
    let rows = zip(ids, names).map { "\($0),\($1),番町1" }.joined(separator: "\n")
    for round in 0..<2 {
      let output = try office.bring("list.csv", "ID,名称,住所\n\(rows)\n")
      let file = try #require(output.files.first)
      #expect((round == 0 ? file.added : file.unchanged) == 3, "\(ids)")
      #expect(file.sum == file.rows && file.rows == 3)
      #expect(try office.resources().map(\.name).sorted() == names.sorted(), "\(ids)")
    }
  }

  /// A ditto mark on the next page of a printed list: the heading between is no row above it.
  @Test func aHeadingBetweenRepeatsNothing() throws {
    let office = try Office()
    let text = "ID,名称,住所\n1,番町サロン,番町1\nID,名称,住所\n〃,屋島カフェ,番町1\n"
    #expect(try office.bring("list.csv", text).files.map(\.added) == [2])
    #expect(try office.bring("list.csv", text).files.map(\.unchanged) == [2])
    #expect(try office.resources().count == 2)
  }

  /// The same row three times is three rows, and stays so.
  @Test func equalRowsAreCounted() throws {
    let office = try Office()
    let text = "名称,住所\n" + String(repeating: "番町会館,番町1\n", count: 3)
    #expect(try office.bring("list.csv", text).files.map(\.added) == [3])
    #expect(try office.bring("list.csv", text).files.map(\.unchanged) == [3])
    #expect(try office.resources().count == 3)
  }
}
