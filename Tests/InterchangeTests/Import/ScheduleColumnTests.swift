import Interchange
import Model
import Testing
import Timetable

/// Columns of days, hours and closing days become one schedule, and each keeps what it says.
@Suite("Schedule columns")
struct ScheduleColumnTests {
  /// Open days of two weeks, 2026-12-21 to 2027-01-03, as days of the month; nil where they are not known.
  private func open(_ cells: KeyValuePairs<String, String>) throws -> [Int]? {
    let text = try #require(try Pitfall.row(cells).resource.schedule?.text)
    let first = try #require(CalendarDate("2026-12-21"))
    let last = try #require(CalendarDate("2027-01-03"))
    return PhraseReader.read(text).days(from: first, to: last)?.map(\.date.day)
  }

  private static let all = [21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 1, 2, 3]
  private static func without(_ days: Int...) -> [Int] { all.filter { !days.contains($0) } }

  /// 営業時間 and 定休日, as lists of farm shops, museums and shops have them.
  static let closing: [(hours: String, closed: String, days: [Int]?)] = [
    ("9:00～17:00", "火曜日", without(22, 29)), ("9:00～17:00", "水", without(23, 30)),
    ("9:00～17:00", "水曜定休", without(23, 30)), ("9:00～17:00", "年中無休", all),
    ("9:00～17:00", "なし", all), ("9:00～17:00", "年末年始", without(29, 30, 31, 1, 2, 3)),
    ("9:00～17:00", "12/31～1/2", without(31, 1, 2)),
    ("9:00～17:00", "毎週月曜日（祝日の場合は翌日）、12月29日～1月3日", without(21, 28, 29, 30, 31, 1, 2, 3)),
    ("9:00～17:00", "土・日・祝日", without(26, 27, 1, 2, 3)),
    // 休 stands in the cell, and yet it is the column that says that these days are closed.
    ("9:00～17:00", "日曜・祝休日", without(27, 1, 3)),
    ("9:00～17:00", "木曜日（7～12月は無休）", all),
    ("9:00～17:00", "水曜日 ※祝日の場合は翌日", without(23, 30)),
    ("9:00～17:00", "火曜日 ※4～11月は無休", without(22, 29)), ("9:00～17:00", "火曜日 ※4～12月は無休", all),
    ("9:00～17:00", "年中無休（年末年始除く）", without(29, 30, 31, 1, 2, 3)),
    ("10:00～19:00（土曜は17:00まで）", "日曜日", without(27, 3)),
    ("月～金 8:30～17:15", "祝日", [21, 22, 23, 24, 25, 28, 29, 30, 31]),
    ("9:00～17:00", "不定休", nil), ("9:00～17:00", "水曜日、不定休", nil),
    ("9:00～17:00", "月1回", nil), ("要問合せ", "火曜日", without(22, 29)),
  ]

  @Test(arguments: closing)
  func closingDays(_ hours: String, _ closed: String, _ days: [Int]?) throws {
    let found = try open(["店名": "店", "営業時間": hours, "定休日": closed])
    #expect(found == days)
  }

  /// 利用可能曜日, 開始時間, 終了時間, 利用可能日時特記事項: the layouts of デジタル庁.
  static let standard: [(days: String, from: String, to: String, note: String, open: [Int]?)] = [
    ("月火水木金土日", "9:00", "22:00", "", all),
    ("月;火;水;木;金", "09:00", "17:00", "", [21, 22, 23, 24, 25, 28, 29, 30, 31, 1]),
    ("月火水木金", "8:30", "17:15", "祝日、12/29～1/3は利用不可", [21, 22, 23, 24, 25, 28]),
    ("火水木金土日", "9:00", "17:00", "月曜日が祝日の場合は開館し、翌日休館", nil),
    ("月火水木金土日", "9:00", "17:00", "12月29日から1月3日は休館", without(29, 30, 31, 1, 2, 3)),
    ("月火水木金土日", "9:00", "21:00", "第4月曜日休館", without(28)),
    ("月火水木金土日", "9:00", "17:00", "入館は16時30分まで", all),
    ("月火水木金土日", "9:00", "17:00", "月により異なる", nil),
  ]

  @Test(arguments: standard)
  func standardColumns(
    _ days: String, _ from: String, _ to: String, _ note: String, _ open: [Int]?
  ) throws {
    let found = try self.open([
      "名称": "施設", "利用可能曜日": days, "開始時間": from, "終了時間": to, "利用可能日時特記事項": note,
    ])
    #expect(found == open)
  }

  @Test func closingDaysAloneSayThatTheyAre() throws {
    for (cell, text) in [("火曜日", "休み：火曜日"), ("火曜定休", "火曜定休"), ("無休", "年中無休")] {
      let row = try Pitfall.row(["店名": "店", "定休日": cell])
      #expect(row.resource.schedule?.text == text)
    }
  }
}
