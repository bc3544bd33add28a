import Diagnostics
import Matching
import MatchingKit
import Model
import Searching

/// Resources for one person, explained.
public enum MatchResources: Operation {
  public static let name = "match_resources"
  public static let summary = Bilingual(
    ja: "一人の困りごとに合う資源を、理由つきで選ぶ", en: "Rank resources for one person, with reasons")
  public static let scope = Scope.match

  public struct Input: Codable, Sendable {
    public var profile: String?
    /// `resource`, `venue`, `role`; a resource without it.
    public var seeking: String?
    public var text: String?
    public var needs: [NeedInput]?
    /// What the person says of their own life.
    public var ownWords: OwnWordsInput?
    /// Answers to instruments.
    public var assessments: [AssessmentInput]?
    public var person: Person?
    /// What looks for a place; heeded where a venue is sought.
    public var activity: Activity?
    public var limit: Int?
    /// Bring 資源化できるもの in too, as questions.
    public var includePotential: Bool?
    /// The day to answer for, ISO 8601; today without it.
    public var now: String?
    /// Put a few contacts together that cover the needs, and the week with them.
    public var bundle: Bool?
    /// Ids to tell of where they stand and why.
    public var whyNot: [String]?
    /// Two ids to hold against each other.
    public var compare: [String]?
    /// Names of facts given beyond what `Person` holds; they are told as not considered.
    var others: [String] = []
    /// Members of `activity` that it does not have.
    var strangers: [String] = []

    public init() {}

    enum CodingKeys: String, CodingKey, CaseIterable {
      case profile, seeking, text, needs, ownWords, assessments, person, activity, limit
      case includePotential, now, bundle, whyNot, compare
    }
  }

  public typealias NeedInput = Service.NeedInput

  public struct Output: Codable, Sendable {
    /// Words of danger in the text: to be seen first.
    public var notices: [DetectNeeds.Notice]?
    public var needs: [RecordNeed]
    /// Needs the coordinator denies, with what they had rested on.
    public var setAside: [RecordSetAside]?
    /// Needs that depend on answers that are missing.
    public var undecided: [RecordOpenNeed]?
    public var assessments: [RecordAssessment]?
    public var recommended: [Suggestion]
    public var askFirst: [Suggestion]
    public var excluded: [Exclusion]
    /// Needs that nothing recommended or asked about serves.
    public var unmet: [String]
    public var plugins: [PluginState]
    /// Facts given that no plugin of this profile looks at: to be weighed by a person.
    public var notConsidered: [String]
    /// Members of the person that were taken from the text, as the request does not state them.
    public var personFromText: [String]?
    /// What words and instruments told of the person, and where.
    public var personFrom: [RecordPersonSource]?
    /// Codes that were given another name, and were taken as that.
    public var renamed: [RenamedCode]?
    /// Contacts that together cover the needs, best first; at most three.
    public var bundle: [BundleOutput]?
    /// The week with the first bundle and what it holds already.
    public var week: [Day]?
    /// Days of that week with somewhere to go, and with something on.
    public var daysToGo: Int?
    public var daysToDo: Int?
    /// Where the ids asked about stand.
    public var whyNot: [StandingOutput]?
    public var comparison: ComparisonOutput?
    public var snapshot: String
  }

  public struct Suggestion: Codable, Sendable {
    public var id: String
    public var name: String
    public var score: Double
    public var covers: [String]
    /// What brings the person there: a ride that is arranged besides.
    public var with: [Companion]?
    public var explanation: ExplanationNode
    public var questions: [Question]?
    /// What a yes to all questions would bring.
    public var ifYes: IfYes?
    public var phone: String?
    /// The audience that may see a contact which is not shown here.
    public var restricted: Visibility?
    public var schedule: Schedule?
    public var cost: Cost?
    public var eligibility: Eligibility?
    public var address: String?
    public var confirmed: Confirmation?
    public var source: Source?
    public var status: ResourceStatus
    public var tags: [String]?
  }

  public struct IfYes: Codable, Sendable {
    public var score: Double
    /// The place among the recommended ones, from 1.
    public var rank: Int
  }

  public struct Question: Codable, Sendable {
    public var field: String
    public var text: String
  }

  public struct Exclusion: Codable, Sendable {
    public var id: String
    public var name: String
    public var reasons: [Reason]
  }

  public struct Reason: Codable, Sendable {
    public var code: String
    public var text: String
    public var plugin: String
  }

  public struct PluginState: Codable, Sendable {
    public var id: String
    public var version: String
    public var status: PluginReport.Status
    public var failure: String?
  }

  static let defaultProfile = "care-manager"
  static let defaultLimit = 10
  /// Named among what was not considered when it could not be located.
  static let homeAddress = "person.home.address"

