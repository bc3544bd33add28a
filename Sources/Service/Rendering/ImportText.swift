import Diagnostics
import JapaneseText

/// What an import did, as text; every rejected row is `file:line: code: text`.
public enum ImportText {
  /// Warnings shown of each code before they are counted only.
  static let shownPerCode = 5

  public static func render(
    _ output: ImportResources.Output, dryRun: Bool, in page: inout TextPage
  ) {
    let language = page.language
    for file in output.files {
      page.line(file.path)
      let how = "\(file.format) / \(file.mapping) / \(file.encoding) → \(file.source)"
      page.paragraph(how, indent: 2)
      let counts =
        language == .ja
        ? "\(file.rows)行: 追加 \(file.added)、更新 \(file.updated)、変更なし \(file.unchanged)、受け取れず \(file.rejected)、空など \(file.skipped)"
        : "\(file.rows) rows: \(file.added) added, \(file.updated) updated, \(file.unchanged) unchanged, \(file.rejected) rejected, \(file.skipped) skipped"
      page.paragraph(counts, indent: 2)
      if !file.vanished.isEmpty {
        page.paragraph(
          language == .ja
            ? "前回あって今回ないもの \(file.vanished.count)件（消していません。終わったのなら `sasae retire ID --why 理由`）:"
            : "\(file.vanished.count) in the list last time and not now (kept; if one ended, `sasae retire ID --why TEXT`):",
          indent: 2)
        for gone in file.vanished.prefix(20) { page.line("\(gone.id)  \(gone.name)", indent: 4) }
        if file.vanished.count > 20 { page.line("…", indent: 4) }
      }
    }
    if dryRun {
      page.line(language == .ja ? "（試しの取込みなので、何も変えていません）" : "(a dry run: nothing was changed)")
    }
  }

  /// Rejections and warnings, for the standard error.
  public static func problems(
    _ output: ImportResources.Output, language: Language
  ) -> String {
    var text = ""
    for problem in output.failures + output.rejections {
      text += line(problem) + "\n"
      if let hint = problem.hint { text += "\nhint: \(hint)\n\n" }
    }
    let groups = Dictionary(grouping: output.warnings, by: \.code)
    for code in groups.keys.sorted() {
      let list = groups[code] ?? []
      for problem in list.prefix(shownPerCode) { text += line(problem) + "\n" }
      if list.count > shownPerCode {
        let rest = list.count - shownPerCode
        text += language == .ja ? "  …\(code) はほかに\(rest)件\n" : "  … \(rest) more of \(code)\n"
      }
    }
    return text
  }

  static func line(_ problem: ReportedProblem) -> String {
    var out = problem.file ?? ""
    if let line = problem.line { out += ":\(line)" }
    if let field = problem.field, !field.isEmpty { out += ": \(field)" }
    return out + ": \(problem.code): \(problem.text)"
  }
}
