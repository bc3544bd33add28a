import Diagnostics
import Model
import Synchronization
import Timetable

/// A time at which something takes place.
public struct NextDate: Codable, Sendable, Hashable {
  public var date: String
  /// `HH:MM`; absent where not stated. Past midnight `to` is beyond 24:00.
  public var from: String?
  public var to: String?

  init(_ date: CalendarDate, _ hours: ClockSpan?) {
    self.date = date.text
    from = hours?.from.map(PhraseWriter.clock)
    to = hours?.to.map(PhraseWriter.clock)
  }
}

/// When the resources of a list take place next, from the words of their schedules.
enum NextDates {
  static let count = 3
  /// Days that are looked through.
  static let span = 366

  /// What was worked out, by words and days: hits repeat from one search to the next.
  private static let memo = Mutex<[Question: [NextDate]?]>([:])
  private static let mostKnown = 4_096

  private struct Question: Hashable {
    var text: String
    var first: Int
    var last: Int
  }

  /// The next three from `day` on, within a year; empty when there is none. Nil where the words do not say,
  /// and for what does not run.
  static func of(_ listing: Listing, from day: CalendarDate) -> [NextDate]? {
    guard listing.status == .active, let text = listing.schedule else { return nil }
    var question = Question(
      text: text, first: day.daysSince1970, last: day.daysSince1970 + span)
    if let from = listing.validFrom.flatMap({ CalendarDate($0) })?.daysSince1970 {
      question.first = max(question.first, from)
    }
    if let to = listing.validTo.flatMap({ CalendarDate($0) })?.daysSince1970 {
      question.last = min(question.last, to)
    }
    if let known = memo.withLock({ $0[question] }) { return known }
    let dates = answer(question)
    memo.withLock {
      if $0.count >= mostKnown { $0.removeAll(keepingCapacity: true) }
      $0[question] = .some(dates)
    }
    return dates
  }

  private static func answer(_ question: Question) -> [NextDate]? {
    let days = PhraseReader.read(question.text).next(
      count, from: CalendarDate(daysSince1970: question.first),
      to: CalendarDate(daysSince1970: question.last))
    guard let days else { return nil }
    let all = days.flatMap { day in
      day.hours.isEmpty
        ? [NextDate(day.date, nil)] : day.hours.map { NextDate(day.date, $0) }
    }
    return Array(all.prefix(count))
  }
}

extension NextDate {
  /// `11/24(火) 13:30～15:30`.
  public func text(_ language: Language) -> String {
    guard let day = CalendarDate(date) else { return date }
    var out = "\(day.month)/\(day.day)(\(day.weekday.label(language)))"
    switch (from, to) {
    case (let from?, let to?): out += " \(from)～\(to)"
    case (let from?, nil): out += " \(from)～"
    case (nil, let to?): out += " ～\(to)"
    case (nil, nil): break
    }
    return out
  }
}
