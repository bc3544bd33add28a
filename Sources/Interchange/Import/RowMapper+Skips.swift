import Diagnostics
import JapaneseText

/// Rows that are no resources: blank ones, remarks, captions, sums.
extension RowMapper {
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

  /// A row with one cell: a remark, a caption or, when it is a name, a resource after all.
  fileprivate func lonely(_ row: RowCells, _ column: Int) -> SkipReason? {
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
  fileprivate func startsAsTotal(_ row: RowCells) -> Bool {
    guard let column = row.record.ends.indices.first(where: { row.range($0) != nil }),
      let range = row.range(column), (3...12).contains(range.count),
      row.record.bytes[range.lowerBound] >= 0xE5, let cell = row.text(column)
    else { return false }
    return Self.isTotal(cell)
  }

  static func isTotal(_ cell: String) -> Bool {
    let word = cell.filter { $0 != " " && $0 != "\u{3000}" }
    if totals.contains(word) { return true }
    // 「合計　１団体」
    return ["合計", "総計", "小計"].contains(where: word.hasPrefix)
      && word.dropFirst(2).first?.isNumber ?? false
  }

  /// What a row's first cell says it is, when that is no resource.
  func remark(_ row: RowCells) -> SkipReason? {
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
}
