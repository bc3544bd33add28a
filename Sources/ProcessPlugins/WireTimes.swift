import LineRPC
@_spi(Host) import MatchingKit
import Model
import Timetable

/// Times as they are written for a program; the members are those of `parse_schedule`.
enum WireTimes {
  /// How many of the next days are named: all of nine weeks would make most of a request.
  static let most = 10

  /// Times of a person's week.
  static func reading(_ reading: ScheduleReading?) -> JSONPiece? {
    guard let reading else { return nil }
    return .object([
      ("complete", .bool(reading.complete)), ("rules", .array(reading.rules.map(rule))),
    ])
  }

  static func schedule(_ one: ResourceView) -> JSONPiece? {
    guard let text = one.schedule else { return nil }
    let times = one.times
    return .object([
      ("text", .text(text)), ("complete", times.map { .bool($0.isComplete) }),
      (
        "dates",
        times?.days.map { days in
          .array(days.prefix(most).map(day))
        }
      ),
      ("hours", times.flatMap { spans($0.hoursOfAnyDay) }),
    ])
  }

  private static func day(_ day: ScheduledDay) -> JSONPiece {
    .object([("date", .text(day.date.text)), ("hours", spans(day.hours))])
  }

  private static func rule(_ rule: Recurrence) -> JSONPiece {
    func numbers(_ list: [Int]) -> JSONPiece? {
      list.isEmpty ? nil : .array(list.map(JSONPiece.integer))
    }
    return .object([
      ("days", rule.days.isEmpty ? nil : .array(rule.days.map { .text($0.rawValue) })),
      ("weeks", numbers(rule.weeks)), ("monthDays", numbers(rule.monthDays)),
      ("months", numbers(rule.months)),
      ("interval", rule.interval == 1 ? nil : .integer(rule.interval)),
      ("hours", spans(rule.hours)), ("validFrom", WireFields.text(rule.validFrom?.text)),
      ("validTo", WireFields.text(rule.validTo?.text)),
      ("onHolidays", rule.onHolidays ? .bool(true) : nil),
      ("exceptHolidays", rule.exceptHolidays ? .bool(true) : nil),
      ("closed", rule.closed ? .bool(true) : nil),
    ])
  }

  private static func spans(_ spans: [ClockSpan]) -> JSONPiece? {
    spans.isEmpty
      ? nil
      : .array(
        spans.map {
          .object([
            ("from", WireFields.text($0.from.map(PhraseWriter.clock))),
            ("to", WireFields.text($0.to.map(PhraseWriter.clock))),
          ])
        })
  }
}
