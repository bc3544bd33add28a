import Model

/// One place of a document, as far as a decoder has asked about it.
///
/// A type may ask twice about one place: read a part by its type and then look which other members
/// stand in it. What it asked is put together.
final class AskedValue {
  /// The schema of the type it was read as.
  var whole: JSONValue?
  /// Whether it was asked if this is `null`.
  var mayBeNull = false
  /// Set once it was asked for elements.
  var items: AskedValue?
  private var members: [String: AskedValue]?
  private var optional: Set<String> = []
  /// Whether it was asked which members there are: then any may be.
  private var isOpen = false

  func askForMembers() { members = members ?? [:] }

  func askForAllNames() { isOpen = true }

  func member(_ name: String) -> AskedValue {
    let member = members?[name] ?? AskedValue()
    members = members ?? [:]
    members?[name] = member
    return member
  }

  /// Somebody looked whether the member is there, so that it need not be.
  func mayLack(_ name: String) {
    _ = member(name)
    optional.insert(name)
  }

  /// A value of which nothing was asked is an object without members.
  func schema(_ side: SchemaSide) -> JSONValue {
    let schema = seen(side) ?? object([:], side)
    return mayBeNull && side == .input ? schema.orNull : schema
  }

  /// Nil when nothing was asked but whether it is there.
  private func seen(_ side: SchemaSide) -> JSONValue? {
    var forms: [JSONValue] = []
    if let whole { forms.append(whole) }
    if let items { forms.append(["type": "array", "items": items.seen(side) ?? [:]]) }
    if let members {
      if let whole, let merged = merge(whole, members, side) { return merged }
      forms.append(object(members, side))
    }
    return forms.count > 1 ? ["anyOf": .array(forms)] : forms.first
  }

  private func object(_ members: [String: AskedValue], _ side: SchemaSide) -> JSONValue {
    var properties: [String: JSONValue] = [:]
    for (name, member) in members {
      let schema = member.seen(side) ?? [:]
      let isNullable = side == .input && (optional.contains(name) || member.mayBeNull)
      properties[name] = isNullable ? schema.orNull : schema
    }
    var out: JSONValue = ["type": "object", "properties": .object(properties)]
    let required = members.keys.filter { !optional.contains($0) }.sorted()
    if !required.isEmpty { out["required"] = .array(required.map(JSONValue.string)) }
    if side == .input { out["additionalProperties"] = .bool(isOpen) }
    return out
  }

  /// What was read as a type and looked into besides; nil where the type is no object.
  private func merge(
    _ whole: JSONValue, _ members: [String: AskedValue], _ side: SchemaSide
  ) -> JSONValue? {
    guard let read = whole["properties"]?.objectValue else { return nil }
    var out = whole
    let looked = object(members, side)["properties"]?.objectValue ?? [:]
    out["properties"] = .object(read.merging(looked) { read, _ in read })
    if isOpen, side == .input { out["additionalProperties"] = true }
    return out
  }
}