  public static func run(_ input: Input, in session: Session) throws(SasaeError) -> Output {
    let matcher = Matcher(
      directory: session.directory, library: try session.matchingLibrary(),
      plugins: try session.judges(), memo: session.phrases, tables: session.wordTables)
    var query = try query(input)
    let record = try session.record(
      needs: input.needs, text: input.text, ownWords: input.ownWords,
      assessments: input.assessments)
    query.record = record
    (query.isBundled, query.whyNot) = (input.bundle ?? false, try asked(input.whyNot))
    query.compare = try pair(input.compare)
    query.asGiven = try asGiven(input)
    query.today = try day(input.now) ?? session.today
    let result = try matcher.match(query)
    var output = Output(
      notices: DetectNeeds.notices(result.notices, session),
      needs: result.needs.map { one in
        RecordNeed(
          one.need, one.label, record.needs.first { $0.code == one.need.code }, session.language)
      },
      setAside: some(record.setAside.map { RecordSetAside($0, session.language) }),
      undecided: some(record.open.map { RecordOpenNeed($0, session.language) }),
      assessments: some(record.sheets.map { RecordAssessment($0, session.language) }),
      recommended: [], askFirst: [],
      excluded: result.excluded.map { judged in
        Exclusion(
          id: judged.listing.id, name: judged.listing.name,
          reasons: judged.reasons.map {
            Reason(code: $0.reason.code, text: $0.reason.text(session.language), plugin: $0.plugin)
          })
      },
      unmet: result.unmet,
      plugins: result.plugins.map {
        PluginState(
          id: $0.id, version: $0.version, status: $0.status,
          failure: $0.failure?.text(session.language))
      },
      notConsidered: (input.others + (result.leftNeedsOut ? ["needs"] : []) + result.activityIgnored
        + (query.activity == nil && input.activity != nil ? ["activity"] : [])).filter {
          if $0 == Self.homeAddress { return !result.isHomePlaced }
          return !$0.hasPrefix("person.") || !result.considered.contains(String($0.dropFirst(7)))
        }.sorted(),
      personFromText: some(result.personFrom.filter { $0.origin == .text }.map(\.member).once()),
      personFrom: some(result.personFrom.map { RecordPersonSource($0, session.language) }),
      renamed: some(record.renamed.map(RenamedCode.init)), snapshot: result.snapshot)
    tell(result, in: &output, session)
    for judged in result.recommended { output.recommended.append(try suggestion(judged, session)) }
    for judged in result.askFirst { output.askFirst.append(try suggestion(judged, session)) }
    return output
  }

