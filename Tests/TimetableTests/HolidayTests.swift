import Model
import Testing
import Timetable

@Suite("Public holidays")
struct HolidayTests {
  @Test(
    "by law",
    arguments: [
      ("2026-01-01", "元日"), ("2026-01-12", "成人の日"), ("2026-03-20", "春分の日"), ("2026-05-06", "振替休日"),
      ("2026-09-22", "国民の休日"), ("2019-04-30", "国民の休日"), ("2019-05-01", "即位の日"),
      ("2019-05-02", "国民の休日"),
      ("2019-05-06", "振替休日"), ("2019-10-22", "即位礼正殿の儀"), ("2020-07-23", "海の日"),
      ("2020-07-24", "スポーツの日"),
      ("2020-08-10", "山の日"), ("2021-07-22", "海の日"), ("2021-08-09", "振替休日"), ("1992-05-04", "振替休日"),
      ("1991-05-04", "国民の休日"), ("1993-06-09", "皇太子徳仁親王の結婚の儀"), ("2099-11-23", "勤労感謝の日"),
    ])
  func named(_ text: String, _ name: String) throws {
    let date = try #require(CalendarDate(text))
    #expect(JapaneseHolidays.name(of: date) == name)
  }

  @Test(
    "not these",
    arguments: [
      "2019-12-23", "2019-02-23", "2020-10-12", "2021-10-11", "2020-07-20", "2026-05-07",
      "1997-05-04", "2022-08-12",
      "1989-11-03", "2100-01-01",
    ])
  func none(_ text: String) throws {
    let date = try #require(CalendarDate(text))
    #expect(JapaneseHolidays.name(of: date) == nil)
  }

  /// Days of each year 1990-2050, as the Python package `holidays` 0.109 has them: too few or too many would show.
  @Test func asManyAsThereShouldBe() {
    let counts = (2016...2030).map { year in
      (1...365).count { day in
        guard let first = CalendarDate(year: year, month: 1, day: 1) else { return false }
        return JapaneseHolidays.contains(CalendarDate(daysSince1970: first.daysSince1970 + day - 1))
      }
    }
    #expect(counts == [17, 17, 20, 22, 18, 17, 16, 17, 21, 19, 18, 17, 16, 19, 19])
  }
}
