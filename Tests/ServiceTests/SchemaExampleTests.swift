import Diagnostics
import Foundation
import Model
@testable import Service
import Testing
import TestSupport

@Suite("Examples of operations")
struct SchemaExampleTests {
  static let list = """
    ID,名称,種別,住所,緯度,経度,電話番号,代表者名,日時,料金,定員
    1,番町サロン,サロン,番町1,34.34,134.04,090-0000-0001,架空太郎,毎週火曜 10:00～12:00,1回100円,15人
    2,,,,,,,,,,
    3,,,屋島,0,0,,,,,
    4,番町カフェ,喫茶,番町2,134.04,34.34,087-000-0001,,不定期,,

    """

  /// What the answers of one operation must hold at least once to be worth checking.
  static let worthwhile: [String: [String]] = [
    "search_resources": ["hits.name", "facets", "unknown", "nextCursor", "hits.distance"],
    "match_resources": ["recommended.explanation.children", "excluded.reasons", "notConsidered"],
    "import_resources": ["files.path", "rejections.code", "warnings.code", "groups.lines"],
    "get_resource": ["contacts.phone", "place.lat"],
    "score_assessment": [
      "needs.evidence", "findings.criteria", "domains.range", "undecided", "domains.metBelow",
    ],
    "merge_assessments": [
      "setAside.sources.items", "undecided.code", "personFrom.values", "assessments.missing",
      "needs.sources.part",
    ],
    "list_instruments": ["instruments.items.choices.value", "instruments.findings"],
    "evaluate_search": ["report.types.means", "comparison.rows"],
  ]

  @Test func runOnTheSampleTownAndFitTheirSchemas() throws {
    let office = try Office()
    _ = try SampleTown(folder: Repository.path("Data")).load(in: office.session)
    let list = try office.file("list.csv", Self.list)
    for operation in allOperations {
      let schema = try OperationSchema(of: operation, .ja)
      var answers: [JSONValue] = []
      for example in operation.notes.examples {
        let faults = SchemaValidator(schema.input).faults(example)
        #expect(faults.isEmpty, "\(operation.name): \(faults)")
        var input = example
        if input["paths"] == ["list.csv"] { input["paths"] = [.string(list)] }
        answers.append(try SchemaRun.output(operation, input, office.session))
      }
      for answer in answers {
        let faults = SchemaValidator(schema.output).faults(answer)
        #expect(faults.isEmpty, "\(operation.name): \(faults.prefix(5))")
      }
      for path in Self.worthwhile[operation.name] ?? [] {
        let found = answers.contains { Self.holds($0, path.split(separator: ".")[...]) }
        #expect(found, "\(operation.name): no example shows \(path)")
      }
    }
    try retiredAndHidden(office)
  }

  /// Tombstones, hidden contacts and members of later versions fit the schema of a record.
  private func retiredAndHidden(_ office: Office) throws {
    let validator = SchemaValidator(try OperationSchema(of: GetResource.self, .ja).output)
    let later: JSONValue = [
      "resource": [
        "id": "x:1", "name": "後の版の記録", "later": [1, .null], "cost": ["text": "無料", "later": 2],
        "contacts": [["phone": "090-0000-0001", "visibility": "coordinator"]],
      ]
    ]
    _ = try SchemaRun.output(PutResource.self, later, office.session)
    _ = try SchemaRun.output(RetireResource.self, ["id": "x:1", "why": "x"], office.session)
    for audience in Visibility.allCases {
      let session = office.seen(by: audience)
      let record = try SchemaRun.output(GetResource.self, ["id": "x:1"], session)
      #expect(validator.faults(record).isEmpty, "\(validator.faults(record))")
      #expect(record["retired"] != nil && record["later"] == [1, .null])
    }
    var checked = 0
    for resource in try office.resources() {
      let text = try OperationJSON.text(resource)
      let record = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
      let faults = validator.faults(record)
      #expect(faults.isEmpty, "\(resource.id): \(faults)")
      checked += 1
    }
    #expect(checked > 200)
  }

  private static func holds(_ value: JSONValue, _ path: ArraySlice<Substring>) -> Bool {
    if let list = value.arrayValue { return list.contains { holds($0, path) } }
    guard let name = path.first else { return true }
    return value[String(name)].map { holds($0, path.dropFirst()) } ?? false
  }
}
