import Diagnostics
import LineRPC
import Model

/// Finds members that an input has and its schema does not know: a mistyped filter that is passed over
/// would answer another question than the one asked.
enum UnknownMembers {
  /// Throws on the first one, wherever it stands.
  static func check(_ value: JSONSlice, _ schema: JSONValue) throws(SasaeError) {
    if let error = fault(value, schema, at: "") { throw error }
  }

  private static func fault(
    _ value: JSONSlice, _ schema: JSONValue, at path: String
  ) -> SasaeError? {
    let keywords = schema.objectValue ?? [:]
    var found: SasaeError?
    switch value.kind {
    case .object:
      guard let known = keywords["properties"]?.objectValue else { return nil }
      let isClosed = keywords["additionalProperties"] == .bool(false)
      value.eachMember { name, member in
        guard found == nil, !(path.isEmpty && name == "_meta") else { return }
        let inner = path.isEmpty ? name : "\(path).\(name)"
        if let schema = known[name] {
          found = fault(member, schema, at: inner)
        } else if isClosed {
          found = unknown(inner, name, known.keys.sorted())
        }
      }
    case .array:
      // Only objects have members.
      guard let items = keywords["items"], items.objectValue?["properties"] != nil else {
        return nil
      }
      value.eachElement { element in
        if found == nil { found = fault(element, items, at: path) }
      }
    default: break
    }
    return found
  }

  /// Words that other programs have for members.
  private static let otherWords = [
    "query": "text", "q": "text", "keyword": "text", "keywords": "text", "words": "text",
    "lon": "lng", "longitude": "lng", "latitude": "lat", "size": "limit", "count": "limit",
    "need": "needs", "path": "paths", "file": "paths", "files": "paths",
  ]

  private static func unknown(_ path: String, _ name: String, _ known: [String]) -> SasaeError {
    let begun = known.first { $0.hasPrefix(name.prefix(5)) && name.count >= 4 }
    let other = otherWords[name].flatMap { known.contains($0) ? $0 : nil }
    let near = DidYouMean.closest(to: name, among: known) ?? begun ?? other
    return SasaeError(
      "usage.unknown-member",
      [
        "value": "\(path.prefix(100))", "suggestion": "\(near ?? "")",
        "known": known.isEmpty
          ? Bilingual(ja: "なし", en: "none") : "\(known.joined(separator: ", "))",
      ])
  }
}
