import Diagnostics
import JapaneseText
import Model
import Registry

/// A fact of a resource that a person fills in as text, one field at a time.
public struct ResourceField: Sendable {
  public var name: String
  public var label: Bilingual { FieldNames.label(name) }
  /// Whether it is asked for when a resource is entered field by field.
  public var isAsked: Bool
  public var get: @Sendable (Resource) -> String
  var set: @Sendable (inout Resource, String) throws -> Void

  public static func named(_ name: String) -> ResourceField? { all.first { $0.name == name } }

  /// Sets the field; an empty value or a dash takes it away.
  public func assign(_ value: String, to resource: inout Resource) throws(SasaeError) {
    do {
      try set(&resource, MemberReader.stated(value).map(MemberReader.trimmed) ?? "")
    } catch let error as SasaeError {
      throw error.located(field: name)
    } catch {
      throw SasaeError("internal", ["detail": "\(type(of: error))"])
    }
  }

  /// In the order a form would have them.
  public static let all: [ResourceField] = [
    ResourceField(name: "name", isAsked: true, get: { $0.name }) { resource, value in
      guard !value.isEmpty else { throw SasaeError("row.no-name") }
      resource.name = value
    },
    text("kana", \.kana),
    ResourceField(
      name: "categories", isAsked: true, get: { $0.categories.joined(separator: ";") }
    ) { resource, value in
      let codes = list(value)
      guard codes != resource.categories else { return }
      resource.categories = codes
      // What followed from the old categories follows anew from these.
      resource.kind = nil
      if resource.reach?.extra.removeValue(forKey: "modesFrom") != nil {
        resource.reach?.modes = []
      }
      if resource.reach == Reach() { resource.reach = nil }
    },
    text("summary", \.summary),
    text("description", \.description, isAsked: false),
    part("provider.name", \.provider, Provider(), \.name),
    part("place.name", \.place, Place(), \.name),
    part("place.address", \.place, Place(), \.address),
    part("place.area", \.place, Place(), \.area),
    part("place.phone", \.place, Place(), \.phone, isAsked: false),
    ResourceField(
      name: "place.latlng", isAsked: false,
      get: { $0.place?.coordinate.map { "\($0.lat),\($0.lng)" } ?? "" }
    ) { resource, value in
      guard !value.isEmpty else {
        resource.place?.lat = nil
        resource.place?.lng = nil
        resource.place?.precision = nil
        return
      }
      guard let point = CoordinateInput.parse(value) else {
        throw SasaeError("row.value", ["value": "\(value)", "expected": "34.34,134.05"])
      }
      var place = resource.place ?? Place()
      (place.lat, place.lng) = (point.lat, point.lng)
      if place.precision == nil { place.precision = .building }
      resource.place = place
    },
    part("schedule.text", \.schedule, Schedule(), \.text),
    // New words take away the numbers that the old ones were read as; what is certain in the new
    // ones is read again.
    words("cost.text", \.cost, \.text) { text, old in
      var cost = Cost(text: text)
      cost.extra = old?.extra ?? [:]
      return cost
    },
    words("eligibility.text", \.eligibility, \.text) { text, old in
      var eligibility = Eligibility(text: text)
      eligibility.extra = old?.extra ?? [:]
      return eligibility
    },
    words("capacity.text", \.capacity, \.text) { text, old in
      var capacity = Capacity(text: text)
      capacity.extra = old?.extra ?? [:]
      return capacity
    },
    ResourceField(
      name: "contacts.phone", isAsked: true,
      get: { $0.contacts.first { !$0.redacted }?.phone ?? "" }
    ) { resource, value in
      let at = resource.contacts.firstIndex { !$0.redacted } ?? resource.contacts.count
      if at == resource.contacts.count { resource.contacts.append(Contact()) }
      resource.contacts[at].phone = value.isEmpty ? nil : value
      if resource.contacts[at] == Contact() { resource.contacts.remove(at: at) }
    },
    ResourceField(
      name: "contacts.visibility", isAsked: false,
      get: { $0.contacts.first { !$0.redacted }?.visibility.rawValue ?? "" }
    ) { resource, value in
      guard let at = resource.contacts.firstIndex(where: { !$0.redacted }) else { return }
      resource.contacts[at].visibility = try MemberReader.word(value, at: "contacts.visibility")
    },
    ResourceField(
      name: "reach.areas", isAsked: true,
      get: { $0.reach?.areas.joined(separator: ";") ?? "" }
    ) { resource, value in
      var reach = resource.reach ?? Reach()
      reach.areas = list(value)
      resource.reach = reach == Reach() ? nil : reach
    },
    ResourceField(
      name: "reach.modes", isAsked: false,
      get: { $0.reach?.modes.map(\.rawValue).joined(separator: ";") ?? "" }
    ) { resource, value in
      var reach = resource.reach ?? Reach()
      reach.modes = try list(value).map { try MemberReader.word($0, at: "reach.modes") }
      reach.extra["modesFrom"] = nil
      resource.reach = reach == Reach() ? nil : reach
    },
    ResourceField(name: "tags", isAsked: true, get: { $0.tags.joined(separator: ";") }) {
      $0.tags = list($1)
    },
    ResourceField(name: "status", isAsked: false, get: { $0.status.rawValue }) { resource, value in
      resource.status = try MemberReader.word(value, at: "status")
      if resource.status != .retired { resource.extra["retired"] = nil }
    },
  ]

