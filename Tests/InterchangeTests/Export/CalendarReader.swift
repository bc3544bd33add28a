import Foundation
import Testing

/// A calendar as another program reads it: from its text alone, by RFC 5545, with nothing of the writer's.
struct CalendarReader {
  struct Event {
    /// Name → parameters and value, in the order of the file.
    var lines: [(name: String, parameters: String, value: String)] = []

    subscript(_ name: String) -> String? { lines.first { $0.name == name }?.value }

    func has(_ parameter: String, _ name: String) -> Bool {
      lines.first { $0.name == name }?.parameters.contains(parameter) ?? false
    }
  }

  var head: [String] = []
  var events: [Event] = []

  init(_ text: String) throws {
    #expect(text.hasSuffix("\r\n"))
    let unix = text.replacingOccurrences(of: "\r\n", with: "\u{1E}")
    #expect(!unix.contains("\n") && !unix.contains("\r"), "a line end that is not CRLF")
    for line in unix.split(separator: "\u{1E}") {
      #expect(line.utf8.count <= 75, "\(line)")
    }
    let unfolded = unix.replacingOccurrences(of: "\u{1E} ", with: "")
    var event: Event?
    for line in unfolded.split(separator: "\u{1E}").map(String.init) {
      switch line {
      case "BEGIN:VEVENT": event = Event()
      case "END:VEVENT":
        events.append(try #require(event))
        event = nil
      default:
        guard event != nil else {
          head.append(line)
          continue
        }
        let colon = try #require(line.firstIndex(of: ":"), "\(line)")
        let name = line[..<colon].split(separator: ";", maxSplits: 1)
        event?.lines.append(
          (
            String(name[0]), name.count > 1 ? String(name[1]) : "",
            String(line[line.index(after: colon)...])
          ))
      }
    }
    #expect(event == nil)
  }

  /// A text value as it was before it was escaped.
  static func plain(_ value: String) -> String {
    var out = ""
    var isEscaped = false
    for c in value {
      if isEscaped {
        out.append(c == "n" || c == "N" ? "\n" : c)
        isEscaped = false
      } else if c == "\\" {
        isEscaped = true
      } else {
        out.append(c)
      }
    }
    return out
  }
}

extension CalendarReader.Event {
  private static let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 9 * 3_600) ?? .gmt
    calendar.firstWeekday = 2
    return calendar
  }()

  /// `20261201` or `20261201T133000` in Japan; with `Z` in UTC.
  private static func moment(_ text: String) throws -> Date {
    let digits = text.filter(\.isNumber)
    let isUTC = text.hasSuffix("Z")
    func number(_ from: Int, _ count: Int) -> Int? {
      guard digits.count >= from + count else { return nil }
      return Int(digits.dropFirst(from).prefix(count))
    }
    var parts = DateComponents(year: number(0, 4), month: number(4, 2), day: number(6, 2))
    (parts.hour, parts.minute) = (number(8, 2) ?? 0, number(10, 2) ?? 0)
    parts.second = number(12, 2) ?? 0
    let date = try #require(calendar.date(from: parts))
    return isUTC ? date.addingTimeInterval(9 * 3_600) : date
  }

  private static func moments(_ values: [String]) throws -> [Date] {
    try values.flatMap { try $0.split(separator: ",").map { try moment(String($0)) } }
  }

  /// Days that it takes place on, with hours: `2026-12-01 13:30-15:30`.
  func instances() throws -> [String] {
    let start = try Self.moment(try #require(self["DTSTART"]))
    var all: Set<Date> = [start]
    if let rule = self["RRULE"] { all.formUnion(try Self.expand(rule, from: start)) }
    all.formUnion(try Self.moments(lines.filter { $0.name == "RDATE" }.map(\.value)))
    let out = Set(try Self.moments(lines.filter { $0.name == "EXDATE" }.map(\.value)))
    #expect(out.isSubset(of: all), "an EXDATE that takes nothing away")
    let length = try self["DTEND"].map { try Self.moment($0).timeIntervalSince(start) }
    let isWhole = has("VALUE=DATE", "DTSTART")
    #expect(isWhole || has("TZID=Asia/Tokyo", "DTSTART"))
    return all.subtracting(out).map { date in
      let c = Self.calendar.dateComponents([.year, .month, .day, .hour, .minute], from: date)
      let day = String(format: "%04d-%02d-%02d", c.year ?? 0, c.month ?? 0, c.day ?? 0)
      if isWhole { return day }
      let from = (c.hour ?? 0) * 60 + (c.minute ?? 0)
      return "\(day) \(from)-" + (length.map { "\(from + Int($0 / 60))" } ?? "")
    }
  }

  /// The first day has to be one of the rule's (3.8.5.3: else the set is undefined).
  private static func expand(_ rule: String, from start: Date) throws -> [Date] {
    var parts: [String: String] = [:]
    for part in rule.split(separator: ";") {
      let pair = part.split(separator: "=")
      parts[String(pair[0])] = String(pair[1])
    }
    func list(_ name: String) -> [String]? {
      parts[name]?.split(separator: ",").map(String.init)
    }
    let until = try moment(try #require(parts["UNTIL"]))
    let interval = Int(parts["INTERVAL"] ?? "1") ?? 1
    let frequency = try #require(parts["FREQ"])
    let names = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"]
    func matches(_ date: Date) throws -> Bool {
      let c = calendar.dateComponents([.year, .month, .day, .weekday, .weekdayOrdinal], from: date)
      let day = try #require(c.day)
      let days = try #require(calendar.range(of: .day, in: .month, for: date)).count
      if let months = list("BYMONTH"), !months.contains("\(c.month ?? 0)") { return false }
      if let monthDays = list("BYMONTHDAY"),
        !monthDays.contains("\(day)"), !monthDays.contains("\(day - days - 1)")
      {
        return false
      }
      if let byDay = list("BYDAY") {
        let name = names[(c.weekday ?? 1) - 1]
        let fromEnd = -((days - day) / 7 + 1)
        let forms = [name, "\(c.weekdayOrdinal ?? 0)\(name)", "\(fromEnd)\(name)"]
        guard byDay.contains(where: forms.contains) else { return false }
      }
      switch frequency {
      case "DAILY": return true
      case "WEEKLY":
        let weeks = try [start, date].map {
          try #require(calendar.dateInterval(of: .weekOfYear, for: $0)).start
        }
        let days = calendar.dateComponents([.day], from: weeks[0], to: weeks[1]).day ?? 0
        return days / 7 % interval == 0
      case "MONTHLY":
        let first = calendar.dateComponents([.year, .month], from: start)
        let months = ((c.year ?? 0) - (first.year ?? 0)) * 12 + (c.month ?? 0) - (first.month ?? 0)
        return months % interval == 0
      default:
        Issue.record("\(frequency)")
        return false
      }
    }
    #expect(try matches(start), "\(rule) does not begin with a day of its own")
    var out: [Date] = []
    var at = start
    while at <= until {
      if try matches(at) { out.append(at) }
      at = try #require(calendar.date(byAdding: .day, value: 1, to: at))
    }
    return out
  }
}
