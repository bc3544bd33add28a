import Geography
import Model
import Testing

@Suite("Locating addresses")
struct LocateTests {
  static let towns: [(String, String, String)] = [
    ("香川県高松市番町一丁目8-15", "香川県高松市番町一丁目", "8-15"),
    ("高松市番町1丁目8-15", "香川県高松市番町一丁目", "8-15"),
    ("高松市番町１－８－１５", "香川県高松市番町一丁目", "８－１５"),
    ("高松市番町1‐8‐15", "香川県高松市番町一丁目", "8‐15"),
    ("高松市番町1ー8ー15", "香川県高松市番町一丁目", "8ー15"),
    ("高松市番町1の8の15", "香川県高松市番町一丁目", "8の15"),
    ("高松市番町ニ丁目14番2号", "香川県高松市番町二丁目", "14番2号"),
    ("高松市番町ー丁目8", "香川県高松市番町一丁目", "8"),
    ("〒760-0017 香川県高松市番町一丁目８番１５号", "香川県高松市番町一丁目", "８番１５号"),
    ("高松市 大字番町 二丁目", "香川県高松市番町二丁目", ""),
    ("高松市番町2丁目 ｻﾝﾌﾗﾜｰ通りビル3F", "香川県高松市番町二丁目", "ｻﾝﾌﾗﾜｰ通りビル3F"),
    // A number that is no 丁目 of it leaves the town as a whole.
    ("高松市番町11丁目2", "香川県高松市番町", "11丁目2"),
    ("高松市香南町大字由佐113-1", "香川県高松市香南町由佐", "113-1"),
    ("高松市塩江町安原下第２号1645", "香川県高松市塩江町安原下第二号", "1645"),
    ("高松市サンポ－ト2-1", "香川県高松市サンポート", "2-1"),
    ("綾川町萱原822-1", "香川県綾歌郡綾川町萱原", "822-1"),
    ("木田郡三木町大字池戸高尾2074-5", "香川県木田郡三木町大字池戸", "高尾2074-5"),
    ("ふれあい館（高松市番町1-2", "香川県高松市番町一丁目", "2"),
  ]

  @Test(arguments: towns)
  func aTownIsFound(_ address: String, _ matched: String, _ rest: String) throws {
    let found = try Towns.gazetteer().locate(address)
    #expect(found.matched == matched && found.rest == rest && found.precision == .town)
  }

  static let cities: [(String, String, String)] = [
    ("香川県高松市架空ヶ丘9-9", "香川県高松市", "架空ヶ丘9-9"),
    ("高松市", "香川県高松市", ""), ("横浜市西区みなとみらい2", "神奈川県横浜市西区", "みなとみらい2"),
    ("横浜市", "神奈川県横浜市", ""), ("北海道札幌市中央区北1条西2丁目", "北海道札幌市中央区", "北1条西2丁目"),
    ("宮城県松島町高城1", "宮城県松島町", "高城1"),
    // 番 alone does not begin 番町通り, nor 中 中央町.
    ("高松市番外地", "香川県高松市", "番外地"),
  ]

  @Test(arguments: cities)
  func withoutItsTownTheMunicipalityIsTold(
    _ address: String, _ matched: String, _ rest: String
  ) throws {
    let found = try Towns.gazetteer().locate(address)
    #expect(found.matched == matched && found.rest == rest && found.precision == .city)
  }

  @Test(arguments: ["", " ", "どこか", "3丁目", "香川県", "架空市番町1-2", "〒760-0017", "2-14-2"])
  func whatNamesNoPlaceIsUnknown(_ address: String) throws {
    let towns = try Towns.gazetteer()
    #expect(throws: LocateFault.unknown) { try towns.locate(address) }
  }

