import Diagnostics
import Geography
@_spi(Host) import MatchingKit
import Model
import ReferenceData
import Registry

/// The rides that one person can take, judged by the panel that judges everything else.
struct RideFinder {
  let directory: Directory
  let library: ReferenceLibrary
  let shelf: DossierShelf
  let jury: Jury
  let request: RequestFacts
  let home: HomePlace

  /// Rides of each way of being reached that are looked at: the nearest. Judgement of this project.
  static let most = 20

  func chains() throws(SasaeError) -> Chains? {
    guard request.seeking != .venue,
      let seat = jury.panel.first(where: { $0.plugin.id == "proximity" })
    else { return nil }
    return Chains(
      rides: try rides(), days: PersonDays(request.week), map: try directory.atlas.places().areas,
      // Who helps does not pay what those pay who are helped.
      budget: request.seeking == .role ? nil : request.budget, weight: seat.weight)
  }

  private func rides() throws(SasaeError) -> [Ride] {
    var search = CandidateQuery(
      categories: library.rides.kinds.map(\.category), home: home.point,
      area: request.person.area)
    search.limit = Self.most
    search.today = request.week.today
    let found = try directory.candidates([search], from: shelf)
      .filter { $0.listing.status == .active }.sorted { $0.listing.id < $1.listing.id }
    let able = found.compactMap(candidate)
    let (rulings, _) = jury.judge(request, able.map(\.facts))
    return zip(able, rulings).compactMap { ride($0, $1) }
  }

  private typealias Able = (facts: CandidateFacts, fetches: Bool, kinds: [Rides.Kind])

  /// Nil for a bus where the person does not take buses.
  private func candidate(_ dossier: ResourceDossier) -> Able? {
    var listing = dossier.listing
    let kinds = library.rides.kinds.filter { kind in
      dossier.lineages.values.contains { $0.contains(kind.category) }
    }
    guard !kinds.isEmpty else { return nil }
    let modes =
      listing.modes.isEmpty
      ? listing.categories.flatMap { library.categories[$0]?.modes ?? [] } : listing.modes
    if modes.contains(.pickup), !listing.modes.isEmpty {
      return (CandidateFacts(dossier), true, kinds)
    }
    let words = [listing.name, listing.summary ?? ""] + listing.tags
    if !modes.contains(.route) || modes.contains(.pickup)
      || kinds.contains(where: { $0.fetches(words) })
    {
      // A shared taxi is no walk to a stop, whatever mode its category stands for.
      listing.modes = listing.modes.filter { $0 != .route && $0 != .venue } + [.pickup]
      return (CandidateFacts(shelf.make(listing)), true, kinds)
    }
    let transport = request.person.mobility?.transport
    guard transport?.contains("bus") ?? true else { return nil }
    return (CandidateFacts(dossier), false, kinds)
  }

  private func ride(_ able: Able, _ ruling: Jury.Ruling) -> Ride? {
    let listing = able.facts.listing
    let stops = !able.fetches && servesHome(listing)
    // The place of a bus is its office or one of its stops: others may be nearer.
    let reasons = ruling.reasons.filter {
      !(stops && $0.plugin == "proximity" && $0.reason.code == "too-far")
    }
    guard reasons.isEmpty else { return nil }
    // What only costs a service points makes a ride no use. Times are held against the venue's below.
    guard
      !ruling.explanation.children.contains(where: {
        $0.node.facts["brokenRule"] != nil && $0.node.plugin != "availability"
      })
    else { return nil }
    var questions: [Verdict.Question] = []
    for one in ruling.asked {
      switch one.plugin {
      // Whether it serves the needs is asked of the place, its times are asked for below.
      case "need-fit", "availability": continue
      case "proximity" where !able.fetches && one.question.field != "person.area": continue
      default: questions.append(Self.of(listing, one.question))
      }
    }
    let walks = ruling.explanation.children.contains { $0.node.plugin == "proximity" }
    if !able.fetches, !walks {
      questions.append(
        .init(
          field: "place",
          text: Bilingual(
            ja: "\(listing.name)の乗り場は近くにありますか", en: "is there a stop of \(listing.name) nearby?")))
    }
    let everywhere = able.kinds.contains(where: \.destinations.isEmpty)
    return Ride(
      able.facts, fetches: able.fetches,
      destinations: everywhere ? [] : Set(able.kinds.flatMap(\.destinations)),
      questions: questions, score: ruling.explanation.value)
  }

  /// Says which of two resources is asked about.
  private static func of(_ listing: Listing, _ question: Verdict.Question) -> Verdict.Question {
    .init(
      field: question.field,
      text: Bilingual(
        ja: "\(listing.name): \(question.text.ja)", en: "\(listing.name): \(question.text.en)"))
  }

  /// Whether a stated catchment takes the person in.
  private func servesHome(_ listing: Listing) -> Bool {
    let view = RequestView(request, showing: [.personArea])
    return listing.areas.contains { area in
      Area.isEverywhere(area) || view.lives(in: area) == true
        || request.person.area.map { Area.key($0) == Area.key(area) } ?? false
    }
  }
}
