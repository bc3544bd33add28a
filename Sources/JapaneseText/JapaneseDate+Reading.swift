import Model

extension JapaneseDate {
  /// What a text states: a day, a month or a year of the Gregorian calendar.
  public struct Reading: Sendable, Hashable {
    public var year: Int
    public var month: Int?
    public var day: Int?

    /// Nil when the calendar has no such day, month or year.
    init?(_ year: Int, _ month: Int? = nil, _ day: Int? = nil) {
      guard CalendarDate(year: year, month: month ?? 1, day: day ?? 1) != nil,
        day != nil ? year >= 1000 : (1868...2100).contains(year)
      else { return nil }
      (self.year, self.month, self.day) = (year, month, day)
    }

    /// The day, when the text states one.
    public var date: CalendarDate? { month != nil && day != nil ? first : nil }
    /// First day of the stated day, month or year.
    public var first: CalendarDate? {
      CalendarDate(year: year, month: month ?? 1, day: day ?? 1)
    }
    /// Last day of the stated day, month or year.
    public var last: CalendarDate? {
      if day != nil { return first }
      let month = month ?? 12
      for day in stride(from: 31, through: 28, by: -1) {
        if let date = CalendarDate(year: year, month: month, day: day) { return date }
      }
      return nil
    }
  }
}
