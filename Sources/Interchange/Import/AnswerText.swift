import JapaneseText

/// Cells that answer yes or no (有無).
public enum AnswerText {
  /// True for 有, ○, 可, 1, a count …; false for 無, ×, 否, 0 …; nil for anything else.
  public static func isYes(_ cell: String) -> Bool? {
    switch cell {
    case "有", "可", "○", "〇", "あり", "1": return true
    case "無", "否", "×", "なし", "0", "不可": return false
    default: break
    }
    let key = Folding.fold(cell).filter { $0 != " " }
    if yes.contains(key) { return true }
    if no.contains(key) { return false }
    // A count with its unit: 「2」「3台」「1か所」.
    let unit = key.drop { $0.isNumber }
    guard let count = JapaneseNumber.first(in: key), key.first?.isNumber ?? false,
      unit.count <= 3, !unit.contains(where: { ":~-.時".contains($0) })
    else { return nil }
    return count > 0
  }

  private static let yes: Set<String> = [
    "有", "有り", "あり", "○", "〇", "◯", "◎", "可", "可能", "対応", "対応可", "利用可", "true", "yes", "y", "実施",
    "完備",
    "✓", "✔", "●", "貸出可", "設置", "設置有", "はい",
  ]
  private static let no: Set<String> = [
    "無", "無し", "なし", "×", "✕", "✖", "x", "否", "不可", "未対応", "対応不可", "false", "no", "n", "未設置", "非対応",
    "いいえ", "未実施",
  ]
}
