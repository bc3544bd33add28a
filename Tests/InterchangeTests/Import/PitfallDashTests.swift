import Interchange
import Testing

/// 7: dashes and waves, and Microsoft's table of CP932, which others read differently.
@Suite struct PitfallDashTests {
  static let table: [(code: [UInt8], scalar: UInt32)] = [
    // Where Apple and ICU have U+301C, U+2014, U+2212, U+00A2, U+00A3, U+00AC, U+2016.
    ([0x81, 0x60], 0xFF5E), ([0x81, 0x5C], 0x2015), ([0x81, 0x7C], 0xFF0D), ([0x81, 0x91], 0xFFE0),
    ([0x81, 0x92], 0xFFE1), ([0x81, 0xCA], 0xFFE2), ([0x81, 0x61], 0x2225),
    // Where JIS X 0201 has the yen sign and the overline.
    ([0x5C], 0x5C), ([0x7E], 0x7E),
    // NEC's and IBM's own characters: ①, Ⅱ, ㈱, №, 髙, 﨑.
    ([0x87, 0x40], 0x2460), ([0x87, 0x55], 0x2161), ([0x87, 0x8A], 0x3231), ([0x87, 0x82], 0x2116),
    ([0xFB, 0xFC], 0x9AD9), ([0xFA, 0xB1], 0xFA11),
  ]

  @Test(arguments: table)
  func aByteIsWhatItIsInWindows(_ code: [UInt8], _ scalar: UInt32) throws {
    let before = try #require(CP932.bytes("名称,備考\r\n見本町の集会所,前"))
    let after = try #require(CP932.bytes("後\r\n"))
    let row = try #require(try ReadList(bytes: before + code + after).rows.first)
    let middle = (row.cells["備考"] ?? "").unicodeScalars.dropFirst().dropLast().map(\.value)
    #expect(middle == [scalar])
    #expect(row.resource.description == row.cells["備考"])
  }

  /// The same in a file: `Fixtures/salon-cp932.csv`, with CR LF and line breaks in its heading.
  @Test func aFileOfWindowsIsRead() throws {
    let list = try ReadList(fixture: "salon-cp932.csv")
    let (first, second, third) = (list.rows[0], list.rows[1], list.rows[2])
    #expect(list.resources.map(\.name) == ["①番町ふれあいサロン", "髙橋記念いこいの家", "カフェ「ひだまり」"])
    #expect(first.resource.place?.address == "見本町番町二丁目14-2")
    #expect(first.resource.cost?.text == "¥1,500" && first.resource.cost?.min == 1500)
    #expect(first.resource.schedule?.text == "月・水 第２・４水曜日　１３：３０～１５：３０")
    #expect(first.resource.contacts.map(\.phone) == ["087-000-0001"])
    #expect(first.resource.description == "㈱みほん 協力")
    #expect(first.cells["料金（基本）"] == "\\1,500" && first.cells["住 所"] == "見本町番町ニ丁目１４－２")
    #expect(second.resource.place?.address == "見本町仲多度―3")
    #expect(second.resource.capacity == nil && second.resource.description == nil)
    #expect(third.resource.cost?.text == "1回￠100・￡1" && third.resource.cost?.min == nil)
    #expect(third.resource.contacts.isEmpty && third.resource.capacity?.maximum == 20)
    #expect(third.resource.description == "夏￢冬")
  }

  /// Between the digits of an address and of a number they are one; in words they stay.
  @Test(arguments: ["-", "－", "‐", "‑", "–", "—", "―", "−", "ー", "ｰ"])
  func aDashBetweenDigitsIsOne(_ dash: String) throws {
    let row = try Pitfall.row([
      "名称": "ＡＢＣ\(dash)会", "住所": "見本町２\(dash)２\(dash)１", "電話番号": "087\(dash)000\(dash)0001",
      "利用可能曜日": "月\(dash)金",
    ])
    #expect(row.resource.place?.address == "見本町2-2-1")
    #expect(row.resource.contacts.map(\.phone) == ["087-000-0001"])
    #expect(row.resource.name == "ＡＢＣ\(dash)会" && row.resource.schedule?.text == "月\(dash)金")
    #expect(row.warnings.isEmpty)
  }

  /// Waves of all kinds divide hours and prices, and stay as they stand.
  @Test(arguments: ["～", "〜", "~"]) func aWaveIsAWave(_ wave: String) throws {
    let row = try Pitfall.row(["名称": "会", "日時": "13:30\(wave)15:30", "料金": "300\(wave)500円"])
    #expect(row.resource.schedule?.text == "13:30\(wave)15:30")
    #expect(row.resource.cost == .init(text: "300\(wave)500円", min: 300, max: 500))
    let opens = try Pitfall.row(["名称": "会", "開始時間": "放課後\(wave)18:30", "終了時間": ""])
    #expect(opens.resource.schedule?.text == "放課後\(wave)18:30")
  }
}
