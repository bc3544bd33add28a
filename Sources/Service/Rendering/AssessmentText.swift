import Assessment
import Diagnostics

extension ScoreAssessment {
  public static func render(_ output: Output, in page: inout TextPage, _ session: Session) {
    let words = AssessmentWords(language: page.language)
    page.paragraph([output.label, output.on].compactMap(\.self).joined(separator: "  "))
    if !output.domains.isEmpty {
      page.line()
      page.table(
        output.domains.map { domain in
          [domain.label, words.score(domain)]
            + (domain.cutoff == nil ? [] : [words.cutoff(domain), words.state(domain)])
        },
        indent: 2)
    }
    for finding in output.findings {
      page.line()
      page.paragraph("■ " + finding.label)
      page.paragraph(finding.text, indent: 2)
    }
    page.line()
    page.paragraph(words.needs)
    if output.needs.isEmpty { page.line(words.none, indent: 2) }
    for need in output.needs {
      let urgent = need.urgency == nil ? "" : words.urgent
      page.paragraph("\(need.code)  \(need.label)\(urgent)", indent: 2)
      page.paragraph(need.evidence, indent: 6)
      if let note = need.note { page.paragraph("→ " + note, indent: 6) }
    }
    if !output.missing.isEmpty {
      page.line()
      page.paragraph(words.missing(output.missing))
      if !output.undecided.isEmpty {
        page.paragraph(words.undecided(output.undecided), indent: 2)
      }
    }
    page.line()
    if let caution = output.caution { page.paragraph(caution) }
    page.paragraph(words.source + output.source)
  }
}

/// Words of a result, on a terminal and on paper.
struct AssessmentWords {
  let language: Language

  private func say(_ ja: String, _ en: String) -> String { language == .ja ? ja : en }

  var needs: String { say("考えられるニーズ（本人と確かめてください）", "Needs to look into, with the person") }
  var none: String { say("なし", "none") }
  var urgent: String { say("（急ぐ）", " (urgent)") }
  var source: String { say("出典: ", "Source: ") }

  func score(_ domain: ScoreAssessment.DomainScore) -> String {
    var text = PointText.text(domain.score)
    if let range = domain.range {
      text = PointText.text(range.min)
      if range.min != range.max { text += "–" + PointText.text(range.max) }
    }
    return say("\(text)点", text)
  }

  func cutoff(_ domain: ScoreAssessment.DomainScore) -> String {
    guard let cutoff = domain.cutoff else { return "" }
    let number = PointText.text(cutoff)
    return domain.isBelow == true
      ? say("基準 \(number)点未満", "below \(number)") : say("基準 \(number)点以上", "from \(number)")
  }

  func state(_ domain: ScoreAssessment.DomainScore) -> String {
    if domain.cutoff == nil { return "" }
    if domain.open == true { return say("未定", "open") }
    return domain.met ? say("該当", "met") : say("非該当", "not met")
  }

  func missing(_ items: [String]) -> String {
    say(
      "答えのない項目: \(items.joined(separator: "、"))",
      "Not answered: \(items.joined(separator: ", "))")
  }

  func undecided(_ codes: [String]) -> String {
    say(
      "それによって決まるニーズ: \(codes.joined(separator: "、"))",
      "needs that depend on these: \(codes.joined(separator: ", "))")
  }

  func wording(_ wording: Instrument.Wording) -> String {
    switch wording {
    case .official: say("公表された文", "official wording")
    case .paraphrase: say("支え独自の言いかえ", "our own words")
    case .scoringOnly: say("採点だけ（文は含まない）", "scoring only")
    }
  }
}

extension ListInstruments {
  public static func render(_ output: Output, in page: inout TextPage, _ session: Session) {
    let words = AssessmentWords(language: page.language)
    for entry in output.instruments {
      page.paragraph("\(entry.id)  \(entry.label)")
      page.paragraph(
        (page.language == .ja ? "\(entry.count)項目、" : "\(entry.count) items, ")
          + words.wording(entry.wording), indent: 4)
      if let items = entry.items {
        page.table(items.map { [$0.item, $0.text] }, indent: 4)
        page.paragraph(words.source + entry.source, indent: 4)
        page.paragraph(entry.licence, indent: 4)
        if let caution = entry.caution { page.paragraph(caution, indent: 4) }
      }
    }
  }
}
