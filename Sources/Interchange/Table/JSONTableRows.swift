/// The rows of a JSON document, made one at a time.
public struct JSONRows: Sequence, IteratorProtocol {
  private let layout: JSONLayout
  private var cursor: JSONCursor
  private var collector: JSONCollector
  private var skipsFirst: Bool

  init(_ layout: JSONLayout) {
    self.layout = layout
    cursor = JSONCursor(layout.text, layout.list)
    collector = layout.collector
    skipsFirst = layout.skipsFirst
  }

  /// The next row; nil after the last one.
  public mutating func next() -> JSONRow? {
    while true {
      collector.beginRecord()
      guard let found = cursor.next(&collector) else { return nil }
      // The first record without a fault holds the headings.
      if skipsFirst, found.problem == nil {
        skipsFirst = false
        continue
      }
      return row(found)
    }
  }

  private func row(_ found: JSONCursor.Found) -> JSONRow {
    var cells = [String](repeating: "", count: layout.columns.count)
    var row = JSONRow(line: found.line, cells: [], problem: found.problem)
    if found.problem == nil {
      for field in collector.fields where field.kind != .members {
        let column = column(of: field)
        if cells.indices.contains(column) { cells[column] = field.cell(in: layout.text) }
      }
      addPoint(to: &cells)
      if collector.hasTooManyKeys || isTooLong {
        row.problem = .tooManyKeys(limit: JSONTable.maxColumns)
      } else if !layout.isValidUTF8, !JSONLayout.isValid(layout.text.bytes[found.range]) {
        row.problem = .badEncoding
      }
    }
    if let key = found.key, let column = layout.keyColumn {
      cells[column] = layout.text.string(key)
    }
    row.cells = cells
    return row
  }

  private var isArray: Bool { layout.list.opening == JSONText.openBracket }

  private var isTooLong: Bool { isArray && collector.fields.count > JSONTable.maxColumns }

  private func column(of field: JSONField) -> Int {
    isArray ? field.node : collector.tree.nodes[field.node].column
  }

  /// A feature's own columns of these names come first.
  private func addPoint(to cells: inout [String]) {
    guard let columns = layout.pointColumns, let point = layout.point(collector.geometry) else {
      return
    }
    if cells[columns.longitude].isEmpty { cells[columns.longitude] = point.longitude }
    if cells[columns.latitude].isEmpty { cells[columns.latitude] = point.latitude }
  }
}

/// The records of a JSON document as they are written.
public struct JSONRecords: Sequence, IteratorProtocol {
  private let layout: JSONLayout
  private var cursor: JSONCursor

  init(_ layout: JSONLayout) {
    self.layout = layout
    cursor = JSONCursor(layout.text, layout.list)
  }

  /// The next record; nil after the last one.
  public mutating func next() -> JSONRecord? {
    var check = JSONCheck()
    return cursor.next(&check).map {
      JSONRecord(line: $0.line, bytes: layout.text.bytes[$0.range], problem: $0.problem)
    }
  }
}
