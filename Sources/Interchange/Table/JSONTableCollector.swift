/// Gathers the values of one record.
struct JSONCollector: JSONVisitor, Sendable {
  /// What a member that is left out belongs to.
  private static let nowhere = -1
  private static let geometryNode = -2

  var tree: JSONKeyTree
  /// The values, in the order of the text.
  private(set) var fields: [JSONField] = []
  /// Whether a value was left out because there are too many names.
  private(set) var hasTooManyKeys = false
  /// The geometry of a feature.
  private(set) var geometry: Int?

  private let text: JSONText
  private let isGeo: Bool
  private let isArray: Bool
  /// The nodes of the open objects.
  private var open: [Int] = []
  /// The node of the value that comes next.
  private var node = 0
  private var arrayDepth = 0
  private var arrayStart = 0
  private var isNested = false

  init(_ text: JSONText, _ list: JSONList, limit: Int) {
    self.text = text
    isGeo = list.isGeo
    isArray = list.opening == JSONText.openBracket
    tree = JSONKeyTree(limit: limit)
  }

  mutating func beginRecord() {
    fields.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    hasTooManyKeys = false
    geometry = nil
    // The elements of a row are numbered; -1 tells that its bracket is still to come.
    node = isArray ? -1 : 0
    arrayDepth = 0
    tree.beginRecord()
  }

  mutating func open(_ bracket: UInt8, at index: Int) {
    if isArray, node < 0 {
      node = 0
    } else if arrayDepth > 0 {
      arrayDepth += 1
      isNested = true
    } else if bracket == JSONText.openBracket || isArray {
      arrayDepth = 1
      arrayStart = index
      isNested = bracket == JSONText.openBrace
    } else {
      if node == Self.geometryNode { geometry = index }
      if node > 0 { fields.append(JSONField(node: node, range: index..<index, kind: .members)) }
      open.append(node == Self.geometryNode ? Self.nowhere : node)
    }
  }

  mutating func close(at end: Int) {
    if arrayDepth > 1 {
      arrayDepth -= 1
    } else if arrayDepth == 1 {
      arrayDepth = 0
      add(arrayStart..<end, isNested ? .nested : .list)
    } else {
      _ = open.popLast()
    }
  }

  mutating func key(_ range: Range<Int>) {
    guard arrayDepth == 0, let parent = open.last else { return }
    if parent < 0 {
      node = Self.nowhere
    } else if isGeo, open.count == 1 {
      node = memberOfFeature(range)
    } else {
      node = child(of: parent, range)
    }
  }

  mutating func scalar(_ range: Range<Int>) {
    if arrayDepth == 0 { add(range, .scalar) }
  }

  private mutating func add(_ range: Range<Int>, _ kind: JSONField.Kind) {
    if isArray {
      // One more than there is room for tells that the row is too long.
      guard node <= JSONTable.maxColumns else { return }
      fields.append(JSONField(node: node, range: range, kind: kind))
      node += 1
    } else if node > 0 {
      fields.append(JSONField(node: node, range: range, kind: kind))
    }
  }

  /// The properties of a feature count as its own members, its other members are not data.
  private mutating func memberOfFeature(_ range: Range<Int>) -> Int {
    switch text.string(range) {
    case "properties": 0
    case "geometry": Self.geometryNode
    case "id": child(of: 0, range)
    default: Self.nowhere
    }
  }

  private mutating func child(of parent: Int, _ range: Range<Int>) -> Int {
    if let child = tree.child(of: parent, range, in: text) { return child }
    hasTooManyKeys = true
    return Self.nowhere
  }
}
