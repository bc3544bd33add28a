import Diagnostics

/// Queries and measures as they stand in both pages.
enum QueryText {
  /// 「ごみ出し」［need］q012.
  static func name(_ outcome: QueryOutcome, _ language: Language) -> String {
    let text = language == .ja ? "「\(outcome.text)」" : "'\(outcome.text)'"
    let type = outcome.type.map { language == .ja ? "［\($0)］" : " [\($0)]" } ?? ""
    return text + type + " " + outcome.id
  }

  /// `id (grade)`, a dash for one that nobody judged.
  static func places(_ places: [QueryOutcome.Place], _ language: Language) -> String {
    places.map { "\($0.id) (\($0.grade.map(String.init) ?? "–"))" }
      .joined(separator: language == .ja ? "、" : ", ")
  }

  static func rank(_ rank: Int?, _ language: Language) -> String {
    guard let rank else { return language == .ja ? "なし" : "none" }
    return language == .ja ? "\(rank)位" : "rank \(rank)"
  }

  static func type(_ type: String?, _ language: Language) -> String {
    type ?? (language == .ja ? "（種類なし）" : "(no type)")
  }

  /// What the measures mean, for the end of a page.
  static func legend(in page: inout PlainLines) {
    page.paragraph(page.words("■ 指標（どれも 0～1、高いほどよい）", "# Measures (0 to 1, higher is better)"))
    for metric in Metric.allCases {
      let label = metric.label(page.language)
      page.paragraph(
        label + page.words("：", ": ") + metric.meaning(page.language), indent: 2)
    }
  }
}
