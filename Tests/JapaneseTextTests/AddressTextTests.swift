import JapaneseText
import TestSupport
import Testing

@Suite("Addresses")
struct AddressTextTests {
  @Test(
    "are mended",
    arguments: [
      ("番町ニ丁目14番2号", "番町二丁目14番2号"), ("芝公園ニ丁目7番3号", "芝公園二丁目7番3号"),
      ("十ハ丁目", "十八丁目"), ("番町ー丁目", "番町一丁目"), ("２－２－１", "2-2-1"), ("２番町", "2番町"),
      ("1ー2‐3−4", "1-2-3-4"), ("高松市\n番町\t1", "高松市 番町 1"), ("高松市　番町1", "高松市　番町1"),
      ("高松市　　番町", "高松市 番町"), ("高松市 　番町", "高松市 番町"), ("　高松市 ", "高松市"),
      ("高松市\u{A0}番町", "高松市 番町"), ("ト１７", "ト17"), ("", ""), (" ", ""),
    ])
  func mended(_ text: String, _ clean: String) {
    #expect(AddressText.clean(text) == clean)
  }

  @Test(
    "are left alone",
    arguments: [
      "ト17", "ハ部99-5", "カ1-1", "ニ12番地", "高松市番町一丁目8番15号", "センター丁目", "ハ丁目", "イロハ丁目",
      "ポートアイランド", "第3号162", "無番地", "2一3", "サンポート2番1号 ビル3F", "A-B",
    ])
  func alone(_ text: String) {
    #expect(AddressText.clean(text) == text)
  }

  @Test(
    "with a postal code",
    arguments: [
      ("〒761-8012 高松市香西", "761-8012", "高松市香西"), ("〒７６１－８０１２　高松市", "761-8012", "高松市"),
      ("〒7618012高松市", "761-8012", "高松市"), ("761-8012 高松市", "761-8012", "高松市"),
      ("761-8012高松市", "761-8012", "高松市"), ("761-8012", "761-8012", ""),
      ("〒 761ー8012\n高松市", "761-8012", "高松市"), ("高松市", nil, "高松市"), ("", nil, ""),
      ("100-1000番地", nil, "100-1000番地"), ("7618012 高松市", nil, "7618012 高松市"),
      ("〒761 高松市", nil, "〒761 高松市"), ("087-839-2000", nil, "087-839-2000"),
      ("761-80123", nil, "761-80123"), ("〒000-0000 高松市", nil, "〒000-0000 高松市"),
      ("761-8012-3", nil, "761-8012-3"),
    ] as [(String, String?, String)])
  func postal(_ text: String, _ code: String?, _ rest: String) {
    let found = AddressText.postalCode(text)
    #expect(found.code == code && found.rest == rest)
  }

  @Test("once mended stay as they are")
  func stable() {
    var random = SeededGenerator(seed: propertySeed("addresses"))
    let pieces = [
      "番町", "ニ", "ハ", "ー", "丁目", "１", "2", "－", "-", "‐", " ", "　", "\n", "\t", "\u{A0}", "ト", "部",
      "〒",
      "761-8012", "\u{3099}", "十",
    ]
    for _ in 0..<20_000 {
      let text = random.text(of: pieces, count: 0...9)
      let clean = AddressText.clean(text)
      #expect(AddressText.clean(clean) == clean, "\(text)")
      #expect(clean.unicodeScalars.count <= text.unicodeScalars.count, "\(text)")
      let (code, rest) = AddressText.postalCode(text)
      #expect(code == nil ? rest == text : code?.utf8.count == 8, "\(text)")
    }
  }
}
