import Model
import Timetable

/// A reading in one line: `2,4 WE 10:00-12:00 -H | SA`, so that a table of phrases stays readable.
func rendered(_ reading: ScheduleReading) -> String {
  reading.rules.map(rendered).joined(separator: " | ")
}

func rendered(_ rule: Recurrence) -> String {
  func list(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: ",") }
  func clock(_ minutes: Int?) -> String { minutes.map(TimeRange.text) ?? "" }
  var words: [String] = []
  if rule.closed { words.append("closed") }
  if rule.interval != 1 { words.append("every\(rule.interval)") }
  if let from = rule.validFrom { words.append("from " + from.text) }
  if let to = rule.validTo { words.append("to " + to.text) }
  if !rule.months.isEmpty { words.append("m" + list(rule.months)) }
  if !rule.monthDays.isEmpty { words.append("d" + list(rule.monthDays)) }
  if !rule.weeks.isEmpty { words.append(list(rule.weeks)) }
  if !rule.days.isEmpty {
    words.append(rule.days == Weekday.allCases ? "daily" : rule.days.map(\.rawValue).joined())
  }
  if rule.onHolidays { words.append("+H") }
  if let side = rule.nearHoliday { words.append("near:" + side.rawValue) }
  words += rule.hours.map { clock($0.from) + "-" + clock($0.to) }
  if let shift = rule.ifHoliday {
    words.append("H:" + shift.rawValue)
  } else if rule.exceptHolidays {
    words.append("-H")
  }
  return words.joined(separator: " ")
}
