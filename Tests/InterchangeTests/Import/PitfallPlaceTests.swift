import Interchange
import Model
import Testing

/// 14 to 16: where a row stands, and what it is called.
@Suite struct PitfallPlaceTests {
  static let here = Coordinate(lat: 34.342286, lng: 134.055021)

  /// Headings and cells, the point, and what is told by which column.
  static let points: [(heading: String, cells: String, point: Coordinate?, told: String?)] = [
    ("緯度,経度", "34.342286,134.055021", here, nil), ("経度,緯度", "134.055021,34.342286", here, nil),
    ("緯度,経度", "34.342286 ,\"134.055021　\"", here, nil),
    ("緯度,経度", "３４．３４２２８６,１３４．０５５０２１", here, nil),
    ("緯度経度", "\"34.342286,134.055021\"", here, nil),
    ("緯度経度", "\"34.342286, 134.055021 \"", here, nil),
    ("location", "\"34.342286,134.055021\"", here, nil),
    // 緯度 holds both.
    ("緯度,経度", "\"34.342286,134.055021\",", here, nil),
    ("緯度,経度", "0,0", nil, "warning.coordinates 2 緯度"),
    ("緯度,経度", "134.055021,34.342286", nil, "warning.swapped 2 緯度"),
    ("緯度経度", "\"134.055021,34.342286\"", nil, "warning.swapped 2 緯度経度"),
    ("緯度,経度", "34.342286,", nil, "warning.coordinates 2 緯度"),
    ("緯度,経度", "34.342286,134．055。021", nil, "warning.coordinates 2 緯度"),
    ("緯度経度", "調査中", nil, "warning.coordinates 2 緯度経度"),
    ("緯度,経度", "#N/A,#N/A", nil, nil),
  ]

  @Test(arguments: points)
  func aPointIsTakenOnlyWhenSure(
    _ heading: String, _ cells: String, _ point: Coordinate?, _ told: String?
  ) throws {
    let list = try ReadList("名称,\(heading)\n番町会館,\(cells)\n")
    let row = try #require(list.rows.first)
    #expect(row.resource.place?.coordinate == point, "\(heading) \(cells)")
    #expect(row.resource.place?.precision == (point == nil ? nil : .building))
    #expect(Pitfall.told(row.warnings) == (told.map { [$0] } ?? []))
  }

  static let addresses: [(prefecture: String, city: String, address: String, shown: String?)] = [
    ("香川県", "高松市", "番町一丁目8番15号", "香川県高松市番町一丁目8番15号"),
    ("香川県", "高松市", "高松市番町一丁目8番15号", "香川県高松市番町一丁目8番15号"),
    ("香川県", "高松市", "香川県高松市番町一丁目8番15号", "香川県高松市番町一丁目8番15号"),
    ("", "", "番町一丁目8番15号", "番町一丁目8番15号"), ("香川県", "高松市", "", "香川県高松市"),
    // A list of a city with rows of its neighbour.
    ("香川県", "高松市", "香川県木田郡三木町大字池戸3-1", "香川県木田郡三木町大字池戸3-1"),
    ("香川県", "高松市", "木田郡三木町大字池戸3-1", "香川県木田郡三木町大字池戸3-1"),
    ("香川県", "高松市", "香川町安原下第3号162", "香川県高松市香川町安原下第3号162"),
    ("", "", "高松市番町ニ丁目14番2号", "高松市番町二丁目14番2号"), ("", "", "芝公園ニ丁目7番3号", "芝公園二丁目7番3号"),
    ("", "", "高松市大字東浜字西１番地", "高松市大字東浜字西1番地"), ("", "", "能美市山口町ト１７", "能美市山口町ト17"),
    ("", "", "香川町安原下第３号１６２", "香川町安原下第3号162"), ("", "", "屋島西町無番地", "屋島西町無番地"),
    ("", "", "白山市美川永代町地内（美川漁港）", "白山市美川永代町地内（美川漁港）"),
    ("", "", "赤崎町へ部３３  輪島エコロジーキャンプ場", "赤崎町へ部33 輪島エコロジーキャンプ場"),
    ("", "", "番町１－２－３　番町会館２階", "番町1-2-3　番町会館2階"),
    ("", "", "番町1-2-3\n番町会館", "番町1-2-3 番町会館"), ("", "", " 藤塚町一丁目１２番４号 ２階　", "藤塚町一丁目12番4号 2階"),
    ("", "", "〒760-0017　高松市番町1-2-3", "高松市番町1-2-3"),
  ]

  @Test(arguments: addresses)
  func anAddressIsWhole(
    _ prefecture: String, _ city: String, _ address: String, _ shown: String?
  ) throws {
    let row = try Pitfall.row([
      "名称": "番町会館", "都道府県名": prefecture, "市区町村名": city, "住所": address,
    ])
    #expect(row.resource.place?.address == shown, "\(prefecture) \(city) \(address)")
    #expect(row.cells["住所"] ?? "" == address)
  }

