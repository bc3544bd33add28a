import Model
import TestSupport
import Testing
import Timetable

@Suite("Rules written as phrases")
struct RuleWritingTests {
  private func rule(_ random: inout SeededGenerator) -> Recurrence {
    var rule = Recurrence()
    rule.days = Weekday.allCases.filter { _ in Int.random(in: 0...2, using: &random) == 0 }
    if rule.days.isEmpty { rule.days = [random.pick(Weekday.allCases)] }
    if Bool.random(using: &random) {
      rule.weeks = random.pick([[1], [2, 4], [-1], [-1, 2], [1, 3, 5]])
    }
    switch Int.random(in: 0...4, using: &random) {
    case 0: rule.months = random.pick([[4, 5, 6], [8], [1, 2, 11, 12], [1, 3, 5, 7, 9, 11]])
    case 1:
      rule.validFrom = YearDay(month: 4, day: 1)
      rule.validTo = YearDay(month: 10, day: 31)
    case 2:
      rule.validFrom = YearDay(year: 2026, month: 11, day: 9)
      rule.validTo = YearDay(year: 2027, month: 3, day: 31)
    default: break
    }
    if Bool.random(using: &random) {
      let from = Int.random(in: 6...20, using: &random) * 60
      rule.hours = [ClockSpan(from: from, to: from + random.pick([30, 90, 120]))]
    }
    switch Int.random(in: 0...3, using: &random) {
    case 0: rule.exceptHolidays = true
    case 1 where rule.weeks.isEmpty: rule.onHolidays = true
    case 2 where rule.weeks.isEmpty:
      rule.nearHoliday = random.pick(HolidayNeighbour.allCases)
      if Bool.random(using: &random) || rule.days.count > 5 { rule.days = [] }
      rule.exceptHolidays = Bool.random(using: &random)
    default: break
    }
    return rule
  }

  @Test("read back as the same rule")
  func roundTrip() {
    var random = SeededGenerator(seed: propertySeed("rules"))
    for _ in 0..<400 {
      let rule = rule(&random)
      let text = PhraseWriter.write(rule, .ja)
      let reading = PhraseReader.read(text)
      #expect(reading.complete && reading.rules == [rule], "\(text): \(rendered(reading))")
    }
  }
}
