import Foundation
import TestSupport
import Testing

@testable import Interchange

@Suite("Records of a JSON document")
struct JSONTableRecordTests {
  static let native: Set<String> = [
    "id", "name", "kana", "place", "schedule", "categories", "tags",
  ]

  @Test(
    "resources of this program",
    arguments: [
      (#"[{"id":"a","name":"甲"},{"id":"b","name":"乙","kana":"オツ"}]"#, true),
      (#"[{"id":"a","name":"甲","zz":1,"place":{"address":"x"}}]"#, true),
      (#"[{"id":"a","name":"甲","zz":1,"categories":["x"]}]"#, true),
      (#"{"resources":[{"id":"a","name":"甲"}]}"#, true),
      (#"{"id":"a","name":"甲","contacts":[{"tel":"1"}],"place":{}}"#, true),
      (#"[{"id":"a","name":"甲","住所":"x"}]"#, false),
      (#"[{"id":1,"name":"甲"}]"#, false), (#"[{"name":"甲"}]"#, false), ("[]", false),
      (#"{"header":{"id":"番号"},"data":[{"id":"a","name":"甲"}]}"#, false),
      (#"{"k":{"id":"a","name":"甲"},"l":{"id":"b","name":"乙"}}"#, false),
    ])
  func resources(text: String, isNative: Bool) throws {
    let table = try #require(JSONTable(Array(text.utf8), nativeMembers: Self.native))
    #expect(table.isResourceList == isNative)
  }

  @Test("records as they are written")
  func records() throws {
    let text = "[ {\"id\":\"a\",\n \"name\":\"甲\"} ,\n{\"id\":\"b\", \"name\":\"乙\"}]"
    let table = try #require(JSONTable(Array(text.utf8), nativeMembers: Self.native))
    #expect(table.records.map(\.line) == [1, 3])
    #expect(
      table.records.map { String(decoding: $0.bytes, as: UTF8.self) }
        == ["{\"id\":\"a\",\n \"name\":\"甲\"}", "{\"id\":\"b\", \"name\":\"乙\"}"])
    let single = "\n{\"id\":\"a\",\"name\":\"甲\"}\n"
    let one = try #require(JSONTable(Array(single.utf8)))
    #expect(
      one.records.map { String(decoding: $0.bytes, as: UTF8.self) + "\($0.line)" }
        == [single.trimmingCharacters(in: .newlines) + "2"])
  }

  @Test("any table written as an array reads back cell for cell")
  func property() throws {
    let seed = propertySeed("JSON tables")
    for offset in 0..<UInt64(200) {
      var generator = SeededGenerator(seed: seed &+ offset)
      let pieces = [
        "a", "あ", "髙", "🍙", "\"", "\\", "/", "\n", "\r\n", "\t", "\u{1}", "{", "]", ",", ":",
        "\u{2028}",
      ]
      let headings = (0..<Int.random(in: 1...6, using: &generator)).map { index in
        "\(index)" + generator.text(of: pieces, count: 0...4)
      }
      let rows = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
        headings.map { _ in generator.text(of: pieces, count: 0...8) }
      }
      let isPretty = generator.chance(0.5)
      let objects = rows.map { Dictionary(uniqueKeysWithValues: zip(headings, $0)) }
      let data = try JSONSerialization.data(
        withJSONObject: generator.chance(0.5)
          ? objects as Any : ["x": 1, "rows": [headings] + rows] as Any,
        options: isPretty ? [.prettyPrinted] : [])
      let table = try #require(JSONTable(Array(data)), "seed \(seed &+ offset)")
      let read = table.rows.map { row in
        headings.map { heading in
          table.headings.firstIndex(of: heading).map { Array(row.cells[$0].utf8) } ?? []
        }
      }
      #expect(read == rows.map { $0.map { Array($0.utf8) } }, "seed \(seed &+ offset)")
      let lines = table.rows.map(\.line)
      #expect(lines == lines.sorted(), "seed \(seed &+ offset)")
      #expect(isPretty || lines.allSatisfy { $0 == 1 }, "seed \(seed &+ offset)")
    }
  }
}
