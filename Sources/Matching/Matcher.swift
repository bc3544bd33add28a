import Assessment
import Diagnostics
@_spi(Host) import MatchingKit
import Lookup
import Model
import ReferenceData
import Registry

/// understand → retrieve → judge → combine → explain → cover.
///
/// Deterministic: the same request and data give the same answer, whatever the order of anything.
public struct Matcher: Sendable {
  private let directory: Directory
  private let library: ReferenceLibrary
  private let plugins: [any MatchPlugin]
  private let memo: PhraseMemo
  private let tables: WordTables

  /// `memo` and `tables` are for a process that answers many requests.
  public init(
    directory: Directory, library: ReferenceLibrary, plugins: [any MatchPlugin],
    memo: PhraseMemo = PhraseMemo(), tables: WordTables = WordTables()
  ) {
    self.memo = memo
    self.tables = tables
    self.directory = directory
    self.library = library
    self.plugins = plugins
  }

  public func match(_ query: MatchQuery) throws(SasaeError) -> MatchResult {
    var query = query
    let taken = query.reading.map { query.person.fill(from: $0.person) } ?? []
    let profile = try library.profile(query.profile)
    let panel = try panel(profile)
    let roles = try roleSearch(query)
    let needs = try understand(query, roles, isFromText: taken.contains("strengths"))
    let weighed = weigh(needs)
    let venue = try venueSearch(query)
    var home = try HomePlace(query.person.home, in: directory.atlas)
    if let venue { home = venue.home }
    var facts = RequestFacts(needs: weighed, person: query.person, home: home.point)
    facts.homePrecision = home.precision
    (facts.areas, facts.otherAreas) = (home.areas, home.otherAreas)
    let times = try PersonTimes(query.person)
    facts.week = PersonWeek(free: times.free, busy: times.busy, today: query.today)
    let means = PersonMeans(query.person)
    facts.budget = means.budget
    facts.interests = wishes(query.person.interests)
    facts.strengths = wishes(query.person.strengths)
    facts.avoid = wishes(query.person.avoid)
    facts.folded = PhraseMemo.fold
    facts.seeking = query.seeking
    facts.venue = venue?.wish
    if let roles { facts.skills = facts.strengths.map(roles.words.skill) }
    let candidates = try retrieve(weighed, query, home, roles)
    let jury = Jury(panel: panel)
    let (rulings, reports) = jury.judge(facts, candidates)
    var result = MatchResult(
      needs: needs.map { ($0, library.needs[$0.code]?.label ?? "") }, recommended: [],
      askFirst: [], excluded: [], unmet: [], plugins: reports, snapshot: "")
    let judged = zip(candidates, rulings)
    let chains =
      judged.contains(where: Chains.isOpen)
      ? try chains(query, home, facts, jury) : nil
    for (candidate, ruling) in judged {
      if let (joined, ride) = chains?.join(candidate, ruling) {
        sort(candidate, joined, weighed, with: ride, into: &result)
      } else {
        sort(candidate, ruling, weighed, into: &result)
      }
    }
    result.unmet = weighed.map(\.code).filter { code in
      !(result.recommended + result.askFirst).contains { $0.covers.contains(code) }
    }
    let recommended = result.recommended
    result.recommended = Self.ranked(recommended, query.limit)
    result.askFirst = Self.ranked(result.askFirst, query.limit)
    for i in result.askFirst.indices {
      result.askFirst[i].ifYes = result.askFirst[i].bestCase(among: recommended)
    }
    result.excluded = Self.ranked(result.excluded, query.limit)
    result.activityIgnored = venue?.unread(query) ?? []
    result.leftNeedsOut = query.needs.contains { one in
      !needs.contains { library.needs.lineage($0.code).contains(one.code) }
    }
    result.notices = query.reading?.notices ?? []
    result.personFromText = taken
    result.isHomePlaced = home.point != nil
    let looked = panel.reduce(into: Set()) { $0.formUnion($1.plugin.manifest.reads) }
    result.considered = Set(looked.flatMap(\.personMembers))
      .subtracting(times.notUnderstood).subtracting(means.notUnderstood)
    result.snapshot = try snapshot(query, needs, panel, home)
    return result
  }

  /// The best `limit`, by score and then by id.
  private static func ranked(_ list: [Judged], _ limit: Int) -> [Judged] {
    let order = list.indices.sorted {
      (list[$1].score, list[$0].listing.id) < (list[$0].score, list[$1].listing.id)
    }
    return order.prefix(max(0, limit)).map { list[$0] }
  }