  private static func seeking(_ text: String?) throws(SasaeError) -> Seeking {
    guard let text else { return .resource }
    guard let seeking = Seeking(rawValue: text) else {
      throw InputCheck.value(
        "seeking", text, "\(Seeking.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return seeking
  }

  /// The activity, if its values are such as it may have.
  private static func activity(_ input: Input) throws(SasaeError) -> Activity? {
    guard let activity = input.activity else { return nil }
    if let stranger = input.strangers.first {
      let known = Activity.CodingKeys.allCases.map(\.rawValue)
      throw SasaeError(
        "usage.unknown-member",
        [
          "value": "activity.\(stranger.prefix(100))",
          "suggestion": "\(DidYouMean.closest(to: stranger, among: known) ?? "")",
          "known": "\(known.joined(separator: ", "))",
        ])
    }
    if let people = activity.people, !(1...100_000).contains(people) {
      throw InputCheck.value("activity.people", "\(people)", "1…100000")
    }
    if let cost = activity.maxCost, !(0...100_000_000).contains(cost) {
      throw InputCheck.value("activity.maxCost", "\(cost)", "0…100000000")
    }
    let from = try InputCheck.time(activity.from, "activity.from")
    let to = try InputCheck.time(activity.to, "activity.to")
    if let from, let to, from >= to {
      throw InputCheck.value(
        "activity.to", activity.to ?? "",
        Bilingual(ja: "activity.from より後の時刻", en: "a time after activity.from"))
    }
    try check(activity.home, "activity.home")
    return activity
  }

  static func check(_ home: Person.Home?, _ member: String) throws(SasaeError) {
    guard let home = home?.coordinate,
      !(-90...90).contains(home.lat) || !(-180...180).contains(home.lng)
    else { return }
    // The place is a person's: it is not told.
    throw SasaeError(
      "usage.request",
      [
        "detail": Bilingual(
          ja: "「\(member)」の緯度・経度が範囲の外です",
          en: "'\(member)' is outside the range of latitude and longitude")
      ])
  }

  /// The profile of those who look for it, unless another one is named.
  private static func defaultProfile(_ seeking: Seeking) -> String {
    switch seeking {
    case .resource: defaultProfile
    case .venue: "venue"
    case .role: "role"
    }
  }

  private static func some<T>(_ list: [T]) -> [T]? { list.isEmpty ? nil : list }

  private static func day(_ now: String?) throws(SasaeError) -> CalendarDate? {
    guard let now else { return nil }
    guard let day = CalendarDate(String(now.prefix { $0 != "T" })) else {
      throw InputCheck.value("now", now, Bilingual(ja: "YYYY-MM-DD の日付", en: "a date, YYYY-MM-DD"))
    }
    return day
  }

  private static func query(_ input: Input) throws(SasaeError) -> MatchQuery {
    let limit = input.limit ?? defaultLimit
    guard (0...1_000).contains(limit) else {
      throw InputCheck.value("limit", "\(limit)", "0…1000")
    }
    try check(input.person?.home, "person.home")
    let seeking = try seeking(input.seeking)
    var query = MatchQuery(
      profile: input.profile ?? defaultProfile(seeking), needs: [], text: input.text ?? "",
      person: person(input.person), limit: limit,
      includePotential: input.includePotential ?? false)
    query.seeking = seeking
    query.activity = seeking == .venue ? try activity(input) : nil
    return query
  }

  /// A dash says nothing, of a person as of a resource.
  private static func person(_ given: Person?) -> Person {
    var person = given ?? Person()
    person.area = person.area.flatMap(MemberReader.stated)
    person.household = person.household.flatMap(MemberReader.stated)
    return person
  }

  private static func suggestion(
    _ judged: Judged, _ session: Session
  ) throws(SasaeError) -> Suggestion {
    let words = Hit(judged.listing, score: judged.score, near: nil, words: nil)
    let (phone, restricted) = try contact(words, session)
    let questions = judged.questions.map {
      Question(field: $0.field, text: $0.text(session.language))
    }
    return Suggestion(
      id: judged.listing.id, name: judged.listing.name, score: judged.score,
      covers: judged.covers,
      with: try judged.ride.map { ride throws(SasaeError) in [try companion(ride, session)] },
      explanation: ExplanationNode(judged.explanation, weight: nil, session.language),
      questions: questions.isEmpty ? nil : questions,
      ifYes: judged.ifYes.map { IfYes(score: $0.score, rank: $0.rank) }, phone: phone,
      restricted: restricted,
      schedule: words.schedule,
      cost: words.cost, eligibility: words.eligibility, address: words.address,
      confirmed: words.confirmed, source: words.source,
      status: judged.listing.status, tags: words.tags)
  }
}

/// A node of an explanation as an output carries it.
public struct ExplanationNode: Codable, Sendable {
  public var plugin: String
  public var code: String
  public var value: Double
  public var weight: Double?
  public var text: String
  public var facts: [String: JSONValue]
  public var children: [ExplanationNode]

  init(_ node: Explanation, weight: Double?, _ language: Language) {
    plugin = node.plugin
    code = node.code
    value = node.value
    self.weight = weight
    text = node.text(language)
    facts = node.facts.mapValues { fact in
      switch fact {
      case .text(let text): .string(text)
      case .number(let number): Int64(exactly: number).map(JSONValue.integer) ?? .number(number)
      }
    }
    children = node.children.map { ExplanationNode($0.node, weight: $0.weight, language) }
  }
}

extension MatchResources.Input {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    profile = try container.decodeIfPresent(String.self, forKey: .profile)
    seeking = try container.decodeIfPresent(String.self, forKey: .seeking)
    text = try container.decodeIfPresent(String.self, forKey: .text)
    needs = try container.decodeIfPresent([NeedInput].self, forKey: .needs)
    ownWords = try container.decodeIfPresent(OwnWordsInput.self, forKey: .ownWords)
    assessments = try container.decodeIfPresent([AssessmentInput].self, forKey: .assessments)
    person = try container.decodeIfPresent(Person.self, forKey: .person)
    activity = try container.decodeIfPresent(Activity.self, forKey: .activity)
    // Read once more for the names alone: what nobody knows of is told.
    strangers = try (container.decodeIfPresent([String: JSONValue].self, forKey: .activity) ?? [:])
      .keys.filter { Activity.CodingKeys(rawValue: $0) == nil }.sorted()
    limit = try container.decodeIfPresent(Int.self, forKey: .limit)
    includePotential = try container.decodeIfPresent(Bool.self, forKey: .includePotential)
    now = try container.decodeIfPresent(String.self, forKey: .now)
    bundle = try container.decodeIfPresent(Bool.self, forKey: .bundle)
    whyNot = try container.decodeIfPresent([String].self, forKey: .whyNot)
    compare = try container.decodeIfPresent([String].self, forKey: .compare)
    others = try Self.notConsidered(decoder)
  }

  /// Members that stand in the request and that nothing here looks at. Only their names are kept.
  private static func notConsidered(_ decoder: any Decoder) throws -> [String] {
    let all = try decoder.container(keyedBy: MemberKey.self)
    var out: [String] = []
    let known = Set(CodingKeys.allCases.map(\.rawValue) + ["trace"])
    for key in all.allKeys where !known.contains(key.stringValue) { out.append(key.stringValue) }
    if all.contains(MemberKey("person")),
      let person = try? all.nestedContainer(keyedBy: MemberKey.self, forKey: MemberKey("person"))
    {
      for key in person.allKeys { out.append("person.\(key.stringValue)") }
      // Taken back when the address is located.
      if let home = try? person.decodeIfPresent(Person.Home.self, forKey: MemberKey("home")),
        home.address != nil, home.coordinate == nil
      {
        out.append(MatchResources.homeAddress)
      }
    }
    return out
  }
}

extension [String] {
  /// Each once, in the order of their first.
  fileprivate func once() -> [String] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
