import Geography
import JapaneseText
import Model
import TextIndex
import Timetable

/// What a search may ask for besides words. Different filters are AND; values of one filter are OR.
public struct SearchFilters: Sendable, Hashable {
  /// Category codes; their descendants are included.
  public var categories: [String] = []
  public var kinds: [ResourceKind] = []
  /// Areas to be served.
  public var areas: [String] = []
  public var near: Coordinate?
  /// Metres around `near`.
  public var within: Double?
  public var days: [Weekday] = []
  /// Minutes from midnight.
  public var from: Int?
  public var to: Int?
  public var on: CalendarDate?
  /// Yen.
  public var maxCost: Double?
  public var age: Double?
  public var careLevel: CareLevel?
  public var access: [String] = []
  public var available = false
  public var modes: [ReachMode] = []
  public var confirmedSince: CalendarDate?
  public var tags: [String] = []
  /// Empty: active and paused ones.
  public var statuses: [ResourceStatus] = []

  public init() {}
}

/// One filter as the index knows it: who meets it, and who does not say.
struct FilterClause {
  var fact: Fact?
  var met: IndexQuery
}

extension SearchFilters {
  /// The clauses, in the order of the facts.
  func clauses() -> [FilterClause] {
    var out: [FilterClause] = []
    func add(_ fact: Fact?, _ met: IndexQuery) { out.append(FilterClause(fact: fact, met: met)) }
    func anyTerm(_ terms: [String]) -> IndexQuery {
      terms.count == 1 ? .term(terms[0]) : .or(terms.map(IndexQuery.term))
    }
    if !statuses.isEmpty { add(nil, anyTerm(statuses.map(Term.status))) }
    if !categories.isEmpty { add(nil, anyTerm(categories.map(Term.category))) }
    if !kinds.isEmpty { add(nil, anyTerm(kinds.map(Term.kind))) }
    for tag in tags { add(nil, .term(Term.tag(Folding.fold(tag)))) }
    if !areas.isEmpty {
      add(.area, anyTerm(areas.map { Term.area(Area.key($0)) } + [Term.everyArea]))
    }
    if let near, let within {
      add(.place, .weightless(.near(near, metres: within, halfWeightAt: 1_000)))
    }
    if !days.isEmpty { add(.schedule, anyTerm(days.map(Term.day))) }
    if let on { add(.schedule, Self.isOpen(on: on)) }
    if from != nil || to != nil { add(.hours, hours()) }
    if let maxCost { add(.cost, .atMost(slot: .costMin, maxCost)) }
    if let age {
      add(.age, .and([.atMost(slot: .minAge, age), .atLeast(slot: .maxAge, age)]))
    }
    if let careLevel { add(.careLevel, .term(Term.careLevel(careLevel))) }
    for facet in access { add(.access, .term(Term.access(Folding.key(facet)))) }
    if available { add(.available, .atLeast(slot: .available, 1)) }
    if !modes.isEmpty { add(.modes, anyTerm(modes.map(Term.mode))) }
    if let confirmedSince {
      add(.confirmed, .atLeast(slot: .confirmed, Double(confirmedSince.daysSince1970)))
    }
    return out
  }

  /// The facts asked about.
  var facts: [Fact] { clauses().compactMap(\.fact) }

  private static func isOpen(on date: CalendarDate) -> IndexQuery {
    let slot = ScheduleDigest.Slot(date)
    let number = date.daysSince1970
    let open = [
      Term.nthDay(slot.day, slot.nth, isLast: slot.isLast, onHoliday: slot.onHoliday),
      Term.nthDay(slot.day, 0, isLast: false, onHoliday: slot.onHoliday),
      Term.date(number, isOpen: true),
    ]
    return .without(
      .or(open.map(IndexQuery.term)), .term(Term.date(number, isOpen: false)))
  }

  /// Open at some time between `from` and `to` on one of the days asked for (any day, if none).
  private func hours() -> IndexQuery {
    let wanted = on.map { [$0.weekday] } ?? (days.isEmpty ? Weekday.allCases : days)
    let begin = Double(from ?? 0)
    let end = Double(to ?? 48 * 60)
    return .or(
      wanted.flatMap { day in
        (0...1).map { range in
          .and([
            .atMost(slot: .opens(day, range: range), end - 1),
            .atLeast(slot: .closes(day, range: range), begin + 1),
          ])
        }
      })
  }

  /// `text` restricted to what the filters let through; the filters give no weight. With
  /// `includeUnknown` a record that lacks a fact passes that clause.
  public func restrict(_ text: IndexQuery, includeUnknown: Bool) -> IndexQuery {
    let parts = clauses().map { clause in
      guard includeUnknown, let fact = clause.fact else { return clause.met }
      return .or([clause.met, .term(Term.unknown(fact))])
    }
    let met = parts.isEmpty ? text : .filter(text, by: .and(parts))
    // Few records are not shown when nothing is said of the status, so leaving those out costs less
    // than asking for all others.
    return statuses.isEmpty ? .without(met, .term(Term.status(.potential))) : met
  }

  /// Records that meet every clause they have the fact for and lack at least one.
  func unknown(_ text: IndexQuery) -> IndexQuery? {
    let facts = Set(facts.map(\.rawValue)).sorted()
    guard !facts.isEmpty else { return nil }
    let lacking = IndexQuery.or(facts.compactMap(Fact.init).map { .term(Term.unknown($0)) })
    return restrict(.and([.weightless(text), lacking]), includeUnknown: true)
  }
}
