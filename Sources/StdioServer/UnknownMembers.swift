import Diagnostics
import LineRPC
import Model

/// Finds members that an input has and its schema does not know: a mistyped filter that is passed over
/// would answer another question than the one asked.
enum UnknownMembers {
  /// Throws on the first one, wherever it stands.
  static func check(_ value: JSONSlice, _ schema: JSONValue) throws(SasaeError) {
    try check(value, schema, at: "")
  }

  private static func check(
    _ value: JSONSlice, _ schema: JSONValue, at path: String
  ) throws(SasaeError) {
    let keywords = schema.objectValue ?? [:]
    switch value.kind {
    case .object:
      guard let known = keywords["properties"]?.objectValue else { return }
      let isClosed = keywords["additionalProperties"] == .bool(false)
      for (name, member) in value.members where !(path.isEmpty && name == "_meta") {
        let inner = path.isEmpty ? name : "\(path).\(name)"
        if let schema = known[name] {
          try check(member, schema, at: inner)
        } else if isClosed {
          let near = DidYouMean.closest(to: name, among: known.keys.sorted())
          throw SasaeError(
            "usage.unknown-member",
            ["value": "\(inner.prefix(100))", "suggestion": "\(near ?? "")"])
        }
      }
    case .array:
      guard let items = keywords["items"] else { return }
      for element in value.elements { try check(element, items, at: path) }
    default: return
    }
  }
}
