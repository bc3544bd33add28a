import MatchingKit
import Model
import Synchronization
import Timetable

/// Schedule phrases that were read already, with their next days: many resources share one.
public final class ScheduleMemo: Sendable {
  /// Phrases kept; beyond it all are forgotten, which costs a reading each.
  static let most = 20_000

  private struct Shelf {
    var today: CalendarDate?
    var known: [String: ResourceTimes] = [:]
  }
  private let shelf = Mutex(Shelf())

  public init() {}

  /// What `text` tells of the days from `today` on.
  func times(_ text: String, from today: CalendarDate) -> ResourceTimes {
    let known = shelf.withLock { shelf in
      if shelf.today != today { shelf = Shelf(today: today) }
      return shelf.known[text]
    }
    if let known { return known }
    let times = Self.read(text, from: today)
    shelf.withLock { shelf in
      if shelf.known.count >= Self.most { shelf.known.removeAll(keepingCapacity: true) }
      if shelf.today == today { shelf.known[text] = times }
    }
    return times
  }

  private static func read(_ text: String, from today: CalendarDate) -> ResourceTimes {
    let reading = PhraseReader.read(text)
    guard reading.complete else {
      return ResourceTimes(text: text, isComplete: false, days: nil)
    }
    let last = CalendarDate(
      daysSince1970: today.daysSince1970 + ResourceTimes.horizon - 1)
    return ResourceTimes(
      text: text, isComplete: true, days: reading.days(from: today, to: last),
      hoursOfAnyDay: reading.rules.filter { !$0.closed && !$0.namesDays }.flatMap(\.hours))
  }
}
