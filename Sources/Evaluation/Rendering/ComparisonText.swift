import Diagnostics

/// A comparison of two settings as a page of plain text.
public enum ComparisonText {
  /// - Parameters:
  ///   - width: terminal columns.
  ///   - explains: end with what the measures mean; once is enough where pages follow each other.
  public static func lines(
    _ comparison: SettingComparison, language: Language, width: Int = 80, explains: Bool = true
  ) -> [String] {
    var page = PlainLines(language: language, width: width)
    page.paragraph(
      page.words(
        "■ \(comparison.before) → \(comparison.after)：正解のある問い \(comparison.queries)",
        "# \(comparison.before) → \(comparison.after): queries that have an answer: \(comparison.queries)"
      ))
    table(comparison, in: &page)
    notes(comparison, in: &page)
    changes(
      comparison.gains, page.words("■ よくなった問い", "# Queries that gained"), in: &page)
    changes(
      comparison.declines, page.words("■ 悪くなった問い", "# Queries that lost"), in: &page)
    if explains {
      page.blank()
      QueryText.legend(in: &page)
    }
    return page.lines
  }

  private static func table(_ comparison: SettingComparison, in page: inout PlainLines) {
    var rows = [
      [
        page.words("指標", "measure"), page.words("前", "before"), page.words("後", "after"),
        page.words("差", "change"), page.words("差の95%区間", "95 % interval"), "p",
        page.words("良/同/悪", "better/same/worse"),
      ]
    ]
    for row in comparison.rows {
      rows.append([
        row.metric.label(page.language), Figure.fixed(row.before), Figure.fixed(row.after),
        Figure.fixed(row.difference, isSigned: true),
        Figure.fixed(row.low, isSigned: true) + " … " + Figure.fixed(row.high, isSigned: true),
        Figure.share(row.p, of: comparison.bootstrap.resamples),
        "\(row.wins)/\(row.ties)/\(row.losses)",
      ])
    }
    page.table(rows)
  }

  private static func notes(_ comparison: SettingComparison, in page: inout PlainLines) {
    let bootstrap = comparison.bootstrap
    let resamples = Figure.grouped(bootstrap.resamples)
    page.paragraph(
      page.words(
        "区間と p は、問いを対のまま \(resamples) 回引き直して求めた（乱数の種 \(bootstrap.seed)）。区間が 0 を含まなければ、偶然とは言いにくい差。p は引き直しのうち差が 0 以下だった割合",
        "Interval and p come from \(resamples) paired bootstrap resamples of the queries (seed \(bootstrap.seed)). An interval without 0 is a difference that chance hardly explains. p is the share of resamples whose change is 0 or below."
      ), indent: 2)
    if comparison.queries < SettingComparison.fewQueries {
      page.paragraph(
        page.words(
          "問いが\(SettingComparison.fewQueries)に満たないので、区間は狭く出すぎます",
          "With fewer than \(SettingComparison.fewQueries) queries the interval is too narrow to be trusted."
        ), indent: 2)
    }
  }

  private static func changes(
    _ changes: [SettingComparison.Change], _ title: String, in page: inout PlainLines
  ) {
    guard !changes.isEmpty else { return }
    let language = page.language
    page.blank()
    page.paragraph(title + page.words("（nDCG@10 の変化が大きい順）", " (greatest change of nDCG@10 first)"))
    for change in changes {
      let was = Figure.fixed(change.before.metrics?.ndcg10 ?? 0)
      let now = Figure.fixed(change.after.metrics?.ndcg10 ?? 0)
      page.paragraph(
        "\(Figure.fixed(change.difference, isSigned: true))  "
          + QueryText.name(change.before, language), indent: 2)
      let first = QueryText.rank(change.before.firstRelevantRank, language)
      let last = QueryText.rank(change.after.firstRelevantRank, language)
      page.paragraph(
        page.words(
          "nDCG@10 \(was) → \(now)、最初の正解 \(first) → \(last)",
          "nDCG@10 \(was) → \(now), first right answer: \(first) → \(last)"), indent: 10)
    }
  }
}