  @Test func townsOfOneNameAreNoGuess() throws {
    let other = Towns.row(382_019, "愛媛県", "松山市", "番町一丁目")
    let towns = try Towns.gazetteer(adding: [other])
    #expect(throws: LocateFault.ambiguous(["香川県高松市", "愛媛県松山市"])) {
      try towns.locate("番町1-2-3")
    }
    // A municipality of one's own decides, a prefecture in front too.
    let home = try Towns.gazetteer(home: 372_013, adding: [other])
    #expect(try home.locate("番町1-2-3").code == 372_013)
    #expect(try home.locate("愛媛県番町1-2-3").code == 382_019)
    #expect(try home.locate("松山市番町1-2-3").code == 382_019)
  }

  @Test func municipalitiesOfOneNameAreNoGuess() throws {
    let towns = try Towns.gazetteer()
    #expect(throws: LocateFault.ambiguous(["東京都府中市", "広島県府中市"])) {
      try towns.locate("府中市宮町1-100")
    }
    #expect(try towns.locate("広島県府中市府川町315").code == 342_084)
    // A table of one's own that has the town decides.
    let own = try Towns.gazetteer(adding: [Towns.row(132_063, "東京都", "府中市", "宮町一丁目")])
    #expect(try own.locate("府中市宮町1-100").matched == "東京都府中市宮町一丁目")
  }

  /// 松島町 is a town of Takamatsu, and a municipality of 宮城県 too.
  @Test func aTownCalledLikeAMunicipality() throws {
    let towns = try Towns.gazetteer()
    #expect(throws: LocateFault.ambiguous(["香川県高松市", "宮城県松島町"])) {
      try towns.locate("松島町2丁目12番地")
    }
    let home = try Towns.gazetteer(home: 372_013)
    #expect(try home.locate("松島町2丁目12番地").matched == "香川県高松市松島町二丁目")
  }

  @Test func aCityOfWardsHoldsTheirTowns() throws {
    let extra = [
      Towns.row(431_010, "熊本県", "熊本市中央区", "帯山一丁目"),
      Towns.row(431_028, "熊本県", "熊本市東区", "尾ノ上一丁目"),
      Towns.row(431_010, "熊本県", "熊本市中央区", "本荘町"),
      Towns.row(431_028, "熊本県", "熊本市東区", "本荘町"),
    ]
    let towns = try Towns.gazetteer(adding: extra)
    #expect(try towns.locate("熊本市帯山1-2-3").matched == "熊本県熊本市中央区帯山一丁目")
    #expect(try towns.locate("熊本市尾の上１丁目").matched == "熊本県熊本市東区尾ノ上一丁目")
    #expect(throws: LocateFault.ambiguous(["熊本県熊本市中央区", "熊本県熊本市東区"])) {
      try towns.locate("熊本市本荘町1")
    }
  }

  static let lots: [(String, String, String)] = [
    ("白山市白峰リ30", "石川県白山市白峰", "リ30"), ("白山市瀬戸寅163-1", "石川県白山市瀬戸", "寅163-1"),
    ("白山市瀬戸ワ部29番地", "石川県白山市瀬戸", "ワ部29番地"),
    ("白山市湊町レ5", "石川県白山市湊町レ", "5"),
    // Numbers that 小字 are called by are read in kanji only.
    ("金沢市末町二十一3", "石川県金沢市末町二十一", "3"), ("金沢市末町21-3", "石川県金沢市末町", "21-3"),
    // Typed without 町.
    ("金沢市湯涌荒屋47", "石川県金沢市湯涌荒屋町", "47"),
    // 瀬戸 does not begin 瀬戸上町.
    ("白山市瀬戸上町1", "石川県白山市", "瀬戸上町1"),
  ]

  @Test(arguments: lots)
  func lotsByLetters(_ address: String, _ matched: String, _ rest: String) throws {
    func row(_ city: String, _ town: String, _ koaza: String = "") -> TownRow {
      let code = city == "白山市" ? 172_103 : 172_014
      var row = Towns.row(code, "石川県", city, town)
      row.koaza = koaza
      return row
    }
    let towns = try Towns.gazetteer(adding: [
      row("白山市", "白峰"), row("白山市", "瀬戸"), row("白山市", "湊町", "レ"), row("白山市", "湊町", "ソ"),
      row("金沢市", "末町"), row("金沢市", "末町", "二十一"), row("金沢市", "湯涌荒屋町"),
    ])
    let found = try towns.locate(address)
    #expect(found.matched == matched && found.rest == rest)
  }

  @Test func kyotoNamesItsCrossings() throws {
    let towns = try Towns.gazetteer(adding: [
      Towns.row(261_041, "京都府", "京都市中京区", "上本能寺前町")
    ])
    let found = try towns.locate("京都市中京区寺町通御池上る上本能寺前町488")
    #expect(found.matched == "京都府京都市中京区上本能寺前町" && found.rest == "488")
  }
}
