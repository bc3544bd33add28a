import Assessment
import Diagnostics
import Model
@_spi(Host) import MatchingKit

/// A need as a request states it, or as it was found.
public struct StatedNeed: Sendable, Hashable {
  public typealias Origin = NeedOrigin
  public enum Urgency: String, Sendable, Codable, CaseIterable {
    case high, normal, low

    /// What a need weighs beside the others.
    var weight: Double {
      switch self {
      case .high: 1.0
      case .normal: 0.7
      case .low: 0.4
      }
    }
  }

  public var code: String
  public var urgency: Urgency
  /// 0…1; replaces the urgency's.
  public var weight: Double?
  public var origin: Origin
  /// The words it was found by.
  public var evidence: String?
  /// Whether it stands for strengths of the person, which are then its evidence.
  public var isFromStrengths: Bool

  public init(
    code: String, urgency: Urgency = .normal, weight: Double? = nil, origin: Origin = .stated,
    evidence: String? = nil, isFromStrengths: Bool = false
  ) {
    self.isFromStrengths = isFromStrengths
    self.code = code
    self.urgency = urgency
    self.weight = weight
    self.origin = origin
    self.evidence = evidence
  }
}

/// One person to find resources for.
public struct MatchQuery: Sendable {
  public var profile: String
  public var needs: [StatedNeed]
  /// Words that resources are searched by; may be empty.
  public var text: String
  /// What words, instruments and the coordinator tell; nil when there is none. Its needs come behind
  /// `needs`.
  public var record: MergedRecord?
  public var person: Person
  /// How many of each list.
  public var limit: Int
  public var includePotential: Bool
  public var seeking = Seeking.resource
  /// What looks for a place; heeded where a venue is sought.
  public var activity: Activity?
  /// Whether a few contacts that do together are put together.
  public var isBundled = false
  /// Ids to tell of where they stand.
  public var whyNot: [String] = []
  /// Two ids to hold against each other.
  public var compare: [String] = []
  /// The request as it was given, in one form; only a short mark of it is told.
  public var asGiven = ""
  /// What ended before this day is not matched; nil matches it too.
  public var today: CalendarDate?

  public init(
    profile: String, needs: [StatedNeed], text: String = "", record: MergedRecord? = nil,
    person: Person = Person(), limit: Int = 10, includePotential: Bool = false
  ) {
    self.text = text
    self.profile = profile
    self.needs = needs
    self.record = record
    self.person = person
    self.limit = limit
    self.includePotential = includePotential
  }
}

/// A resource with what was judged of it.
public struct Judged: Sendable {
  public var listing: Listing { candidate.dossier.listing }
  /// 0…1, computed from the explanation.
  public var score: Double { explanation.value }
  public var explanation: Explanation
  /// Codes of the needs it serves.
  public var covers: [String]
  public var questions: [Verdict.Question]
  /// What brings the person there; nil when nothing has to.
  public var ride: Listing? { way?.listing }
  /// What a yes to all questions would bring; of entries that ask.
  public var ifYes: BestCase?
  public var reasons: [(plugin: String, reason: Verdict.Reason)]
  /// The share in the total that questions keep open.
  var openWeight = 0.0
  var candidate: CandidateFacts
  var way: Ride?
}

/// A plugin's part in an answer.
public struct PluginReport: Sendable {
  public enum Status: String, Sendable, Codable, CaseIterable {
    case ok, failed
  }
  public var id: String
  public var version: String
  public var status: Status
  /// Why it failed; never a person's data.
  public var failure: SasaeError?
}

/// The answer to a match.
public struct MatchResult: Sendable {
  public var needs: [(need: StatedNeed, label: Bilingual)]
  public var recommended: [Judged]
  public var askFirst: [Judged]
  public var excluded: [Judged]
  public var unmet: [String]
  public var plugins: [PluginReport]
  public var snapshot: String
  /// Contacts that together cover the needs, best first; nil unless asked for.
  public var bundles: [Bundle]?
  /// The week with the best of them.
  public var week: WeekPlan?
  /// Where the ids asked about stand.
  public var standings: [Standing] = []
  public var comparison: Comparison?
  /// Words of danger in the text.
  public var notices: [DangerNotice] = []
  /// Members of `activity` that nothing could be made of: `activity.needs`, `activity.home.address`.
  public var activityIgnored: [String] = []
  /// Whether needs of the request have no part in what is looked for.
  public var leftNeedsOut = false
  /// Members of the person taken from the record.
  public var personFrom: [PersonSource] = []
  /// Whether the home is known as a point, given or looked up.
  public var isHomePlaced = false
  /// Members of ``Person`` that some plugin of the profile looks at and that were understood.
  public var considered: Set<String> = []
}
