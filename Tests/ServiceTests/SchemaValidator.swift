import Model
@testable import Service

/// The part of JSON Schema (2020-12) that the schemas of operations use.
struct SchemaValidator {
  let root: JSONValue
  private static let keywords: Set<String> = [
    "$defs", "$ref", "additionalProperties", "anyOf", "description", "enum", "exclusiveMinimum",
    "items", "maximum", "minItems", "minimum", "pattern", "properties", "required", "type",
  ]

  init(_ root: JSONValue) { self.root = root }

  func accepts(_ value: JSONValue) -> Bool { faults(value).isEmpty }

  /// Each with the path of the member it is about.
  func faults(_ value: JSONValue) -> [String] { faults(value, root, "$") }

  private func faults(_ value: JSONValue, _ schema: JSONValue, _ path: String) -> [String] {
    guard let keywords = schema.objectValue?.keys else { return ["\(path): no schema"] }
    var out = keywords.filter { !Self.keywords.contains($0) }.map { "\(path): unknown \($0)" }
    if let name = schema["$ref"]?.stringValue {
      let target = root["$defs"]?[String(name.dropFirst("#/$defs/".count))]
      out += target.map { faults(value, $0, path) } ?? ["\(path): no \(name)"]
    }
    if let forms = schema["anyOf"]?.arrayValue,
      !forms.contains(where: { faults(value, $0, path).isEmpty })
    {
      out.append("\(path): none of the forms")
    }
    if !schema.types.isEmpty, !schema.types.contains(where: { value.isOf(type: $0) }) {
      out.append("\(path): \(value) is not of \(schema.types)")
    }
    if let words = schema["enum"]?.arrayValue, !words.contains(value) {
      out.append("\(path): \(value) is none of the words")
    }
    switch value {
    case .object(let members): out += faults(members, schema, path)
    case .array(let list):
      if let least = schema["minItems"]?.double, Double(list.count) < least {
        out.append("\(path): too few")
      }
      guard let items = schema["items"] else { break }
      for (index, element) in list.enumerated() {
        out += faults(element, items, "\(path)[\(index)]")
      }
    case .string(let text):
      guard let pattern = schema["pattern"]?.stringValue else { break }
      let isMatch = (try? Regex(pattern)).map { text.firstMatch(of: $0) != nil } ?? false
      if !isMatch { out.append("\(path): '\(text)' is not like \(pattern)") }
    default:
      guard let number = value.double else { break }
      if let least = schema["minimum"]?.double, number < least { out.append("\(path): too low") }
      if let most = schema["maximum"]?.double, number > most { out.append("\(path): too high") }
      if let bound = schema["exclusiveMinimum"]?.double, number <= bound {
        out.append("\(path): too low")
      }
    }
    return out
  }

  private func faults(
    _ members: [String: JSONValue], _ schema: JSONValue, _ path: String
  ) -> [String] {
    var out: [String] = []
    for name in schema["required"]?.arrayValue?.compactMap(\.stringValue) ?? []
    where members[name] == nil {
      out.append("\(path).\(name): missing")
    }
    for (name, member) in members {
      if let known = schema["properties"]?[name] {
        out += faults(member, known, "\(path).\(name)")
      } else if schema["additionalProperties"] == false {
        out.append("\(path).\(name): not known")
      } else if let other = schema["additionalProperties"], other != true {
        out += faults(member, other, "\(path).\(name)")
      }
    }
    return out
  }
}

extension JSONValue {
  var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .unsigned(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  func isOf(type: String) -> Bool {
    switch (self, type) {
    case (.null, "null"), (.bool, "boolean"), (.string, "string"), (.array, "array"),
      (.object, "object"), (.integer, "integer"), (.unsigned, "integer"):
      true
    case (.integer, "number"), (.unsigned, "number"), (.number, "number"): true
    case (.number(let value), "integer"): value == value.rounded()
    default: false
    }
  }
}
