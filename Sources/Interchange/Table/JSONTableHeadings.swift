/// What a document says its columns are called.
struct JSONHeadingMap {
  /// Keys with their headings, in the order of the document.
  private(set) var entries: [(key: String, heading: String)] = []

  private static let keyNames = ["id", "key", "field", "name"]
  private static let headingNames = ["label", "title", "heading", "name", "ja"]

  /// - Parameters:
  ///   - start: Where the value begins: an object of key and heading, an array of objects that name
  ///     both, or an array of headings.
  ///   - limit: The most columns.
  init(_ start: Int, in text: JSONText, limit: Int) {
    var seen: Set<String> = []
    func add(_ key: String, _ heading: String) {
      if entries.count < limit, seen.insert(key).inserted { entries.append((key, heading)) }
    }
    if text.byte(at: start) == JSONText.openBrace {
      for member in text.members(start) {
        add(member.key, Self.heading(member.value, in: text) ?? member.key)
      }
      return
    }
    for element in text.elements(start, limit: limit) {
      if let name = text.text(element) {
        entries.append((name, name))
      } else if text.bytes[element.lowerBound] == JSONText.openBrace {
        let members = text.members(element.lowerBound)
        guard let key = Self.first(Self.keyNames, of: members, in: text) else { continue }
        add(key, Self.heading(element, in: text) ?? key)
      }
    }
  }

  /// The text itself, or the heading that an object states, perhaps under `info` as CKAN has it.
  private static func heading(_ value: Range<Int>, in text: JSONText) -> String? {
    if let heading = text.text(value) { return heading }
    guard text.bytes[value.lowerBound] == JSONText.openBrace else { return nil }
    let members = text.members(value.lowerBound)
    let info = members.last { $0.key == "info" }
    if let info, text.bytes[info.value.lowerBound] == JSONText.openBrace,
      let heading = first(
        ["label", "title"], of: text.members(info.value.lowerBound), in: text)
    {
      return heading
    }
    return first(headingNames, of: members, in: text)
  }

  private static func first(
    _ names: [String], of members: [JSONText.Member], in text: JSONText
  ) -> String? {
    names.lazy
      .compactMap { name in members.last { $0.key == name }.flatMap { text.text($0.value) } }
      .first { !$0.isEmpty }
  }
}
