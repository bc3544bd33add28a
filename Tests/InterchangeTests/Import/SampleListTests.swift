import Foundation
import Interchange
import Testing
import TestSupport

/// The real lists of `Data/sample/takamatsu`, counted.
@Suite struct SampleListTests {
  private static let folder = "Data/sample/takamatsu"

  private func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Repository.path(Self.folder)).sorted()
  }

  @Test func everyFileIsReadAsCounted() throws {
    var text = "file\tmapping\tencoding\tresources\trejected\tskipped\tplaced\tphone\tcategory\n"
    for name in try files() {
      let list = try ReadList(file: Repository.path(Self.folder + "/" + name))
      let resources = list.resources
      let numbers = [
        resources.count, list.rejected.count, list.skipped.count,
        resources.filter { $0.place?.coordinate != nil }.count,
        resources.filter { !$0.contacts.isEmpty }.count,
        resources.filter { !$0.categories.isEmpty }.count,
      ]
      text +=
        ([name, list.format.mapping, list.format.encoding] + numbers.map { "\($0)" })
        .joined(separator: "\t") + "\n"
    }
    let (recorded, expected) = try golden(
      text, "Tests/InterchangeTests/Import/Golden/takamatsu.tsv")
    #expect(text == expected)
    #expect(!recorded, "recorded; run again without SASAE_RECORD")
  }

  /// Each list has an own lasting key, and no row without a name comes in.
  @Test func everyRowHasANameAndItsCells() throws {
    for name in try files() {
      let path = Repository.path(Self.folder + "/" + name)
      for row in try ReadList(file: path).rows {
        #expect(!row.resource.name.isEmpty, "\(name):\(row.line)")
        #expect(
          row.cells.values.contains { $0.contains(row.resource.name.prefix(2)) },
          "\(name):\(row.line)")
        #expect(row.line > 1)
      }
    }
  }

  /// A file as a town's office saves it, and the same as UTF-8.
  @Test func cp932IsReadAsItsUTF8Twin() throws {
    let text =
      "\"ID\",\"名称\",\"住所\",\"日時\",\"料金\"\r\n"
      + "1,番町ふれあいサロン,高松市番町一丁目,毎週火曜 13:30～15:30,1回100円\r\n"
      + "2,髙橋さんの①番カフェ,高松市屋島西町,\"月、水\r\n（祝日除く）\",無料\r\n"
    let twin = try #require(CP932.bytes(text))
    #expect(twin != Array(text.utf8))
    let (a, b) = (try ReadList(text), try ReadList(bytes: twin))
    #expect(b.format.encoding != a.format.encoding)
    #expect(a.resources == b.resources)
    #expect(a.rows.map(\.cells) == b.rows.map(\.cells))
    #expect(a.rows.map(\.line) == b.rows.map(\.line))
    #expect(a.resources.count == 2)
  }
}
