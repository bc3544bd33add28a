import Model

/// How a member of a resource is read (docs/resource.md, lenient forms) and written.
enum MemberForm: Sendable {
  /// A text; a number is read as one.
  case text
  /// Texts; one text is read as a list of it.
  case texts
  /// A number, or a text that is one.
  case number
  case flag
  case word(any Vocabulary.Type)
  case words(any Vocabulary.Type)
  case part(any RecordSchema.Type)
  case parts(any RecordSchema.Type)

  func schema(by reader: SchemaReader) throws -> JSONValue {
    let isInput = reader.side == .input
    return switch self {
    case .text: ["type": isInput ? ["string", "number", "null"] : "string"]
    case .texts:
      ["type": isInput ? ["array", "string", "null"] : "array", "items": ["type": "string"]]
    case .number: ["type": isInput ? ["number", "string", "null"] : "number"]
    case .flag: ["type": isInput ? ["boolean", "null"] : "boolean"]
    case .word(let type): isInput ? Self.orUnstated(Self.all(type)).orNull : Self.all(type)
    case .words(let type):
      isInput
        ? ["type": ["array", "string", "null"], "items": Self.orUnstated(Self.all(type))]
        : ["type": "array", "items": Self.all(type)]
    case .part(let type):
      isInput ? try type.schema(by: reader).orNull : try type.schema(by: reader)
    case .parts(let type):
      ["type": isInput ? ["array", "null"] : "array", "items": try type.schema(by: reader)]
    }
  }

  private static func all<V: Vocabulary>(_: V.Type) -> JSONValue {
    .words(V.allCases.map(\.rawValue))
  }

  /// A blank or a dash says nothing, of a word as of any text (記載なし).
  private static func orUnstated(_ words: JSONValue) -> JSONValue {
    let marks = MemberReader.nothingStated.sorted().joined()
    return ["anyOf": [words, ["type": "string", "pattern": .string("^\\s*[\(marks)]?\\s*$")]]]
  }
}

/// A record that keeps the members it doesn't know.
protocol RecordSchema: SchemaDescribed, Sendable {
  static var forms: [String: MemberForm] { get }
  static var required: [String] { get }
  /// Whether a text alone is read as its `text`.
  static var mayBeText: Bool { get }
}

extension RecordSchema {
  static var required: [String] { [] }
  static var mayBeText: Bool { false }

  static func schema(by reader: SchemaReader) throws -> JSONValue {
    var out: JSONValue = [
      "type": mayBeText && reader.side == .input ? ["object", "string"] : "object",
      "properties": .object(try forms.mapValues { try $0.schema(by: reader) }),
      "additionalProperties": true,
    ]
    for name in required {
      out["required"] = .array(required.map(JSONValue.string))
      // What must be there can't be null.
      guard reader.side == .input else { continue }
      out["properties"]?[name]?["type"] = ["string", "number"]
    }
    return out
  }
}

extension Resource: RecordSchema {
  static let blank = Resource(id: "", name: "")
  static let required = ["id", "name"]
  static let forms: [String: MemberForm] = [
    "id": .text, "name": .text, "kana": .text, "kind": .word(ResourceKind.self),
    "summary": .text, "description": .text, "categories": .texts,
    "provider": .part(Provider.self), "place": .part(Place.self), "reach": .part(Reach.self),
    "schedule": .part(Schedule.self), "cost": .part(Cost.self),
    "eligibility": .part(Eligibility.self), "capacity": .part(Capacity.self),
    "contacts": .parts(Contact.self), "tags": .texts, "status": .word(ResourceStatus.self),
    "confirmed": .part(Confirmation.self), "source": .part(Source.self),
  ]
}
