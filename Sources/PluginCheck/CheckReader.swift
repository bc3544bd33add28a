@_spi(Host) import MatchingKit
import Model
import Timetable

/// Reads the words of the invented resources: as much of them as the corpus holds.
struct CheckReader: ResourceReading {
  func times(_ text: String) -> ResourceTimes? {
    let today = CheckCorpus.today
    let reading = PhraseReader.read(text)
    guard reading.complete else { return ResourceTimes(text: text, isComplete: false, days: nil) }
    let last = CalendarDate(daysSince1970: today.daysSince1970 + ResourceTimes.horizon - 1)
    return ResourceTimes(
      text: text, isComplete: true, days: reading.days(from: today, to: last),
      hoursOfAnyDay: reading.rules.filter { !$0.closed && !$0.namesDays }.flatMap(\.hours))
  }

  func price(_ listing: Listing) -> ResourcePrice? {
    listing.cost.map {
      ResourcePrice(text: $0, minimum: listing.costMin, unit: .use, isComplete: true)
    }
  }

  func conditions(_ listing: Listing) -> ResourceConditions? {
    guard let text = listing.eligibility else { return nil }
    var conditions: [ResourceConditions.Condition] = []
    if text == CheckCorpus.residents {
      conditions.append(
        .init(kind: .residence(["番町"]), role: .required, join: .and, words: text))
    }
    return ResourceConditions(
      text: text, isOpen: text == CheckCorpus.anybody, isComplete: true, minAge: listing.minAge,
      maxAge: listing.maxAge, isAgeApproximate: text.hasPrefix("おおむね"),
      careLevels: listing.careLevels, conditions: conditions)
  }

  /// The corpus is written as folded text is.
  func clauses(_ text: String) -> [UInt32] {
    text.unicodeScalars.map { "。、（）".unicodeScalars.contains($0) ? 0x0A : $0.value }
  }
}
