@_spi(Host) import MatchingKit
import Model
import Timetable

/// A resource that may bring a person to places, as it was judged for that person.
struct Ride {
  let facts: CandidateFacts
  /// It comes to the door, or when it is called; otherwise it runs a route.
  let fetches: Bool
  /// Categories of the places it goes to; empty for anywhere.
  let destinations: Set<String>
  /// What is to be asked before anybody rides with it.
  let questions: [Verdict.Question]
  /// By the panel.
  let score: Double
  let times: ResourceTimes?
  /// Its hours by days; nil where the days are not known.
  let days: [CalendarDate: [ClockSpan]]?
  let price: ResourcePrice?

  var listing: Listing { facts.listing }

  init(
    _ facts: CandidateFacts, fetches: Bool, destinations: Set<String>,
    questions: [Verdict.Question], score: Double
  ) {
    self.facts = facts
    self.fetches = fetches
    self.destinations = destinations
    self.questions = questions
    self.score = score
    let view = ResourceView(facts, showing: [.resourceSchedule, .resourceCost])
    times = view.times
    price = view.price
    days = times?.days.map {
      Dictionary($0.map { ($0.date, $0.hours) }, uniquingKeysWith: { $0 + $1 })
    }
  }
}

/// Three values, with what would decide the third.
enum Decision {
  case yes
  case no
  case ask(Verdict.Question)
}
