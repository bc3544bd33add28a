import Diagnostics

/// A day of the Gregorian calendar, without time or zone; what people write as 2026-08-01.
public struct CalendarDate: Sendable, Hashable, Comparable {
  public var year: Int
  public var month: Int
  public var day: Int

  /// Nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY-MM-DD`, and the same with `/`.
  public init?(_ text: String) {
    let parts = text.utf8.split(
      omittingEmptySubsequences: false,
      whereSeparator: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") })
    guard parts.count == 3, let year = Self.number(parts[0], 4...4),
      let month = Self.number(parts[1], 1...2), let day = Self.number(parts[2], 1...2)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Days since 1970-01-01.
  public init(daysSince1970 days: Int) {
    // Civil-from-days over 400-year eras that begin on 1 March.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * ofYear + 2) / 153
    day = ofYear - (153 * marchMonth + 2) / 5 + 1
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days since 1970-01-01.
  public var daysSince1970: Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear - 719_468
  }

  public var weekday: Weekday {
    let index = (daysSince1970 + 3) % 7  // 1970-01-01 was a Thursday
    return Weekday.allCases[index < 0 ? index + 7 : index]
  }

  /// Which of its weekday in the month it is: 1 to 5.
  public var weekOfMonth: Int { (day - 1) / 7 + 1 }

  /// Whether no later day of the month has the same weekday.
  public var isLastOfItsWeekday: Bool { day + 7 > Self.days(in: month, of: year) }

  public var isLastOfMonth: Bool { day == Self.days(in: month, of: year) }

  public var text: String {
    let y = String(year)
    return String(repeating: "0", count: 4 - y.count) + y
      + (month < 10 ? "-0" : "-") + String(month) + (day < 10 ? "-0" : "-") + String(day)
  }

  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func number(
    _ digits: Substring.UTF8View, _ length: ClosedRange<Int>
  ) -> Int? {
    guard length.contains(digits.count) else { return nil }
    var value = 0
    for byte in digits {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return value
  }
}

extension MemberReader {
  /// An ISO 8601 date, kept as text.
  public func date(_ name: String) throws -> String? {
    guard let text = try text(name) else { return nil }
    guard let date = CalendarDate(String(text.prefix { $0 != "T" })) else {
      throw SasaeError(
        "row.value",
        [
          "value": "\(text)", "expected": Bilingual(ja: "YYYY-MM-DD の日付", en: "a date, YYYY-MM-DD"),
        ],
        at: Position(field: field(name)))
    }
    return date.text
  }

  func requiredDate(_ name: String) throws -> String {
    if let date = try date(name) { return date }
    throw wrongType(name, Bilingual(ja: "YYYY-MM-DD の日付", en: "a date, YYYY-MM-DD"))
  }
}
