import Model

/// Part of a day in minutes from midnight; `to` may pass 1440 (24:00 and beyond).
public struct TimeRange: Sendable, Hashable, Codable {
  public var from: Int
  public var to: Int

  public init(from: Int, to: Int) {
    self.from = from
    self.to = to
  }

  public func overlaps(_ other: TimeRange) -> Bool { from < other.to && other.from < to }

  /// `HH:MM` to minutes, up to 48:00; nil for anything else.
  public static func minutes(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]),
      hour <= 48, minute < 60, parts[1].utf8.count == 2, hour * 60 + minute <= 48 * 60
    else { return nil }
    return hour * 60 + minute
  }

  public static func text(_ minutes: Int) -> String {
    let minute = minutes % 60
    return "\(minutes / 60):" + (minute < 10 ? "0" : "") + "\(minute)"
  }
}

/// Days that come again: weekdays, of every week or of some weeks of the month.
public struct Recurrence: Sendable, Hashable, Codable {
  public var days: [Weekday]
  /// 1…5 for the nth such weekday of a month, -1 for the last; empty for every week.
  public var weeks: [Int]
  /// Empty: the hours are not stated.
  public var hours: [TimeRange]
  /// Not on public holidays (祝日除く).
  public var exceptHolidays: Bool

  public init(
    days: [Weekday], weeks: [Int] = [], hours: [TimeRange] = [], exceptHolidays: Bool = false
  ) {
    self.days = days
    self.weeks = weeks
    self.hours = hours
    self.exceptHolidays = exceptHolidays
  }
}

/// What a schedule phrase was understood to say.
public struct ScheduleReading: Sendable, Hashable {
  public var rules: [Recurrence]
  /// True only when nothing was left over that could change the meaning.
  public var complete: Bool
  /// What was not understood.
  public var leftover: String

  public init(rules: [Recurrence] = [], complete: Bool = false, leftover: String = "") {
    self.rules = rules
    self.complete = complete
    self.leftover = leftover
  }
}
