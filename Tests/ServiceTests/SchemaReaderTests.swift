import Diagnostics
import Model
@testable import Service
import Testing

@Suite("Schema of types made by hand")
struct SchemaReaderTests {
  enum Colour: String, Codable, CaseIterable {
    case red, blue
  }

  struct Inner: Codable {
    var number: Double
    var word: Colour?
  }

  struct Outer: Codable {
    var text: String
    var count: Int?
    var isSo: Bool
    var inner: Inner
    var inners: [Inner]?
    var table: [String: [Int]]
    var colour: Colour
    var anything: JSONValue?
  }

  static let inner: JSONValue = [
    "type": "object",
    "properties": [
      "number": ["type": "number"],
      "word": ["type": ["string", "null"], "enum": ["red", "blue", .null]],
    ],
    "required": ["number"], "additionalProperties": false,
  ]

  @Test func everyKindOfMember() throws {
    var inners: JSONValue = ["type": ["array", "null"]]
    inners["items"] = Self.inner
    let expected: JSONValue = [
      "type": "object",
      "properties": [
        "text": ["type": "string"], "count": ["type": ["integer", "null"]],
        "isSo": ["type": "boolean"], "inner": Self.inner, "inners": inners,
        "table": [
          "type": "object",
          "additionalProperties": ["type": "array", "items": ["type": "integer"]],
        ],
        "colour": ["type": "string", "enum": ["red", "blue"]], "anything": [:],
      ],
      "required": ["colour", "inner", "isSo", "table", "text"], "additionalProperties": false,
    ]
    #expect(try SchemaReader.schema(of: Outer.self, on: .input) == expected)
  }

  @Test func anOutputIsOpenAndHoldsNoNull() throws {
    let schema = try SchemaReader.schema(of: Inner.self, on: .output)
    let expected: JSONValue = [
      "type": "object",
      "properties": [
        "number": ["type": "number"], "word": ["type": "string", "enum": ["red", "blue"]],
      ],
      "required": ["number"],
    ]
    #expect(schema == expected)
  }

  struct Nothing: Codable {}

  @Test func nothingIsAnEmptyObject() throws {
    let expected: JSONValue = [
      "type": "object", "properties": [:], "additionalProperties": false,
    ]
    #expect(try SchemaReader.schema(of: Nothing.self, on: .input) == expected)
  }

  struct Tree: Codable {
    var name: String
    var children: [Tree]
  }

  struct Forest: Codable {
    var tallest: Tree
    var others: [Tree]?
  }

  final class Chain: Codable {
    var next: Chain?
  }

  @Test func whatHoldsItselfIsNamed() throws {
    let schema = try SchemaReader.schema(of: Forest.self, on: .output)
    let names = schema["$defs"]?.objectValue?.keys.map { $0 } ?? []
    #expect(names == ["SchemaReaderTests.Tree"])
    let reference: JSONValue = ["$ref": "#/$defs/SchemaReaderTests.Tree"]
    #expect(schema["properties"]?["tallest"] == reference)
    #expect(schema["properties"]?["others"]?["items"] == reference)
    let validator = SchemaValidator(schema)
    let leaf: JSONValue = ["name": "b", "children": []]
    #expect(validator.accepts(["tallest": ["name": "a", "children": [leaf]]]))
    #expect(!validator.accepts(["tallest": ["name": "a", "children": [["name": "b"]]]]))
    let chain = SchemaValidator(try SchemaReader.schema(of: Chain.self, on: .input))
    #expect(chain.accepts(["next": ["next": .null]]) && !chain.accepts(["next": ["nxt": .null]]))
  }

  struct Nested: Decodable {
    enum Keys: String, CodingKey {
      case list, part, flag
    }
    enum PartKeys: String, CodingKey {
      case name
    }

    init(from decoder: any Decoder) throws {
      let keyed = try decoder.container(keyedBy: Keys.self)
      var list = try keyed.nestedUnkeyedContainer(forKey: .list)
      while !list.isAtEnd { _ = try list.decode(Int.self) }
      let part = try keyed.nestedContainer(keyedBy: PartKeys.self, forKey: .part)
      _ = try part.decode(String.self, forKey: .name)
      if keyed.contains(.flag) { _ = try keyed.decode(Bool.self, forKey: .flag) }
    }
  }

  @Test func nestedContainersAreFollowed() throws {
    let expected: JSONValue = [
      "type": "object",
      "properties": [
        "list": ["type": "array", "items": ["type": "integer"]],
        "part": [
          "type": "object", "properties": ["name": ["type": "string"]], "required": ["name"],
          "additionalProperties": false,
        ],
        "flag": ["type": ["boolean", "null"]],
      ],
      "required": ["list", "part"], "additionalProperties": false,
    ]
    #expect(try SchemaReader.schema(of: Nested.self, on: .input) == expected)
  }

  /// A type that takes the names that are there keeps members it doesn't know.
  struct Open: Decodable {
    init(from decoder: any Decoder) throws {
      let all = try decoder.container(keyedBy: MemberKey.self)
      _ = try all.decodeIfPresent(Inner.self, forKey: MemberKey("part"))
      let part = try all.nestedContainer(keyedBy: MemberKey.self, forKey: MemberKey("part"))
      _ = part.allKeys
    }
  }

  @Test func whatLooksAtAllNamesIsOpen() throws {
    let schema = try SchemaReader.schema(of: Open.self, on: .input)
    let part = schema["properties"]?["part"]
    #expect(schema["additionalProperties"] == false)
    #expect(part?["additionalProperties"] == true)
    #expect(part?["properties"] == Self.inner["properties"])
  }

  struct Picky: Decodable {
    init(from decoder: any Decoder) throws {
      let text = try decoder.singleValueContainer().decode(String.self)
      if text.isEmpty {
        throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: ""))
      }
    }
  }

  /// It has to say its schema itself; no wrong one is made.
  @Test func whatRefusesBlankValuesIsAFault() {
    #expect(throws: SasaeError.self) {
      try SchemaReader.schema(of: [Picky].self, on: .input)
    }
  }
}
