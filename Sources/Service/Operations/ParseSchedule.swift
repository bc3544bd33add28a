import Diagnostics
import Model
import Timetable

/// What a schedule phrase means, and its dates.
public enum ParseSchedule: Operation {
  public static let name = "parse_schedule"
  public static let summary = Bilingual(
    ja: "日時のことばを読み、その日付を出す", en: "Read a schedule phrase, with its dates")
  public static let scope = Scope.read

  public struct Input: Codable, Sendable {
    public var text: String
    /// `YYYY-MM-DD`; today when absent.
    public var from: String?
    /// `YYYY-MM-DD`; two months after `from` when absent.
    public var to: String?
    /// What the days are where the phrase does not say.
    public var polarity: Polarity?

    public init(
      text: String, from: String? = nil, to: String? = nil, polarity: Polarity? = nil
    ) {
      self.text = text
      self.from = from
      self.to = to
      self.polarity = polarity
    }
  }

  public struct Rule: Codable, Sendable {
    public var days: [Weekday]?
    public var weeks: [Int]?
    public var monthDays: [Int]?
    public var months: [Int]?
    public var interval: Int?
    public var from: String?
    public var to: String?
    public var validFrom: String?
    public var validTo: String?
    public var onHolidays: Bool?
    public var exceptHolidays: Bool?
    public var nearHoliday: HolidayNeighbour?
    public var ifHoliday: HolidayShift?
    public var closed: Bool?
    /// The rule in words.
    public var text: String

    init(_ rule: Recurrence, _ span: ClockSpan?, _ language: Language) {
      func some<T>(_ list: [T]) -> [T]? { list.isEmpty ? nil : list }
      days = some(rule.days)
      weeks = some(rule.weeks)
      monthDays = some(rule.monthDays)
      months = some(rule.months)
      interval = rule.interval == 1 ? nil : rule.interval
      from = span?.from.map(PhraseWriter.clock)
      to = span?.to.map(PhraseWriter.clock)
      validFrom = rule.validFrom?.text
      validTo = rule.validTo?.text
      onHolidays = rule.onHolidays ? true : nil
      exceptHolidays = rule.exceptHolidays ? true : nil
      nearHoliday = rule.nearHoliday
      ifHoliday = rule.ifHoliday
      closed = rule.closed ? true : nil
      var one = rule
      one.hours = span.map { [$0] } ?? []
      text = PhraseWriter.write(one, language)
    }
  }

  public struct Day: Codable, Sendable {
    public var date: String
    public var from: String?
    public var to: String?
  }

  public struct Output: Codable, Sendable {
    /// One for each span of hours.
    public var rules: [Rule]
    public var complete: Bool
    public var leftover: String?
    public var dates: [Day]?
  }

  /// The word of a command line.
  public static func polarity(_ word: String?) throws(SasaeError) -> Polarity? {
    guard let word else { return nil }
    guard let polarity = Polarity(rawValue: word) else {
      throw InputCheck.value("polarity", word, "open, closed")
    }
    return polarity
  }

  /// Days that may lie between the first and the last date.
  static let longest = 1_100
  static let usual = 61

  public static func run(_ input: Input, in session: Session) throws(SasaeError) -> Output {
    guard input.text.unicodeScalars.count <= SearchResources.longestText else {
      throw InputCheck.value(
        "text", String(input.text.prefix(20)) + "…",
        Bilingual(
          ja: "\(SearchResources.longestText)字まで",
          en: "at most \(SearchResources.longestText) characters"))
    }
    let first = try InputCheck.date(input.from, "from") ?? session.today
    let last =
      try InputCheck.date(input.to, "to")
      ?? CalendarDate(daysSince1970: first.daysSince1970 + usual)
    guard (0...longest).contains(last.daysSince1970 - first.daysSince1970) else {
      throw InputCheck.value(
        "to", last.text,
        Bilingual(
          ja: "\(first.text) から \(longest)日まで", en: "within \(longest) days from \(first.text)"))
    }
    let polarity = input.polarity ?? .open
    let reading = PhraseReader.read(input.text, polarity: polarity)
    let rules = reading.rules.flatMap { rule in
      rule.hours.isEmpty
        ? [Rule(rule, nil, session.language)] : rule.hours.map { Rule(rule, $0, session.language) }
    }
    let dates = reading.days(from: first, to: last, polarity: polarity)?.flatMap { day in
      day.hours.isEmpty
        ? [Day(date: day.date.text)]
        : day.hours.map {
          Day(
            date: day.date.text, from: $0.from.map(PhraseWriter.clock),
            to: $0.to.map(PhraseWriter.clock))
        }
    }
    return Output(
      rules: rules, complete: reading.complete,
      leftover: reading.leftover.isEmpty ? nil : reading.leftover, dates: dates)
  }
}
