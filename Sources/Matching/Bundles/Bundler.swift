@_spi(Host) import MatchingKit
import Model
import Timetable

/// Finds the sets of contacts that cover most of the needs, and of these the best.
struct Bundler {
  private let needs: [WeighedNeed]
  private let offers: [Offer]
  /// Pairs that can never be attended both.
  private let clashes: [Set<Int>]
  private let monthLimit: Double?

  /// `offers` in any order.
  init(_ offers: [Offer], _ needs: [WeighedNeed], _ budget: Person.Budget?, _ days: PersonDays) {
    self.needs = needs
    self.offers = offers.sorted { $0.id < $1.id }
    monthLimit = budget?.flexible == true ? nil : budget?.perMonth
    var clashes = [Set<Int>](repeating: [], count: offers.count)
    let weeks = self.offers.map { days.fourWeeks(of: $0.slots) }
    for a in clashes.indices {
      for b in clashes.indices.dropFirst(a + 1) where Self.clash(weeks[a], weeks[b], days) {
        clashes[a].insert(b)
        clashes[b].insert(a)
      }
    }
    self.clashes = clashes
  }

  /// A set of offers, by their places, with what it is worth.
  private struct Choice {
    var picks: [Int] = []
    var covered = 0.0
    var value = 0.0
    var perMonth = 0.0
    /// By need: the best of the picks.
    var best: [Double]
  }

  /// Best first.
  func bundles() -> [Bundle] {
    let isExact = offers.count <= BundleRule.exactMost
    let found = isExact ? exact() : greedy()
    return found.map { choice in
      let picks = choice.picks.map { offers[$0].judged }
      let covers = Set(picks.flatMap(\.covers))
      return Bundle(
        picks: picks,
        ids: picks.flatMap { [$0.listing.id] + ($0.ride.map { [$0.id] } ?? []) },
        covers: needs.map(\.code).filter(covers.contains), value: choice.value,
        perMonth: choice.perMonth, method: isExact ? .exact : .greedy,
        bound: isExact ? nil : BundleRule.bound)
    }
  }

  // MARK: value

  private func adding(_ at: Int, to choice: Choice) -> Choice? {
    let offer = offers[at]
    guard clashes[at].isDisjoint(with: choice.picks) else { return nil }
    var out = choice
    out.perMonth += offer.perMonth
    if let monthLimit, out.perMonth > monthLimit { return nil }
    out.picks = (choice.picks + [at]).sorted()
    out.value -= BundleRule.perContact * Double(offer.contacts)
    for (i, need) in needs.enumerated() {
      if out.best[i] == 0, offer.fits[i] > 0 { out.covered += need.weight }
      if offer.fits[i] > out.best[i] {
        out.value += need.weight * (offer.fits[i] - out.best[i])
        out.best[i] = offer.fits[i]
      }
    }
    return out
  }

  private var nothing: Choice { Choice(best: [Double](repeating: 0, count: needs.count)) }

  /// More need weight covered, then worth more, then by the ids. What differs by rounding alone is equal.
  private func isBetter(_ a: Choice, _ b: Choice) -> Bool {
    if abs(a.covered - b.covered) > 1e-9 { return a.covered > b.covered }
    if abs(a.value - b.value) > 1e-9 { return a.value > b.value }
    return a.picks.lexicographicallyPrecedes(b.picks)
  }

  // MARK: search

  private func exact() -> [Choice] {
    var best: [Choice] = []
    func grow(_ choice: Choice, from first: Int) {
      if !choice.picks.isEmpty { keep(choice, in: &best) }
      guard choice.picks.count < BundleRule.most else { return }
      for at in offers.indices.dropFirst(first) {
        if let next = adding(at, to: choice) { grow(next, from: at + 1) }
      }
    }
    grow(nothing, from: 0)
    return best
  }

  private func keep(_ choice: Choice, in best: inout [Choice]) {
    guard !best.contains(where: { $0.picks == choice.picks }) else { return }
    let at = best.firstIndex { isBetter(choice, $0) } ?? best.count
    best.insert(choice, at: at)
    if best.count > BundleRule.shown { best.removeLast() }
  }

  /// The best next one each time; once more without each pick of the first, for other ways.
  private func greedy() -> [Choice] {
    let first = greedy(without: nil)
    var best: [Choice] = []
    for choice in [first] + first.picks.map({ greedy(without: $0) }) where !choice.picks.isEmpty {
      keep(choice, in: &best)
    }
    return best
  }

  private func greedy(without barred: Int?) -> Choice {
    var choice = nothing
    while choice.picks.count < BundleRule.most {
      let next = offers.indices.filter { $0 != barred && !choice.picks.contains($0) }
        .compactMap { adding($0, to: choice) }
      guard
        let best = next.reduce(
          nil as Choice?,
          { best, one in
            best.map { isBetter(one, $0) } ?? true ? one : best
          }), isBetter(best, choice)
      else { break }
      choice = best
    }
    return choice
  }

  // MARK: times

  /// Whether every time of one overlaps the other, and no week has a time for each.
  private static func clash(
    _ a: [PersonDays.Slot], _ b: [PersonDays.Slot], _ days: PersonDays
  ) -> Bool {
    func overlap(_ one: PersonDays.Slot, _ other: PersonDays.Slot) -> Bool {
      guard one.date == other.date, let hours = one.hours, let others = other.hours else {
        return false
      }
      return hours.overlaps(others)
    }
    guard !a.isEmpty, !b.isEmpty else { return false }
    let isCaught =
      a.allSatisfy { one in b.contains { overlap(one, $0) } }
      || b.allSatisfy { one in a.contains { overlap(one, $0) } }
    guard isCaught else { return false }
    return !a.contains { one in
      b.contains { days.week(of: one.date) == days.week(of: $0.date) && !overlap(one, $0) }
    }
  }
}
