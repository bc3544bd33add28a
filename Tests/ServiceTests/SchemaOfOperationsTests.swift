import Diagnostics
import Foundation
import Interchange
import Matching
import Model
import Registry
@testable import Service
import Testing
import TestSupport

@Suite("Schema of operations")
struct SchemaOfOperationsTests {
  @Test func everyMemberHasANote() throws {
    for operation in allOperations {
      let bare = try OperationSchema.bare(operation)
      let notes = operation.notes
      #expect(Set(bare.input.memberPaths) == Set(notes.input.keys), "\(operation.name)")
      let given = Set(bare.output.memberPaths)
      let noted = Set(notes.output.keys)
      #expect(noted.isSubset(of: given), "\(operation.name): \(noted.subtracting(given))")
      let top = given.filter { !$0.contains(".") }
      #expect(noted.isSuperset(of: top), "\(operation.name): \(top.subtracting(noted))")
    }
  }

  @Test func everyNoteSpeaksBothLanguages() {
    for operation in allOperations {
      let notes = operation.notes
      let members = [notes.input, notes.output].flatMap { $0.values.map(\.text) }
      for text in members + [notes.title] {
        #expect(text.ja.unicodeScalars.contains { $0.value > 0x3000 }, "\(text)")
        #expect(!text.en.isEmpty && text.en != text.ja, "\(text)")
        #expect(!text.ja.hasSuffix("。") && !text.en.hasSuffix("."), "\(text)")
      }
      #expect(!notes.examples.isEmpty, "\(operation.name)")
    }
  }

  @Test func whatOnlyReadsDestroysNothing() {
    for operation in allOperations {
      let effect = operation.notes.effect
      #expect(!(effect.isReadOnly && effect.isDestructive), "\(operation.name)")
    }
    #expect(ImportResources.notes.effect == .writes && RetireResource.notes.effect == .replaces)
    #expect(CheckWorkspace.notes.effect.isReadOnly == false)
    #expect(ExplainMapping.notes.effect.isReadOnly)
  }

  @Test func descriptionsBeginWithTheReadersLanguage() throws {
    let id = try OperationSchema(of: GetResource.self, .ja).input["properties"]?["id"]
    #expect(id?["description"] == "資源の ID / id of the resource")
    let other = try OperationSchema(of: GetResource.self, .en).output["properties"]?["kana"]
    #expect(other?["description"] == "reading of the name / 名称の読み（カナ）")
  }

  @Test func limitsStandOnMembersAndElements() throws {
    let search = try OperationSchema(of: SearchResources.self, .en).input["properties"]
    #expect(search?["limit"]?["maximum"] == 1_000 && search?["limit"]?["minimum"] == 0)
    #expect(search?["days"]?["items"]?["enum"]?.arrayValue?.count == 7)
    #expect(search?["days"]?["enum"] == nil)
    #expect(search?["sort"]?["enum"] == ["relevance", "distance", "freshness", .null])
    #expect(search?["near"]?["properties"]?["lat"]?["maximum"] == 90)
    let paths = try OperationSchema(of: ImportResources.self, .en).input["properties"]?["paths"]
    #expect(paths?["minItems"] == 1 && paths?["items"] == ["type": "string"])
  }

  /// Members with limits, and values of which the operation takes some.
  static let tried: [(any Service.Operation.Type, String, [JSONValue])] = [
    (
      SearchResources.self, "limit",
      [-1, 0, 1_000, 1_001]
    ),
    (SearchResources.self, "kinds", [["use", "join", "enable"], ["other"]]),
    (SearchResources.self, "days", [["MO", "SU"], ["XX"]]),
    (
      SearchResources.self, "modes",
      [.array(ReachMode.allCases.map { .string($0.rawValue) }), ["walk"]]
    ),
    (SearchResources.self, "statuses", [["active", "paused", "retired", "potential"], ["on"]]),
    (SearchResources.self, "sort", ["relevance", "freshness", "name"]),
    (SearchResources.self, "facets", [["category", "area", "kind"], ["tag"]]),
    (
      SearchResources.self, "fields",
      [.array((Hit.fieldNames + ["nextDates"]).map(JSONValue.string)), ["ids"]]
    ),
    (
      SearchResources.self, "from",
      ["9:00", "09:00", "23:59", "24:00", "24:01", "25:00", "9:60", "9", "009:00", "9:5", "x"]
    ),
    (
      SearchResources.self, "on",
      ["2026-08-01", "2026/8/1", "2026-8", "8-1-2026", "x"]
    ),
    (SearchResources.self, "confirmedSince", ["2026-08-01", "yesterday"]),
    (SearchResources.self, "near", [["lat": 90, "lng": -180], ["lat": 91, "lng": 0]]),
    // Above the last change, of which an empty directory has none, is a matter of the directory.
    (ListChanges.self, "since", [-1, 0]),
    (ListChanges.self, "limit", [0, 1, 100_000, 100_001]),
    (ExportResources.self, "format", ["ndjson", "csv", "geojson", "ics"]),
  ]

  @Test func limitsAreTheOperationsOwn() throws {
    let office = try Office()
    for (operation, name, values) in Self.tried {
      let validator = SchemaValidator(try OperationSchema(of: operation, .en).input)
      for value in values {
        var input: JSONValue = operation == ExportResources.self ? ["format": "csv"] : [:]
        input[name] = value
        let isTaken = (try? SchemaRun.output(operation, input, office.session)) != nil
        #expect(validator.accepts(input) == isTaken, "\(operation.name) \(name): \(value)")
      }
    }
  }

  @Test func limitsOfAMatchAreItsOwn() throws {
    let office = try Office()
    let validator = SchemaValidator(try OperationSchema(of: MatchResources.self, .en).input)
    func check(_ input: JSONValue) {
      let isTaken = (try? SchemaRun.output(MatchResources.self, input, office.session)) != nil
      #expect(validator.accepts(input) == isTaken, "\(input)")
    }
    let code: JSONValue = "LIV-TRASH"
    for urgency: JSONValue in ["high", "normal", "low", "soon", .null] {
      check(["needs": [["code": code, "urgency": urgency]]])
    }
    for weight: JSONValue in [0, 0.5, 1, 1.1, -1] {
      check(["needs": [["code": code, "weight": weight]]])
    }
    for limit: JSONValue in [0, 1_000, 1_001, -1] {
      check(["needs": [["code": code]], "limit": limit])
    }
    for lat: JSONValue in [90, 90.5] {
      check(["needs": [["code": code]], "person": ["home": ["lat": lat, "lng": 0]]])
    }
  }
}

/// Operations run as a server runs them: JSON in, JSON out.
enum SchemaRun {
  static func output(
    _ operation: any Service.Operation.Type, _ input: JSONValue, _ session: Session
  ) throws -> JSONValue {
    func run<O: Service.Operation>(_: O.Type) throws -> JSONValue {
      let read = try OperationJSON.input(O.Input.self, from: OperationJSON.text(input))
      let text = try OperationJSON.text(try O.run(read, in: session))
      return try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    }
    return try run(operation)
  }
}
