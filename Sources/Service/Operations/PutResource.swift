import Diagnostics
import Model
import Registry

/// Enters or replaces one resource.
public enum PutResource: Operation {
  public static let name = "put_resource"
  public static let summary = Bilingual(ja: "資源を一つ登録・修正する", en: "Enter or correct one resource")
  public static let scope = Scope.write

  public struct Input: Codable, Sendable {
    public var resource: Resource

    public init(resource: Resource) { self.resource = resource }
  }

  public struct Output: Codable, Sendable {
    public var id: String
    public var outcome: Outcome
    /// Facts that people ask for and the record lacks.
    public var missing: [String]
    public var warnings: [ReportedProblem]
  }

  public static func run(_ input: Input, in session: Session) throws(SasaeError) -> Output {
    var resource = input.resource
    let warnings = try Derivation(session.shelf.library()).complete(&resource)
    // Marks of redaction stand for contacts the caller could not see; those stay as they are.
    let hidden = resource.contacts.filter(\.redacted).map(\.visibility)
    if !hidden.isEmpty {
      resource.contacts.removeAll(where: \.redacted)
      if let old = try? session.directory.resource(resource.id, for: .coordinator) {
        resource.contacts += old.contacts.filter { hidden.contains($0.visibility) }
      }
    }
    let outcome = try session.directory.put(resource)
    return Output(
      id: resource.id, outcome: outcome, missing: Completeness.missing(resource),
      warnings: warnings.map { ReportedProblem($0, session.language) })
  }
}

/// What a useful record has beyond a name.
public enum Completeness {
  /// Dotted names of the facts people ask for first, as far as they are missing.
  public static func missing(_ resource: Resource) -> [String] {
    var out: [String] = []
    if resource.categories.isEmpty { out.append("categories") }
    if resource.summary == nil, resource.description == nil { out.append("summary") }
    if resource.contacts.allSatisfy({ $0.phone == nil && !$0.redacted }),
      resource.place?.phone == nil
    {
      out.append("contacts.phone")
    }
    if resource.schedule?.text == nil { out.append("schedule.text") }
    if resource.cost?.text == nil, resource.cost?.min == nil { out.append("cost.text") }
    if resource.eligibility == nil { out.append("eligibility.text") }
    if resource.place?.address == nil, resource.reach?.areas.isEmpty ?? true {
      out.append("place.address")
    }
    if resource.reach?.modes.isEmpty ?? true { out.append("reach.modes") }
    if resource.confirmed == nil { out.append("confirmed.on") }
    return out
  }
}

/// A rejection or warning as an output carries it.
public struct ReportedProblem: Codable, Sendable, Hashable {
  public var file: String?
  public var line: Int?
  public var field: String?
  public var code: String
  public var text: String
  /// What to do about it, where a whole file was refused.
  public var hint: String?

  public init(_ error: SasaeError, _ language: Language) {
    file = error.position.file
    line = error.position.line
    field = error.position.field
    code = error.code.rawValue
    text = error.text(language)
  }
}
