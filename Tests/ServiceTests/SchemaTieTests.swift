import Diagnostics
import Foundation
@testable import Model
@testable import Service
import Testing

/// Schemas held against the types: nothing that decodes is refused, nothing that is said is unread.
@Suite("Schema and decoder agree")
struct SchemaTieTests {
  @Test func everyRecordStatesItsMembers() {
    func check<R: RecordSchema>(_: R.Type, _ members: Set<String>) {
      #expect(Set(R.forms.keys) == members, "\(R.self)")
      #expect(members.isSuperset(of: R.required), "\(R.self)")
    }
    check(Resource.self, Resource.members)
    check(Provider.self, Provider.members)
    check(Place.self, Place.members)
    check(Reach.self, Reach.members)
    check(Schedule.self, Schedule.members)
    check(Cost.self, Cost.members)
    check(Eligibility.self, Eligibility.members)
    check(Capacity.self, Capacity.members)
    check(Contact.self, Contact.members)
    check(Confirmation.self, Confirmation.members)
    check(Source.self, Source.members)
  }

  /// Values of every type, and the documented lenient forms.
  static let values: [JSONValue] = [
    .null, true, 0, 7, 2.5, "", "—", "―", "-", "　－ ", "無料", "100", "2026-08-01", "2026/8/1",
    "2026-08-01T10:00", "use", "venue", "active", "public", "care2", "要支援2", "building", "npo",
    "MO", [], ["a"], ["—"], ["venue"], ["venue", "visit"], ["care1"], [1], [.null], [[:]], [:],
    ["text": "x"], ["on": "2026-08-01"], ["name": "x"], ["code": "x"], ["lat": 1, "lng": 2],
    ["later": 1], [["later": 1]], [["name": "x"]], [["code": "x"]],
  ]

  /// Every value at every place of every input: where the decoder takes it, so does the schema, but
  /// that members nobody reads are refused in some places. Where it does not, the schema refuses it
  /// too, but for what only the record's own reader knows: texts that are to be numbers, dates or
  /// words, and what makes a record one.
  @Test func noInputThatDecodesIsRefused() throws {
    var tried = 0
    for operation in allOperations {
      let schema = try OperationSchema.bare(operation).input
      let validator = SchemaValidator(schema)
      let start = Self.smallest(schema)
      #expect(Self.decodes(operation, start), "\(operation.name): \(start)")
      for path in schema.memberPaths {
        for value in Self.values {
          let input = Self.put(value, at: path.split(separator: ".")[...], in: start, schema)
          let faults = validator.faults(input).filter { !$0.hasSuffix(": not known") }
          if Self.decodes(operation, input) {
            // Anything may stand there; a text is what is documented.
            guard !path.hasSuffix("seeking") else { continue }
            #expect(faults.isEmpty, "\(operation.name) \(path): \(faults)")
          } else if !path.hasPrefix("resource"), !path.hasSuffix("person.careLevel") {
            #expect(!faults.isEmpty, "\(operation.name) \(path): \(value)")
          }
          tried += 1
        }
      }
    }
    #expect(tried > 3_000)
  }

  @Test func inputsAreClosedButWhereMembersAreKept() throws {
    for operation in allOperations {
      let schema = try OperationSchema.bare(operation).input
      #expect(schema["type"] == "object", "\(operation.name)")
      let isOpen = operation.name == MatchResources.name
      #expect(schema["additionalProperties"] == .bool(isOpen), "\(operation.name)")
    }
    let match = try OperationSchema.bare(MatchResources.self).input["properties"]
    #expect(match?["person"]?["additionalProperties"] == true)
    #expect(match?["needs"]?["items"]?["additionalProperties"] == false)
    let resource = try OperationSchema.bare(PutResource.self).input["properties"]?["resource"]
    #expect(resource?["additionalProperties"] == true)
  }

  private static func decodes(_ operation: any Service.Operation.Type, _ input: JSONValue) -> Bool {
    func decode<O: Service.Operation>(_: O.Type) -> Bool {
      guard let text = try? OperationJSON.text(input) else { return false }
      return (try? OperationJSON.input(O.Input.self, from: text)) != nil
    }
    return decode(operation)
  }

  /// The members that must be there, with the simplest values.
  static func smallest(_ schema: JSONValue) -> JSONValue {
    switch schema.types.first {
    case "object":
      var out: JSONValue = [:]
      for name in schema["required"]?.arrayValue?.compactMap(\.stringValue) ?? [] {
        out[name] = schema["properties"]?[name].map(smallest)
      }
      return out
    case "array": return []
    case "string": return "2026-08-01"
    default: return .null
    }
  }

  private static func put(
    _ value: JSONValue, at path: ArraySlice<Substring>, in whole: JSONValue, _ schema: JSONValue
  ) -> JSONValue {
    guard let name = path.first.map(String.init) else { return value }
    if schema["properties"] == nil, let items = schema["items"] {
      return [put(value, at: path, in: smallest(items), items)]
    }
    let member = schema["properties"]?[name] ?? [:]
    var out = whole
    out[name] = put(
      value, at: path.dropFirst(), in: whole[name] ?? smallest(member), member)
    return out
  }
}
