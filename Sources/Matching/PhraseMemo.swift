import Geography
import JapaneseText
@_spi(Host) import MatchingKit
import Model
import Synchronization
import Timetable

/// Phrases that were read already, with what they tell: many resources share one.
public final class PhraseMemo: Sendable {
  /// Phrases kept of a kind; beyond it all are forgotten, which costs a reading each.
  static let most = 20_000

  private struct Shelf {
    var today: CalendarDate?
    var times: [String: ResourceTimes] = [:]
    var eligibility: [String: EligibilityReading] = [:]
    var cost: [String: CostReading] = [:]
  }
  private let shelf = Mutex(Shelf())
  let dossiers = DossierMemo()

  public init() {}

  /// What `text` tells of the days from `today` on.
  func times(_ text: String, from today: CalendarDate) -> ResourceTimes {
    shelf.withLock { shelf in
      if shelf.today != today {
        shelf.today = today
        shelf.times = [:]
      }
    }
    return known(\.times, text) { Self.read(text, from: today) }
  }

  func eligibility(_ text: String) -> EligibilityReading {
    known(\.eligibility, text) { EligibilityText.read(text) }
  }

  func cost(_ text: String) -> CostReading { known(\.cost, text) { CostText.read(text) } }

  /// Width, case and kana folded, for comparing.
  static func fold(_ text: String) -> [UInt32] { FoldedText(text).scalars }

  /// The same as a text.
  static func folded(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    out.append(contentsOf: fold(text).lazy.compactMap(Unicode.Scalar.init))
    return String(out)
  }

  private func known<T>(
    _ kind: WritableKeyPath<Shelf, [String: T]> & Sendable, _ text: String, read: () -> T
  ) -> T where T: Sendable {
    if let known = shelf.withLock({ $0[keyPath: kind][text] }) { return known }
    let value = read()
    shelf.withLock { shelf in
      if shelf[keyPath: kind].count >= Self.most {
        shelf[keyPath: kind].removeAll(keepingCapacity: true)
      }
      shelf[keyPath: kind][text] = value
    }
    return value
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

/// Reads the words of candidates for one request.
struct CandidateReader: ResourceReading {
  let memo: PhraseMemo
  let today: CalendarDate?
  func times(_ schedule: String) -> ResourceTimes? {
    today.map { memo.times(schedule, from: $0) }
  }

  private static let ends = Set("。、，．\n！？!?（）()".unicodeScalars.map(\.value))

  func clauses(_ text: String) -> [UInt32] {
    let folded = FoldedText(text)
    let source = text.unicodeScalars.map(\.value)
    return zip(folded.scalars, folded.origins).map { scalar, origin in
      Self.ends.contains(source[origin]) ? 0x0A : scalar
    }
  }

  func price(_ listing: Listing) -> ResourcePrice? {
    guard listing.cost != nil || listing.costMin != nil else { return nil }
    let reading = listing.cost.map(memo.cost)
    let minimum = listing.costMin ?? reading?.min
    return ResourcePrice(
      text: listing.cost ?? "", minimum: minimum,
      unit: Self.unit(listing.costPer ?? reading?.per),
      isComplete: reading?.isComplete ?? true)
  }

  private static func unit(_ per: String?) -> ResourcePrice.Unit {
    guard let per else { return .use }
    switch per {
    case "visit", "meal", "day", "person", "hour", "use": return .use
    case "month": return .month
    case "year": return .year
    default: return per.hasSuffix("min") ? .use : .other
    }
  }

  func conditions(_ listing: Listing) -> ResourceConditions? {
    let text = listing.eligibility ?? ""
    guard
      !text.isEmpty || listing.minAge != nil || listing.maxAge != nil
        || !listing.careLevels.isEmpty
    else { return nil }
    let reading = text.isEmpty ? nil : memo.eligibility(text)
    let isStated = listing.minAge != nil || listing.maxAge != nil
    return ResourceConditions(
      text: text, isOpen: reading?.isOpen ?? false, isComplete: reading?.isComplete ?? true,
      minAge: isStated ? listing.minAge : reading?.minAge,
      maxAge: isStated ? listing.maxAge : reading?.maxAge,
      isAgeApproximate: reading?.isAgeApproximate ?? false,
      careLevels: listing.careLevels.isEmpty ? reading?.careLevels ?? [] : listing.careLevels,
      conditions: (reading?.conditions ?? []).map { Self.condition($0, text) })
  }

  private static func condition(
    _ one: EligibilityCondition, _ text: String
  ) -> ResourceConditions.Condition {
    let words = text.phrase(one.span)
    return .init(
      kind: kind(one, text),
      role: one.role == .required ? .required : one.role == .excluded ? .excluded : .told,
      join: one.join == .and ? .and : one.join == .or ? .or : .list, words: words)
  }

  private static func kind(
    _ one: EligibilityCondition, _ text: String
  ) -> ResourceConditions.Condition.Kind {
    switch one.kind {
    case .age: .age(min: one.minAge, max: one.maxAge, isApproximate: one.isApproximate)
    case .residence: .residence(one.area.map { areas(text.phrase($0)) } ?? [])
    case .livingAlone: .livingAlone
    case .elderlyHousehold: .elderlyHousehold
    case .daytimeAlone: .daytimeAlone
    case .careLevel: .careLevel(one.careLevels)
    case .women: .women
    case .men: .men
    case .elderly: .elderly
    case .child: .child
    case .parent: .parent
    case .health: .health
    case .interest: .interest
    case .carer: .carer
    case .work, .study, .handbook, .screening, .membership, .need, .group, .accompanied:
      .other
    }
  }

  /// 「番町・亀阜」: each by itself.
  private static func areas(_ words: String) -> [String] {
    words.split { "・、,，/／と".contains($0) }.map(String.init)
  }
}
