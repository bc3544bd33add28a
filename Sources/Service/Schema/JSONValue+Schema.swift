import Model

extension JSONValue {
  /// A member of an object; `null` and anything else have none.
  subscript(name: String) -> JSONValue? {
    get { objectValue?[name] }
    set {
      var members = objectValue ?? [:]
      members[name] = newValue
      self = .object(members)
    }
  }

  var arrayValue: [JSONValue]? {
    if case .array(let list) = self { return list }
    return nil
  }

  /// The schema of fixed words.
  static func words(_ words: [String]) -> JSONValue {
    ["type": "string", "enum": .array(words.map(JSONValue.string))]
  }

  /// The type names of a schema.
  var types: [String] {
    self["type"]?.stringValue.map { [$0] } ?? self["type"]?.arrayValue?.compactMap(\.stringValue)
      ?? []
  }

  /// The same schema, and `null`.
  var orNull: JSONValue {
    if self == [:] { return self }
    if let forms = self["anyOf"]?.arrayValue {
      var out = self
      if !forms.contains(["type": "null"]) {
        out["anyOf"] = .array(forms + [["type": "null"]])
      }
      return out
    }
    let types = types
    guard !types.isEmpty else { return ["anyOf": [self, ["type": "null"]]] }
    guard !types.contains("null") else { return self }
    var out = self
    out["type"] = .array((types + ["null"]).map(JSONValue.string))
    if let words = self["enum"]?.arrayValue { out["enum"] = .array(words + [.null]) }
    return out
  }

  /// The dotted paths of all members of a schema, lists passed through: `needs.code`.
  var memberPaths: [String] {
    let inner = self["items"].map(\.memberPaths) ?? []
    let own = (self["properties"]?.objectValue ?? [:]).flatMap { name, member in
      [name] + member.memberPaths.map { "\(name).\($0)" }
    }
    return (own + inner).sorted()
  }

  /// The same schema with `change` made to the member at a dotted path; nil when there is none.
  func changing(
    _ path: Substring, _ change: (JSONValue) -> JSONValue
  ) -> JSONValue? {
    let name = path.prefix { $0 != "." }
    let rest = path.dropFirst(name.count + 1)
    var out = self
    if let member = self["properties"]?[String(name)] {
      guard let changed = rest.isEmpty ? change(member) : member.changing(rest, change) else {
        return nil
      }
      var properties = self["properties"] ?? [:]
      properties[String(name)] = changed
      out["properties"] = properties
      return out
    }
    guard let items = self["items"]?.changing(path, change) else { return nil }
    out["items"] = items
    return out
  }
}
