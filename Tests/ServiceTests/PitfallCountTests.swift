import Diagnostics
import Foundation
import Model
import Service
import Testing

/// 19 and 3: what a report says of a file, and what a refused one leaves behind.
@Suite struct PitfallCountTests {
  /// Refused whole, for what it is or for what is in it: nothing of it is in the registry.
  static let refused: [(text: String, code: String)] = [
    ("<!DOCTYPE html><html>403</html>", "import.not-a-table"), ("", "import.empty"),
    ("名称,住所\n", "import.no-rows"), ("町名,世帯数\n番町,100\n", "import.no-mapping"),
    ("名称,住所,名称\n番町会館,番町1,x\n", "import.duplicate-heading"),
    ("地域名,総人口,都道府県コード又は市区町村コード\n番町,100,372013\n", "import.not-resources"),
    ("名称,住所\n\(String(repeating: ",\n", count: 100))※ 注\n", "import.no-rows"),
  ]

  @Test(arguments: refused)
  func aFileThatFailsLeavesNothing(_ text: String, _ code: String) throws {
    let office = try Office()
    try office.bring("first.csv", "名称,住所\n番町会館,番町1\n")
    let (resources, change) = (try office.resources(), try office.session.directory.lastChange())
    let error = try #require(throws: SasaeError.self) { try office.bring("bad.csv", text) }
    #expect(error.code.rawValue == code)
    // Beside a good one it is a failure, and the good one comes in.
    let bad = try office.file("bad.csv", text)
    let good = try office.file("good.csv", "名称,住所\n甲,番町1\n乙,番町2\n丙,番町3\n")
    #expect(try office.resources() == resources)
    #expect(try office.session.directory.lastChange() == change)
    let output = try ImportResources.run(.init(paths: [bad, good]), in: office.session)
    #expect(output.failures.map(\.code) == [code] && output.files.map(\.added) == [3])
    #expect(output.failures.first?.hint?.isEmpty == false)
    #expect(try office.resources().count == resources.count + 3)
  }

  /// rows = added + updated + unchanged + rejected + skipped; `groups` names every line.
  @Test func theCountsAddUpAndEveryLineIsNamed() throws {
    let office = try Office()
    var text = "NO,名称,住所,電話番号,緯度,経度\n"
    // Lines 2 to 151: every third without a name, every fifth with a mobile number.
    for number in 2...151 {
      let name = number % 3 == 0 ? "" : "会\(number)"
      let phone = number % 5 == 0 ? "090-0000-0000" : "087-000-0001"
      text += "\(number),\(name),見本町\(number),\(phone),\(number == 4 ? "0,0" : ",")\n"
    }
    text += ",,,,,\n合計,,,,,\n※ 注,,,,,\nNO,名称,住所,電話番号,緯度,経度\n"
    let output = try office.bring("list.csv", text)
    let file = try #require(output.files.first)
    let counts: [Int] = [file.rows, file.added, file.rejected, file.skipped]
    #expect(counts == [154, 100, 50, 4])
    #expect(file.sum == file.rows)
    #expect(file.skippedFor == ["blank": 1, "total": 1, "footnote": 1, "heading": 1])
    #expect(file.skippedFor.values.reduce(0, +) == file.skipped)
    let lines = Dictionary(uniqueKeysWithValues: output.groups.map { ($0.code, $0.lines) })
    let nameless = (2...151).filter { $0 % 3 == 0 }
    let mobile = (2...151).filter { $0 % 5 == 0 && $0 % 3 != 0 }
    #expect(lines["row.no-name"] == nameless.map(String.init).joined(separator: ", "))
    #expect(lines["warning.private-phone"] == mobile.map(String.init).joined(separator: ", "))
    #expect(lines["warning.coordinates"] == "4")
    #expect(output.groups.first { $0.isRejection }?.count == 50 && output.rejections.count == 50)
    #expect(file.warned == output.groups.filter { !$0.isRejection }.reduce(0) { $0 + $1.count })
    let fields = Dictionary(uniqueKeysWithValues: output.groups.map { ($0.code, $0.field) })
    #expect(
      fields == [
        "row.no-name": "名称", "warning.private-phone": "電話番号", "warning.coordinates": "緯度",
      ])
  }

  /// 18: `--drop` keeps a column out of the workspace altogether.
  @Test func aDroppedColumnIsNowhere() throws {
    let office = try Office()
    let text = "名称,世話人,連絡先メールアドレス,備考\n番町会,架空花子,kakuu.hanako@gmail.com,お茶\n"
    try office.bring("list.csv", text) { $0.drop = ["世話人", "連絡先メールアドレス"] }
    #expect(try office.resources().map(\.contacts) == [[]])
    let folder = office.session.directory.workspace.path
    let files = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
    var isKept = false
    for file in files {
      guard let data = FileManager.default.contents(atPath: folder + "/" + file) else { continue }
      isKept = isKept || data.range(of: Data("お茶".utf8)) != nil
      for word in ["架空花子", "kakuu.hanako", "kakuu"] {
        #expect(data.range(of: Data(word.utf8)) == nil, "\(word) in \(file)")
      }
    }
    // What was not dropped is there: this test can fail.
    #expect(isKept)
  }

  /// 17: mended text is told once for the file.
  @Test func mendedTextIsTold() throws {
    let office = try Office()
    let plain = "名称,住所\n番町ふれあいサロン,見本町番町一丁目1番1号\n屋島カフェ,見本町屋島西町2番2号\n"
    let garbled = String(String.UnicodeScalarView(plain.utf8.map { Unicode.Scalar($0) }))
    #expect(throws: SasaeError.self) { try office.bring("list.csv", garbled) }
    #expect(try office.resources().isEmpty)
    let output = try office.bring("list.csv", garbled) { $0.repairMojibake = true }
    #expect(output.groups.map(\.code) == ["warning.mended"] && output.files.map(\.added) == [2])
  }
}