  private func wishes(_ words: [String]?) -> [Wish] {
    (words ?? []).compactMap(MemberReader.stated).map { Wish($0, key: PhraseMemo.fold($0)) }
  }

  // MARK: understand

  /// Nil where nobody asks who looks for hands.
  private func roleSearch(_ query: MatchQuery) throws(SasaeError) -> RoleSearch? {
    guard query.seeking == .role || query.person.strengths?.isEmpty == false else { return nil }
    return RoleSearch(
      words: try tables.roles(library, adding: directory.workspace.lexicon), directory: directory)
  }

  private func venueSearch(_ query: MatchQuery) throws(SasaeError) -> VenueSearch? {
    guard query.seeking == .venue else { return nil }
    return try VenueSearch(
      query, tables.venues(library, adding: directory.workspace.lexicon), directory.atlas)
  }

  private func understand(
    _ query: MatchQuery, _ roles: RoleSearch?, isFromText: Bool
  ) throws(SasaeError) -> [StatedNeed] {
    var needs: [StatedNeed] = []
    for need in query.needs {
      guard library.needs[need.code] != nil else {
        throw SasaeError(
          "usage.unknown-need",
          [
            "value": "\(need.code)",
            "suggestion": "\(library.needs.suggestion(for: need.code) ?? "")",
          ])
      }
      // A group stands for each need in it.
      for code in library.needs.descendants(need.code) where library.needs.isLeaf(code) {
        if needs.contains(where: { $0.code == code }) { continue }
        var leaf = need
        leaf.code = code
        needs.append(leaf)
      }
    }
    for mention in query.reading?.needs ?? []
    where !mention.negated && !needs.contains(where: { $0.code == mention.code }) {
      needs.append(
        StatedNeed(
          code: mention.code, urgency: StatedNeed.Urgency(mention.urgency), origin: .text,
          evidence: mention.evidence))
    }
    if query.seeking == .venue { needs = [VenueSearch.need] }
    if query.seeking == .role, let roles {
      needs = roles.needs(
        needs, strengths: wishes(query.person.strengths), in: library.needs.descendants("ROL"),
        isFromText: isFromText)
    }
    // A notice is told even where no need is.
    guard !needs.isEmpty || query.reading?.notices.isEmpty == false else {
      throw SasaeError("usage.no-needs")
    }
    return needs
  }

  private func weigh(_ needs: [StatedNeed]) -> [WeighedNeed] {
    needs.map { need in
      let links = library.crosswalk.links(for: need.code)
      return WeighedNeed(
        code: need.code, label: library.needs[need.code]?.label ?? "",
        weight: need.weight ?? need.urgency.weight,
        categories: Dictionary(
          links.map { ($0.category, $0.weight) }, uniquingKeysWith: max),
        categoryLabels: Dictionary(
          links.map { ($0.category, library.categories[$0.category]?.label ?? "") },
          uniquingKeysWith: { first, _ in first }),
        isUrgent: need.urgency == .high)
    }
  }

  // MARK: retrieve