  /// 所在地_*: the joined cell, the parts, or both, and the building.
  static let parts: [(joined: String, town: String, number: String, building: String)] = [
    ("石川県能美市山口町ト103", "", "", "二階"), ("", "山口町", "ト103", "二階"),
    ("石川県能美市山口町ト103", "山口町", "ト103", "二階"), ("能美市山口町ト１０３", "山口町", "ト103", "二階"),
    ("石川県能美市山口町ト103　二階", "", "", "二階"),
  ]

  @Test(arguments: parts)
  func anAddressIsMadeOfWhatIsThere(
    _ joined: String, _ town: String, _ number: String, _ building: String
  ) throws {
    let row = try Pitfall.row([
      "名称": "能美会館", "所在地_連結表記": joined, "所在地_都道府県": "石川県", "所在地_市区町村": "能美市", "所在地_町字": town,
      "所在地_番地以下": number, "建物名等(方書)": building,
    ])
    #expect(row.resource.place?.address == "石川県能美市山口町ト103　二階", "\(joined)")
  }

  /// Cells of 石川県's lists whose parts say it otherwise, one of them a date of Excel's: the joined
  /// cell is whole as it stands.
  @Test(arguments: [
    ("石川県金沢市兼六町1番4号", "金沢市", "兼六町", "1-4"), ("石川県金沢市兼六町1-1", "金沢市", "兼六町", "44927"),
    ("石川県白山市瀬戸ワ29番地", "白山市", "瀬戸", "ワ28番地"), ("石川県金沢市大豆田本町ち", "金沢市", "大豆田本町", "チ15番"),
    ("石川県鳳珠郡能登町字九里川尻16字20番地", "能登町", "字九里川尻", "16-20"),
  ])
  func partsThatDisagreeAreLeft(
    _ joined: String, _ city: String, _ town: String, _ number: String
  ) throws {
    let row = try Pitfall.row([
      "名称": "会館", "所在地_連結表記": joined, "所在地_都道府県": "石川県", "所在地_市区町村": city, "所在地_町字": town,
      "所在地_番地以下": number,
    ])
    #expect(row.resource.place?.address == joined)
  }

  static let names: [(cell: String, name: String)] = [
    ("子ども食堂ひだまり　　　", "子ども食堂ひだまり"), (" こども食堂 ", "こども食堂"), ("　子供食堂", "子供食堂"),
    ("緑ケ丘会館", "緑ケ丘会館"), ("緑ヶ丘会館", "緑ヶ丘会館"), ("みどり\nの会", "みどり の会"),
    ("JAｸﾞﾘｰﾝ松任　まいどさん市場", "JAｸﾞﾘｰﾝ松任　まいどさん市場"),
  ]

  @Test(arguments: names) func aNameIsKeptButForBlanksAround(
    _ cell: String, _ name: String
  ) throws {
    #expect(try Pitfall.row(["名称": cell]).resource.name == name)
  }

  /// 複合施設: one place, two entries; both come in, with their own keys.
  @Test func onePlaceListedTwiceIsTwoRows() throws {
    let list = try ReadList("ID,名称,住所\n1,番町会館,番町1\n2,番町会館,番町1\n")
    #expect(list.rows.map(\.key) == ["1", "2"])
    #expect(list.resources.map(\.place?.address) == ["番町1", "番町1"])
  }

  /// 大田区 pads addresses with tabs, 八王子市 has none: `Fixtures/children-cafeteria-cp932.csv`.
  @Test func realAddressesAreWhole() throws {
    let list = try ReadList(fixture: "children-cafeteria-cp932.csv")
    #expect(list.format.mapping == "kodomoshokudo" && list.format.encoding == "CP932")
    #expect(
      list.resources.map(\.place?.address) == [
        "東京都大田区南千束2-18-13 ﾊｰﾌﾞﾃｨ―HIRO", "東京都大田区北千束3-20-8 ｽﾀｰﾊﾞﾚｰ2 1F Salon&Cafe ToiToiToi",
        "東京都八王子市", "東京都八王子市", "東京都渋谷区鶯谷町10-15", "東京都渋谷区初台1-11-2",
        "東京都府中市白糸台4-2-8　グレイスハウス",
      ])
    #expect(list.resources.allSatisfy { $0.categories == ["S-MEAL-KIDS"] })
    #expect(list.resources[1].description == "住所中の「2」は、正しくはローマ数字「Ⅱ」")
    #expect(list.resources[4].schedule?.text == "第3土曜日　15時～")
    #expect(list.resources[6].cost == Cost(text: "大人300円", min: 300, max: 300, per: "visit"))
    #expect(list.rejected.isEmpty && list.skipped.isEmpty && list.warnings.isEmpty)
  }
}
