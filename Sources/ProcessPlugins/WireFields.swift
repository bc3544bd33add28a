import LineRPC
@_spi(Host) import MatchingKit
import Model
import Timetable

/// What of a request and of a candidate is written for a program: one row for each field.
///
/// A field is written at its own name: `person.age` is the member `age` of `request.person`,
/// `resource.tags` the member `tags` of a candidate. What is not known is left out.
enum WireFields {
  typealias Field = PluginManifest.Field

  static let request: [Field: @Sendable (RequestView) -> JSONPiece?] = [
    .needs: { .array($0.needs.map(need)) },
    .seeking: { text($0.seeking.rawValue) },
    .activity: { $0.venue.map(activity) },
    .personAge: { number($0.age) },
    .personCareLevel: { text($0.careLevel?.rawValue) },
    .personHome: { point($0.home, $0.homePrecision) },
    .personArea: { text($0.area) },
    .personAddress: { text($0.homeAddress) },
    .personMobility: { mobility($0.mobility) },
    .personAvailability: { WireTimes.reading($0.free) },
    .personBusy: { WireTimes.reading($0.busy) },
    .personHousehold: { text($0.household) },
    .personGender: { text($0.gender?.rawValue) },
    .personBudget: {
      some([
        ("perVisit", number($0.budget?.perVisit)), ("perMonth", number($0.budget?.perMonth)),
        ("flexible", $0.budget?.flexible.map(JSONPiece.bool)),
      ])
    },
    .personConditions: { texts($0.conditions) },
    .personSmartphone: { $0.smartphone.map(JSONPiece.bool) },
    .personInterests: { texts($0.interests.map(\.text)) },
    .personStrengths: { texts($0.strengths.map(\.text)) },
    .personAvoid: { texts($0.avoid.map(\.text)) },
    // Whether there is one, not which.
    .personFamiliar: { $0.hasFamiliar ? .bool(true) : nil },
  ]

  static let resource: [Field: @Sendable (ResourceView) -> JSONPiece?] = [
    .resourceName: { text($0.name) },
    .resourceAddress: { text($0.address) },
    .resourceCategories: { texts($0.categories) },
    .resourceModes: { texts($0.modes.map(\.rawValue)) },
    .resourceAreas: { texts($0.areas) },
    .resourcePlace: { place($0) },
    .resourceSchedule: { WireTimes.schedule($0) },
    .resourceCost: {
      some([
        ("text", text($0.cost)), ("min", number($0.price?.minimum ?? $0.costMin)),
        ("per", text($0.price?.unit.rawValue)),
      ])
    },
    .resourceEligibility: {
      some([
        ("text", text($0.eligibility)), ("minAge", number($0.minAge)),
        ("maxAge", number($0.maxAge)), ("open", $0.conditions.map { .bool($0.isOpen) }),
        ("careLevels", texts($0.conditions?.careLevels.map(\.rawValue) ?? [])),
      ])
    },
    .resourceCapacity: {
      some([
        ("text", text($0.capacity)), ("maximum", number($0.maximum)),
        ("available", number($0.available)), ("asOf", text($0.availableAsOf)),
      ])
    },
    .resourceFamiliar: { $0.familiar == .none ? nil : .text($0.familiar.rawValue) },
    .resourceConfirmed: { some([("on", text($0.confirmedOn?.text))]) },
    // Its name is a field of its own.
    .resourceWords: {
      some([("summary", text($0.summary)), ("description", text($0.description))])
    },
    .resourceRelevance: { number($0.relevance) },
    .resourceOpening: { $0.opening.map(opening) },
    .resourceAccess: { texts($0.access) },
    .resourceTags: { texts($0.tags) },
  ]

