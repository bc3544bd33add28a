import Diagnostics
import MatchingKit
import Model
import Timetable

/// The days on which a resource and a person can meet.
struct Meeting {
  struct Day {
    var date: CalendarDate
    /// Of the resource; nil when not stated.
    var hours: TimeRange?
    /// That both have.
    var minutes: Int
    /// 0…1 of what is worth having.
    var share: Double

    /// 「12/1（火）13:30～15:30」.
    var words: Bilingual {
      let span = hours.map { "\(TimeRange.text($0.from))～\(TimeRange.text($0.to))" }
      let day = date.weekday.label
      return Bilingual(
        ja: "\(date.month)/\(date.day)（\(day.ja)）" + (span ?? ""),
        en: "\(day.en) \(date.month)/\(date.day)"
          + (span.map { " " + $0.replacing("～", with: "–") } ?? ""))
    }
  }

  private(set) var next: Day?
  private(set) var count = 0
  let all: Int
  /// The best share of any day.
  private(set) var share = 0.0
  /// Whether a day's hours are not stated and part of that day is free.
  private(set) var hasOpenHours = false
  /// Whether they would meet but for what is taken already.
  private(set) var isOnlyTaken = false

  init(_ days: [ScheduledDay], _ week: FreeTime) {
    all = days.count
    for day in days {
      let free = week.free(on: day.date)
      if let met = Self.meet(day, free) {
        count += 1
        share = max(share, met.share)
        if next == nil { next = met }
      } else if day.hours.isEmpty, !free.isEmpty {
        hasOpenHours = true
      } else if !isOnlyTaken {
        isOnlyTaken = Self.meet(day, week.untaken(on: day.date)) != nil
      }
    }
  }

  private static func meet(_ day: ScheduledDay, _ free: [TimeRange]) -> Day? {
    guard !free.isEmpty else { return nil }
    if day.hours.isEmpty {
      // Hours that nobody told fit a whole free day only.
      guard free.first == FreeTime.wholeDay else { return nil }
      return Day(date: day.date, hours: nil, minutes: Availability.enough, share: 1)
    }
    var best: Day?
    for span in day.hours {
      let hours = span.likely
      let worth = max(1, min(hours.minutes, Availability.enough))
      for time in free {
        let minutes = hours.shared(with: time).minutes
        guard minutes >= min(Availability.least, worth), minutes > best?.minutes ?? 0 else {
          continue
        }
        best = Day(
          date: day.date, hours: hours, minutes: minutes,
          share: min(1, Double(minutes) / Double(worth)))
      }
    }
    return best
  }
}
