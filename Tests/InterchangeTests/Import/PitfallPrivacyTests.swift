import Diagnostics
import Interchange
import Model
import Testing

/// 17 and 18: garbled text, and what lists say of persons. All persons and numbers are invented.
@Suite struct PitfallPrivacyTests {
  /// 石川県's AED list: CP932 read as Latin-1 and saved as UTF-8.
  @Test func garbledTextIsRefusedWithAdvice() throws {
    let error = try #require(throws: SasaeError.self) {
      _ = try ReadList(fixture: "mojibake.csv")
    }
    #expect(error.code == "import.mojibake")
    #expect(error.text(.en).contains("Latin-1") && error.text(.ja).contains("Shift_JIS"))
    #expect(error.position.file?.hasSuffix("mojibake.csv") == true)
    for language in [Language.ja, .en] { #expect(error.hint(language)?.isEmpty == false) }
  }

  @Test func garbledTextIsMendedWhenAskedFor() throws {
    var choice = try ListRepository.choice()
    choice.mendsMojibake = true
    let opened = try OpenedList(path: Pitfall.path("mojibake.csv"), choice: choice)
    #expect(opened.mended?.kind == .cp932AsLatin1 && opened.mended?.lost == 0)
    let list = try ReadList(opened)
    #expect(list.resources.map(\.name) == ["見本市役所本庁舎", "ふれあいプラザ", "いこいの森公園"])
    #expect(list.resources.first?.place?.address == "石川県見本市中央一丁目1番1号")
    #expect(
      list.resources.map { $0.contacts.first?.phone } == ["076-000-0001", "076-000-0002", nil])
    #expect(list.rows.map(\.line) == [2, 3, 4] && list.rows.map(\.key) == ["1", "2", "3"])
  }

  /// The other way round: UTF-8 read as Latin-1.
  @Test func garbledUTF8IsMendedToo() throws {
    let plain = "名称,住所\n番町ふれあいサロン,見本町番町一丁目1番1号\n屋島カフェ,見本町屋島西町2番2号\n"
    let garbled = String(String.UnicodeScalarView(plain.utf8.map { Unicode.Scalar($0) }))
    let error = try #require(throws: SasaeError.self) { _ = try ReadList(garbled) }
    #expect(error.code == "import.mojibake" && error.text(.en).contains("UTF-8"))
    let mended = try ReadList(garbled) { $0.mendsMojibake = true }
    #expect(mended.resources.map(\.name) == ["番町ふれあいサロン", "屋島カフェ"])
    #expect(mended.resources.first?.place?.address == "見本町番町一丁目1番1号")
  }

  /// One garbled cell is that row's fault, if any, and not the file's.
  @Test func oneGarbledCellRefusesNoFile() throws {
    let good = (1...30).map { "番町サロン\($0),見本町番町\($0)\n" }.joined()
    let list = try ReadList("名称,住所\n" + good + "\u{91}å\u{8F}¼,x\n")
    #expect(list.resources.count == 31)
  }

  static let persons: [(cell: String, phone: String, visibility: Visibility)] = [
    ("087-000-0001", "087-000-0001", .public),
    ("090-0000-0000", "090-0000-0000", .coordinator),
    ("０８０－００００－００００", "080-0000-0000", .coordinator),
    ("07000000000", "07000000000", .coordinator),
    ("+81-90-0000-0000", "090-0000-0000", .coordinator),
    ("0800-000-0000", "0800-000-0000", .public),
    ("050-0000-0000", "050-0000-0000", .public),
    // A spreadsheet took the zero.
    ("9000000000", "09000000000", .coordinator),
  ]

  @Test(arguments: persons)
  func aMobileNumberIsForCoordinators(
    _ cell: String, _ phone: String, _ visibility: Visibility
  ) throws {
    let row = try Pitfall.row(["名称": "会", "電話番号": cell])
    #expect(row.resource.contacts.map(\.phone) == [phone], "\(cell)")
    #expect(row.resource.contacts.map(\.visibility) == [visibility], "\(cell)")
    let isTold = row.warnings.map(\.code.rawValue).contains("warning.private-phone")
    #expect(isTold == (visibility == .coordinator))
  }

  /// 高松市's 児童クラブ: a land line and a mobile number, which was masked, in one cell.
  @Test func aLandLineBesideItStaysPublic() throws {
    let row = try #require(try ReadList(fixture: "children-club.csv").rows.last)
    #expect(row.resource.contacts.map(\.phone) == ["087-864-6812", "090-0000-0000"])
    #expect(row.resource.contacts.map(\.visibility) == [.public, .coordinator])
    #expect(Pitfall.told(row.warnings) == ["warning.private-phone 10 telephoneNumber"])
  }

  static let mails: [(address: String, visibility: Visibility)] = [
    ("fukushi@city.mihon.lg.jp", .public), ("info@example.jp", .public),
    ("hanako.0000@docomo.ne.jp", .coordinator), ("mihon_taro@gmail.com", .coordinator),
    ("ｍｉｈｏｎ＠ｙａｈｏｏ．ｃｏ．ｊｐ", .coordinator), ("salon@ezweb.ne.jp", .coordinator),
  ]

  @Test(arguments: mails)
  func aPrivateMailIsForCoordinators(_ address: String, _ visibility: Visibility) throws {
    let row = try Pitfall.row(["名称": "会", "メールアドレス": address])
    #expect(row.resource.contacts.map(\.visibility) == [visibility], "\(address)")
    #expect(
      Pitfall.told(row.warnings)
        == (visibility == .public ? [] : ["warning.private-mail 2 メールアドレス"]))
  }

  /// Inside sentences, wherever the public can read them.
  @Test(arguments: [
    "備考", "説明", "概要", "対象者", "日時", "料金", "開催日時特記事項", "参加費特記事項", "アクセス方法", "申込方法",
    "バリアフリー情報", "場所", "定員", "連絡先名称", "団体名", "種別", "車椅子可", "送迎", "名称_カナ", "方書", "地区",
    "開始時間", "利用可能曜日", "定休日", "連絡先備考", "FAX番号", "内線番号", "タグ", "対象地域", "キーワード", "開催頻度",
    "開始日", "問い合わせ先", "所在地_番地以下", "URL",
  ])
  func insideASentenceItIsHidden(_ heading: String) throws {
    let secret = "http://mihon.jp/ 申込みは世話人 090-0000-1111、mihon_taro@gmail.com まで"
    let list = try ReadList(
      "名称,住所,電話番号,\(heading)\n会,番町1,087-000-0001,\(secret)\n")
    var shown = try #require(list.resources.first)
    shown.contacts.removeAll { $0.visibility != .public }
    #expect(shown.contacts.first?.phone?.hasPrefix("087-000-0001") == true)
    let words = "\(shown)"
    #expect(!words.contains("0000-1111"), "\(heading): \(words)")
    #expect(!words.contains("gmail.com"), "\(heading): \(words)")
  }

  /// The two columns that every row has.
  @Test(arguments: ["会（090-0000-1111）,番町1", "会,番町1 見本様方 090-0000-1111"])
  func inNameAndAddressToo(_ cells: String) throws {
    let resource = try #require(try ReadList("名称,住所\n\(cells)\n").resources.first)
    #expect(!resource.name.contains("1111") && resource.place?.address?.contains("1111") == false)
    #expect(resource.contacts.map(\.visibility) == [.coordinator])
  }

  /// Names of persons are for coordinators; 高松市's columns of them are not kept at all.
  @Test func namesOfPersonsAreNotPublished() throws {
    let row = try Pitfall.row(["名称": "会", "代表者名": "見本　花子", "電話番号": "087-000-0001", "世話人": "見本 太郎"])
    let named = row.resource.contacts.filter { $0.name?.contains("見本") == true }
    #expect(!named.isEmpty && named.allSatisfy { $0.visibility == .coordinator })
    let english = try ReadList(
      "#property,name,corporateRepresentative,establisher\n1,見本医院,見本　花子,見本会 見本　花子\n")
    #expect(english.resources.map(\.contacts) == [[]])
    #expect(english.rows.allSatisfy { $0.raw?.contains("花子") == false })
  }
}
