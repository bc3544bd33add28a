import Interchange
import Model
import Testing

/// 6 and 8 to 11: digits, dates, times, weekdays and prices as cells have them.
@Suite struct PitfallValueTests {
  /// 6: digits of both widths in one value, from `Fixtures/children-club.csv`.
  @Test func digitsOfBothWidthsAreOneNumber() throws {
    let list = try ReadList(fixture: "children-club.csv")
    #expect(list.resources.map(\.capacity?.maximum) == [40, 38, 85])
    #expect(list.resources.map(\.capacity?.text) == ["40人", "３８人", "85人"])
    #expect(list.resources.first?.place?.address == "番町二丁目14番2号 1階")
    #expect(list.resources.first?.schedule?.text?.contains("土曜日　８:０0～19:00") == true)
    #expect(list.resources.map(\.cost?.text).first??.hasPrefix("20,000円/月") == true)
    #expect(list.rows.first?.cells["address"] == "番町ニ丁目14番2号 1階")
  }

  @Test func aPriceOfBothWidthsIsRead() throws {
    let cost = try Pitfall.row(["名称": "会", "料金": "２０,000円/月　　　"]).resource.cost
    #expect(cost == Cost(text: "２０,000円/月", min: 20_000, max: 20_000, per: "month"))
  }

  /// 8: the cell, and the first and last day it means as a beginning without an end.
  static let dates: [(cell: String, from: String?, to: String?)] = [
    ("令和2年6月", "2020-06-01", "2020-06-30"), ("2005(平成17)", "2005-01-01", "2005-12-31"),
    ("2006(平成18）", "2006-01-01", "2006-12-31"), ("平29. 7. 1", "2017-07-01", "2017-07-01"),
    ("昭32. 7. 1", "1957-07-01", "1957-07-01"), ("20041117", "2004-11-17", "2004-11-17"),
    ("5/16/2020", "2020-05-16", "2020-05-16"), ("8/15/17", "2017-08-15", "2017-08-15"),
    ("R5.8.14", "2023-08-14", "2023-08-14"), ("令和元年5月1日", "2019-05-01", "2019-05-01"),
    ("２０２６年１２月１日（火）", "2026-12-01", "2026-12-01"), ("2026-12-01", "2026-12-01", "2026-12-01"),
    ("毎年8月最終土曜日", nil, nil), ("随時", nil, nil), ("5/8/14", nil, nil), ("2026年13月1日", nil, nil),
  ]

  @Test(arguments: dates)
  func aDateIsReadOrKept(_ cell: String, _ from: String?, _ to: String?) throws {
    let row = try Pitfall.row(["イベント名": "夏祭り", "開始日": cell, "終了日": ""])
    let schedule = try #require(row.resource.schedule)
    #expect(schedule.validFrom == from && schedule.validTo == to, "\(cell)")
    if from == nil || from != to { #expect(schedule.text == cell) }
    #expect(row.cells["開始日"] == cell)
    #expect(row.resource.status == .active)
  }

  /// One cell shows in which order the column has day and month, also for the rows above it.
  @Test func aColumnHasOneOrder() throws {
    let list = try ReadList("イベント名,開始日,終了日\n一,5/6/17,5/7/17\n二,6/1/17,\n三,8/15/17,8/16/17\n")
    #expect(
      list.resources.map(\.schedule?.validFrom) == ["2017-05-06", "2017-06-01", "2017-08-15"])
    #expect(list.resources.map(\.schedule?.validTo) == ["2017-05-07", "2017-06-01", "2017-08-16"])
    #expect(list.resources.first?.schedule?.text == "2017年5月6日～2017年5月7日")
  }

  /// 9: what stands in 開始時間 and 終了時間, and what is shown.
  static let times: [(opens: String, closes: String, shown: String?)] = [
    ("9:00", "17:00", "9:00～17:00"), ("09:00", "１７：３０", "9:00～17:30"),
    ("９時", "正午", "9:00～12:00"),
    ("午前9時半", "午後5時", "9:30～17:00"), ("18:00", "25:00", "18:00～25:00"), ("0:00", "0:00", nil),
    ("00:00", "0時", nil), ("0:00", "23:59", "0:00～23:59"),
    ("9:00", "", "9:00～"), ("", "17:00", "～17:00"),
    ("10時ころから17時ころまで", "", "10時ころから17時ころまで"), ("放課後～18:30", "", "放課後～18:30"),
    ("8:30", "日没まで", "8:30～日没まで"), ("0.375", "0.5", "9:00～12:00"),
    ("チェックイン15時00分　チェックアウト10時00分", "", "チェックイン15時00分　チェックアウト10時00分"),
    (
      "4/1～10/31  6:00   11/1～3/31 8:30", "日没まで", "4/1～10/31  6:00   11/1～3/31 8:30～日没まで"
    ),
  ]

