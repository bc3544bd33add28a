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
