import Model

/// What a list changed, applied to what the office has now.
///
/// A town's list and the office's own corrections both change a record. A member the list left as
/// it was last time keeps the office's value; a member the list changed takes the list's.
enum ThreeWayMerge {
  static func merge(base: Resource, ours: Resource, theirs: Resource) throws -> Resource {
    let merged = merge(
      base: try members(base), ours: try members(ours), theirs: try members(theirs))
    return try CanonicalJSON.decode(Resource.self, from: CanonicalJSON.encode(merged))
  }

  private static func members(_ resource: Resource) throws -> [String: JSONValue] {
    try CanonicalJSON.decode(
      [String: JSONValue].self, from: CanonicalJSON.encode(resource))
  }

  private static func merge(
    base: [String: JSONValue], ours: [String: JSONValue], theirs: [String: JSONValue]
  ) -> [String: JSONValue] {
    var out = ours
    for name in Set(base.keys).union(theirs.keys) {
      let (was, now) = (base[name], theirs[name])
      guard was != now else { continue }
      if case .object(let mine)? = ours[name], case .object(let new)? = now {
        out[name] = .object(merge(base: was?.objectValue ?? [:], ours: mine, theirs: new))
      } else {
        out[name] = now
      }
    }
    return out
  }
}
