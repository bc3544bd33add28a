import Diagnostics
import Foundation
import Model
import Service
import Testing
import TestSupport

@Suite struct ImportNumbersTests {
  private static let list = """
    NO,名称,住所,料金
    1,番町サロン,番町1,無料
    2,,屋島1,100円
    ,,,
    3,屋島カフェ,屋島2,1回200円
    """

  @Test func theNumbersOfAnImportAddUp() throws {
    let office = try Office()
    let first = try #require(try office.bring("list.csv", Self.list).files.first)
    let counts: [Int] = [first.rows, first.added, first.rejected, first.skipped]
    #expect(counts == [4, 2, 1, 1])
    #expect(first.sum == first.rows)
    let again = try office.bring("list.csv", Self.list.replacing("200円", with: "300円"))
    let second = try #require(again.files.first)
    let next: [Int] = [second.updated, second.unchanged, second.added]
    #expect(next == [1, 1, 0])
    #expect(second.sum == second.rows)
    #expect(again.rejections.map(\.code) == ["row.no-name"])
    #expect(again.rejections.map(\.line) == [3])
    #expect(again.rejections.first?.file?.hasSuffix("list.csv") == true)
  }

  @Test func theSampleTownAddsUp() throws {
    let office = try Office()
    let output = try SampleTown(folder: Repository.path("Data")).load(in: office.session)
    #expect(output.files.count > 10)
    for file in output.files { #expect(file.sum == file.rows, "\(file.path)") }
    let added = output.files.reduce(0) { $0 + $1.added }
    #expect(try office.resources().count == added)
    #expect(output.rejections.isEmpty && output.failures.isEmpty)
    let changes = try office.session.directory.lastChange()
    let again = try SampleTown(folder: Repository.path("Data")).load(in: office.session)
    #expect(again.files.allSatisfy { $0.unchanged + $0.skipped == $0.rows && $0.vanished.isEmpty })
    #expect(try office.session.directory.lastChange() == changes)
  }

  /// Numbers that stand twice don't name a row; an empty one names none.
  @Test func rowsWithoutANumberOfTheirOwnAreKnownByContent() throws {
    let office = try Office()
    let text = """
      NO,名称,住所
      1,番町サロン,番町1
      1,屋島カフェ,屋島1
      ,仏生山体操,仏生山1
      ,仏生山体操,仏生山1
      5,扇町広場,扇町1
      """
    let output = try office.bring("list.csv", text) { $0.source = "s" }
    #expect(output.files.map(\.added) == [5])
    #expect(output.warnings.map(\.code) == ["warning.repeated-key"])
    #expect(output.warnings.map(\.line) == [3])
    #expect(output.warnings.first?.text.contains("2") == true)
    let ids = try office.resources().map(\.id)
    #expect(Set(ids).count == 5)
    #expect(ids.contains("s:5") && !ids.contains("s:1"))
    #expect(ids.filter { $0.hasPrefix("s:h") }.count == 4)
    // The order of the rows and the width of their characters don't matter.
    let turned = """
      NO,名称,住所
      ,仏生山体操,仏生山１
      1,屋島ｶﾌｪ,屋島1
      5,扇町広場,扇町1
      1,番町サロン,番町1
      ,仏生山体操,仏生山1
      """
    let again = try office.bring("list.csv", turned) { $0.source = "s" }
    #expect(again.files.map(\.added) == [0])
    #expect(try office.resources().count == 5)
  }

  @Test func aDuplicateIdNamesTheEarlierLine() throws {
    let office = try Office()
    let lines = [
      #"{"id":"a","name":"前"}"#, "", #"{"id":"a","name":"後"}"#, #"{"id":"b","name":"x"}"#,
    ]
    let output = try office.bring("x.ndjson", lines.joined(separator: "\n"))
    #expect(output.files.map(\.added) == [2])
    #expect(output.rejections.map(\.code) == ["row.duplicate-id"])
    #expect(output.rejections.map(\.line) == [3])
    #expect(output.rejections.map(\.field) == ["id"])
    #expect(output.rejections.first?.text.contains("line 1") == true)
    #expect(try office.session.directory.resource("a", for: .public).name == "前")
  }

  @Test func aMistypedCategoryIsRejectedAndAPlainWordResolved() throws {
    let office = try Office()
    let lines = [
      #"{"id":"a","name":"x","categories":["A-SALOM"]}"#,
      #"{"id":"b","name":"x","categories":["認知症カフェ","なぞの言葉"]}"#,
    ]
    let output = try office.bring("x.ndjson", lines.joined(separator: "\n"))
    #expect(output.rejections.map(\.code) == ["row.unknown-category"])
    #expect(output.warnings.map(\.code) == ["warning.category"])
    let kept = try office.session.directory.resource("b", for: .public)
    #expect(kept.categories.count == 1 && kept.tags == ["なぞの言葉"] && kept.kind == .join)
  }

  @Test func aHeadingWithoutRowsIsRefused() throws {
    let office = try Office()
    for text in ["名称,住所\n", "名称,住所\n,\n\n"] {
      let error = try #require(throws: SasaeError.self) { try office.bring("list.csv", text) }
      #expect(error.code == "import.no-rows")
    }
    #expect(try office.resources().isEmpty)
  }

  @Test func oneBadFileLeavesTheOthersIn() throws {
    let office = try Office()
    let good = try office.file("good.csv", Self.list)
    let output = try ImportResources.run(
      .init(paths: [office.path + "/none.csv", good, office.path]), in: office.session)
    #expect(output.files.map(\.added) == [2])
    #expect(output.failures.map(\.code) == ["import.file-missing", "import.directory"])
  }

  @Test func aDryRunSaysWhatWouldBeAndKeepsNothing() throws {
    let office = try Office()
    let dry = try office.bring("list.csv", Self.list) { $0.dryRun = true }
    #expect(dry.files.map(\.added) == [2])
    #expect(try office.resources().isEmpty)
    #expect(try office.session.directory.lastChange() == 0)
    #expect(try office.bring("list.csv", Self.list).files.map(\.added) == [2])
  }
}
