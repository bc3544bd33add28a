import Interchange
import Testing

/// 5: codes of municipalities as spreadsheets leave them, and whose list it is.
@Suite struct PitfallCodeTests {
  static let codes: [(code: String, prefecture: String, city: String, means: String?)] = [
    // 大仙市: Excel lost the zero, and 5 digits without a check digit.
    ("052124", "秋田県", "大仙市", "052124"), ("52124", "秋田県", "大仙市", "052124"),
    ("05212", "秋田県", "大仙市", "052124"), ("5212", "秋田県", "大仙市", "052124"),
    ("52124", "", "", "052124"),
    // 高松市: 37201 or 372013.
    ("372013", "香川県", "高松市", "372013"), ("37201", "香川県", "高松市", "372013"),
    ("37201", "", "", "372013"), ("３７２０１３", "", "", "372013"), ("372013.0", "", "", "372013"),
    ("'372013", "", "", "372013"),
    // A prefecture's own code, over a municipality's name.
    ("170003", "石川県", "", "170003"), ("170003", "石川県", "金沢市", "170003"),
    // 12203 is 市川市 without its check digit, or 士別市 without its zero: the name decides.
    ("12203", "千葉県", "市川市", "122033"), ("12203", "北海道", "士別市", "012203"),
    ("12203", "", "市川市", "122033"), ("12203", "", "士別市", "012203"),
    // No code, or none that counts.
    ("", "香川県", "高松市", "372013"), ("－", "", "高松市", "372013"), ("999999", "", "高松市", "372013"),
    ("", "", "", nil), ("なし", "", "", nil),
  ]

  @Test(arguments: codes)
  func whoseListItIs(
    _ code: String, _ prefecture: String, _ city: String, _ means: String?
  ) throws {
    let text = "市区町村コード,NO,都道府県名,市区町村名,名称\n\(code),7,\(prefecture),\(city),集会所\n"
    let list = try OpenedList(
      path: "list.csv", bytes: Array(text.utf8), choice: ListRepository.choice())
    let identity = try #require(try list.nextIdentity())
    #expect(identity.municipality == means, "\(code) \(prefecture)\(city)")
    #expect(identity.key == "7")
    #expect(try list.nextIdentity() == nil)
  }

  /// The mark of a contradiction names line and column; the row comes in.
  static let doubts: [(code: String, city: String, warnings: [String])] = [
    ("372013", "高松市", []), ("372013", "", []),
    ("372013", "丸亀市", ["warning.municipality 2 市区町村コード"]),
    ("372014", "", ["warning.municipality-code 2 市区町村コード"]),
    ("12203", "", ["warning.municipality-code 2 市区町村コード"]),
    ("香川", "", ["warning.municipality-code 2 市区町村コード"]), ("", "", []), ("170003", "高松市", []),
  ]

  @Test(arguments: doubts)
  func aContradictionIsTold(_ code: String, _ city: String, _ warnings: [String]) throws {
    let row = try Pitfall.row(["名称": "集会所", "市区町村コード": code, "市区町村名": city])
    #expect(Pitfall.told(row.warnings) == warnings, "\(code) \(city)")
    #expect(row.resource.name == "集会所")
  }

  /// 石川県's list of its own facilities: the list is the prefecture's, each row stands in a town.
  @Test func aPrefecturesListStandsInItsTowns() throws {
    let choice = try ListRepository.choice()
    let list = try OpenedList(path: Pitfall.path("public-facility.csv"), choice: choice)
    var identities: [ListIdentity] = []
    while let identity = try list.nextIdentity() { identities.append(identity) }
    #expect(identities.map(\.municipality) == .init(repeating: "170003", count: 4))
    #expect(identities.map(\.place) == ["172014", "172111", "172049", "172073"])
    #expect(
      identities.map(\.key) == ["AA0000000017", "AA0000000019", "AA0000000068", "AA0000000074"])
  }

  /// Zeros in front of a list's own numbers are not touched.
  @Test func aRowsOwnNumberStaysAsItStands() throws {
    let list = try ReadList("ID,名称\n0007,番町\n７,屋島\n\" 0012 \",扇町\n")
    #expect(list.rows.map(\.key) == ["0007", "７", "0012"])
    #expect(list.rows.first?.cells["ID"] == "0007")
  }
}
