import Model
import Testing

@Suite("Calendar dates")
struct CalendarDateTests {
  static let known: [(String, Int, Weekday)] = [
    ("1970-01-01", 0, .thursday), ("1969-12-31", -1, .wednesday), ("2000-01-01", 10_957, .saturday),
    // 2000 was a leap year, 1900 none; the days beside each.
    ("2000-02-29", 11_016, .tuesday), ("2000-03-01", 11_017, .wednesday),
    ("1900-02-28", -25_509, .wednesday), ("1900-03-01", -25_508, .thursday),
    ("2026-08-01", 20_666, .saturday), ("2024-02-29", 19_782, .thursday),
    // The ends of what is taken.
    ("0001-01-01", -719_162, .monday), ("9999-12-31", 2_932_896, .friday),
  ]

  @Test("have their day count and weekday", arguments: known)
  func knownDate(_ text: String, _ days: Int, _ weekday: Weekday) throws {
    let date = try #require(CalendarDate(text))
    #expect(date.daysSince1970 == days && date.weekday == weekday)
    #expect(CalendarDate(daysSince1970: days) == date && date.text == text)
  }

  @Test("are counted one by one over 400 years")
  func dayCount() {
    var before = CalendarDate(daysSince1970: -100_001)
    for days in -100_000...46_097 {
      let date = CalendarDate(daysSince1970: days)
      guard date.daysSince1970 == days, before < date, CalendarDate(date.text) == date,
        date.weekday.index == (before.weekday.index + 1) % 7
      else {
        Issue.record("\(date.text) after \(before.text)")
        return
      }
      before = date
    }
  }

  @Test(
    "are read from what people write",
    arguments: [
      ("2026/8/1", "2026-08-01"), ("2026-8-01", "2026-08-01"), ("0099-01-01", "0099-01-01"),
      // No such day, no such form.
      ("2026-02-29", nil), ("2026-00-01", nil), ("2026-13-01", nil), ("2026-04-31", nil),
      ("2026-01-00", nil), ("26-01-01", nil), ("20260101", nil), ("2026-1", nil), ("", nil),
      ("2026-01-01T00:00", nil), ("２０２６-01-01", nil), ("-026-01-01", nil), ("0000-01-01", nil),
      ("2026-001-01", nil), ("2026--01", nil), ("2026年1月1日", nil),
    ] as [(String, String?)])
  func parse(_ text: String, _ expected: String?) {
    #expect(CalendarDate(text)?.text == expected, "\(text)")
  }

  @Test("know which of their weekday in the month they are")
  func weeks() throws {
    for (text, week, isLast) in [
      ("2026-08-01", 1, false), ("2026-08-07", 1, false), ("2026-08-08", 2, false),
      // August has five Saturdays: the 22nd is not the last one, the 29th is.
      ("2026-08-22", 4, false), ("2026-08-29", 5, true), ("2026-08-25", 4, true),
      // In a February of 28 days the fourth is always the last.
      ("2026-02-22", 4, true), ("2026-02-21", 3, false), ("2024-02-22", 4, false),
      ("2024-02-29", 5, true),
    ] {
      let date = try #require(CalendarDate(text))
      #expect(date.weekOfMonth == week && date.isLastOfItsWeekday == isLast, "\(text)")
    }
  }
}
