import Diagnostics
@_spi(Host) import MatchingKit
import Model
import Timetable

/// On which days a person can be at a place, and go there by a ride, over the next nine weeks.
struct PersonDays {
  /// Nil when the day of the request is not known.
  private let free: FreeTime?

  /// Minutes before and after in which a ride is of use. Judgement of this project.
  static let around = 60
  /// Less in common is no meeting, minutes; as the judge of times has it.
  static let least = 15

  init(_ week: PersonWeek) {
    free = week.today.map { FreeTime(free: week.free, busy: week.busy, from: $0) }
  }

  /// A day with the hours of something; nil where nobody stated them.
  struct Slot: Hashable {
    var date: CalendarDate
    var hours: TimeRange?
  }

  /// When somebody can be at a place.
  struct Slots {
    /// Days that suit the person.
    var days: [Slot] = []
    /// Whether the place's own days are told.
    var isKnown = false
  }

  func slots(of candidate: CandidateFacts) -> Slots {
    let times = ResourceView(candidate, showing: [.resourceSchedule]).times
    guard let free, let days = times?.days, !days.isEmpty else { return Slots() }
    var slots = Slots(isKnown: true)
    for day in days {
      let spans = free.free(on: day.date)
      if day.hours.isEmpty, !spans.isEmpty { slots.days.append(Slot(date: day.date)) }
      for hours in day.hours.map(\.likely) {
        let least = min(Self.least, max(1, hours.minutes))
        if spans.contains(where: { $0.shared(with: hours).minutes >= least }) {
          slots.days.append(Slot(date: day.date, hours: hours))
        }
      }
    }
    return slots
  }

  /// Those of the next four weeks.
  func fourWeeks(of slots: Slots) -> [Slot] {
    guard let last = free?.days.dropFirst(BundleRule.days - 1).first else { return [] }
    return slots.days.filter { $0.date <= last }
  }

  /// Which of the next weeks a day is in, counted from the day of the request.
  func week(of date: CalendarDate) -> Int {
    (date.daysSince1970 - (free?.days.first?.daysSince1970 ?? 0)) / 7
  }

  /// What is on the next four weeks already.
  func taken(_ busy: ScheduleReading?) -> [Slot] {
    guard let busy, let free else { return [] }
    return free.days.prefix(BundleRule.days).flatMap { day -> [Slot] in
      guard case .some(.some(let hours)) = busy.hours(on: day) else { return [] }
      if hours.isEmpty { return [Slot(date: day)] }
      return hours.map { Slot(date: day, hours: $0.likely) }
    }
  }

  /// Whether the ride runs around one of the place's times, and on which weekdays.
  func meet(_ slots: Slots, _ ride: Ride) -> (Decision, [Weekday]) {
    guard let times = ride.times, times.isComplete else {
      if slots.isKnown, slots.days.isEmpty { return (.no, []) }
      return (Self.askWhen(ride), [])
    }
    guard slots.isKnown else { return (Self.askWhether(ride), []) }
    guard let days = ride.days else {
      // Hours without days (8時～18時).
      let fits = slots.days.contains { slot in
        slot.hours.map { Self.way(times.hoursOfAnyDay, $0) != .none } ?? true
      }
      return (fits ? Self.askWhether(ride) : .no, [])
    }
    var both: [Weekday] = []
    var open: [Weekday] = []
    var isOneWay = false
    for slot in slots.days {
      guard let hours = days[slot.date] else { continue }
      let way = slot.hours.map { hours.isEmpty ? .notTold : Self.way(hours, $0) } ?? .notTold
      switch way {
      case .both: both.append(slot.date.weekday)
      case .one, .notTold:
        open.append(slot.date.weekday)
        isOneWay = isOneWay || way == .one
      case .none: break
      }
    }
    if !both.isEmpty { return (.yes, Self.ordered(both)) }
    guard !open.isEmpty else { return (.no, []) }
    return (isOneWay ? Self.askBothWays(ride) : Self.askWhether(ride), Self.ordered(open))
  }

  private enum Way {
    case both, one, notTold, none
  }

  /// Whether hours of a ride serve the way there and the way back.
  private static func way(_ hours: [ClockSpan], _ stay: TimeRange) -> Way {
    let spans = hours.map(\.likely)
    func runs(_ from: Int, _ to: Int) -> Bool {
      spans.contains { $0.from <= to && from <= $0.to }
    }
    let there = runs(stay.from - around, stay.from)
    let back = runs(stay.to, stay.to + around)
    if there, back { return .both }
    let whole = TimeRange(from: stay.from - around, to: stay.to + around)
    return spans.contains(where: whole.overlaps) ? .one : .none
  }

  private static func ordered(_ days: [Weekday]) -> [Weekday] {
    Weekday.allCases.filter(Set(days).contains)
  }

  private static func askWhen(_ ride: Ride) -> Decision {
    guard let text = ride.times?.text else {
      return ask(
        Bilingual(
          ja: "\(ride.listing.name)はいつ走っていますか", en: "when does \(ride.listing.name) run?"))
    }
    return ask(
      Bilingual(
        ja: "\(ride.listing.name)の日時（\(text)）は合いますか",
        en: "do the times of \(ride.listing.name) (\(text)) suit?"))
  }

  private static func askWhether(_ ride: Ride) -> Decision {
    ask(
      Bilingual(
        ja: "その日時に\(ride.listing.name)は使えますか", en: "can \(ride.listing.name) be used at that time?")
    )
  }

  private static func askBothWays(_ ride: Ride) -> Decision {
    ask(
      Bilingual(
        ja: "\(ride.listing.name)は行きと帰りの両方に使えますか",
        en: "does \(ride.listing.name) serve both the way there and the way back?"))
  }

  private static func ask(_ text: Bilingual) -> Decision {
    .ask(.init(field: "schedule.text", text: text))
  }
}
