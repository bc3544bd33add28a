import Assessment
import Diagnostics

extension AssessmentPage {
  /// The form to fill in by hand.
  public func blank() -> String {
    var body =
      "<p class=\"head\"><span>\(say("記入日", "Date"))</span><span class=\"line\"></span>"
      + "<span>\(say("記入者", "Filled in by"))</span><span class=\"line\"></span></p>\n"
    var group: String?
    for item in instrument.items {
      if item.group != group, let code = item.group, let label = instrument.groupLabel(code) {
        body += "<h2>\(text(label(language)))</h2>\n"
      }
      group = item.group
      body +=
        "<div class=\"item\"><b>\(item.number)</b> \(text(item.text(language)))\n"
        + places(item) + "</div>\n"
    }
    return page(Bilingual(ja: "用紙", en: "form"), body)
  }

  private func places(_ item: Instrument.Item) -> String {
    switch item.answer {
    case .choice(let set), .several(let set):
      let boxes = set.choices.map { choice in
        "<span>☐ \(text(choice.label(language)))</span>"
      }
      return "<div class=\"answers\">\(boxes.joined(separator: " "))</div>\n"
    case .bodyMass:
      return
        "<div class=\"answers\"><span>\(say("身長", "height")) ________ cm</span> "
        + "<span>\(say("体重", "weight")) ________ kg</span></div>\n"
    case .text:
      return "<div class=\"write\"></div>\n<div class=\"write\"></div>\n"
    }
  }

  /// The result on paper. It carries no name: whose it is is written by hand.
  public func sheet(_ output: ScoreAssessment.Output) -> String {
    let words = AssessmentWords(language: language)
    var body =
      "<p class=\"head\"><span>\(say("実施日", "Date"))</span>"
      + "<span class=\"line\">\(output.on.map(SearchHTML.escape) ?? "")</span>"
      + "<span>\(say("お名前", "Name"))</span><span class=\"line\"></span></p>\n"
    for finding in output.findings {
      body += "<h2>\(text(finding.label))</h2>\n<p>\(text(finding.text))</p>\n"
    }
    if !output.domains.isEmpty {
      body += "<h2>\(say("領域ごとの点", "Points"))</h2>\n<table>\n"
      for domain in output.domains {
        let cells = [words.score(domain), words.cutoff(domain), words.state(domain)]
        body +=
          "<tr><th>\(text(domain.label))</th>"
          + cells.map { "<td>\(text($0))</td>" }.joined() + "</tr>\n"
      }
      body += "</table>\n"
    }
    body += "<h2>\(text(words.needs))</h2>\n"
    if output.needs.isEmpty { body += "<p>\(text(words.none))</p>\n" }
    for need in output.needs {
      let urgent = need.urgency == nil ? "" : text(words.urgent)
      body +=
        "<div class=\"item\">☐ \(text(need.label))\(urgent)\n"
        + "<p class=\"small\">\(text(need.evidence))</p>\n"
        + (need.note.map { "<p class=\"small\">→ \(text($0))</p>\n" } ?? "") + "</div>\n"
    }
    if !output.missing.isEmpty {
      body += "<p>\(text(words.missing(output.missing)))</p>\n"
      if !output.undecided.isEmpty {
        body += "<p class=\"small\">\(text(words.undecided(output.undecided)))</p>\n"
      }
    }
    return page(Bilingual(ja: "結果", en: "result"), body)
  }
}
