import Diagnostics
import ReferenceData
import TestSupport
import Testing

@Suite("Municipalities")
struct MunicipalityTests {
  static let path = Repository.path("Data/areas/municipalities.tsv")
  static let shared = Result { try Municipalities(path: path) }
  let table: Municipalities

  init() throws { table = try Self.shared.get() }

  @Test(
    "have codes with the check digit of the official rule",
    arguments: [
      "131229", "372013", "052124", "170003", "011002", "132080", "010006", "200000", "131041",
    ])
  func checkDigit(_ code: String) {
    #expect(MunicipalityCode.isValid(code))
    #expect(MunicipalityCode.checkDigit(ofFive: code.prefix(5)) == code.last?.wholeNumberValue)
    for digit in 0...9 where digit != code.last?.wholeNumberValue {
      #expect(!MunicipalityCode.isValid("\(code.prefix(5))\(digit)"))
    }
  }

  @Test("have no code of other than six ASCII digits")
  func malformed() {
    for code in ["", "37201", "3720130", "37201x", "３７２０１３", "+37201", "-72013"] {
      #expect(!MunicipalityCode.isValid(code), "\(code)")
      #expect(table[code] == nil, "\(code)")
    }
    #expect(MunicipalityCode.checkDigit(ofFive: "3720") == nil)
    #expect(MunicipalityCode.checkDigit(ofFive: "3720a") == nil)
  }

  @Test("are all there, valid, once, in order")
  func shipped() {
    let codes = table.all.map(\.code)
    #expect(codes.count == 1_963 && codes.allSatisfy { MunicipalityCode.isValid($0) })
    #expect(codes == Set(codes).sorted())
    #expect(table.all.filter(\.name.isEmpty).count == 47)
    for row in table.all {
      #expect(row.kana.unicodeScalars.allSatisfy { ("ぁ"..."ー").contains($0) }, "\(row)")
      #expect(!row.kana.isEmpty && !row.name.contains { $0.isWhitespace }, "\(row)")
      #expect(row.name.isEmpty || row.name.last.map { "市区町村".contains($0) } == true, "\(row)")
      #expect((row.lat == nil) == row.name.isEmpty && (row.lng == nil) == row.name.isEmpty)
      #expect(table[row.code] == row)
    }
  }

  @Test(
    "are known by their names",
    arguments: [
      ("131229", "葛飾区"), ("372013", "高松市"), ("052124", "大仙市"), ("170003", ""),
      ("011002", "札幌市"), ("132080", "調布市"), ("011011", "札幌市中央区"),
    ])
  func names(_ code: String, _ name: String) throws {
    let row = try #require(table[code])
    #expect(row.name == name)
    #expect(table.named(name, prefecture: row.prefecture) == [row])
    #expect(table.named(row.prefecture + name, prefecture: nil) == [row])
  }

  @Test("are found however their names are written")
  func spellings() {
    func code(_ name: String, _ prefecture: String? = nil) -> [String] {
      table.named(name, prefecture: prefecture).map(\.code)
    }
    #expect(code("府中市") == ["132063", "342084"])
    #expect(code("府中市", "広島県") == ["342084"] && code("広島県 府中市") == ["342084"])
    #expect(code("木田郡三木町") == ["373419"] && code("香川県木田郡三木町") == ["373419"])
    #expect(code("赤穂郡上郡町") == code("上郡町") && code("上郡町").count == 1)
    #expect(code("札幌市　中央区") == ["011011"])
    #expect(code("中央区", "東京都") == ["131024"] && code("中央区").count > 5)
    #expect(code("茅ケ崎市") == code("茅ヶ崎市") && code("茅ケ崎市").count == 1)
    #expect(code("ｶﾏｹﾞﾔ市").isEmpty && code("塩釜市") == ["042030"] && code("桧原村") == ["133078"])
    #expect(code("高松市", "石川県").isEmpty && code("").isEmpty && code("どこか市").isEmpty)
    #expect(code("", "東京都") == ["130001"] && code("東京都") == ["130001"])
  }

  @Test(
    "are read from the start of an address",
    arguments: [
      ("香川県高松市番町一丁目8-15", "372013"), ("香川県木田郡三木町大字氷上310", "373419"),
      ("木田郡三木町大字氷上310", "373419"), ("東京都中央区築地1-1-1", "131024"),
      ("北海道札幌市中央区北1条西2丁目", "011011"), ("札幌市　中央区北１条西２", "011011"),
      ("神奈川県茅ケ崎市1", "142077"), ("奈良県大和郡山市北郡山町", "292036"),
      ("東京都三宅島三宅村阿古", "133817"), ("広島県府中市府川町", "342084"),
      ("府中市府川町", nil), ("中央区築地", nil), ("香川県", nil), ("番町一丁目", nil), ("", nil),
    ] as [(String, String?)])
  func addresses(_ address: String, _ code: String?) {
    #expect(table.of(address: address)?.code == code)
  }

  @Test("of every row are read from its own address")
  func everyAddress() {
    for row in table.all where !row.name.isEmpty {
      #expect(table.of(address: "\(row.prefecture)\(row.name)１−２") == row)
      #expect(table.of(address: "\(row.prefecture)何々郡\(row.name)大字") == row)
      if let bare = table.of(address: row.name) { #expect(bare == row) }
    }
  }

  @Test("are read once for a process")
  func shelf() throws {
    let shelf = ReferenceShelf(folder: Repository.path("Data"))
    #expect(try shelf.municipalities().all == table.all)
    #expect(try shelf.municipalities()["372013"]?.name == "高松市")
  }
}
