@_spi(Host) import MatchingKit
import Model

/// How one request sees resources: what of them depends on the person and the text.
struct Lens {
  let shelf: DossierShelf
  /// Nil when the request has no words.
  let relevance: [String: Double]?
  let known: Set<String>
  let knownPeople: Set<String>
  let roles: RoleSearch?
  /// Whether the person is the one who helps.
  let isHelping: Bool

  func see(_ dossier: ResourceDossier) -> CandidateFacts {
    let listing = dossier.listing
    var facts = CandidateFacts(dossier)
    if isHelping { facts.helperSide = roles.map { shelf.make($0.helperSide(listing)) } }
    facts.findOpening = roles?.words.opening
    facts.relevance = relevance.map { $0[listing.id] ?? 0 }
    if known.contains(listing.id) {
      facts.familiar = .itself
    } else if let provider = listing.provider, knownPeople.contains(provider) {
      facts.familiar = .samePeople
    }
    return facts
  }
}
