import Diagnostics
import JapaneseText
import Model
import ReferenceData

/// A table read through a mapping.
final class TableList: ListReading {
  private var reader: TableReader
  private let mapper: RowMapper
  let columns: FieldColumns

  /// Rows looked at for the heading; what stands above it is a preamble.
  static let deepestHeading = 30

  init(
    source: consuming ByteSource, encoding: TextEncoding, delimiter: UInt8, file: String,
    mapping: ImportMapping?, library: ReferenceLibrary
  ) throws {
    reader = TableReader(source: source, encoding: encoding, delimiter: delimiter)
    var found: FieldColumns?
    var first: [String]?
    var looked = 0
    while found == nil, looked < Self.deepestHeading, let row = try reader.next() {
      looked += 1
      if row.cells.allSatisfy({ MemberReader.stated($0) == nil }) { continue }
      if first == nil { first = row.cells }
      found = FieldColumns.best(
        of: mapping.map { [$0] } ?? library.mappings, headings: row.cells, line: row.line)
    }
    guard let found else {
      let shown = (first ?? []).prefix(8).map(RowMapper.oneLine).joined(separator: ", ")
      throw SasaeError("import.no-mapping", ["headings": "\(shown)"], at: Position(file: file))
    }
    if let heading = found.repeatedHeading {
      throw SasaeError(
        "import.duplicate-heading", ["heading": "\(RowMapper.oneLine(heading))"],
        at: Position(file: file, line: found.line))
    }
    columns = found
    mapper = RowMapper(columns: found, words: library.words)
  }

  func next() throws -> ListRecord? {
    guard let row = try reader.next() else { return nil }
    if row.cells == columns.headings { return .skipped(line: row.line) }
    switch row.problem {
    case .badEncoding:
      return .rejected(SasaeError("row.encoding", at: Position(line: row.line)))
    case .unclosedQuote:
      return .rejected(SasaeError("row.unclosed-quote", at: Position(line: row.line)))
    case .tooLong(let limit):
      return .rejected(
        SasaeError("row.too-long", ["limit": "\(limit)"], at: Position(line: row.line)))
    case .textAfterQuote, .nulByte, nil: break
    }
    do {
      guard var mapped = try mapper.map(row.cells, line: row.line) else {
        return .skipped(line: row.line)
      }
      if row.cells.count != columns.headings.count {
        mapped.warnings.append(
          SasaeError(
            "warning.ragged",
            ["found": "\(row.cells.count)", "expected": "\(columns.headings.count)"],
            at: Position(line: row.line)))
      }
      return .resource(
        ListRow(
          resource: mapped.resource, key: key(row.cells), line: row.line,
          cells: raw(row.cells), municipality: municipality(row.cells),
          warnings: mapped.warnings))
    } catch {
      return .rejected(error.located(line: row.line))
    }
  }

  /// The row's number, when there is a column for it.
  private func key(_ cells: [String]) -> String? {
    Cells(cells: cells, columns: columns, line: 0).first("key")
  }

  /// The municipality's code, as digits.
  private func municipality(_ cells: [String]) -> String? {
    let text = Cells(cells: cells, columns: columns, line: 0).first("municipality") ?? ""
    let digits = Normalizer.nfkc(text).filter(\.isNumber)
    return digits.isEmpty ? nil : digits
  }

  private func raw(_ cells: [String]) -> [String: String] {
    // Names of persons that the mapping marks are not kept at all.
    let hidden = Set(columns.indices("private"))
    var out: [String: String] = [:]
    for (i, (heading, cell)) in zip(columns.headings, cells).enumerated()
    where !cell.isEmpty && !hidden.contains(i) {
      out[heading] = cell
    }
    return out
  }
}
