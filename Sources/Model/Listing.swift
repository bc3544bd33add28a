/// What a search hit can show: the public view of a resource, flat.
///
/// The index keeps it as a document's data, so a hit is answerable from the index alone. It never
/// holds a contact above `public`: an index may be copied or served to other machines. Where one
/// exists, `restricted` says so and the registry has it.
public struct Listing: Sendable, Hashable {
  public var id: String
  public var name: String
  public var kana: String?
  public var kind: ResourceKind?
  public var status: ResourceStatus = .active
  public var categories: [String] = []
  public var tags: [String] = []
  public var summary: String?
  public var description: String?
  public var provider: String?
  public var providerType: ProviderType?
  public var placeName: String?
  public var address: String?
  public var area: String?
  public var coordinate: Coordinate?
  public var precision: Precision?
  public var access: [String] = []
  public var modes: [ReachMode] = []
  public var areas: [String] = []
  public var schedule: String?
  /// First and last day, ISO 8601.
  public var validFrom: String?
  public var validTo: String?
  public var cost: String?
  public var costMin: Double?
  public var costMax: Double?
  public var costPer: String?
  public var eligibility: String?
  public var minAge: Double?
  public var maxAge: Double?
  public var careLevels: [CareLevel] = []
  public var capacity: String?
  public var maximum: Double?
  public var available: Double?
  public var availableAsOf: String?
  /// A public telephone.
  public var phone: String?
  /// The lowest audience that sees a contact more than the public does; nil when there is none.
  public var restricted: Visibility?
  public var confirmedOn: String?
  public var confirmedHow: String?
  public var sourceName: String?
  public var licence: String?
  public var attribution: String?

  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}