  /// The params of `plugin/judge`.
  static func params(
    _ view: RequestView, _ candidates: [ResourceView], reads: Set<Field>
  ) -> JSONPiece {
    let order = Field.allCases.filter(reads.contains)
    let columns = order.compactMap { field in
      resource[field].map { (member(of: field), $0) }
    }
    return .object([
      ("request", requestPiece(view, order)),
      (
        "candidates",
        .array(candidates.map { one in .object(columns.map { ($0.0, $0.1(one)) }) })
      ),
    ])
  }

  private static func requestPiece(_ view: RequestView, _ order: [Field]) -> JSONPiece {
    var person: [(String, JSONPiece?)] = []
    var members: [(String, JSONPiece?)] = [("today", text(view.today?.text))]
    for field in order {
      guard let make = request[field] else { continue }
      if field.rawValue.hasPrefix("person.") {
        person.append((member(of: field), make(view)))
      } else {
        members.append((member(of: field), make(view)))
      }
    }
    if !person.isEmpty { members.append(("person", .object(person))) }
    return .object(members)
  }

  /// What stands behind the last dot.
  static func member(of field: Field) -> String {
    field.rawValue.split(separator: ".").last.map(String.init) ?? field.rawValue
  }

  // MARK: values

  private static func need(_ need: WeighedNeed) -> JSONPiece {
    .object([
      ("code", .text(need.code)), ("label", .text(need.label.ja)),
      ("weight", number(need.weight)), ("urgent", need.isUrgent ? .bool(true) : nil),
      (
        "categories",
        .object(need.categories.keys.sorted().map { ($0, number(need.categories[$0])) })
      ),
    ])
  }

  private static func activity(_ wish: VenueWish) -> JSONPiece {
    .object(
      [
        ("people", number(wish.people)), ("days", texts(wish.days.map(\.rawValue))),
        ("from", text(wish.hours.map { TimeRange.text($0.from) })),
        ("to", text(wish.hours.map { TimeRange.text($0.to) })),
        ("maxCost", number(wish.maxCost)), ("needs", texts(wish.demands.map(\.text))),
        ("home", some(pointMembers(wish.home, wish.homePrecision))),
      ])
  }

  private static func opening(_ opening: RoleOpening) -> JSONPiece {
    switch opening {
    case .words(let words): .object([("by", .text("words")), ("text", .text(words))])
    case .category(let label): .object([("by", .text("category")), ("text", .text(label.ja))])
    case .likely(let label): .object([("by", .text("likely")), ("text", .text(label.ja))])
    }
  }

  private static func mobility(_ mobility: Person.Mobility?) -> JSONPiece? {
    guard let mobility else { return nil }
    return .object([
      ("walkMinutes", number(mobility.walkMinutes)), ("metres", number(mobility.metres)),
      ("transport", texts(mobility.transport ?? [])),
    ])
  }

  private static func place(_ one: ResourceView) -> JSONPiece? {
    some(
      [("area", text(one.area))] + pointMembers(one.coordinate, one.precision))
  }

  private static func point(_ at: Coordinate?, _ precision: Precision?) -> JSONPiece? {
    some(pointMembers(at, precision))
  }

  private static func pointMembers(
    _ at: Coordinate?, _ precision: Precision?
  ) -> [(String, JSONPiece?)] {
    guard let at else { return [] }
    return [
      ("lat", number(at.lat)), ("lng", number(at.lng)), ("precision", text(precision?.rawValue)),
    ]
  }

  static func text(_ text: String?) -> JSONPiece? { text.map(JSONPiece.text) }

  static func number(_ value: Double?) -> JSONPiece? {
    guard let value, value.isFinite else { return nil }
    return .value(Int64(exactly: value).map(JSONValue.integer) ?? .number(value))
  }

  private static func texts(_ texts: [String]) -> JSONPiece? {
    texts.isEmpty ? nil : .array(texts.map(JSONPiece.text))
  }

  /// An object with something in it.
  private static func some(_ members: [(String, JSONPiece?)]) -> JSONPiece? {
    members.contains { $0.1 != nil } ? .object(members) : nil
  }
}
