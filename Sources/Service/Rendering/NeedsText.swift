import Assessment
import Diagnostics
import Searching

extension DetectNeeds {
  public static func render(_ output: Output, in page: inout TextPage, _ session: Session) {
    let isJapanese = page.language == .ja
    render(output.notices, in: &page)
    page.line(isJapanese ? "■ ニーズ" : "# Needs")
    for need in output.needs where !need.negated { line(need, in: &page) }
    if !output.needs.contains(where: { !$0.negated }) {
      page.line(isJapanese ? "見つかりませんでした" : "none found", indent: 2)
    }
    let taken = output.needs.filter(\.negated)
    if !taken.isEmpty {
      page.line(isJapanese ? "■ いまは要らないと読めるもの" : "# Not needed, as the text says")
      for need in taken { line(need, in: &page) }
    }
  }

  /// Words of danger come before everything else.
  static func render(_ notices: [Notice]?, in page: inout TextPage) {
    for notice in notices ?? [] { page.paragraph("! " + notice.text) }
    if notices?.isEmpty == false { page.line() }
  }

  private static func line(_ need: Need, in page: inout TextPage) {
    let language = page.language
    var marks: [String] = []
    if need.who == .family { marks.append(language == .ja ? "家族" : "family") }
    if need.who == .neighbour { marks.append(language == .ja ? "近隣" : "neighbour") }
    if need.urgency == .high { marks.append(language == .ja ? "急ぎ" : "urgent") }
    if need.temporary == true { marks.append(language == .ja ? "一時的" : "for a time") }
    let evidence = language == .ja ? "「\(need.evidence)」" : "'\(need.evidence)'"
    page.paragraph(
      Words.coded(need.label, need.code, language) + " " + evidence
        + (marks.isEmpty ? "" : " " + Words.list(marks, language)), indent: 2)
  }
}
