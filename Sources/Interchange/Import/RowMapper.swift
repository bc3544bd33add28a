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

  /// Why the row is none, as far as that can be told without reading it.
  func skipReason(_ row: RowCells) throws(SasaeError) -> SkipReason? {
    let said = row.stated(among: plan.telling)
    if said.count == 0 {
      if let reason = remark(row) { return reason }
      guard row.stated(among: plan.unknown).count == 0 || plan.name.isEmpty else {
        throw SasaeError(
          "row.no-name", at: Position(line: row.line, field: heading(plan.name, "name")))
      }
      return .blank
    }
    if said.count == 1, let column = said.first, let reason = lonely(row, column) {
      return reason
    }
    if startsAsTotal(row),
      plan.name.isEmpty || !plan.name.contains(where: { row.range($0) != nil })
        || row.firstLine(plan.name).map({ $0.utf8.count <= 9 || Self.isTotal($0) }) ?? true
    {
      return .total
    }
    return nil
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

  /// A row with one cell: a remark, a caption or, when it is a name, a resource after all.
  private func lonely(_ row: RowCells, _ column: Int) -> SkipReason? {
    // In a list of names alone every row has one cell.
    guard let cell = row.text(column), plan.telling.count > 1 || !plan.name.contains(column) else {
      return nil
    }
    if let reason = Self.remark(cell) { return reason }
    // 「東部地区」 alone in the first column, where each row has its area or kind.
    let isGroup = column == 0 && (plan.area + plan.category).contains(0)
    return isGroup ? .section : nil
  }

  /// Whether the row's first cell is 合計 or the like: its short form is looked at only.
  private func startsAsTotal(_ row: RowCells) -> Bool {
    guard let column = row.record.ends.indices.first(where: { row.range($0) != nil }),
      let range = row.range(column), (3...12).contains(range.count),
      row.record.bytes[range.lowerBound] >= 0xE5, let cell = row.text(column)
    else { return false }
    return Self.isTotal(cell)
  }

  private static func isTotal(_ cell: String) -> Bool {
    let word = cell.filter { $0 != " " && $0 != "\u{3000}" }
    if totals.contains(word) { return true }
    // 「合計　１団体」
    return ["合計", "総計", "小計"].contains(where: word.hasPrefix)
      && word.dropFirst(2).first?.isNumber ?? false
  }

  /// What a row's first cell says it is, when that is no resource.
  private func remark(_ row: RowCells) -> SkipReason? {
    row.record.ends.indices.lazy.compactMap { row.text($0) }.first.flatMap(Self.remark)
  }

  private static func remark(_ cell: String) -> SkipReason? {
    let key = Normalizer.nfkc(cell.count > 60 ? String(cell.prefix(60)) : cell)
    if isTotal(key) { return .total }
    if captions.contains(where: cell.hasPrefix) { return .section }
    if footnotes.contains(where: key.hasPrefix) { return .footnote }
    if key.lowercased().hasPrefix("ver") && key.utf8.contains(where: { (48...57).contains($0) }) {
      return .footnote
    }
    let bare = key.filter { !"()[]".contains($0) }
    let isDate = bare.hasSuffix("現在") || bare.hasSuffix("時点")
    return isDate && key.utf8.contains(where: { (48...57).contains($0) }) || ends.contains(bare)
      ? .footnote : nil
  }

  private static let totals: Set<String> = ["合計", "計", "総計", "小計", "総数"]
  private static let footnotes = [
    "※", "*", "注)", "(注", "注:", "注1", "注意", "出典", "備考:", "更新日", "最終更新", "作成日", "資料:", "作成者", "作成:",
    "作成 ",
  ]
  private static let ends: Set<String> = ["以上", "以下余白", "以下空白", "余白", "欠番"]
  private static let captions = ["■", "●", "◆", "【", "◎", "▼", "▽", "□", "◇", "《", "<", "〔"]

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
