import Diagnostics
import JapaneseText
import Model
import ReferenceData

/// A table read through a mapping.
final class TableList: ListReading {
  private let rows: Rows
  private var record = RawRecord()
  private var mapper: RowMapper
  private var dittos = DittoMarks()
  private let raw: RawCells
  private let owner: ListOwner
  let columns: FieldColumns
  /// What else would have fitted, best first.
  let candidates: [HeadingFinder.Candidate]
  /// Different values of each name column in the first rows, where there are several.
  let nameCounts: [(column: Int, different: Int)]

  /// Rows of data looked at before the first is delivered: which column is the name, in which
  /// order its dates stand.
  static let sample = 200

  /// Rows whose addresses are asked whose list it is.
  static let placesWanted = 1_000
  private var placesAsked = 0

  init(_ source: any TableSource, file: String, choice: ListChoice) throws {
    rows = Rows(source)
    let head = try rows.peek(HeadingFinder.depth)
    let mappings =
      try choice.mapping.map { [try choice.library.mapping($0)] }
      ?? choice.library.mappings.filter { !$0.isAbstract }
    candidates = HeadingFinder.candidates(
      in: head.map { ($0.line, $0.row.cells) }, of: mappings)
    guard let best = candidates.first else {
      let first = head.first { $0.row.cells.contains { MemberReader.stated($0) != nil } }
      let shown = (first?.row.cells ?? []).prefix(8).map(HeadingFinder.oneLine)
      throw SasaeError(
        "import.no-mapping", ["headings": "\(shown.joined(separator: ", "))"],
        at: Position(file: file))
    }
    var found = best.columns
    if let why = found.mapping.refusal {
      throw SasaeError(
        "import.not-resources", ["kind": found.mapping.label, "why": why],
        at: Position(file: file, line: found.line))
    }
    if let heading = found.repeatedHeading {
      throw SasaeError(
        "import.duplicate-heading", ["heading": "\(heading)"],
        at: Position(file: file, line: found.line))
    }
    rows.drop(best.row + found.depth)
    let sampled = try rows.peek(Self.sample)
    nameCounts = found.mapping.picksName ? Self.differences(found.indices("name"), sampled) : []
    if nameCounts.count > 1,
      let most = nameCounts.max(by: { ($0.different, $1.column) < ($1.different, $0.column) })
    {
      found.choose(name: most.column)
    }
    for heading in found.mark(choice.dropped, as: "private") {
      throw Self.unknown(heading, "drop", found, file)
    }
    var published: Set<Int> = []
    for heading in choice.published {
      let at = found.columns(headed: heading)
      if at.isEmpty { throw Self.unknown(heading, "publish", found, file) }
      published.formUnion(at)
    }
    columns = found
    mapper = RowMapper(columns: found, library: choice.library, published: published)
    mapper.dateOrder = Self.dateOrder(
      found.indices("start.date") + found.indices("end.date") + found.indices("confirmed.on"),
      sampled)
    raw = RawCells(columns: found)
    owner = ListOwner(plan: mapper.plan, municipalities: choice.municipalities)
  }

  private static func unknown(
    _ heading: String, _ option: String, _ columns: FieldColumns, _ file: String
  ) -> SasaeError {
    SasaeError(
      "usage.unknown-column",
      [
        "option": "\(option)", "value": "\(heading)",
        "suggestion":
          "\(DidYouMean.closest(to: heading, among: columns.words.map(\.text)) ?? "")",
      ], at: Position(file: file, line: columns.line))
  }

  func next() throws -> ListRecord? {
    guard try rows.next(into: &record) else { return nil }
    if let fault = Self.fault(record.problem) {
      return .rejected(SasaeError(fault.code, fault.values, at: Position(line: record.line)))
    }
    if repeatsHeading() { return .skipped(line: record.line, reason: .heading) }
    let dangling = dittos.resolve(&record)
    let cells = RowCells(record: record)
    do {
      switch try mapper.map(cells) {
      case .skipped(let reason): return .skipped(line: record.line, reason: reason)
      case .resource(let resource):
        for column in dangling { mapper.warn("warning.ditto", [column], cells) }
        warnIfRagged(cells)
        owner.warnings(of: cells, into: &mapper)
        return .resource(
          ListRow(
            resource: resource, key: cells.first(mapper.plan.key),
            keyPart: cells.firstLine(mapper.plan.keyParts), line: record.line,
            raw: raw.json(record),
            evidence: mapper.evidence.json, warnings: mapper.warnings))
      }
    } catch {
      return .rejected(error.located(line: record.line))
    }
  }

  func nextIdentity() throws -> ListIdentity? {
    guard try rows.next(into: &record) else { return nil }
    let cells = RowCells(record: record)
    defer { placesAsked += 1 }
    return ListIdentity(
      key: cells.first(mapper.plan.key), keyPart: cells.firstLine(mapper.plan.keyParts),
      municipality: owner.code(of: cells),
      place: placesAsked < Self.placesWanted ? owner.place(of: cells) : nil)
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

  /// Printed lists have their heading on every page.
  private func repeatsHeading() -> Bool {
    guard record.count == columns.words.count || record.count > 1 else { return false }
    var same = 0
    for (at, word) in columns.words.enumerated() where !word.text.isEmpty {
      guard at < record.count,
        record.range(of: at).count == word.text.utf8.count || columns.depth > 1
      else { return false }
      guard HeadingKey.fold(record.text(at)) == word.key else { return false }
      same += 1
    }
    return same > 0
  }

  /// More cells than headings that say something, or fewer: the columns may be shifted.
  private func warnIfRagged(_ cells: RowCells) {
    let expected = columns.words.count
    guard record.count != expected else { return }
    if record.count > expected, (expected..<record.count).allSatisfy({ cells.range($0) == nil }) {
      return
    }
    mapper.warnings.append(
      SasaeError(
        "warning.ragged", ["found": "\(record.count)", "expected": "\(expected)"],
        at: Position(line: record.line)))
  }

  private static func differences(
    _ columns: [Int], _ rows: ArraySlice<RawRecord>
  ) -> [(column: Int, different: Int)] {
    guard columns.count > 1 else { return [] }
    return columns.map { column in
      (column, Set(rows.compactMap { RowCells(record: $0).text(column) }).count)
    }
  }

  /// What the first dates prove about the order of day and month.
  private static func dateOrder(
    _ columns: [Int], _ rows: ArraySlice<RawRecord>
  ) -> JapaneseDate.Order? {
    for row in rows {
      for column in columns {
        if let text = RowCells(record: row).text(column), let order = JapaneseDate.order(of: text) {
          return order
        }
      }
    }
    return nil
  }
}
