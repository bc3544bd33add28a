import Model
import Timetable

/// A person's free time on each of the next ``ResourceTimes/horizon`` days.
public struct FreeTime: Sendable {
  /// Whether anything was said of their times. If not, every day is free.
  public let isKnown: Bool
  public let days: [CalendarDate]
  private let first: Int
  /// Minutes of each day that are free, and those that would be without what is taken already.
  private let free: [[TimeRange]]
  private let untaken: [[TimeRange]]

  public static let wholeDay = TimeRange(from: 0, to: 24 * 60)

  public init(free stated: ScheduleReading?, busy: ScheduleReading?, from today: CalendarDate) {
    isKnown = stated != nil || busy != nil
    let first = today.daysSince1970
    self.first = first
    days = (0..<ResourceTimes.horizon).map { CalendarDate(daysSince1970: first + $0) }
    var free: [[TimeRange]] = []
    var untaken: [[TimeRange]] = []
    for day in days {
      var spans = [Self.wholeDay]
      if let stated { spans = Self.spans(stated, day) }
      untaken.append(spans)
      if let busy {
        for taken in Self.spans(busy, day) { spans = spans.flatMap { $0.without(taken) } }
      }
      free.append(spans)
    }
    self.free = free
    self.untaken = untaken
  }

  private static func spans(_ reading: ScheduleReading, _ day: CalendarDate) -> [TimeRange] {
    guard case .some(.some(let hours)) = reading.hours(on: day) else { return [] }
    return hours.isEmpty ? [wholeDay] : hours.map(\.likely)
  }

  /// What is free of a day, in minutes of it.
  public func free(on date: CalendarDate) -> [TimeRange] { Self.at(date, free, first) }
  /// What would be free of it, were it not for what is taken already.
  public func untaken(on date: CalendarDate) -> [TimeRange] { Self.at(date, untaken, first) }

  private static func at(
    _ date: CalendarDate, _ days: [[TimeRange]], _ first: Int
  ) -> [TimeRange] {
    let at = date.daysSince1970 - first
    return days.indices.contains(at) ? days[at] : []
  }
}

extension ClockSpan {
  /// With an end that is not stated an hour away from the other.
  public var likely: TimeRange {
    switch (from, to) {
    case (let from?, let to?): TimeRange(from: from, to: to)
    case (let from?, nil): TimeRange(from: from, to: from + 60)
    case (nil, let to?): TimeRange(from: max(0, to - 60), to: to)
    case (nil, nil): FreeTime.wholeDay
    }
  }
}

extension TimeRange {
  public var minutes: Int { max(0, to - from) }

  public func without(_ taken: TimeRange) -> [TimeRange] {
    guard overlaps(taken) else { return [self] }
    var out: [TimeRange] = []
    if from < taken.from { out.append(TimeRange(from: from, to: taken.from)) }
    if taken.to < to { out.append(TimeRange(from: taken.to, to: to)) }
    return out
  }

  public func shared(with other: TimeRange) -> TimeRange {
    TimeRange(from: max(from, other.from), to: min(to, other.to))
  }
}
