import Diagnostics
import Lookup
@_spi(Host) import MatchingKit
import Model
import Registry

/// Roles for somebody who can help (担い手としての役割): resources that look for hands.
struct RoleSearch {
  let words: RoleWords
  let directory: Directory

  /// At most this many for each way of finding them.
  private static let most = 150

  /// By category.
  func searches(_ query: MatchQuery, _ home: HomePlace) -> [CandidateQuery] {
    [words.categories, words.likely].map { categories in
      var search = CandidateQuery(
        categories: categories, home: home.point, area: query.person.area)
      search.includePotential = query.includePotential
      search.today = query.today
      return search
    }
  }

  /// Those that look for hands of `found`, and of what is found by the words that say so.
  func lookingForHands(
    _ found: [ResourceDossier], _ query: MatchQuery, _ home: HomePlace, _ shelf: DossierShelf
  ) throws(SasaeError) -> [ResourceDossier] {
    var all = Dictionary(found.map { ($0.listing.id, $0) }, uniquingKeysWith: { first, _ in first })
    for text in words.searches {
      var search = SearchQuery()
      search.text = text
      search.limit = Self.most
      if query.includePotential { search.filters.statuses = [.active, .paused, .potential] }
      if let point = home.point {
        search.filters.near = point
        search.order = .distance
        search.includeUnknown = true
      }
      for hit in try directory.search(search).hits where all[hit.listing.id] == nil {
        all[hit.listing.id] = shelf.make(hit.listing)
      }
    }
    return all.values.filter { words.opening($0.listing) != nil }
  }

  /// The resource as it is to those who help there: they go to where it works, and what is stated of who
  /// is served, what that costs and whether there is room is not said of them.
  func helperSide(_ listing: Listing) -> Listing {
    var side = listing
    if !side.modes.isEmpty, side.modes != [.online] { side.modes = [.venue] }
    // A course has a price; of anything else the price is for those served, or it is pay.
    if !side.categories.contains(Self.course) {
      (side.cost, side.costMin, side.costMax, side.costPer) = (nil, nil, nil, nil)
    }
    guard !words.isRole(listing) else { return side }
    side.areas = []
    (side.eligibility, side.minAge, side.maxAge) = (nil, nil, nil)
    side.careLevels = []
    (side.capacity, side.maximum, side.available) = (nil, nil, nil)
    side.availableAsOf = nil
    return side
  }

  private static let course = "A-TRAIN"
}

extension RoleSearch {
  private static let role = "ROL-ROLE"
  private static let skill = "ROL-SKILL"
  /// What whoever looks for hands offers.
  static let served: Set<String> = [role, skill]

  /// The needs of who looks for a role: those stated or found that are of roles; besides, what the
  /// strengths speak of.
  func needs(
    _ known: [StatedNeed], strengths: [Wish], in codes: [String], isFromText: Bool
  ) -> [StatedNeed] {
    var needs = known.filter { codes.contains($0.code) }
    for strength in strengths {
      let own = words.needs(of: strength)
      for code in [Self.role] + (own.isEmpty ? [Self.skill] : own) where codes.contains(code) {
        if let at = needs.firstIndex(where: { $0.code == code }) {
          guard needs[at].isFromStrengths, let evidence = needs[at].evidence else { continue }
          needs[at].evidence = evidence + "・" + strength.text
        } else {
          needs.append(
            StatedNeed(
              code: code, origin: isFromText ? .text : .stated, evidence: strength.text,
              isFromStrengths: true))
        }
      }
    }
    return needs
  }
}

extension CandidateFacts {
  /// Whether a category of it is one that serves the need; who looks for hands serves who wants a role.
  func serves(_ need: WeighedNeed) -> Bool {
    if dossier.lineages.values.joined().contains(where: { need.categories[$0] != nil }) {
      return true
    }
    return helperSide != nil && RoleSearch.served.contains(need.code)
  }
}
