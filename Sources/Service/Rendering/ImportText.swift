import Diagnostics
import JapaneseText

/// What an import did, as text; every rejected row is `file:line: code: text`.
public enum ImportText {
  /// Warnings shown of each code before they are counted only.
  static let shownPerCode = 5
  static let shownRejections = 20

  public static func render(
    _ output: ImportResources.Output, in page: inout TextPage
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
      if !file.skippedFor.isEmpty {
        let reasons = file.skippedFor.sorted { $0.key < $1.key }
          .map { "\(reason($0.key, language)) \($0.value)" }
        page.paragraph(
          (language == .ja ? "取り込まなかった行: " : "skipped: ")
            + reasons.joined(separator: language == .ja ? "、" : ", "), indent: 2)
      }
      if !file.extra.isEmpty {
        page.paragraph(
          (language == .ja ? "項目にしなかった列（元のセルとして残る）: " : "columns kept as raw cells only: ")
            + file.extra.joined(separator: language == .ja ? "、" : ", "), indent: 2)
      }
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
    if output.dryRun == true {
      page.line(language == .ja ? "（試しの取込みなので、何も変えていません）" : "(a dry run: nothing was changed)")
    }
  }

  private static func reason(_ name: String, _ language: Language) -> String {
    let words: [String: Bilingual] = [
      "blank": Bilingual(ja: "空", en: "blank"),
      "heading": Bilingual(ja: "見出しのくり返し", en: "headings"),
      "footnote": Bilingual(ja: "注記", en: "footnotes"),
      "total": Bilingual(ja: "合計", en: "sums"),
      "section": Bilingual(ja: "小見出し", en: "captions"),
    ]
    return words[name]?(language) ?? name
  }

  /// Rejections and warnings, for the standard error: the first of each kind, then where the
  /// others are.
  public static func problems(
    _ output: ImportResources.Output, language: Language
  ) -> String {
    var text = ""
    for problem in output.failures {
      text += line(problem) + "\n"
      if let hint = problem.hint { text += "\nhint: \(hint)\n\n" }
    }
    for group in output.groups where group.isRejection {
      text += shown(output.rejections, of: group, atMost: shownRejections, language)
    }
    for group in output.groups where !group.isRejection {
      text += shown(output.warnings, of: group, atMost: shownPerCode, language)
    }
    return text
  }

  private static func shown(
    _ problems: [ReportedProblem], of group: ProblemGroup, atMost limit: Int, _ language: Language
  ) -> String {
    var text = ""
    var hint: String?
    var count = 0
    for problem in problems where count < limit {
      guard problem.code == group.code, problem.file == group.file,
        (problem.field ?? "") == (group.field ?? "")
      else { continue }
      text += line(problem) + "\n"
      hint = problem.hint
      count += 1
    }
    if group.count > count {
      let lines = group.lines.count > 200 ? group.lines.prefix(200) + "…" : group.lines[...]
      text +=
        language == .ja
        ? "  …\(group.code) は全部で\(group.count)件（行: \(lines)）\n"
        : "  … \(group.count) of \(group.code) in all (lines \(lines))\n"
    }
    if let hint { text += "\nhint: \(hint)\n\n" }
    return text
  }

  static func line(_ problem: ReportedProblem) -> String {
    var out = problem.file ?? ""
    if let line = problem.line { out += ":\(line)" }
    if let field = problem.field, !field.isEmpty { out += ": \(field)" }
    return out + ": \(problem.code): \(problem.text)"
  }
}
