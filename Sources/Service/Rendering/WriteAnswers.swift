import Diagnostics

// What became of a record, and of the workspace, for people.

extension PutResource {
  public static func render(_ output: Output, in page: inout TextPage, _ session: Session) {
    let isJapanese = page.language == .ja
    let word =
      switch output.outcome {
      case .added: isJapanese ? "登録しました" : "added"
      case .updated: isJapanese ? "直しました" : "updated"
      case .unchanged: isJapanese ? "変更はありません" : "unchanged"
      }
    page.line("\(word): \(output.id)")
    guard !output.missing.isEmpty else { return }
    let language = page.language
    page.line(
      (isJapanese ? "まだ分からないこと: " : "not known yet: ")
        + Words.list(output.missing.map { FieldNames.label($0)(language) }, language))
  }
}

extension ConfirmResource {
  public static func render(_ output: Output, in page: inout TextPage, _ session: Session) {
    page.line(
      page.language == .ja
        ? "確認を記録しました: \(output.id)（\(output.confirmed.on)）"
        : "confirmed \(output.id) on \(output.confirmed.on)")
  }
}

extension RetireResource {
  public static func render(_ output: Output, in page: inout TextPage, _ session: Session) {
    page.line(page.language == .ja ? "終了にしました: \(output.id)" : "retired \(output.id)")
  }
}

extension CheckWorkspace {
  public static func render(_ output: Output, in page: inout TextPage, _ session: Session) {
    let isJapanese = page.language == .ja
    if let repaired = output.repaired, !repaired.isEmpty {
      page.line(
        isJapanese ? "直す前に見つかったこと \(repaired.count)件" : "found before the repair: \(repaired.count)"
      )
    }
    for finding in output.findings {
      page.paragraph("\(finding.code.rawValue)  \(finding.subject)  \(finding.detail)")
    }
    let sound =
      isJapanese ? "健全です（資源 \(output.resources)件）" : "sound (\(output.resources) resources)"
    let unsound =
      isJapanese
      ? "問題が \(output.findings.count)件あります。`sasae doctor --repair` で直せます"
      : "\(output.findings.count) findings; `sasae doctor --repair` mends them"
    page.line(output.ok ? sound : unsound)
  }
}
