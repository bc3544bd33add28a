import Interchange
import Testing

/// 3, 4, 12 and 13: rows that are none, that are ragged, and cells that say several things or nothing.
@Suite struct PitfallRowTests {
  /// 秋田市's hundred empty rows, 合計, a footnote and 東京都's version, in CP932.
  @Test func theTailIsNoResource() throws {
    let list = try ReadList(fixture: "salon-cp932.csv")
    #expect(list.format.encoding == "CP932")
    #expect(list.rows.map(\.line) == [7, 8, 9])
    #expect(list.rejected.isEmpty && list.warnings.isEmpty)
    #expect(list.skipped == Array(10...112))
    #expect(
      list.reasons == .init(repeating: .blank, count: 100) + [.total, .footnote, .footnote])
  }

  static let noResources: [(row: String, reason: SkipReason)] = [
    (",,", .blank), (" ,　,", .blank), ("12,,", .blank), ("-,－,―", .blank),
    ("Ver20260511,,", .footnote), (",Ver20260511,", .footnote), ("ver.2.1,,", .footnote),
    ("※ 祝日は休み,,", .footnote), (",※ 祝日は休み,", .footnote), ("注）要予約,,", .footnote),
    ("令和8年4月1日現在,,", .footnote), ("出典：見本市,,", .footnote), ("合計,,", .total), (",合計,12", .total),
    ("計,2,", .total), ("合　計,,", .total), (",合　計,12", .total), ("■東部地区,,", .section),
    (",【西部】,", .section), ("NO,名称,住所", .heading),
  ]

  @Test(arguments: noResources)
  func aRowThatIsNoResourceIsSkipped(_ row: String, _ reason: SkipReason) throws {
    let list = try ReadList("NO,名称,住所\n1,番町サロン,番町1\n\(row)\n3,屋島カフェ,屋島1\n")
    #expect(list.resources.map(\.name) == ["番町サロン", "屋島カフェ"])
    #expect(list.rows.map(\.line) == [2, 4])
    #expect(list.skipped == [3] && list.reasons == [reason], "\(row)")
    #expect(list.rejected.isEmpty && list.warnings.isEmpty)
  }

  /// 秋田市's heading of two lines, printed again on the next page.
  @Test func aHeadingOfTwoLinesIsSkippedAgain() throws {
    let heading = "名称,住所,対象とする異常な現象の種類,,\n,,洪水,地震,津波\n"
    let list = try ReadList(heading + "番町小学校,番町1,1,1,\n" + heading + "屋島小学校,屋島1,,1,1\n")
    #expect(list.resources.map(\.name) == ["番町小学校", "屋島小学校"])
    #expect(list.skipped == [4, 5] && list.reasons == [.heading, .heading])
    #expect(list.rejected.isEmpty && list.warnings.isEmpty)
  }

  /// 和歌山県: 27, 28 and 29 columns in one file. Read by position and told, but for empty cells.
  @Test func raggedRowsAreReadByPosition() throws {
    let heading = ["NO", "名称", "住所"] + (4...28).map { "列\($0)" }
    func row(_ name: String, _ count: Int, last: String = "x") -> String {
      (["1", name, "見本町1"] + .init(repeating: "x", count: count - 4) + [last])
        .joined(separator: ",")
    }
    let list = try ReadList(
      ([
        heading.joined(separator: ","), row("田辺", 27), row("高野", 28), row("串本", 29),
        row("太地", 29, last: ""), row("古座", 29, last: "　"),
      ]).joined(separator: "\n"))
    #expect(list.resources.map(\.name) == ["田辺", "高野", "串本", "太地", "古座"])
    #expect(list.resources.allSatisfy { $0.place?.address == "見本町1" })
    let told = list.rows.flatMap(\.warnings)
    #expect(Pitfall.told(told) == ["warning.ragged 2 -", "warning.ragged 4 -"])
    #expect(told.first?.text(.en).contains("27") == true)
    #expect(told.last?.text(.en).contains("29") == true)
  }

  /// 12: `;`, 、, ・, commas in quotes, line breaks in cells.
  @Test func oneCellMaySaySeveralThings() throws {
    let list = try Pitfall.list([
      "名称": "番町サロン", "タグ": "体操;脳トレ；歌、茶話会\nお花", "電話番号": "087-000-0001／087-000-0002",
      "利用可能曜日": "月;火;水", "対象地域": "番町、扇町;屋島", "住所": "見本市番町1, 2階", "説明": "お茶\r\nお菓子",
      "メールアドレス": "a@example.jp、b@example.jp",
    ])
    let row = try #require(list.rows.first)
    let resource = row.resource
    #expect(resource.tags == ["体操", "脳トレ", "歌", "茶話会", "お花"])
    #expect(resource.contacts.compactMap(\.phone) == ["087-000-0001", "087-000-0002"])
    #expect(resource.contacts.compactMap(\.email) == ["a@example.jp", "b@example.jp"])
    #expect(resource.schedule?.text == "月・火・水")
    #expect(resource.reach?.areas == ["番町", "扇町", "屋島"])
    #expect(resource.place?.address == "見本市番町1, 2階")
    #expect(resource.description == "お茶\r\nお菓子")
    #expect(row.cells["タグ"] == "体操;脳トレ；歌、茶話会\nお花")
  }

  /// 石川県's 直売所: ―, line breaks, a land line in brackets, closed days, all in `farm-shop.csv`.
  @Test func aMarketsCellsAreRead() throws {
    let list = try ReadList(fixture: "farm-shop.csv")
    #expect(list.rows.map(\.line) == [2, 3, 4, 6, 8])
    #expect(list.resources.allSatisfy { $0.categories == ["S-SHOP-FARM"] })
    #expect(
      list.resources.map { $0.contacts.first?.phone } == [
        "0761-78-5620", "076-255-5930", nil, "076-274-2233", nil,
      ])
    #expect(
      list.resources.map(\.schedule?.text) == [
        "9:00～18:00 通年（年中無休）", "10:00?17:00 通年（不定休、年末年始（12/28～1/4））",
        "5:30～6:30（売り切れまで） 4月中旬～10月", "8:30～18:30（1～3月は18:00まで） 通年 休み：火曜日 ※4～12月は無休",
        "9:00～12:00 3～12月（休み：土曜、日曜）",
      ])
    let third = list.resources[2]
    #expect(third.name == "きときと　朝市" && third.description == "駐車場：20\nトイレ：○\n(漁港内)")
    #expect(third.place?.address == "白山市美川永代町地内（美川漁港）")
    #expect(third.place?.extra["postalCode"] == .string("929-0235"))
    #expect(list.rows[2].cells["FAX"] == "(076)207-7500" && list.warnings.isEmpty)
  }

  static let nulls = [
    "", " ", "　", "-", "－", "―", "ー", "—", "‐", "−", "---", "－－", "不明", "*", "…", "N/A", "null",
  ]

  @Test(arguments: nulls) func aNullMarkSaysNothing(_ mark: String) throws {
    let row = try Pitfall.row([
      "名称": "番町", "住所": mark, "電話番号": mark, "利用可能曜日": mark, "料金": mark, "定員": mark, "URL": mark,
      "緯度": mark, "経度": mark, "説明": mark, "車椅子可": mark, "ID": mark, "団体名": mark,
    ])
    var bare = row.resource
    bare.name = ""
    #expect(bare == .init(id: "", name: ""), "\(mark)")
    #expect(row.key == nil && row.warnings.isEmpty, "\(mark)")
  }

  /// なし says that there is none, which means something of prices and closed days only.
  @Test(arguments: ["なし", "無し"]) func noneIsNotNothing(_ word: String) throws {
    let resource = try Pitfall.row([
      "名称": "番町サロン", "電話番号": word, "料金": word, "定休日": word, "団体名": word, "備考": word, "車椅子可": word,
    ]).resource
    #expect(resource.contacts.isEmpty && resource.provider == nil && resource.description == nil)
    #expect(resource.cost?.text == "無料" && resource.cost?.min == 0 && resource.cost?.max == 0)
    #expect(resource.schedule?.text == "年中無休")
    #expect(resource.place == nil)
  }

  @Test func dittoMarksRepeatTheCellAbove() throws {
    let list = try ReadList(
      "名称,住所,料金,担当課\nサロン,番町1,〃,福祉課\nカフェ,〃,100円,同上\n体操,\"\"\"\",″,\n歌,扇町1,,〃\n")
    #expect(list.resources.map(\.place?.address) == ["番町1", "番町1", "番町1", "扇町1"])
    #expect(list.resources.map(\.cost?.text) == [nil, "100円", "100円", nil])
    #expect(list.rows.last?.cells["担当課"] == "福祉課")
    #expect(Pitfall.told(list.rows.flatMap(\.warnings)) == ["warning.ditto 2 料金"])
  }
}
