import Diagnostics
@_spi(Host) import MatchingKit
import Model

/// A few contacts that together cover the needs (組み合わせ).
public struct Bundle: Sendable {
  public enum Method: String, Sendable, Codable, CaseIterable {
    /// Every set was tried.
    case exact
    /// The best next one each time.
    case greedy
  }

  public var picks: [Judged]
  /// Ids of the picks, each followed by that of its ride.
  public var ids: [String]
  /// Codes of needs, in the order of the request.
  public var covers: [String]
  public var value: Double
  /// Yen in four weeks as far as prices are told.
  public var perMonth: Double
  public var method: Method
  /// With `greedy`: the need weight covered is at least this share of the best possible, where neither times nor
  /// the month's budget stand in the way.
  public var bound: Double?
}

/// The numbers bundles go by: judgement of this project.
enum BundleRule {
  /// What is still to be asked may come to nothing.
  static let asking = 0.7
  /// What each contact costs the person who arranges it.
  static let perContact = 0.1
  /// More contacts at once are not begun.
  static let most = 4
  /// Up to so many candidates every set is tried.
  static let exactMost = 20
  static let shown = 3
  /// Days of four weeks; more than 16 open days are opening hours, of which one is used each week.
  static let days = 28
  static let occasions = 16
  static let weekly = 4
  /// 1 − 1/e.
  static let bound = 0.632_120_558_828_557_7
}

/// A candidate of a bundle.
struct Offer {
  let judged: Judged
  /// By need: 0…1.
  let fits: [Double]
  let slots: PersonDays.Slots
  let contacts: Int
  let perMonth: Double
  var id: String { judged.listing.id }

  /// Nil for what does not suit the week or the money at all, or serves none of the needs.
  init?(_ judged: Judged, _ needs: [WeighedNeed], _ days: PersonDays, _ budget: Person.Budget?) {
    let breaks = judged.explanation.children.contains {
      $0.node.facts["brokenRule"] != nil
        && ($0.node.plugin == "availability" || $0.node.plugin == "affordability")
    }
    let slots = days.slots(of: judged.candidate)
    guard !judged.covers.isEmpty, !breaks, !slots.isKnown || !slots.days.isEmpty else { return nil }
    let price = ResourceView(judged.candidate, showing: [.resourceCost]).price
    if let limit = budget?.perVisit, budget?.flexible != true, price?.unit == .use,
      let asked = price?.minimum, asked > limit
    {
      return nil
    }
    self.judged = judged
    self.slots = slots
    let sure = judged.list == .askFirst ? BundleRule.asking : 1
    fits = needs.map { judged.candidate.fit($0) * judged.score * sure }
    contacts = judged.way == nil ? 1 : 2
    let uses = Double(Self.uses(judged.listing, slots, days))
    perMonth = Self.month(price, uses) + Self.month(judged.way?.price, 2 * uses)
  }

  /// Uses in four weeks: the days it takes place on; once a week where days are not told, or where it is simply open.
  private static func uses(
    _ listing: Listing, _ slots: PersonDays.Slots, _ days: PersonDays
  ) -> Int {
    guard slots.isKnown else { return BundleRule.weekly }
    let count = Set(days.fourWeeks(of: slots).map(\.date)).count
    let isDaily = listing.modes.contains(.delivery)
    return count > BundleRule.occasions && !isDaily ? BundleRule.weekly : count
  }

  private static func month(_ price: ResourcePrice?, _ uses: Double) -> Double {
    guard let price, let least = price.minimum else { return 0 }
    switch price.unit {
    case .use: return least * uses
    case .month: return uses > 0 ? least : 0
    case .year: return uses > 0 ? least / 12 : 0
    case .other: return 0
    }
  }
}

extension CandidateFacts {
  /// How well its best category serves a need, 0…1; a row that names a group counts half for what stands below it.
  func fit(_ need: WeighedNeed) -> Double {
    var best = 0.0
    for (category, lineage) in dossier.lineages {
      for code in lineage {
        guard let weight = need.categories[code] else { continue }
        best = max(best, code == category ? weight : weight / 2)
      }
    }
    // Whoever looks for hands serves who wants a role.
    return best == 0 && serves(need) ? 1 : best
  }
}
