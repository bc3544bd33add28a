import Diagnostics

/// A report as a page of plain text.
public enum EvaluationText {
  /// - Parameters:
  ///   - width: terminal columns.
  ///   - explains: end with what the measures mean; once is enough where pages follow each other.
  public static func lines(
    _ report: EvaluationReport, language: Language, width: Int = 80, explains: Bool = true
  ) -> [String] {
    var page = PlainLines(language: language, width: width)
    means(report, in: &page)
    nothing(report.nothing, in: &page)
    failures(report, in: &page)
    if explains {
      page.blank()
      QueryText.legend(in: &page)
    }
    return page.lines
  }

  private static func means(_ report: EvaluationReport, in page: inout PlainLines) {
    let all = report.all
    page.paragraph(
      page.words(
        "■ \(report.setting)：正解のある問い \(all.queries) の平均（一問に\(report.limit)件まで）",
        "# \(report.setting): means over queries that have an answer: \(all.queries) (\(report.limit) hits each)"
      ))
    var rows = [head(page)]
    rows.append(row(page.words("すべて", "all"), all, page))
    rows += report.types.map { row(QueryText.type($0.type, page.language), $0, page) }
    page.table(rows)
  }

  private static func head(_ page: PlainLines) -> [String] {
    [page.words("種類", "type"), page.words("問い", "queries")]
      + Metric.allCases.map { $0.label(page.language) }
  }

  private static func row(
    _ name: String, _ group: EvaluationReport.Group, _ page: PlainLines
  ) -> [String] {
    let figures = Metric.allCases.map { metric in
      group.means.map { Figure.fixed($0[metric]) } ?? "–"
    }
    return [name, "\(group.queries)"] + figures
  }

  private static func nothing(
    _ nothing: EvaluationReport.Nothing, in page: inout PlainLines
  ) {
    guard nothing.queries > 0 else { return }
    page.blank()
    page.paragraph(
      page.words(
        "■ 正解のない問い \(nothing.queries)（平均に入れない）",
        "# Queries without an answer: \(nothing.queries) (in no mean)"))
    page.table([
      [page.words("何も返さなかった（よい）", "returned nothing (right)"), "\(nothing.empty)"],
      [page.words("ゆるめた・候補として返した（よい）", "said it was loosened (right)"), "\(nothing.loosened)"],
      [page.words("そのまま返した", "returned hits as they were"), "\(nothing.wrong)"],
      [page.words("返した件数の合計", "hits in all"), "\(nothing.hits)"],
    ])
    if nothing.unjudged > 0 {
      page.paragraph(
        page.words(
          "うち\(nothing.unjudged)は、正解のファイルに一行もありません。判定の漏れではありませんか",
          "without a single line of judgement: \(nothing.unjudged). Were they forgotten?"),
        indent: 2)
    }
  }

  private static func failures(_ report: EvaluationReport, in page: inout PlainLines) {
    page.blank()
    let bound = Figure.fixed(report.failureBelow, 2)
    page.paragraph(
      page.words(
        "■ うまくいかない問い \(report.failureCount)（nDCG@10 が \(bound) 未満か、正解を一つも返さない）",
        "# Failing queries: \(report.failureCount) (nDCG@10 below \(bound), or no right answer returned)"
      ))
    for (i, outcome) in report.failures.enumerated() {
      failure(outcome, number: i + 1, in: &page)
    }
    let more = report.failureCount - report.failures.count
    if more > 0 { page.paragraph(page.words("…ほか\(more)", "… and \(more) more"), indent: 2) }
  }

  private static func failure(
    _ outcome: QueryOutcome, number: Int, in page: inout PlainLines
  ) {
    let language = page.language
    let ndcg = Figure.fixed(outcome.metrics?.ndcg10 ?? 0)
    page.paragraph("\(number). \(QueryText.name(outcome, language))", indent: 2)
    page.paragraph(
      page.words(
        "nDCG@10 \(ndcg)、最初の正解 \(QueryText.rank(outcome.firstRelevantRank, language))、正解 \(outcome.relevant)、返した \(outcome.returned)",
        "nDCG@10 \(ndcg), first right answer: \(QueryText.rank(outcome.firstRelevantRank, language)), \(outcome.relevant) relevant, \(outcome.returned) returned"
      ), indent: 5)
    if !outcome.top.isEmpty {
      page.paragraph(
        page.words("上位（段階）: ", "top (grade): ") + QueryText.places(outcome.top, language),
        indent: 5)
    }
    guard !outcome.missing.isEmpty else { return }
    let more = outcome.missingCount - outcome.missing.count
    page.paragraph(
      page.words("上位10件にない正解: ", "not in the first 10: ")
        + QueryText.places(outcome.missing, language)
        + (more > 0 ? page.words("、ほか\(more)", ", \(more) more") : ""), indent: 5)
  }
}
