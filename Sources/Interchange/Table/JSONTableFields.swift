/// The names of the values in the records, each found once. Members of members are named after both,
/// as `parent_child`.
struct JSONKeyTree: Sendable {
  struct Node: Sendable {
    var parent: Int
    /// The name as written, with quotes.
    var raw: [UInt8]
    /// The names from the record down, joined with `_`.
    var path: String
    /// Whether a value other than an object stood here.
    var hasValue = false
    var hasNull = false
    var hasMembers = false
    /// Where the values go; -1 if nowhere.
    var column = -1

    var isColumn: Bool { hasValue || (hasNull && !hasMembers) }
  }

  private struct Name: Hashable {
    var parent: Int
    var text: String
  }

  /// The record itself is the first. The order is that of first appearance.
  private(set) var nodes = [Node(parent: -1, raw: [], path: "")]
  private var byName: [Name: Int] = [:]
  private var last = 0
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  mutating func beginRecord() { last = 0 }

  /// The node of a name below another; nil if there is no room for one more.
  mutating func child(of parent: Int, _ key: Range<Int>, in text: JSONText) -> Int? {
    // Records mostly have the same members in the same order.
    let next = last + 1
    if next < nodes.count, nodes[next].parent == parent, nodes[next].raw.count == key.count,
      nodes[next].raw.elementsEqual(text.bytes[key])
    {
      last = next
      return next
    }
    let name = Name(parent: parent, text: text.string(key))
    if let found = byName[name] {
      last = found
      return found
    }
    guard nodes.count <= limit else { return nil }
    last = nodes.count
    byName[name] = last
    let path = parent == 0 ? name.text : nodes[parent].path + "_" + name.text
    nodes.append(Node(parent: parent, raw: Array(text.bytes[key]), path: path))
    return last
  }

  /// Notes what stood at a node.
  mutating func note(_ field: JSONField, isNull: Bool) {
    switch field.kind {
    case .members: nodes[field.node].hasMembers = true
    case .scalar where isNull: nodes[field.node].hasNull = true
    default: nodes[field.node].hasValue = true
    }
  }

  mutating func setColumn(_ column: Int, of node: Int) { nodes[node].column = column }
}

/// A value of a record.
struct JSONField: Sendable {
  enum Kind {
    case scalar
    /// An array of scalars.
    case list
    /// An array that holds objects or arrays.
    case nested
    /// An object, whose members are fields of their own.
    case members
  }

  var node: Int
  var range: Range<Int>
  var kind: Kind

  /// The text of the cell. Lists are joined with `;`, and nested ones stay JSON as written.
  func cell(in text: JSONText) -> String {
    switch kind {
    case .scalar: text.cell(range)
    case .list:
      text.elements(range.lowerBound, limit: .max).map { element in
        let end = (try? text.endOfScalar(element.lowerBound)) ?? element.upperBound
        return text.cell(element.lowerBound..<end)
      }
      .filter { !$0.isEmpty }.joined(separator: ";")
    case .nested: String(decoding: text.bytes[range], as: UTF8.self)
    case .members: ""
    }
  }
}