  private static func text(
    _ name: String, _ path: WritableKeyPath<Resource, String?> & Sendable, isAsked: Bool = true
  ) -> ResourceField {
    ResourceField(name: name, isAsked: isAsked, get: { $0[keyPath: path] ?? "" }) {
      $0[keyPath: path] = $1.isEmpty ? nil : $1
    }
  }

  /// A text of a part of the resource; a part that says nothing any more goes.
  private static func part<Part: Sendable & Equatable>(
    _ name: String, _ path: WritableKeyPath<Resource, Part?> & Sendable, _ empty: Part,
    _ member: WritableKeyPath<Part, String?> & Sendable, isAsked: Bool = true
  ) -> ResourceField {
    ResourceField(
      name: name, isAsked: isAsked, get: { $0[keyPath: path]?[keyPath: member] ?? "" }
    ) { resource, value in
      var part = resource[keyPath: path] ?? empty
      part[keyPath: member] = value.isEmpty ? nil : value
      resource[keyPath: path] = part == empty ? nil : part
    }
  }

  /// The words of a part whose numbers follow from them.
  private static func words<Part: Sendable & Equatable>(
    _ name: String, _ path: WritableKeyPath<Resource, Part?> & Sendable,
    _ text: WritableKeyPath<Part, String?> & Sendable,
    _ make: @escaping @Sendable (String, Part?) -> Part
  ) -> ResourceField {
    ResourceField(
      name: name, isAsked: true, get: { $0[keyPath: path]?[keyPath: text] ?? "" }
    ) { resource, value in
      let old = resource[keyPath: path]
      guard old?[keyPath: text] ?? "" != value else { return }
      resource[keyPath: path] = value.isEmpty ? nil : make(value, old)
    }
  }

  private static func list(_ value: String) -> [String] {
    value.split { ";；、,，".contains($0) }.map { MemberReader.trimmed(String($0)) }
      .filter { !$0.isEmpty }
  }
}

/// Ids of resources that people enter here.
public enum LocalID {
  /// `local:` and a hash of name and address, counted up while it is taken by another resource.
  public static func make(for resource: Resource, in session: Session) -> String {
    let base =
      "local:"
      + CanonicalJSON.hash(
        Folding.key(resource.name) + "\n" + Folding.key(resource.place?.address ?? ""))
    var id = base
    var ordinal = 1
    while (try? session.directory.resource(id, for: .public)) != nil {
      ordinal += 1
      id = "\(base)-\(ordinal)"
    }
    return id
  }
}