  private func retrieve(
    _ needs: [WeighedNeed], _ query: MatchQuery, _ home: HomePlace, _ roles: RoleSearch?
  ) throws(SasaeError) -> [CandidateFacts] {
    let helping = query.seeking == .role ? roles : nil
    var searches = needs.map { need in
      var search = CandidateQuery(
        categories: need.categories.keys.sorted(), home: home.point, area: query.person.area)
      search.limit = Self.share(of: needs.count)
      search.includePotential = query.includePotential
      search.today = query.today
      return search
    }
    let shelf = DossierShelf(memo: memo, library: library, today: query.today)
    if query.seeking == .venue { searches = searches.map(VenueSearch.places) }
    if let helping { searches = helping.searches(query, home) }
    var found = try directory.candidates(searches, from: shelf)
    if let helping { found = try helping.lookingForHands(found, query, home, shelf) }
    found.sort { $0.listing.id < $1.listing.id }
    let relevance = try relevance(query)
    let known = Set(query.person.familiar ?? [])
    let knownPeople =
      known.isEmpty
      ? [] : Set(found.filter { known.contains($0.listing.id) }.compactMap(\.listing.provider))
    return found.map { dossier in
      let listing = dossier.listing
      var facts = CandidateFacts(dossier)
      facts.helperSide = helping.map { shelf.make($0.helperSide(listing)) }
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

  private func chains(
    _ query: MatchQuery, _ home: HomePlace, _ facts: RequestFacts, _ jury: Jury
  ) throws(SasaeError) -> Chains? {
    guard let seat = jury.panel.first(where: { $0.plugin.id == "proximity" }) else { return nil }
    let finder = RideFinder(
      directory: directory, library: library,
      shelf: DossierShelf(memo: memo, library: library, today: query.today), jury: jury,
      request: facts)
    return Chains(
      rides: try finder.rides(near: home, area: query.person.area),
      days: RideDays(facts.week), map: try directory.atlas.places().areas, budget: facts.budget,
      weight: seat.weight)
  }

  /// How many candidates each of `count` needs may bring for each way of being reached: about 500 in all, so that
  /// a request with many needs costs what one with few does.
  private static func share(of count: Int) -> Int { max(40, min(150, 500 / (3 * max(1, count)))) }

  /// How well the words of resources answer those of the request, 1 being the best; nil without words.
  private func relevance(_ query: MatchQuery) throws(SasaeError) -> [String: Double]? {
    guard !query.text.allSatisfy(\.isWhitespace) else { return nil }
    var search = SearchQuery()
    search.text = String(query.text.prefix(Self.longestQuery))
    search.limit = Self.relevantMost
    let hits = try directory.search(search).hits
    guard let best = hits.map(\.weight).max(), best > 0 else { return [:] }
    return Dictionary(
      hits.map { ($0.listing.id, $0.weight / best) }, uniquingKeysWith: max)
  }

  /// Characters of a text that are searched for, and resources that may answer them.
  private static let longestQuery = 200
  private static let relevantMost = 100

  // MARK: judge and combine

  private func panel(_ profile: MatchingProfile) throws(SasaeError) -> [Jury.Seat] {
    var seats: [Jury.Seat] = []
    for entry in profile.entries {
      guard let plugin = plugins.first(where: { $0.id == entry.plugin }) else {
        throw SasaeError(
          "data.dangling",
          [
            "value": "\(entry.plugin)", "what": Bilingual(ja: "プラグイン", en: "plugin"),
            "suggestion":
              "\(DidYouMean.closest(to: entry.plugin, among: plugins.map(\.id)) ?? "")",
          ],
          at: Position(file: entry.file, line: entry.line, field: "plugin"))
      }
      seats.append(Jury.Seat(plugin: plugin, weight: entry.weight, hard: entry.hard))
    }
    return seats
  }

  private func sort(
    _ candidate: CandidateFacts, _ ruling: Jury.Ruling, _ needs: [WeighedNeed],
    with ride: Ride? = nil, into result: inout MatchResult
  ) {
    let covers = needs.filter { need in
      candidate.serves(need)
    }.map(\.code)
    var judged = Judged(
      listing: candidate.listing, explanation: ruling.explanation, covers: covers,
      questions: ruling.asked.map(\.question), reasons: ruling.reasons)
    judged.ride = ride?.listing
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
    if !judged.reasons.isEmpty {
      result.excluded.append(judged)
    } else if !judged.questions.isEmpty {
      result.askFirst.append(judged)
    } else {
      result.recommended.append(judged)
    }
  }

  /// Tells whether two answers rest on the same request, data and plugins; holds none of them.
  private func snapshot(
    _ query: MatchQuery, _ needs: [StatedNeed], _ panel: [Jury.Seat], _ home: HomePlace
  ) throws(SasaeError) -> String {
    let person: String
    do {
      person =
        try CanonicalJSON.encode(query.person)
        + (query.activity.map { activity in try CanonicalJSON.encode(activity) } ?? "")
    } catch {
      throw SasaeError("internal", ["detail": "person"])
    }
    let parts =
      needs.map { "\($0.code)=\($0.weight ?? $0.urgency.weight)" }
      + panel.map {
        let manifest = $0.plugin.manifest
        return "\(manifest.id)@\(manifest.version)\(manifest.variant)*\($0.weight)"
      }
      + [
        person, query.text, "\(query.limit)", query.seeking.rawValue, library.fingerprint,
        try directory.position(),
      ]
    // Where an address is depends on the tables too.
    let located = home.precision == nil ? [] : ["\(home.point?.lat ?? 0),\(home.point?.lng ?? 0)"]
    let day = query.today.map { [$0.text] } ?? []
    return CanonicalJSON.hash((parts + located + day).joined(separator: "\n"))
  }
}
