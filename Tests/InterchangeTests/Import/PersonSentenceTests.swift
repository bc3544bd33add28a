import Interchange
import Model
import Testing

/// Names that sentences say with their role, and headings that name a person.
@Suite struct PersonSentenceTests {
  @Test(arguments: ["備考", "実施主体", "場所", "説明"]) func aNameBehindItsRole(_ heading: String) throws {
    let list = try ReadList("名称,\(heading)\n花の会,縁側の会（代表：黒木洋子）\n星の会,担当：福祉課\n")
    let words = list.resources.map { "\($0)" }
    #expect(!words[0].contains("黒木") && words[0].contains("縁側の会（代表：＊"))
    #expect(words[1].contains("担当：福祉課"))
    #expect(list.warnings == ["warning.private-name"])
    #expect(list.rows[0].cells[heading]?.contains("黒木洋子") == true)
  }

  static let headings = [
    "電話番号（自宅）", "代表者TEL", "会長電話", "自宅FAX", "代表者メールアドレス", "住所（代表者）", "所有者住所", "開設者住所", "相談員名",
    "管理者電話", "緊急連絡先電話番号",
  ]

  @Test(arguments: headings) func aColumnOfAPerson(_ heading: String) throws {
    let secret =
      heading.contains("住所")
      ? "見本市大字四区9-9"
      : heading.contains("名") ? "見本太郎" : heading.contains("メール") ? "a@example.jp" : "0748-11-9999"
    let list = try ReadList("施設名,会場,\(heading)\nふれあいの家,東会館,\(secret)\n")
    var shown = try #require(list.resources.first)
    shown.contacts.removeAll { $0.visibility != .public }
    #expect(!"\(shown)".contains(secret), "\(heading): \(shown)")
    #expect(shown.name == "ふれあいの家")
  }

  @Test func aDittoBeyondTheHeadingRepeatsNothing() throws {
    let list = try ReadList("名称,住所\nA,高松市,〃\nB,丸亀市,〃\n")
    #expect(list.resources.map(\.name) == ["A", "B"])
  }

  /// A second block is read through its own heading.
  @Test func aBlockFurtherDown() throws {
    let list = try ReadList(
      "名称,住所,電話番号\n東の会,番町1,087-000-0001\n,,\n施設名,電話番号,住所\n西の会,087-000-0002,屋島2\n")
    #expect(list.resources.map(\.name) == ["東の会", "西の会"])
    #expect(list.resources.map(\.place?.address) == ["番町1", "屋島2"])
    #expect(list.resources.map { $0.contacts.first?.phone } == ["087-000-0001", "087-000-0002"])
    #expect(list.skipped == [3, 4] && list.reasons == [.blank, .heading])
  }

  @Test func pricesOfSeveralColumnsStayApart() throws {
    let resource = try #require(
      try ReadList("名称,料金（大人）,料金（子ども）,定員\nア,500,200,20組40名\n").resources.first)
    #expect(resource.cost?.text == "大人：500円、子ども：200円")
    #expect(resource.cost?.min == 200 && resource.cost?.max == 500)
    #expect(resource.capacity?.maximum == nil)
  }

  /// An area that was merged over several rows does not make a row of a blank one.
  @Test func aBlankRowUnderAMergedAreaStaysBlank() throws {
    let list = try ReadList(
      "地区,名称,住所\n東,あの会,番町1\n,いの会,番町2\n,うの会,番町3\n,えの会,番町4\n　,－,－\n西,おの会,屋島1\n")
    #expect(list.resources.map(\.place?.area) == ["東", "東", "東", "東", "西"])
    #expect(list.rejected.isEmpty && list.skipped == [6])
  }
}
