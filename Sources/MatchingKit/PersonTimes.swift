import Model
import Timetable

extension Person {
  /// Times of a person's usual week: free ones, or those that care and other things already take.
  public struct Times: Sendable, Hashable, Codable {
    /// Nil for every day.
    public var days: [Weekday]?
    /// `HH:MM`; nil from the day's beginning.
    public var from: String?
    /// `HH:MM`, `24:00` too; nil to the day's end.
    public var to: String?

    public init(days: [Weekday]? = nil, from: String? = nil, to: String? = nil) {
      self.days = days
      self.from = from
      self.to = to
    }

    /// The same as a rule; nil when an end is no time, or the end does not lie behind the beginning.
    public var rule: Recurrence? {
      var ends: (from: Int, to: Int) = (0, 24 * 60)
      if let from {
        guard let minutes = TimeRange.minutes(from) else { return nil }
        ends.from = minutes
      }
      if let to {
        guard let minutes = TimeRange.minutes(to) else { return nil }
        ends.to = minutes
      }
      guard ends.from < ends.to else { return nil }
      return Recurrence(
        days: days ?? Weekday.allCases, hours: [ClockSpan(from: ends.from, to: ends.to)])
    }
  }
}

/// When a person can and can't, as rules.
public struct PersonWeek: Sendable, Hashable {
  /// When they are free; nil when nothing was said of it.
  public var free: ScheduleReading?
  /// What is taken already (デイサービス, 通院); nil when nothing was said of it.
  public var busy: ScheduleReading?
  /// The day the request is answered on.
  public var today: CalendarDate?

  public init(
    free: ScheduleReading? = nil, busy: ScheduleReading? = nil, today: CalendarDate? = nil
  ) {
    self.free = free
    self.busy = busy
    self.today = today
  }
}

/// When a resource takes place, as far as its words tell.
public struct ResourceTimes: Sendable, Hashable {
  /// How far ahead days are told.
  public static let horizon = 63

  /// The words.
  public var text: String
  /// Whether the words were understood to the end.
  public var isComplete: Bool
  /// The days from today on, ``horizon`` of them, with their hours; nil when the words don't tell days,
  /// or were not understood.
  public var days: [ScheduledDay]?
  /// The hours where only those are told (9時～17時); empty else.
  public var hoursOfAnyDay: [ClockSpan]

  public init(
    text: String, isComplete: Bool, days: [ScheduledDay]?, hoursOfAnyDay: [ClockSpan] = []
  ) {
    self.text = text
    self.isComplete = isComplete
    self.days = days
    self.hoursOfAnyDay = hoursOfAnyDay
  }
}
