import Diagnostics
import JapaneseText
import Model
import ReferenceData

/// A table read through a mapping. A second block with headings of its own below the first is read
/// through those.
final class TableList: ListReading {
  private let rows: Rows
  private var record = RawRecord()
  private var lens: TableLens
  private var dittos = DittoMarks()
  private let mappings: [ImportMapping]
  private let choice: ListChoice
  private var placesAsked = 0
  /// What else would have fitted, best first.
  let candidates: [HeadingFinder.Candidate]
  /// The columns of the first block.
  let columns: FieldColumns
  /// Different values of each name column in the first rows, where there are several.
  let nameCounts: [(column: Int, different: Int)]

  /// Rows of data looked at before the first is delivered: which column is the name, in which
  /// order its dates stand.
  static let sample = 200

  init(_ source: any TableSource, file: String, choice: ListChoice) throws {
    rows = Rows(source)
    self.choice = choice
    let head = try rows.peek(HeadingFinder.depth)
    mappings =
      try choice.mapping.map { [try choice.library.mapping($0)] }
      ?? choice.library.mappings.filter { !$0.isAbstract }
    let first = head.map { (line: $0.line, cells: $0.row.cells) }
    candidates = HeadingFinder.candidates(in: first, of: mappings)
    guard let best = candidates.first else {
      throw HeadingFault.none(first, mappings, file)
    }
    if best.score < 3, HeadingFinder.isOnItsSide(first, mappings) {
      throw SasaeError(
        "import.transposed", at: Position(file: file, line: best.columns.line))
    }
    try HeadingFault.check(best.columns, choice, file)
    rows.drop(best.row + best.columns.depth)
    lens = TableLens(
      best.columns, heading: head.dropFirst(best.row).prefix(best.columns.depth),
      sample: try rows.peek(Self.sample), choice: choice)
    lens.mapper.isConfidential = HeadingFinder.isConfidential(first.prefix(best.row))
    dittos.merged = lens.mergedColumns(try rows.peek(Self.sample))
    columns = lens.columns
    nameCounts = lens.nameCounts
  }

  func next() throws -> ListRecord? {
    guard try rows.next(into: &record) else { return nil }
    if let fault = Self.fault(record.problem) {
      return .rejected(SasaeError(fault.code, fault.values, at: Position(line: record.line)))
    }
    if lens.repeats(record) || turnedToNewHeading() {
      return .skipped(line: record.line, reason: .heading)
    }
    let dangling = dittos.resolve(&record, width: lens.columns.words.count)
    let cells = RowCells(record: record)
    do {
      switch try lens.mapper.map(cells) {
      case .skipped(let reason):
        dittos.forget()
        return .skipped(line: record.line, reason: reason)
      case .resource(let resource):
        for column in dangling { lens.mapper.warn("warning.ditto", [column], cells) }
        warnIfRagged(cells)
        lens.owner.warnings(of: cells, into: &lens.mapper)
        return .resource(
          ListRow(
            resource: resource, key: cells.first(lens.mapper.plan.key),
            keyPart: cells.firstLine(lens.mapper.plan.keyParts), line: record.line,
            raw: lens.raw.json(record),
            evidence: lens.mapper.evidence.json, warnings: lens.mapper.warnings))
      }
    } catch {
      return .rejected(error.located(line: record.line))
    }
  }

  func nextIdentity() throws -> ListIdentity? {
    var cells: RowCells
    // The same rows as `next()` passes over, so that marks repeat the same cells.
    while true {
      guard try rows.next(into: &record) else { return nil }
      if Self.fault(record.problem) != nil || lens.repeats(record) || turnedToNewHeading() {
        continue
      }
      _ = dittos.resolve(&record, width: lens.columns.words.count)
      cells = RowCells(record: record, cleans: false)
      let reason: SkipReason? = try? lens.mapper.skipReason(cells)
      if reason == nil { break }
      dittos.forget()
    }
    defer { placesAsked += 1 }
    return ListIdentity(
      key: cells.first(lens.mapper.plan.key), keyPart: cells.firstLine(lens.mapper.plan.keyParts),
      name: cells.firstLine(lens.mapper.plan.name), municipality: lens.owner.code(of: cells),
      place: placesAsked < OpenedList.placesAsked ? lens.owner.place(of: cells) : nil)
  }

  /// Why a row can't be used at all.
  private static func fault(
    _ problem: RowProblem?
  ) -> (code: ErrorCode, values: [String: Bilingual])? {
    switch problem {
    case .badEncoding: ("row.encoding", [:])
    case .unclosedQuote: ("row.unclosed-quote", [:])
    case .tooLong(let limit): ("row.too-long", ["limit": "\(limit)"])
    case .notJSON: ("row.not-json", [:])
    case .textAfterQuote, .nulByte, nil: nil
    }
  }

  /// More cells than headings that say something, or fewer: the columns may be shifted.
  private func warnIfRagged(_ cells: RowCells) {
    let expected = lens.columns.words.count
    guard record.count != expected else { return }
    if record.count > expected, (expected..<record.count).allSatisfy({ cells.range($0) == nil }) {
      return
    }
    lens.mapper.warnings.append(
      SasaeError(
        "warning.ragged", ["found": "\(record.count)", "expected": "\(expected)"],
        at: Position(line: record.line)))
  }

  /// Whether the row is the heading of another block; from here on the table is read through it.
  private func turnedToNewHeading() -> Bool {
    guard TableLens.mayBeHeading(record), let found = lens.newHeading(record, mappings) else {
      return false
    }
    lens = TableLens(found, heading: [record], sample: [], choice: choice)
    dittos = DittoMarks()
    return true
  }
}
