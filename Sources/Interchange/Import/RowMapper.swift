import Diagnostics
import Geography
import JapaneseText
import Model
import ReferenceData

/// Why a row of a table is no resource and no fault either.
public enum SkipReason: String, Sendable, Codable, CaseIterable {
  /// Blank, or numbered and otherwise blank.
  case blank
  /// The heading again, or what a form leaves in its place.
  case heading
  /// A remark below or between the rows (※…, 注…, Ver…).
  case footnote
  /// A sum (合計).
  case total
  /// A caption of the rows that follow (■東部地区).
  case section
}

/// What a row became.
enum RowResult {
  case resource(Resource)
  case skipped(SkipReason)
}

/// Makes resources of the rows of one list.
struct RowMapper {
  let columns: FieldColumns
  let plan: RowPlan
  let words: CategoryWords
  let categories: Taxonomy
  let facets: AccessFacets
  let municipalities: Municipalities
  /// What all rows are, by a heading or the mapping, with where that comes from.
  let listCategories: [(category: String, from: String)]
  /// Order of day and month in dates that leave it open, as the column's first rows show it.
  var dateOrder: JapaneseDate.Order?
  var kinds = CellCache<KindMeaning>()
  var accessCells = CellCache<[String]>()
  /// The list says above its heading that it is not for everybody (取扱注意).
  var isConfidential = false
  /// Warnings about the row last mapped, and where its derived values come from.
  var warnings: [SasaeError] = []
  var evidence = Evidence()

  init(
    columns: FieldColumns, library: ReferenceLibrary, municipalities: Municipalities,
    published: Set<Int> = []
  ) {
    self.columns = columns
    self.municipalities = municipalities
    plan = RowPlan(columns, published: published)
    words = library.words
    categories = library.categories
    facets = library.access
    var found = columns.mapping.categories(ofListWith: columns.words)
      .map { (category: $0.category, from: $0.heading) }
    if found.isEmpty, columns.mapping.picksName,
      let heading = plan.name.first.map({ columns.words[$0].text }),
      let match = library.words.within(heading).last(where: \.sure)
    {
      // 「直売所の名称」: the heading says what the list lists.
      found = [(match.category, heading)]
    }
    listCategories = found
  }

  mutating func map(_ row: RowCells) throws(SasaeError) -> RowResult {
    warnings.removeAll(keepingCapacity: true)
    evidence.removeAll()
    if let reason = try skipReason(row) { return .skipped(reason) }
    guard let name = name(row) else {
      if let reason = remark(row) { return .skipped(reason) }
      throw SasaeError(
        "row.no-name", at: Position(line: row.line, field: heading(plan.name, "name")))
    }
    if name.utf8.count <= 18, Self.isTotal(name) { return .skipped(.total) }
    return .resource(resource(name, row))
  }

  private mutating func resource(_ name: String, _ row: RowCells) -> Resource {
    var resource = Resource(id: "", name: name)
    resource.kana = row.firstLine(plan.kana).map {
      $0.utf8.first == 0xEF ? Normalizer.nfkc($0) : $0
    }
    resource.place = place(row)
    addSchedule(row, to: &resource)
    addCost(row, to: &resource)
    addPeople(row, to: &resource)
    addWords(row, to: &resource)
    addContacts(row, to: &resource)
    addStatus(row, to: &resource)
    categorise(&resource, row)
    hidePrivate(&resource, row)
    hideNamesInWords(&resource, row)
    if isConfidential { keepConfidential(&resource, row) }
    return resource
  }

  private func name(_ row: RowCells) -> String? {
    if let name = row.firstLine(plan.name) { return name }
    // A hydrant has no name: what it is and where it stands names it.
    guard plan.name.isEmpty, !plan.nameParts.isEmpty else { return nil }
    let parts = plan.nameParts.compactMap { row.first([$0]) }.map(RowCells.oneLine)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// The heading of a field's column, for messages.
  func heading(_ columns: [Int], _ field: String) -> String {
    guard let first = columns.first, self.columns.words.indices.contains(first) else {
      return field
    }
    return self.columns.words[first].text
  }

  /// What a message shows of a cell: its beginning, without what is somebody's own.
  private static func shown(_ value: String) -> String {
    PrivateText.hidden(ByteSearch.prefix(RowCells.oneLine(value), bytes: 120))
  }

  mutating func warn(
    _ code: ErrorCode, _ columns: [Int], _ row: RowCells, _ value: String? = nil,
    other: String? = nil
  ) {
    var values: [String: Bilingual] = [:]
    if let value { values["value"] = "\(Self.shown(value))" }
    if let other { values["other"] = "\(other)" }
    warnings.append(
      SasaeError(code, values, at: Position(line: row.line, field: heading(columns, ""))))
  }
}
