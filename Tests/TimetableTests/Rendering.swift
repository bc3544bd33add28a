import Model
import Timetable

/// A reading in one line: `2,4 WE 10:00-12:00 -H | SA`, so that a table of phrases stays readable.
func rendered(_ reading: ScheduleReading) -> String {
  reading.rules.map { rule in
    var words: [String] = []
    if !rule.weeks.isEmpty { words.append(rule.weeks.map(String.init).joined(separator: ",")) }
    words.append(rule.days == Weekday.allCases ? "daily" : rule.days.map(\.rawValue).joined())
    words += rule.hours.map { TimeRange.text($0.from) + "-" + TimeRange.text($0.to) }
    if rule.exceptHolidays { words.append("-H") }
    return words.joined(separator: " ")
  }.joined(separator: " | ")
}
