import Interchange
import Testing

@Suite struct NativeListTests {
  /// What is wrong with a line, the code and the field it is told by.
  static let faults: [(line: String, code: String, field: String?)] = [
    // Cut short.
    (#"{"id":"b","name":"#, "row.not-json", nil),
    // Two objects on one line.
    (#"{"id":"b","name":"x"} {"id":"c"}"#, "row.not-json", nil),
    // JSON, but no object.
    (#"["b","x"]"#, "row.not-object", nil),
    ("null", "row.not-object", nil),
    ("42", "row.not-object", nil),
    // Without what every resource has.
    (#"{"name":"x"}"#, "row.no-id", "id"),
    (#"{"id":"  ","name":"x"}"#, "row.no-id", "id"),
    (#"{"id":"b"}"#, "row.no-name", "name"),
    (#"{"id":"b","name":"—"}"#, "row.no-name", "name"),
    // Wrong types, at the top, in a part and in a list.
    (#"{"id":"b","name":["x"]}"#, "row.type", "name"),
    (#"{"id":"b","name":"x","place":"番町"}"#, "row.type", "place"),
    (#"{"id":"b","name":"x","place":{"lat":"北"}}"#, "row.type", "place.lat"),
    (#"{"id":"b","name":"x","cost":{"min":{}}}"#, "row.type", "cost.min"),
    (#"{"id":"b","name":"x","contacts":[{},{"phone":[]}]}"#, "row.type", "contacts[1].phone"),
    (#"{"id":"b","name":"x","contacts":{}}"#, "row.type", "contacts"),
    // Words that are not in the vocabulary, and a day that is none.
    (#"{"id":"b","name":"x","status":"closed"}"#, "row.value", "status"),
    (
      #"{"id":"b","name":"x","contacts":[{"visibility":"secret"}]}"#, "row.value",
      "contacts[0].visibility"
    ),
    (#"{"id":"b","name":"x","reach":{"modes":["venue","walk"]}}"#, "row.value", "reach.modes"),
    (#"{"id":"b","name":"x","confirmed":{"on":"2026-02-30"}}"#, "row.value", "confirmed.on"),
    (#"{"id":"b","name":"x","confirmed":{}}"#, "row.type", "confirmed.on"),
  ]

  @Test(arguments: faults)
  func aWrongLineLeavesTheOthersIn(_ line: String, _ code: String, _ field: String?) throws {
    let list = try ReadList(
      #"{"id":"a","name":"前"}"# + "\n" + line + "\n" + #"{"id":"z","name":"後"}"# + "\n",
      name: "x.ndjson")
    #expect(list.resources.map(\.id) == ["a", "z"])
    let error = try #require(list.rejected.first)
    #expect(list.rejected.count == 1)
    #expect(error.code.rawValue == code)
    #expect(error.position.file == nil || error.position.file == "x.ndjson")
    #expect(error.position.line == 2)
    #expect(error.position.field == field)
  }

  @Test func blankLinesAreSkippedAndCounted() throws {
    let list = try ReadList("\n" + #"{"id":"a","name":"x"}"# + "\r\n  \n\n", name: "x.ndjson")
    #expect(list.resources.map(\.id) == ["a"])
    #expect(list.skipped == [1, 3, 4])
    #expect(list.format.format == "ndjson")
    #expect(list.format.mapping == "native")
  }

  @Test func badBytesAreOneRowsFault() throws {
    let good = Array(#"{"id":"a","name":"サロン"}"#.utf8)
    let bad = Array(#"{"id":"b","name":""#.utf8) + [0xFF, 0xE3] + Array(#""}"#.utf8)
    let list = try ReadList(bytes: good + [10] + bad + [10] + good, name: "x.ndjson")
    #expect(list.resources.count == 2)
    #expect(list.rejected.map(\.code.rawValue) == ["row.encoding"])
    #expect(list.rejected.map(\.position.line) == [2])
  }
}
