import Testing

@testable import Interchange

@Suite("Garbled text")
struct MojibakeTests {
  /// What a program makes of bytes that it takes for Latin-1, or for Windows-1252.
  static func western(_ bytes: [UInt8], windows: Bool) -> [UInt8] {
    let marks: [UInt32] = [
      0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
      0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC,
      0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
    ]
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let isMark = windows && (0x80...0x9F).contains(byte)
      let value = isMark ? marks[Int(byte) - 0x80] : UInt32(byte)
      text.append(Unicode.Scalar(value) ?? "?")
    }
    return Array(String(text).utf8)
  }

  /// 「名称,住所\n子ども食堂、ひろば,高松市番町\nサロン・カフェ（第２）,①」 in CP932.
  static let list: [UInt8] = [
    0x96, 0xBC, 0x8F, 0xCC, 0x2C, 0x8F, 0x5A, 0x8F, 0x8A, 0x0A, 0x8E, 0x71, 0x82, 0xC7, 0x82, 0xE0,
    0x90, 0x48, 0x93, 0xB0, 0x81, 0x41, 0x82, 0xD0, 0x82, 0xEB, 0x82, 0xCE, 0x2C, 0x8D, 0x82, 0x8F,
    0xBC, 0x8E, 0x73, 0x94, 0xD4, 0x92, 0xAC, 0x0A, 0x83, 0x54, 0x83, 0x8D, 0x83, 0x93, 0x81, 0x45,
    0x83, 0x4A, 0x83, 0x74, 0x83, 0x46, 0x81, 0x69, 0x91, 0xE6, 0x82, 0x51, 0x81, 0x6A, 0x2C, 0x87,
    0x40, 0x0A,
  ]
  static let text = "名称,住所\n子ども食堂、ひろば,高松市番町\nサロン・カフェ（第２）,①\n"

  @Test("CP932 as a Western encoding", arguments: [false, true])
  func cp932(windows: Bool) throws {
    let garbled = Self.western(Self.list, windows: windows)
    for text in [garbled, [0xEF, 0xBB, 0xBF] + garbled] {
      #expect(Mojibake.kind(of: text) == .cp932AsLatin1)
      #expect(ContentSniffer.sniff(text, isWhole: true) == .mojibake(.cp932AsLatin1))
      let mended = try #require(Mojibake.cp932AsLatin1.mended(text))
      #expect(mended.bytes == Self.list && mended.encoding == .cp932 && mended.lost == 0)
      #expect(try decode(mended.bytes, .cp932).text == Self.text)
    }
  }

  @Test("UTF-8 as a Western encoding, once and twice", arguments: [false, true])
  func utf8(windows: Bool) throws {
    let bytes = Array(Self.text.utf8)
    let once = Self.western(bytes, windows: windows)
    let twice = Self.western(once, windows: windows)
    for text in [once, twice, Self.western(Array("コード".utf8), windows: windows)] {
      #expect(Mojibake.kind(of: text) == .utf8AsLatin1)
    }
    for text in [once, twice] {
      let mended = try #require(Mojibake.utf8AsLatin1.mended(text))
      #expect(mended.bytes == bytes && mended.encoding == .utf8 && mended.lost == 0)
    }
    let marked = Self.western([0xEF, 0xBB, 0xBF] + bytes, windows: windows)
    for text in [
      marked, [0xEF, 0xBB, 0xBF] + marked, [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF] + marked,
    ] {
      #expect(ContentSniffer.sniff(text, isWhole: true) == .mojibake(.utf8AsLatin1))
      let mended = try #require(Mojibake.utf8AsLatin1.mended(text))
      #expect(mended.bytes == [0xEF, 0xBB, 0xBF] + bytes && mended.encoding == .utf8BOM)
    }
  }

  @Test("UTF-8 as CP932 is recognised only")
  func asCP932() throws {
    for text in [Self.text, "コード", "都道府県コード又は市区町村コード,NO,名称,住所\n"] {
      let garbled = Array(try decode(Array(text.utf8), .cp932).text.utf8)
      #expect(Mojibake.kind(of: garbled) == .utf8AsCP932, "\(text)")
      #expect(Mojibake.utf8AsCP932.mended(garbled) == nil)
    }
  }

  @Test("a sample may be cut anywhere")
  func cut() {
    let list = Self.list + Self.list
    for (bytes, kind) in [(list, Mojibake.cp932AsLatin1), (Array(Self.text.utf8), .utf8AsLatin1)] {
      for windows in [false, true] {
        let garbled = Self.western(bytes, windows: windows)
        for count in garbled.count / 2...garbled.count {
          #expect(Mojibake.kind(of: Array(garbled[..<count])) == kind, "\(count)")
        }
      }
    }
  }

  @Test("characters that cannot be turned back become question marks")
  func losses() throws {
    let garbled = Self.western(Self.list, windows: false)
    let mended = try #require(Mojibake.cp932AsLatin1.mended(garbled + Array("注\u{FFFD}".utf8)))
    #expect(mended.lost == 2 && mended.bytes == Self.list + Array("??".utf8))
    let half = garbled + Array(Self.text.utf8)
    #expect(Mojibake.kind(of: half) == .cp932AsLatin1)
    #expect(Mojibake.cp932AsLatin1.mended(half) == nil)
  }

  static let ordinary = [
    "Café à l’été, cœur d’œuvre – l’école « où » nous étions… §12 ÷ 3 × 4 ±1° 10 €\n",
    "L’ÉTÉ À L’ÉCOLE D’ÎLE, ÇA ET LÀ: É,È,Ê,Ë\n", "“It’s” he said, “don’t — we’re ‘ok’…” •™\n",
    "Straße,Größe,Äpfel,Öl,Übung „so“ ‚und‘ – für 5 €\n",
    "Tiếng Việt,Đường Nguyễn Huệ,Hà Nội,phở,ấm\n",
    "São João,coração,ação,pão,SÃO PAULO\n", "España,¿qué?,niño,¡olé!,año\n",
    "Šešūpė,žuvis,čia,žodžiai,šiš\n",
    "Žižek,Škoda,ščetka,šíša,žíž,œ\n", "ÄÖÜß,ääöö,öljy,yö,työ\n", "Æø å,Århus,þú,ðá,blåbærgrød\n",
    "名称,気温\n高松,25°C\n", "temperature,25°C\n30°C\n", "name\ncafé\n", "é", "°", "±1,×2,÷3,§4\n",
    "名称,住所\nカフェé,×÷°±§¶ “引用” ‘a’ … — 10€ ‰ †\n", "ｶﾌﾞｼｷｶﾞｲｼｬ,ﾀｶﾏﾂ,ﾊﾞﾝﾁｮｳ\nｻﾝﾌﾟﾙ,株式会社\n",
    "繧繝縁の畳,縺れ糸\n", "ＡＢＣ，①㈱髙﨑,🍙\n", "Привет,мир\n", "中文,简体字,测试\n", "한국어,시험\n", "a,b\n1,2\n", "",
  ]

  @Test("ordinary texts are not garbled", arguments: ordinary)
  func plain(text: String) {
    for copies in [1, 40] {
      let bytes = Array(String(repeating: text, count: copies).utf8)
      #expect(Mojibake.kind(of: bytes) == nil)
      #expect(Mojibake.kind(of: [0xEF, 0xBB, 0xBF] + bytes) == nil)
    }
  }

  @Test("CP932 with kana of half width is a table")
  func halfWidth() {
    let kana: [UInt8] = [0xB6, 0xCC, 0xDE, 0xBC, 0xB7, 0x2C, 0xC0, 0xB6, 0xCF, 0xC2, 0x0A]
    for bytes in [kana, Self.list + kana + kana, kana + kana + Self.list] {
      let kind = ContentSniffer.sniff(bytes, isWhole: true)
      #expect(kind == .table(.cp932, delimiter: Byte.comma))
    }
  }
}
