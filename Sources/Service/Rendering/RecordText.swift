import Assessment
import Diagnostics
import Searching

/// A record for people: each need with what it rests on, what was set aside, what is still open.
enum RecordText {
  static func needs(
    _ needs: [RecordNeed], _ setAside: [RecordSetAside], _ open: [RecordOpenNeed],
    in page: inout TextPage
  ) {
    let language = page.language
    page.line(language == .ja ? "■ ニーズ" : "# Needs")
    if needs.isEmpty { page.line(language == .ja ? "なし" : "none", indent: 2) }
    for need in needs { line(need, in: &page) }
    if !setAside.isEmpty {
      page.line(language == .ja ? "■ 支援者が要らないとしたもの" : "# Set aside by the coordinator")
    }
    for need in setAside {
      let note = need.note.map { language == .ja ? "（\($0)）" : " (\($0))" } ?? ""
      page.paragraph(Words.coded(need.label, need.code, language) + note, indent: 2)
      for source in need.sources { page.paragraph(words(source, language), indent: 6) }
    }
    guard !open.isEmpty else { return }
    page.line(language == .ja ? "■ 答えのない項目しだいのニーズ" : "# Depends on missing answers")
    var instruments: [String] = []
    for need in open where !instruments.contains(need.instrument) {
      instruments.append(need.instrument)
    }
    for instrument in instruments {
      let labels = open.filter { $0.instrument == instrument }.map(\.label)
      page.paragraph("\(instrument): " + Words.list(labels, language), indent: 2)
    }
  }

  /// One source stands beside the need, several below it; what the coordinator wrote is plain.
  private static func line(_ need: RecordNeed, in page: inout TextPage) {
    let language = page.language
    var text = Words.coded(need.label, need.code, language)
    let told = need.sources.filter { $0.from != .stated || $0.evidence != nil }
    let isPlain = told.first.map { $0.from != .instrument && $0.part == nil } ?? true
    guard need.sources.count > 1 || !isPlain else {
      if let evidence = told.first?.evidence {
        text += language == .ja ? "（「\(evidence)」から）" : " (from '\(evidence)')"
      }
      return page.paragraph(text, indent: 2)
    }
    page.paragraph(text, indent: 2)
    for source in need.sources { page.paragraph(words(source, language), indent: 6) }
  }

  /// 基本チェックリスト 3番「…」いいえ.
  static func words(_ source: RecordSource, _ language: Language) -> String {
    let against =
      source.against == true ? (language == .ja ? "（要らないと読める）" : " (said to be no need)") : ""
    switch source.from {
    case .stated:
      let note = source.evidence.map { language == .ja ? "「\($0)」" : " '\($0)'" } ?? ""
      return (language == .ja ? "支援者が書いたコード" : "stated by the coordinator") + note
    case .text:
      let part = source.part?.label(language) ?? (language == .ja ? "ことば" : "words")
      let evidence = source.evidence ?? ""
      return (language == .ja ? "\(part)「\(evidence)」" : "\(part): '\(evidence)'") + against
    case .instrument:
      let on = source.on.map { language == .ja ? "（\($0)）" : " (\($0))" } ?? ""
      return "\(source.label ?? "")\(on) \(source.evidence ?? "")"
    }
  }

  /// Assessments: findings that are met or open, and what is missing.
  static func assessments(_ list: [RecordAssessment], in page: inout TextPage) {
    let words = AssessmentWords(language: page.language)
    for one in list {
      page.paragraph("■ " + [one.label, one.on].compactMap(\.self).joined(separator: "  "))
      if one.superseded == true {
        page.paragraph(
          page.language == .ja ? "新しい答えがあるので使いません" : "not used: there is a later one", indent: 2)
        continue
      }
      for domain in one.domains where domain.met || domain.open == true {
        page.paragraph("\(domain.label)  \(words.score(domain))  \(words.state(domain))", indent: 2)
      }
      for finding in one.findings where finding.met || finding.open == true {
        page.paragraph("\(finding.label): \(finding.text)", indent: 2)
      }
      if !one.missing.isEmpty { page.paragraph(words.missing(one.missing), indent: 2) }
    }
  }

  /// What was taken of the person, and from where.
  static func person(_ list: [RecordPersonSource], in page: inout TextPage) {
    let isJapanese = page.language == .ja
    for one in list {
      let values = one.values.map { " " + $0.joined(separator: isJapanese ? "、" : ", ") } ?? ""
      let source =
        one.label ?? one.part?.label(page.language) ?? (isJapanese ? "ことば" : "words")
      let evidence = one.evidence.map { " " + $0 } ?? ""
      page.paragraph("person.\(one.member)\(values) … \(source)\(evidence)", indent: 2)
    }
  }
}

extension MergeAssessments {
  public static func render(_ output: Output, in page: inout TextPage, _ session: Session) {
    DetectNeeds.render(output.notices, in: &page)
    for one in output.renamed ?? [] { page.paragraph(one.text(page.language)) }
    RecordText.needs(output.needs, output.setAside, output.undecided, in: &page)
    if !output.assessments.isEmpty { page.line() }
    RecordText.assessments(output.assessments, in: &page)
    guard !output.personFrom.isEmpty else { return }
    page.line()
    page.line(page.language == .ja ? "■ 本人のこと" : "# The person")
    RecordText.person(output.personFrom, in: &page)
  }
}
