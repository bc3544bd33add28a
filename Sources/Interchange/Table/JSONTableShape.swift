/// Finding the list of records in a document.
extension JSONList {
  static let headerNames = ["header", "headers", "headings", "columns", "fields", "labels"]
  private static let listNames = [
    "data", "records", "results", "result", "items", "features", "rows", "list",
  ]

  /// Nil if the document holds no list of records.
  ///
  /// - Parameter isNative: Whether an object with these members is a record of this program, which
  ///   may then be the whole document.
  static func find(
    in text: JSONText, isNative: ([JSONText.Member]) -> Bool
  ) -> JSONList? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = text.skipBlanks(text.bytes.starts(with: mark) ? mark.count : 0)
    switch text.byte(at: start) {
    case JSONText.openBracket: return array(start, in: text)
    case JSONText.openBrace:
      let members = text.members(start)
      if !hasKnownList(members, text), isNative(members) {
        return JSONList(start: start, holder: .single)
      }
      return find(in: text, start, members, depth: 0)
    default: return nil
    }
  }

  private static func hasKnownList(_ members: [JSONText.Member], _ text: JSONText) -> Bool {
    members.contains { listNames.contains($0.key) && array($0.value.lowerBound, in: text) != nil }
  }

  /// - Parameter depth: How many objects the document has around this one. At most three are looked
  ///   into, so each byte is passed over four times at most.
  private static func find(
    in text: JSONText, _ start: Int, _ members: [JSONText.Member], depth: Int
  ) -> JSONList? {
    let header = headerNames.lazy
      .compactMap { name in members.last { $0.key == name } }
      .first { isBracket(text.bytes[$0.value.lowerBound]) }
    let others = members.filter { $0.key != header?.key }
    if var list = known(others, text) ?? largest(others, text) {
      list.header = header?.value.lowerBound
      let type = members.last { $0.key == "type" }.flatMap { text.text($0.value) }
      list.isGeo = type == "FeatureCollection"
      return list
    }
    let objects = others.filter { text.bytes[$0.value.lowerBound] == JSONText.openBrace }
    if isKeyed(objects, text) {
      return JSONList(start: start + 1, holder: .members, header: header?.value.lowerBound)
    }
    // A header may be all there is to the list: `{"fields": [{"id": 1}]}`.
    guard depth < 3 else { return header.flatMap { array($0.value.lowerBound, in: text) } }
    let ordered =
      listNames.flatMap { name in objects.filter { $0.key == name } }
      + objects.filter { !listNames.contains($0.key) }
    for object in ordered {
      let inner = text.members(object.value.lowerBound)
      if var list = find(in: text, object.value.lowerBound, inner, depth: depth + 1) {
        list.header = list.header ?? header?.value.lowerBound
        return list
      }
    }
    return header.flatMap { array($0.value.lowerBound, in: text) }
  }

  private static func known(_ members: [JSONText.Member], _ text: JSONText) -> JSONList? {
    for name in listNames {
      for member in members where member.key == name {
        if let list = array(member.value.lowerBound, in: text) { return list }
      }
    }
    return nil
  }

  /// Of several lists under other names the longest one holds the data.
  private static func largest(_ members: [JSONText.Member], _ text: JSONText) -> JSONList? {
    let bySize = members.sorted {
      ($1.value.count, $0.value.lowerBound) < ($0.value.count, $1.value.lowerBound)
    }
    for member in bySize {
      if let list = array(member.value.lowerBound, in: text), !list.isEmpty(text) { return list }
    }
    return nil
  }

  private func isEmpty(_ text: JSONText) -> Bool {
    text.byte(at: text.skipSeparators(start)) == JSONText.closeBracket
  }

  /// An array whose first element is a record; an empty one may be.
  private static func array(_ start: Int, in text: JSONText) -> JSONList? {
    guard text.byte(at: start) == JSONText.openBracket else { return nil }
    let first = text.byte(at: text.skipSeparators(start + 1))
    switch first {
    case JSONText.openBracket: return JSONList(start: start + 1, opening: JSONText.openBracket)
    case JSONText.openBrace, JSONText.closeBracket, nil: return JSONList(start: start + 1)
    default: return nil
    }
  }

  /// Records under their ids have members in common, unlike the parts of a document.
  private static func isKeyed(_ objects: [JSONText.Member], _ text: JSONText) -> Bool {
    guard objects.count >= 2 else { return false }
    let first = Set(text.members(objects[0].value.lowerBound).map(\.key))
    return text.members(objects[1].value.lowerBound).contains { first.contains($0.key) }
  }

  private static func isBracket(_ byte: UInt8) -> Bool {
    byte == JSONText.openBrace || byte == JSONText.openBracket
  }
}
