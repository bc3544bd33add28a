import Diagnostics
import Model

/// Where a resource stands in an answer, and why (なぜ出ないのか).
public struct Standing: Sendable {
  /// Why it is not among the candidates.
  public enum Cause: String, Sendable, Codable, CaseIterable {
    case unknownID = "unknown-id"
    case retired, potential, ended
    /// It serves none of the needs; of roles: it does not look for hands.
    case servesNone = "serves-none"
    /// Others are nearer, and so many are looked at.
    case outsideSet = "outside-set"
  }

  public var id: String
  /// Nil when there is no such id.
  public var judged: Judged?
  public var list: MatchList
  /// Its place in the list, from 1.
  public var rank: Int?
  /// How many the list has, whatever was shown.
  public var count: Int?
  public var cause: Cause?
  /// Where it would stand among the candidates, of what is not among them.
  public var would: (list: MatchList, rank: Int)?
  /// The id meant, of one that is not known.
  public var suggestion: Bilingual?
}

extension Matcher {
  func standing(
    _ id: String, _ lists: MatchLists, _ bench: inout Bench
  ) throws(SasaeError) -> Standing {
    for list in MatchList.allCases {
      let all = lists[list]
      guard let at = all.firstIndex(where: { $0.listing.id == id }) else { continue }
      var one = all[at]
      if list == .askFirst { one.ifYes = one.bestCase(among: lists[.recommended]) }
      return Standing(id: id, judged: one, list: list, rank: at + 1, count: all.count)
    }
    let listing: Listing
    do {
      listing = try directory.listing(id)
    } catch  where error.code == "resource.unknown" {
      return Standing(
        id: id, list: .none, cause: .unknownID, suggestion: error.values["suggestion"])
    }
    let judged = try bench.judge(listing)
    let list = judged.list
    let above = lists[list].count { $0.stands(above: judged) }
    return Standing(
      id: id, judged: judged, list: .none, cause: cause(judged, bench), would: (list, above + 1))
  }

  private func cause(_ judged: Judged, _ bench: Bench) -> Standing.Cause {
    let listing = judged.listing
    let query = bench.query
    if listing.status == .retired { return .retired }
    if listing.status == .potential, !query.includePotential { return .potential }
    if let today = query.today, let last = listing.validTo.flatMap({ CalendarDate($0) }),
      last.daysSince1970 < today.daysSince1970
    {
      return .ended
    }
    if judged.covers.isEmpty { return .servesNone }
    if query.seeking == .role, bench.lens.roles?.words.opening(listing) == nil {
      return .servesNone
    }
    return .outsideSet
  }
}
