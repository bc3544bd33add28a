import Diagnostics

/// Reads the rows of a file; how it is written is seen from its content.
struct RowReader {
  private enum Form {
    case json
    case table(columns: [String: Int], width: Int, isHeaded: Bool)
  }

  let layout: RowLayout
  let file: EvaluationFile

  func rows(_ faults: inout FaultList) -> [FieldRow] {
    var lines = file.lines(&faults)[...]
    guard let first = lines.first else { return [] }
    let form = form(of: first, among: lines)
    if case .table(_, _, isHeaded: true) = form { lines.removeFirst() }
    var out: [FieldRow] = []
    for line in lines {
      do throws(SasaeError) {
        out.append(FieldRow(line: line, fields: try fields(of: line, form)))
      } catch {
        faults.add(error)
      }
    }
    return out
  }

  private func cells(_ line: FileLine) -> [String] { line.cells(atBlanks: layout.splitsAtBlanks) }

  private func form(of first: FileLine, among lines: ArraySlice<FileLine>) -> Form {
    if first.isJSON { return .json }
    let head = cells(first)
    if let columns = layout.heading(head) {
      return .table(columns: columns, width: head.count, isHeaded: true)
    }
    // The first line that is in order decides, so that one bad line above it does not make all
    // the others bad.
    let width = lines.lazy.map { cells($0).count }.first { layout.form($0) != nil }
    let names = width.flatMap(layout.form) ?? layout.forms.first ?? []
    let columns = Dictionary(
      zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    return .table(columns: columns, width: names.count, isHeaded: false)
  }

  private func fields(of line: FileLine, _ form: Form) throws(SasaeError) -> [String: String] {
    switch form {
    case .json: return try JSONLine.fields(of: line, layout)
    case .table(let columns, let width, let isHeaded):
      let cells = cells(line)
      // Below a heading, empty cells at the end may be left out, as in the tables of `Data`.
      guard isHeaded ? cells.count <= width : cells.count == width else {
        throw line.error(
          "eval.cells",
          ["found": "\(cells.count)", "expected": "\(width)", "layout": layout.usage])
      }
      return columns.filter { $0.value < cells.count }.mapValues { cells[$0] }
    }
  }
}

extension RowLayout {
  /// The columns of a row of so many cells.
  fileprivate func form(_ width: Int) -> [String]? { forms.first { $0.count == width } }
}
