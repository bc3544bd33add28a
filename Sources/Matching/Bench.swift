import Diagnostics
@_spi(Host) import MatchingKit
import Model

/// One request as it was understood, for judging whatever resource comes to it.
struct Bench {
  let query: MatchQuery
  let needs: [WeighedNeed]
  let facts: RequestFacts
  let jury: Jury
  let lens: Lens
  let finder: RideFinder
  /// Nil until something is too far.
  private(set) var chains: Chains?
  private var hasSought = false

  init(
    query: MatchQuery, needs: [WeighedNeed], facts: RequestFacts, jury: Jury, lens: Lens,
    finder: RideFinder
  ) {
    self.query = query
    self.needs = needs
    self.facts = facts
    self.jury = jury
    self.lens = lens
    self.finder = finder
  }

  mutating func findRides() throws(SasaeError) {
    guard !hasSought else { return }
    hasSought = true
    chains = try finder.chains()
  }

  /// A resource that retrieval did not bring, by the same panel.
  mutating func judge(_ listing: Listing) throws(SasaeError) -> Judged {
    let candidate = lens.see(lens.shelf.make(listing))
    let (rulings, _) = jury.judge(facts, [candidate])
    guard let ruling = rulings.first else { throw SasaeError("internal", ["detail": "ruling"]) }
    if Chains.isOpen(candidate, ruling) { try findRides() }
    return judged(candidate, ruling)
  }

  func judged(_ candidates: [CandidateFacts], _ rulings: [Jury.Ruling]) -> [Judged] {
    zip(candidates, rulings).map { judged($0, $1) }
  }

  func judged(_ candidate: CandidateFacts, _ alone: Jury.Ruling) -> Judged {
    let joined = chains?.join(candidate, alone)
    let ruling = joined?.0 ?? alone
    var judged = Judged(
      explanation: ruling.explanation,
      covers: needs.compactMap { candidate.serves($0) ? $0.code : nil },
      questions: ruling.asked.map(\.question), reasons: ruling.reasons, candidate: candidate,
      way: joined?.1)
    judged.openWeight = ruling.asked.reduce(0) { $0 + ($1.openWeight ?? 0) }
    if candidate.listing.status == .paused {
      judged.questions.append(
        .init(
          field: "status",
          text: Bilingual(ja: "いまは休止中です。再開の予定はありますか", en: "it is paused: when will it run again?")))
    }
    if candidate.listing.status == .potential {
      judged.questions.append(
        .init(
          field: "status",
          text: Bilingual(
            ja: "まだ資源になっていません。協力をお願いできますか", en: "not yet a resource: could it become one?")))
    }
    return judged
  }
}

/// The lists of an answer.
public enum MatchList: String, Sendable, Codable, CaseIterable {
  case recommended, askFirst, excluded
  /// Not among the candidates.
  case none

  /// Smaller is better.
  var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension Judged {
  var list: MatchList {
    if !reasons.isEmpty { return .excluded }
    return questions.isEmpty ? .recommended : .askFirst
  }

  /// Whether `self` stands above `other` in one list: by score, then by id.
  func stands(above other: Judged) -> Bool {
    (other.score, listing.id) < (score, other.listing.id)
  }
}

/// The three lists whole, each best first.
struct MatchLists {
  private let lists: [MatchList: [Judged]]

  init(_ all: [Judged]) {
    // By key, as what is judged of a resource is much to move about.
    typealias Key = (score: Double, id: String, place: Int)
    var keys: [MatchList: [Key]] = [:]
    for (place, one) in all.enumerated() {
      keys[one.list, default: []].append((one.score, one.candidate.dossier.listing.id, place))
    }
    lists = keys.mapValues { keys in
      keys.sorted { ($1.score, $0.id) < ($0.score, $1.id) }.map { all[$0.place] }
    }
  }

  subscript(_ list: MatchList) -> [Judged] { lists[list] ?? [] }

  /// The best `limit` of a list.
  func shown(_ list: MatchList, _ limit: Int) -> [Judged] {
    var out = Array(self[list].prefix(max(0, limit)))
    if list == .askFirst {
      for i in out.indices { out[i].ifYes = out[i].bestCase(among: self[.recommended]) }
    }
    return out
  }

  /// Needs that something recommended or asked about serves.
  var covered: Set<String> {
    var out = Set<String>()
    for list in [MatchList.recommended, .askFirst] {
      for one in self[list] { out.formUnion(one.covers) }
    }
    return out
  }
}
