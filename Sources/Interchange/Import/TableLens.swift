import JapaneseText
import Model
import ReferenceData

/// What one heading makes of the rows below it.
final class TableLens {
  let columns: FieldColumns
  /// Different values of each name column in the first rows.
  let nameCounts: [(column: Int, different: Int)]
  let raw: RawCells
  let owner: ListOwner
  var mapper: RowMapper
  private let repeated: [HeadingRow]

  /// - Parameters:
  ///   - heading: The rows of the heading.
  ///   - sample: The first rows below it.
  init(
    _ found: FieldColumns, heading: ArraySlice<RawRecord>, sample: ArraySlice<RawRecord>,
    choice: ListChoice
  ) {
    var found = found
    nameCounts = found.mapping.picksName ? Self.differences(found.nameCandidates, sample) : []
    if let most = nameCounts.max(by: { $0.different < $1.different }) {
      // Among equals the one that is preferred.
      let best = nameCounts.first { $0.different == most.different } ?? most
      found.choose(name: best.column)
    }
    found.mark(choice.dropped, as: "private")
    let published = Set(choice.published.flatMap(found.columns(headed:)))
    columns = found
    mapper = RowMapper(
      columns: found, library: choice.library, municipalities: choice.municipalities,
      published: published)
    mapper.dateOrder = Self.dateOrder(
      found.indices("start.date") + found.indices("end.date") + found.indices("confirmed.on"),
      sample)
    raw = RawCells(columns: found)
    owner = ListOwner(plan: mapper.plan, municipalities: choice.municipalities)
    repeated = heading.compactMap { HeadingRow($0) }
  }

  /// Columns of areas or kinds whose cells were merged downwards in a spreadsheet: the first row
  /// says something, many rows say nothing, and no value comes back after a gap.
  func mergedColumns(_ sample: ArraySlice<RawRecord>) -> Set<Int> {
    var out: Set<Int> = []
    for column in columns.indices("place.area") + columns.indices("category") where column <= 1 {
      let rows = sample.map { RowCells(record: $0) }
        .filter { $0.stated(among: mapper.plan.telling).count > 1 }
      let cells = rows.map { $0.text(column) }
      let values = cells.compactMap(\.self)
      guard cells.first ?? nil != nil, cells.count >= 4, values.count * 10 <= cells.count * 7,
        Set(values).count == values.count
      else { continue }
      out.insert(column)
    }
    return out
  }

  /// Whether the row is the heading again.
  func repeats(_ record: RawRecord) -> Bool { repeated.contains { $0.isHere(record) } }

  /// A heading has no digits, hardly a row is without.
  static func mayBeHeading(_ record: RawRecord) -> Bool {
    record.count > 2
      && !record.bytes.contains { (48...57).contains($0) }
  }

  /// Another heading than ours: three cells or more that are known headings of other fields than
  /// they stand under, and hardly anything else.
  func newHeading(_ record: RawRecord, _ mappings: [ImportMapping]) -> FieldColumns? {
    let cells = RowCells(record: record)
    let stated = record.ends.indices.filter { cells.range($0) != nil }
    guard stated.count >= 3, stated.allSatisfy({ record.range(of: $0).count <= 45 }) else {
      return nil
    }
    let words = record.ends.indices.map { HeadingWord(HeadingFinder.oneLine(record.text($0))) }
    let known = stated.filter { at in
      columns.mapping.use(of: words[at]).map { $0.fit == .exact } ?? false
    }
    guard known.count >= 3, known.count * 3 >= stated.count * 2 else { return nil }
    return mappings.compactMap { FieldColumns($0, headings: words, line: record.line) }
      .max { $0.score < $1.score }
  }

  private static func differences(
    _ columns: [Int], _ rows: ArraySlice<RawRecord>
  ) -> [(column: Int, different: Int)] {
    columns.map { column in
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
