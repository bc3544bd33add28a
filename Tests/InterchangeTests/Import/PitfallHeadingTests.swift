import Interchange
import Testing

/// 1 and 2: headings as they are written, and what stands above them.
@Suite struct PitfallHeadingTests {
  static let synonyms: [(heading: String, field: String)] = [
    ("市区町村コード", "municipality"), ("都道府県コード又は市区町村コード", "municipality"),
    ("都道府県コード又は市町村コード", "municipality"), ("全国地方公共団体コード", "municipality"),
    ("料金(基本)", "cost.text"), ("料金（基本）", "cost.text"), ("料金（ 基本 ）", "cost.text"),
    ("名称＿カナ", "kana"), ("名称_カナ", "kana"), ("ＮＯ", "key"), ("No", "key"), ("№", "key"),
    ("Ｎｏ．", "key"), ("ＩＤ", "key"), ("ＵＲＬ", "url"), ("ＴＥＬ", "phone"), ("ＦＡＸ番号", "fax"),
    ("利用可能時間特記事項", "schedule.note"), ("利用可能日時特記事項", "schedule.note"),
    ("方書（ビル名等）", "place.building"), ("建物名等(方書)", "place.building"),
    // 大仙市: a line break in the cell.
    ("市区町村\nコード", "municipality"), ("利用可能\n曜日", "days"), ("電話\r\n番号", "phone"),
    // 和歌山県: padded with wide blanks.
    (String(repeating: "　", count: 24) + "住所", "place.address"),
    ("住　所", "place.address"), ("\u{FEFF}住所", "place.address"),
    // What the form's author left in.
    ("電話番号←データの項目名を入力", "phone"), ("①電話番号（必須）", "phone"), ("※定員（人）", "capacity.text"),
  ]

  @Test(arguments: synonyms) func aHeadingIsKnownHoweverItIsWritten(
    _ heading: String, _ field: String
  ) throws {
    let text = "名称,\"\(heading)\",備考\n番町サロン,1,x\n"
    let list = try OpenedList(
      path: "list.csv", bytes: Array(text.utf8), choice: ListRepository.choice())
    let columns = try #require(list.explanation).columns
    #expect(columns.map(\.field) == ["name", field, "note"], "\(heading)")
    #expect(try ReadList(list).resources.map(\.name) == ["番町サロン"])
  }

  /// 高松市's English headings, as `Fixtures/children-club.csv` has them.
  @Test func englishHeadingsAreTakamatsus() throws {
    let list = try ReadList(fixture: "children-club.csv")
    #expect(list.format.mapping == "takamatsu-english")
    #expect(list.resources.map(\.name) == ["放課後児童クラブまある", "放課後児童クラブるぽ", "アフタースクール香川"])
    #expect(list.rows.map(\.key) == ["1", "2", "10"])
    #expect(list.rows.map(\.line) == [2, 6, 10])
    #expect(list.resources.first?.place?.lat == 34.3449589)
  }

  /// A hint cell to the right of the headings is no column that matters.
  @Test func aHintBesideTheHeadingsIsPassedOver() throws {
    let list = try ReadList("名称,住所,←データの項目名を入力\n番町サロン,番町1,\n")
    #expect(list.resources.map(\.place?.address) == ["番町1"])
    #expect(list.warnings.isEmpty)
  }

  /// The same glued to every heading.
  @Test func aHintInTheHeadingsIsPassedOver() throws {
    let list = try ReadList("名称←データの項目名を入力,住所←データの項目名を入力\n番町サロン,番町1\n")
    #expect(list.resources.map(\.name) == ["番町サロン"])
    #expect(list.resources.map(\.place?.address) == ["番町1"])
  }

  /// 料金（基本） is a column of event and hand-made lists too: it makes no tourist facility of a salon.
  @Test func aPriceColumnMakesNoTouristFacility() throws {
    let list = try ReadList("名称,住所,料金（基本）\n番町ふれあいサロン,番町1,100円\n")
    #expect(list.format.mapping == "generic")
    #expect(list.resources.map(\.categories) == [["A-SALON"]])
  }

  static let preambles: [(what: String, above: String, line: Int)] = [
    ("nothing", "", 1), ("a title", "令和8年度　通いの場一覧\n", 2),
    ("a title, a blank row and a date", "通いの場一覧,,\n,,\n令和8年4月1日現在,,\n", 4),
    // 高松市, February 2023.
    ("a link row", "#LINK,,\n", 2), ("a comment", "# この表は見本町が作りました\n", 2),
    ("a comment with commas", "# 名称, 住所, 電話 の順に書いてあります\n\n", 3),
    ("a byte order mark and a title", "\u{FEFF}通いの場一覧\n", 2),
  ]

  @Test(arguments: preambles)
  func theHeadingIsFoundBelow(_ what: String, _ above: String, _ line: Int) throws {
    let text = above + "名称,住所,電話番号\n番町サロン,番町1,087-000-0001\n"
    let list = try OpenedList(
      path: "list.csv", bytes: Array(text.utf8), choice: ListRepository.choice())
    #expect(list.explanation?.line == line, "\(what)")
    let read = try ReadList(list)
    #expect(read.resources.map(\.name) == ["番町サロン"], "\(what)")
    #expect(read.rows.map(\.line) == [line + 1])
    #expect(read.skipped.isEmpty && read.rejected.isEmpty && read.warnings.isEmpty)
  }

  /// 秋田市: merged cells over the kinds of disaster.
  @Test func aHeadingOfTwoLinesIsOne() throws {
    let list = try ReadList(
      """
      指定緊急避難場所一覧,,,,,,,,,
      ,,,,,,,,,
      名称,住所,対象とする異常な現象の種類,,,,,,,,想定収容人数
      ,,洪水,崖崩れ、土石流及び地滑り,高潮,地震,津波,大規模な火事,内水氾濫,火山現象,
      番町小学校,見本市番町1,1,,,○,,1,,,300
      """)
    #expect(list.format.mapping == "evacuation-space")
    let row = try #require(list.rows.first)
    #expect(row.line == 5 && row.resource.name == "番町小学校")
    #expect(row.resource.place?.address == "見本市番町1")
    #expect(row.resource.categories.contains("P-EVAC"))
    #expect(row.resource.capacity?.maximum == 300)
    #expect(row.resource.description == "洪水：1\n地震：○\n大規模な火事：1")
    #expect(row.cells["対象とする異常な現象の種類_地震"] == "○")
  }
}
