import Diagnostics
import Model
import Testing

@Suite("Resource errors")
struct ResourceErrorTests {
  struct Fault: Sendable {
    var json: String
    var code: ErrorCode
    var field: String

    init(_ json: String, _ code: ErrorCode, _ field: String) {
      (self.json, self.code, self.field) = (json, code, field)
    }
  }

  /// Each is put behind a sound id and name.
  static let faults = [
    // The wrong JSON type, at every depth.
    Fault(#""kana":["a"]"#, "row.type", "kana"),
    Fault(#""categories":{"a":1}"#, "row.type", "categories"),
    Fault(#""categories":["a",{}]"#, "row.type", "categories"),
    Fault(#""place":"番町""#, "row.type", "place"),
    Fault(#""place":[]"#, "row.type", "place"),
    Fault(#""provider":"社協""#, "row.type", "provider"),
    Fault(#""reach":1"#, "row.type", "reach"),
    Fault(#""contacts":{}"#, "row.type", "contacts"),
    Fault(#""contacts":[{},"a"]"#, "row.type", "contacts[1]"),
    Fault(#""contacts":[{"phone":{}}]"#, "row.type", "contacts[0].phone"),
    Fault(#""contacts":[{"redacted":"yes"}]"#, "row.type", "contacts[0].redacted"),
    Fault(#""place":{"lat":"北緯34度"}"#, "row.type", "place.lat"),
    Fault(#""place":{"lng":true}"#, "row.type", "place.lng"),
    Fault(#""place":{"lat":"inf"}"#, "row.type", "place.lat"),
    Fault(#""cost":{"min":"百円"}"#, "row.type", "cost.min"),
    Fault(#""cost":[100]"#, "row.type", "cost"),
    Fault(#""eligibility":{"minAge":[]}"#, "row.type", "eligibility.minAge"),
    Fault(#""capacity":{"maximum":{}}"#, "row.type", "capacity.maximum"),
    Fault(#""schedule":[1]"#, "row.type", "schedule"),
    Fault(#""confirmed":"2026-08-01""#, "row.type", "confirmed"),
    Fault(#""confirmed":{"how":"phone"}"#, "row.type", "confirmed.on"),
    Fault(#""source":true"#, "row.type", "source"),
    Fault(#""source":{"url":[]}"#, "row.type", "source.url"),
    // A word that is not in its vocabulary; no letter case is guessed.
    Fault(#""kind":"club""#, "row.value", "kind"),
    Fault(#""kind":"Join""#, "row.value", "kind"),
    Fault(#""status":"closed""#, "row.value", "status"),
    Fault(#""provider":{"type":"church"}"#, "row.value", "provider.type"),
    Fault(#""place":{"precision":"exact"}"#, "row.value", "place.precision"),
    Fault(#""reach":{"modes":["venue","fly"]}"#, "row.value", "reach.modes"),
    Fault(#""eligibility":{"careLevels":["care6"]}"#, "row.value", "eligibility.careLevels"),
    Fault(#""contacts":[{},{"visibility":"secret"}]"#, "row.value", "contacts[1].visibility"),
    // Days that do not exist.
    Fault(#""confirmed":{"on":"2026-02-29"}"#, "row.value", "confirmed.on"),
    Fault(#""confirmed":{"on":"令和8年8月"}"#, "row.value", "confirmed.on"),
    Fault(#""capacity":{"asOf":"10/1"}"#, "row.value", "capacity.asOf"),
  ]

  @Test("name the member", arguments: faults)
  func named(_ fault: Fault) {
    expect(#"{"id":"a","name":"b",\#(fault.json)}"#, fault.code, fault.field)
  }

  @Test(
    "tell a missing id from a missing name",
    arguments: [
      Fault(#"{"name":"b"}"#, "row.no-id", "id"),
      Fault(#"{"id":"","name":"b"}"#, "row.no-id", "id"),
      Fault(#"{"id":" ","name":"b"}"#, "row.no-id", "id"),
      Fault(#"{"id":"—","name":"b"}"#, "row.no-id", "id"),
      Fault(#"{"id":null,"name":"b"}"#, "row.no-id", "id"),
      Fault(#"{"id":"a"}"#, "row.no-name", "name"),
      Fault(#"{"id":"a","name":"　"}"#, "row.no-name", "name"),
      Fault(#"{"id":"a","name":"―"}"#, "row.no-name", "name"),
      Fault("{}", "row.no-id", "id"), Fault("[]", "row.type", ""), Fault("3", "row.type", ""),
    ])
  func missing(_ fault: Fault) { expect(fault.json, fault.code, fault.field) }

  private func expect(_ json: String, _ code: ErrorCode, _ field: String) {
    let error = #expect(throws: SasaeError.self) { try JSON.decode(json, Resource.self) }
    #expect(error?.code == code, "\(json)")
    #expect(error?.position.field == field, "\(json)")
    // The text says what was wanted, in both languages.
    for language in Language.allCases {
      #expect(error.map { !$0.text(language).contains("（）") } == true, "\(json)")
    }
  }
}
