import Geography
import Testing
import TestSupport

@Suite("Areas")
struct AreaTests {
  static let addresses: [(String, [String])] = [
    ("香川県高松市番町1丁目8-15", ["香川県", "高松市", "香川県高松市"]),
    ("高松市番町1丁目", ["高松市"]),
    // Prefectures of three and four characters, and the four that are no 県.
    ("神奈川県厚木市中町3-17-17", ["神奈川県", "厚木市", "神奈川県厚木市"]),
    ("和歌山県和歌山市七番丁23", ["和歌山県", "和歌山市", "和歌山県和歌山市"]),
    ("東京都千代田区霞が関1", ["東京都", "千代田区", "東京都千代田区"]),
    ("北海道札幌市北区北8条", ["北海道", "札幌市", "北海道札幌市", "北区", "北海道北区"]),
    ("大阪府大阪市北区中之島", ["大阪府", "大阪市", "大阪府大阪市", "北区", "大阪府北区"]),
    // 京都 holds 都 in its middle.
    ("京都府京都市左京区吉田", ["京都府", "京都市", "京都府京都市", "左京区", "京都府左京区"]),
    // Names that begin or go on with 市, 町, 村.
    ("千葉県市川市八幡1", ["千葉県", "市川市", "千葉県市川市"]),
    ("東京都町田市森野2", ["東京都", "町田市", "東京都町田市"]),
    ("新潟県村上市三之町1", ["新潟県", "村上市", "新潟県村上市"]),
    ("三重県四日市市諏訪町1", ["三重県", "四日市市", "三重県四日市市"]),
    ("広島県廿日市市下平良1", ["広島県", "廿日市市", "広島県廿日市市"]),
    // …or hold one of them inside.
    ("新潟県十日町市千歳町3", ["新潟県", "十日町市", "新潟県十日町市"]),
    ("東京都東村山市本町1", ["東京都", "東村山市", "東京都東村山市"]),
    ("奈良県大和郡山市北郡山町", ["奈良県", "大和郡山市", "奈良県大和郡山市"]),
    ("北海道余市郡余市町朝日町", ["北海道", "余市町", "北海道余市町"]),
    ("群馬県佐波郡玉村町下新田", ["群馬県", "玉村町", "群馬県玉村町"]),
    // A ward follows its city; a town inside a city is neither.
    ("愛知県名古屋市中村区名駅1", ["愛知県", "名古屋市", "愛知県名古屋市", "中村区", "愛知県中村区"]),
    // 郡 is passed over: lists write it or leave it out.
    ("香川県綾歌郡綾川町滝宮299", ["香川県", "綾川町", "香川県綾川町"]),
    ("綾歌郡綾川町滝宮", ["綾川町"]),
    ("長野県下伊那郡阿智村駒場", ["長野県", "阿智村", "長野県阿智村"]),
    // Nothing of the kind.
    ("", []), ("番", []), ("オンライン", []), ("1丁目2-3", []),
    // A town-level name far along is not a municipality of its own.
    ("香川県", ["香川県"]),
  ]

  @Test("of an address, widest first", arguments: addresses)
  func municipalities(_ address: String, _ expected: [String]) {
    #expect(Area.municipalities(in: address) == expected)
  }

  @Test(
    "that mean everywhere",
    arguments: [
      ("市全域", true), ("市内全域", true), ("全域", true), ("市内", true), (" 市 全域 ", true),
      // Named areas are not everywhere, even when they begin so.
      ("市内北部", false), ("高松市全域の高齢者", false), ("番町", false), ("", false), ("市", false),
    ])
  func everywhere(_ name: String, _ expected: Bool) {
    #expect(Area.isEverywhere(name) == expected)
  }

  @Test("are the same however they are written")
  func keys() {
    #expect(Area.key("霞ヶ関") == Area.key("霞ケ関"))
    #expect(Area.key("ﾊﾞﾝﾁｮｳ") == Area.key("ばんちょう"))
    #expect(Area.key("番町 地区") == Area.key("番町（地区）"))
    #expect(Area.key("濵町") == Area.key("浜町"))
    #expect(Area.key("番町") != Area.key("錦町"))
  }

  @Test("of any text never stop the reader")
  func anyText() {
    var random = SeededGenerator(seed: propertySeed("areas"))
    let pieces = ["県", "市", "区", "町", "村", "郡", "都", "京都府", "北海道", "高", "松", "1", "ー", " "]
    for _ in 0..<2_000 {
      let text = random.text(of: pieces, count: 0...14)
      for name in Area.municipalities(in: text) {
        #expect(
          ["県", "市", "区", "町", "村", "都", "府", "道"].contains { name.hasSuffix($0) }, "\(text)")
      }
    }
  }
}
