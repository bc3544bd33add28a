import Model
import TestSupport
import Testing
import Timetable

@Suite("Dates of schedules")
struct DatesTests {
  private func dates(
    _ phrase: String, _ from: String, _ to: String, _ polarity: Polarity = .open
  ) throws -> [String]? {
    let first = try #require(CalendarDate(from))
    let last = try #require(CalendarDate(to))
    return PhraseReader.read(phrase, polarity: polarity).days(
      from: first, to: last, polarity: polarity)?
      .map { day in
        day.date.text.dropFirst(5)
          + day.hours.map {
            " " + ($0.from.map(TimeRange.text) ?? "") + "-" + ($0.to.map(TimeRange.text) ?? "")
          }.joined()
      }
      .map(String.init)
  }

  @Test func weekdaysWithoutHolidays() throws {
    // 2026-11-23 is a Monday and 勤労感謝の日, 2026-11-03 a Tuesday and 文化の日.
    #expect(
      try dates("毎週月・火 10時～12時（祝日除く）", "2026-11-01", "2026-11-30") == [
        "11-02 10:00-12:00", "11-09 10:00-12:00", "11-10 10:00-12:00", "11-16 10:00-12:00",
        "11-17 10:00-12:00",
        "11-24 10:00-12:00", "11-30 10:00-12:00",
      ])
  }

  @Test func nthAndLastOfAMonth() throws {
    #expect(
      try dates("第2・最終土曜", "2026-08-01", "2026-09-30") == ["08-08", "08-29", "09-12", "09-26"])
  }

  @Test func closingDaysMove() throws {
    #expect(
      try dates("月曜（祝日の場合は翌日）", "2026-11-16", "2026-11-30", .closed) == ["11-16", "11-24", "11-30"])
    // 2026-09-21 to 23 are all holidays.
    #expect(
      try dates("月曜（祝日の場合は翌平日）", "2026-09-14", "2026-09-28", .closed) == [
        "09-14", "09-24", "09-28",
      ])
  }

  @Test func daysBesideHolidays() throws {
    func closed(_ phrase: String, _ first: String, _ last: String) throws -> [String]? {
      try dates(phrase, first, last, .closed)
    }
    #expect(try closed("祝日の翌日", "2026-11-01", "2026-11-30") == ["11-04", "11-24"])
    // 2026-09-21 to 23 are all holidays, and each has a day after it.
    #expect(try closed("祝日の翌日", "2026-09-01", "2026-09-30") == ["09-22", "09-23", "09-24"])
    #expect(
      try closed("祝日の翌日（祝日を除く）", "2026-09-01", "2026-09-30") == ["09-24"])
    #expect(try closed("祝日の翌平日", "2026-09-01", "2026-09-30") == ["09-24"])
    // 2026-07-20 is a Monday; 08-11 a Tuesday; 2027-01-01 a Friday.
    #expect(try closed("祝日の翌平日", "2026-12-20", "2027-01-15") == ["01-04", "01-12"])
    #expect(try closed("祝日の翌日（土日を除く）", "2026-12-20", "2027-01-15") == ["01-12"])
    #expect(try dates("祝前日", "2026-11-01", "2026-11-30") == ["11-02", "11-22"])
    #expect(
      try dates("金・祝前日 18:00～21:00", "2026-11-01", "2026-11-08") == [
        "11-02 18:00-21:00", "11-06 18:00-21:00",
      ])
    #expect(
      try closed("月曜（祝日の場合は前日）", "2026-11-16", "2026-11-30") == ["11-16", "11-22", "11-30"])
  }

  @Test func openDaysAreTheOthers() throws {
    #expect(
      try dates("9:00～17:00 休館日：月曜、12/29～1/3", "2026-12-26", "2027-01-06") == [
        "12-26 9:00-17:00", "12-27 9:00-17:00", "01-05 9:00-17:00", "01-06 9:00-17:00",
      ])
  }

  @Test func pausesAreTakenOut() throws {
    #expect(
      try dates("火曜 8:00～21:00（ただし10:00～11:00清掃）", "2026-12-01", "2026-12-01") == [
        "12-01 8:00-10:00 11:00-21:00"
      ])
  }

  @Test(
    "are not told where the phrase does not say",
    arguments: ["9:00～17:00", "隔週火曜", "不定期", "第2か第4火曜"])
  func unknown(_ phrase: String) throws {
    #expect(try dates(phrase, "2026-12-01", "2026-12-31") == nil)
  }

  @Test func everyOtherWeekFromAFirstDay() throws {
    #expect(
      try dates("令和8年12月1日から令和9年1月31日まで 隔週火曜", "2026-12-01", "2027-01-31") == [
        "12-01", "12-15", "12-29", "01-12", "01-26",
      ])
  }

  @Test("are sorted, in range, and keep the exceptions")
  func properties() throws {
    var random = SeededGenerator(seed: propertySeed("dates"))
    for _ in 0..<60 {
      let day = random.pick(Weekday.allCases)
      let month = Int.random(in: 1...12, using: &random)
      let reading = PhraseReader.read("毎週\(day.label.ja)曜日（\(month)月、12/29～1/3、祝日を除く）")
      let first = CalendarDate(daysSince1970: Int.random(in: 18_000...30_000, using: &random))
      let last = CalendarDate(
        daysSince1970: first.daysSince1970 + Int.random(in: 0...500, using: &random))
      let dates = try #require(reading.days(from: first, to: last)).map(\.date)
      #expect(dates == dates.sorted() && dates.allSatisfy { $0 >= first && $0 <= last })
      #expect(
        dates.allSatisfy {
          $0.weekday == day && $0.month != month && !JapaneseHolidays.contains($0)
            && !($0.month == 12 && $0.day >= 29) && !($0.month == 1 && $0.day <= 3)
        })
    }
  }
}
