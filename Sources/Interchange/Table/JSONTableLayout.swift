/// A document, its list and the columns found in all records.
struct JSONLayout: Sendable {
  struct Column: Sendable {
    var key: String
    var heading: String
  }

  let text: JSONText
  let list: JSONList
  /// False if some bytes of the document are no UTF-8.
  let isValidUTF8: Bool
  private(set) var columns: [Column] = []
  /// Knows the column of each name.
  private(set) var collector: JSONCollector
  /// The column of the keys in an object of records.
  private(set) var keyColumn: Int?
  /// The columns of a point's longitude and latitude.
  private(set) var pointColumns: (longitude: Int, latitude: Int)?
  /// Whether the first record holds the headings.
  private(set) var skipsFirst = false

  private var indices: [String: Int] = [:]

  init(_ text: JSONText, _ list: JSONList) {
    self.text = text
    self.list = list
    isValidUTF8 = Self.isValid(text.bytes[...])
    collector = JSONCollector(text, list, limit: JSONTable.maxColumns)
    let map = list.header.map { JSONHeadingMap($0, in: text, limit: JSONTable.maxColumns) }
    if list.opening == JSONText.openBracket {
      layOutArrays(map?.entries ?? [])
    } else {
      layOutObjects(map?.entries ?? [])
    }
  }

  static func isValid(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { (try? UTF8Span(validating: $0.span)) != nil }
  }

  /// One pass over all records, since some names first appear in the last one.
  private mutating func layOutObjects(_ map: [(key: String, heading: String)]) {
    var cursor = JSONCursor(text, list)
    var hasPoint = false
    collector.beginRecord()
    while let found = cursor.next(&collector) {
      if found.problem == nil {
        for field in collector.fields {
          let isNull = text.bytes[field.range.lowerBound] == UInt8(ascii: "n")
          collector.tree.note(field, isNull: isNull)
        }
        hasPoint = hasPoint || point(collector.geometry) != nil
      }
      collector.beginRecord()
    }
    let nodes = collector.tree.nodes
    if list.holder == .members {
      let isTaken = nodes.contains { $0.path == "id" && $0.isColumn }
      keyColumn = column(isTaken ? "key" : "id", nil)
    }
    let paths = Set(nodes.dropFirst().map(\.path))
    // A map of other things ("headers" of a web request) has no key in common with the records.
    let isMap = nodes.count <= 1 || map.contains { paths.contains($0.key) }
    let labels = Dictionary(isMap ? map.map { ($0.key, $0.heading) } : []) { first, _ in first }
    for entry in map where isMap {
      let hasOnlyMembers = nodes.contains {
        $0.path == entry.key && $0.hasMembers && !$0.isColumn
      }
      if !hasOnlyMembers { _ = column(entry.key, entry.heading) }
    }
    for index in nodes.indices.dropFirst() where nodes[index].isColumn {
      let heading = heading(of: index, labels)
      collector.tree.setColumn(column(nodes[index].path, heading), of: index)
    }
    if hasPoint { pointColumns = (column("longitude", nil), column("latitude", nil)) }
  }

  /// The heading the document gives, or that of the object around the value with the rest of the key.
  private func heading(of node: Int, _ labels: [String: String]) -> String? {
    let nodes = collector.tree.nodes
    let path = nodes[node].path
    var ancestor = node
    while ancestor > 0 {
      let start = nodes[ancestor].path
      if let label = labels[start] { return label + path.dropFirst(start.count) }
      ancestor = nodes[ancestor].parent
    }
    return nil
  }

  /// The column of a key; a new one if there is none.
  private mutating func column(_ key: String, _ heading: String?) -> Int {
    if let index = indices[key] { return index }
    indices[key] = columns.count
    columns.append(Column(key: key, heading: heading ?? key))
    return columns.count - 1
  }

  /// Rows need not have equally many cells; a column without a heading has its number for a key.
  private mutating func layOutArrays(_ map: [(key: String, heading: String)]) {
    var names = map
    var cursor = JSONCursor(text, list)
    var count = 0
    skipsFirst = map.isEmpty
    collector.beginRecord()
    while let found = cursor.next(&collector) {
      if found.problem == nil {
        if skipsFirst, count == 0 {
          names = collector.fields.map { ($0.cell(in: text), $0.cell(in: text)) }
        }
        count = max(count, collector.fields.count)
      }
      collector.beginRecord()
    }
    for index in 0..<min(max(count, names.count), JSONTable.maxColumns) {
      let name = index < names.count ? names[index] : (key: "", heading: "")
      columns.append(
        Column(key: name.key.isEmpty ? "\(index + 1)" : name.key, heading: name.heading))
    }
  }

  /// Longitude and latitude of a geometry as written; nil if it is no point.
  func point(_ geometry: Int?) -> (longitude: String, latitude: String)? {
    guard let geometry else { return nil }
    let members = text.members(geometry)
    let type = members.last { $0.key == "type" }.flatMap { text.text($0.value) }
    guard type == "Point", let place = members.last(where: { $0.key == "coordinates" }) else {
      return nil
    }
    let numbers = text.elements(place.value.lowerBound, limit: 2).compactMap { range in
      (try? text.endOfScalar(range.lowerBound)).map { text.cell(range.lowerBound..<$0) }
    }
    return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
  }
}
