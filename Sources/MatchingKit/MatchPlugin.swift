import Diagnostics

/// One way of judging how well resources fit a person.
///
/// A plugin is a value without state. It gets the request and the candidates as views that show
/// only the fields its manifest `reads`, and gives one verdict for each candidate, in order. What it
/// throws, or a wrong number of verdicts, is reported as its failure and counts as abstaining.
public protocol MatchPlugin: Sendable {
  /// The name profiles use; that of the manifest.
  var id: String { get }
  var manifest: PluginManifest { get }

  /// One verdict for each candidate, in order. Must not depend on the order of candidates, the
  /// clock, or anything but its arguments.
  func judge(_ request: RequestView, _ candidates: [ResourceView]) throws -> [Verdict]
}

extension MatchPlugin {
  public var id: String { manifest.id }
}

/// A plugin that is another program. Its manifest is what that program says of itself.
public protocol ExternalPlugin: MatchPlugin {
  /// The confidential fields that the configuration grants it.
  var granted: Set<PluginManifest.Field> { get }
  /// What it declares and is not granted.
  var withheld: Set<PluginManifest.Field> { get }
  /// Why it can't judge; nil while it can. Never a person's data.
  var failure: Bilingual? { get }
}

/// A failure whose words hold nothing of a request, so that they may be told.
@_spi(Host) public protocol TellableFailure: Error {
  var told: Bilingual { get }
}

/// What a plugin is and what it needs to see.
public struct PluginManifest: Sendable {
  /// `need-fit`; the name profiles use.
  public var id: String
  public var version: String
  /// One sentence.
  public var summary: Bilingual
  /// The fields it may see; anything else reads as absent.
  public var reads: Set<Field>
  /// What else its verdicts rest on besides its version: options, the program file.
  @_spi(Host) public var variant = ""

  public init(id: String, version: String, summary: Bilingual, reads: Set<Field>) {
    self.id = id
    self.version = version
    self.summary = summary
    self.reads = reads
  }

  /// What a plugin can ask to see. Names of people and case ids are not among them.
  public enum Field: String, Sendable, Hashable, CaseIterable, Codable {
    case needs
    /// What is looked for: a resource, a venue, a role.
    case seeking
    /// What an activity that looks for a place asks of it.
    case activity
    case personAge = "person.age"
    case personCareLevel = "person.careLevel"
    case personHome = "person.home"
    case personArea = "person.area"
    case personMobility = "person.mobility"
    case personAvailability = "person.availability"
    case personBusy = "person.busy"
    case personHousehold = "person.household"
    case personGender = "person.gender"
    case personBudget = "person.budget"
    case personConditions = "person.conditions"
    case personSmartphone = "person.smartphone"
    case personInterests = "person.interests"
    case personStrengths = "person.strengths"
    case personAvoid = "person.avoid"
    case personFamiliar = "person.familiar"
    case resourceCategories = "resource.categories"
    case resourceModes = "resource.modes"
    case resourceAreas = "resource.areas"
    case resourcePlace = "resource.place"
    case resourceSchedule = "resource.schedule"
    case resourceCost = "resource.cost"
    case resourceEligibility = "resource.eligibility"
    case resourceCapacity = "resource.capacity"
    case resourceAccess = "resource.access"
    case resourceTags = "resource.tags"
    /// Whether it is one the person knows, not which one it is.
    case resourceFamiliar = "resource.familiar"
    case resourceConfirmed = "resource.confirmed"
    /// Its summary, description, tags and name, folded, to look for words in.
    case resourceWords = "resource.words"
    case resourceRelevance = "resource.relevance"
    /// Whether it looks for people who help.
    case resourceOpening = "resource.opening"
    // Confidential: shown to another program alone, and only when the configuration grants it.
    case personAddress = "person.address"
    case resourceName = "resource.name"
    case resourceAddress = "resource.address"

    /// A name or an address line: no plugin of this program is shown it, and another program only
    /// when the configuration grants it.
    public var isConfidential: Bool {
      switch self {
      case .personAddress, .resourceName, .resourceAddress: true
      default: false
      }
    }

    /// The members of a request's `person` that it shows.
    @_spi(Host) public var personMembers: [String] {
      switch self {
      case .personAge: ["age"]
      case .personCareLevel: ["careLevel"]
      case .personHome: ["home"]
      case .personArea: ["area"]
      case .personMobility: ["mobility"]
      case .personAvailability: ["availability", "availableText"]
      case .personBusy: ["busy", "busyText"]
      case .personHousehold: ["household", "householdText"]
      case .personGender: ["gender"]
      case .personBudget: ["budget", "budgetText"]
      case .personConditions: ["conditions"]
      case .personSmartphone: ["smartphone"]
      case .personInterests: ["interests"]
      case .personStrengths: ["strengths"]
      case .personAvoid: ["avoid"]
      case .personFamiliar: ["familiar"]
      default: []
      }
    }
  }
}

/// What a plugin says of one candidate.
public enum Verdict: Sendable {
  /// 0…1 with the explanation it is computed from.
  case score(Explanation)
  /// The same, and something is to be asked before it is relied on.
  case scoreAsking(Explanation, Question)
  /// Several things are to be asked first; scored as far as it can be.
  case asking(Explanation?, [Question])
  /// Breaks a rule.
  case exclude(Reason)
  /// A fact is missing: what to ask. Missing data is not a mismatch.
  case unknown(Question)
  /// Nothing to say here.
  case abstain

  public struct Reason: Sendable {
    /// Stable word, such as `too-far`.
    public var code: String
    public var text: Bilingual { words() }
    private let words: @Sendable () -> Bilingual

    public init(code: String, text: @autoclosure @escaping @Sendable () -> Bilingual) {
      self.code = code
      words = text
    }
  }

  public struct Question: Sendable {
    /// The field that would answer it, such as `reach.modes`.
    public var field: String
    public var text: Bilingual { words() }
    private let words: @Sendable () -> Bilingual

    public init(field: String, text: @autoclosure @escaping @Sendable () -> Bilingual) {
      self.field = field
      words = text
    }
  }
}
