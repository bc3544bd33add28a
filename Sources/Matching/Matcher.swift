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
  let directory: Directory
  let library: ReferenceLibrary
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
    let taken = query.record.map { query.person.fill(from: $0) } ?? []
    let profile = try library.profile(query.profile)
    let panel = try panel(profile)
    let roles = try roleSearch(query)
    let needs = try understand(
      query, roles, isFromText: taken.contains { $0.member == "strengths" && $0.origin == .text })
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
    let jury = Jury(panel: panel)
    let (candidates, lens) = try retrieve(weighed, query, home, roles)
    let (rulings, reports) = jury.judge(facts, candidates)
    var bench = Bench(
      query: query, needs: weighed, facts: facts, jury: jury, lens: lens,
      finder: RideFinder(
        directory: directory, library: library, shelf: lens.shelf, jury: jury, request: facts,
        home: home))
    if zip(candidates, rulings).contains(where: Chains.isOpen) { try bench.findRides() }
    let lists = MatchLists(bench.judged(candidates, rulings))
    var result = MatchResult(
      needs: needs.map { ($0, library.needs[$0.code]?.label ?? "") },
      recommended: lists.shown(.recommended, query.limit),
      askFirst: lists.shown(.askFirst, query.limit), excluded: lists.shown(.excluded, query.limit),
      unmet: weighed.map(\.code).filter { !lists.covered.contains($0) }, plugins: reports,
      snapshot: "")
    if query.isBundled { bench.bundle(lists, into: &result) }
    result.standings = try query.whyNot.map { id throws(SasaeError) in
      try standing(id, lists, &bench)
    }
    if query.compare.count == 2 {
      result.comparison = Comparison(
        try standing(query.compare[0], lists, &bench), try standing(query.compare[1], lists, &bench)
      )
    }
    result.activityIgnored = venue?.unread(query) ?? []
    let asked = query.needs.map(\.code) + (query.record?.stated ?? [])
    result.leftNeedsOut = asked.contains { code in
      !needs.contains { library.needs.lineage($0.code).contains(code) }
    }
    result.notices = query.record?.notices ?? []
    result.personFrom = taken
    result.isHomePlaced = home.point != nil
    let looked = panel.reduce(into: Set()) { $0.formUnion($1.plugin.manifest.reads) }
    result.considered = Set(looked.flatMap(\.personMembers))
      .subtracting(times.notUnderstood).subtracting(means.notUnderstood)
    let words = [roles?.words.fingerprint, venue?.words.fingerprint].compactMap(\.self)
    result.snapshot = try snapshot(query, needs, panel, home, words, result).text
    return result
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
    for need in query.record?.needs ?? [] where !needs.contains(where: { $0.code == need.code }) {
      needs.append(StatedNeed(need))
    }
    if query.seeking == .venue { needs = [VenueSearch.need] }
    if query.seeking == .role, let roles {
      needs = roles.needs(
        needs, strengths: wishes(query.person.strengths), in: library.needs.descendants("ROL"),
        isFromText: isFromText)
    }
    // A notice is told even where no need is, and an assessment may well come to none.
    guard !needs.isEmpty || query.record?.isAnswerWithoutNeeds == true else {
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
  ) throws(SasaeError) -> ([CandidateFacts], Lens) {
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
    let lens = Lens(
      shelf: shelf, relevance: relevance, known: known, knownPeople: knownPeople, roles: roles,
      isHelping: helping != nil)
    return (found.map(lens.see), lens)
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
}