  @Test(arguments: times)
  func aTimeIsReadOrKept(_ opens: String, _ closes: String, _ shown: String?) throws {
    let row = try Pitfall.row(["名称": "会", "開始時間": opens, "終了時間": closes])
    #expect(row.resource.schedule?.text == shown, "\(opens) \(closes)")
    #expect(row.cells["開始時間"] ?? "" == opens && row.warnings.isEmpty)
  }

  /// 10: kept as they stand, but for the marks between them.
  static let weekdays: [(cell: String, shown: String)] = [
    ("月火水木金土日", "月火水木金土日"), ("月火水木金土日祝", "月火水木金土日祝"), ("日月火水木金土", "日月火水木金土"),
    ("月;火;水", "月・火・水"), ("月・火・水・木・金曜日", "月・火・水・木・金曜日"), ("月～金", "月～金"), ("毎日", "毎日"),
    ("通年", "通年"), ("年中無休", "年中無休"), ("随時", "随時"), ("毎月第2・4水曜日", "毎月第2・4水曜日"),
    ("通常は施錠、必要時のみ開錠。", "通常は施錠、必要時のみ開錠。"),
  ]

  @Test(arguments: weekdays) func weekdaysAreKept(_ cell: String, _ shown: String) throws {
    let row = try Pitfall.row(["名称": "会", "利用可能曜日": cell])
    #expect(row.resource.schedule?.text == shown && row.resource.status == .active)
    #expect(row.cells["利用可能曜日"] == cell)
  }

  @Test(arguments: ["利用休止中", "休止中", "食堂休業中"]) func whatRestsIsPaused(_ cell: String) throws {
    let row = try Pitfall.row(["名称": "会", "利用可能曜日": cell])
    #expect(row.resource.status == .paused && row.resource.schedule?.text == cell)
    #expect(row.sources["status"] == "利用可能曜日：\(cell)")
  }

  /// 11: the words are kept, and a price only where nothing is in doubt.
  static let prices: [(cell: String, cost: Cost?)] = [
    ("\\1,500", Cost(text: "¥1,500", min: 1500, max: 1500)),
    ("1,500円", Cost(text: "1,500円", min: 1500, max: 1500)),
    ("１５０円", Cost(text: "１５０円", min: 150, max: 150)),
    ("300", Cost(text: "300円", min: 300, max: 300)),
    ("300～500", Cost(text: "300～500", min: 300, max: 500)), ("500（1家族）", Cost(text: "500（1家族）")),
    ("無料", Cost(text: "無料", min: 0, max: 0)), ("0 ", Cost(text: "無料", min: 0, max: 0)),
    ("－", nil), ("", nil), ("実費", Cost(text: "実費")), ("カンパ", Cost(text: "カンパ")),
    ("30分300円", Cost(text: "30分300円", min: 300, max: 300, per: "30min")),
    ("1kmにつき10円", Cost(text: "1kmにつき10円")),
    ("1回100円", Cost(text: "1回100円", min: 100, max: 100, per: "visit")),
  ]

  @Test(arguments: prices) func aPriceIsReadOrKept(_ cell: String, _ cost: Cost?) throws {
    let row = try Pitfall.row(["名称": "会", "料金": cell])
    #expect(row.resource.cost == cost, "\(cell)")
    #expect(row.cells["料金"] ?? "" == cell)
  }

  /// 子ども食堂: a price for each age. One that is not read leaves the range open.
  static let fees: [(child: String, adult: String, cost: Cost?)] = [
    ("0", "300", Cost(text: "幼児無料、大人300円", min: 0, max: 300, per: "visit")),
    ("無料", "300～500", Cost(text: "幼児無料、大人300～500", min: 0, max: 500, per: "visit")),
    ("なし", "300", Cost(text: "幼児無料、大人300円", min: 0, max: 300, per: "visit")),
    ("100", "500（1家族）", Cost(text: "幼児100円、大人500（1家族）")), ("－", "", nil),
  ]

  @Test(arguments: fees)
  func aPriceForEachAge(_ child: String, _ adult: String, _ cost: Cost?) throws {
    let row = try Pitfall.row(["名称": "食堂", "参加費_幼児": child, "参加費_大人": adult])
    #expect(row.resource.cost == cost, "\(child) \(adult)")
  }
}
