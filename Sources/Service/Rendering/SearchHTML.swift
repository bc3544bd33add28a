import Diagnostics
import Searching
import Model
import ReferenceData

/// A shortlist on one sheet of paper (A4), for people who print.
public enum SearchHTML {
  public static func render(
    _ output: SearchResources.Output, title: String, labels: CategoryLabels,
    language: Language, today: CalendarDate
  ) -> String {
    var out = """
      <!doctype html>
      <html lang="\(language.rawValue)">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>\(escape(title))</title>
      <style>
      @page { size: A4; margin: 14mm }
      body { font: 11pt/1.5 "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", sans-serif; color: #000; max-width: 186mm; margin: 0 auto }
      h1 { font-size: 15pt; margin: 0 0 2mm; border-bottom: 1px solid #000 }
      section { break-inside: avoid; border-bottom: 1px solid #999; padding: 2mm 0 }
      h2 { font-size: 12.5pt; margin: 0 }
      h2 small { font-weight: normal; font-size: 10pt }
      dl { display: grid; grid-template-columns: 5.5em 1fr; gap: 0 2mm; margin: 1mm 0 }
      dt { color: #333 } dd { margin: 0 } dd.phone { font-size: 13pt; font-weight: bold }
      mark { background: #fff2a8; color: inherit }
      footer { font-size: 9pt; margin-top: 3mm }
      </style>
      <h1>\(escape(title))</h1>
      <p>\(escape(ResultText.heading(output, language)))　\(today.text)</p>

      """
    for note in ResultText.notes(output.interpretation, language) {
      out += "<p>\(escape(note))</p>\n"
    }
    for (i, hit) in output.hits.enumerated() {
      out += section(hit, number: i + 1, labels: labels, language)
    }
    let credits = Set(output.hits.compactMap { $0.source?.attribution }).sorted()
    out += "<footer>" + credits.map(escape).joined(separator: "<br>") + "</footer>\n</html>\n"
    return out
  }

  private static func section(
    _ hit: Hit, number: Int, labels: CategoryLabels, _ language: Language
  ) -> String {
    let category = hit.categories?.first.map { labels[$0]?(language) ?? $0 } ?? ""
    let mark = ResultText.mark(hit, language) ?? ""
    var out =
      "<section><h2>\(number). \(escape(hit.name ?? hit.id)) \(escape(mark)) "
      + "<small>\(escape(category))</small></h2><dl>\n"
    for (label, value) in ResultText.facts(hit, language) {
      let isPhone = label == Words.phone(language)
      out +=
        "<dt>\(escape(label))</dt><dd\(isPhone ? " class=\"phone\"" : "")>\(escape(value))</dd>\n"
    }
    if let dates = hit.nextDates, !dates.isEmpty {
      let times = dates.map { $0.text(language) }.joined(separator: language == .ja ? "、" : ", ")
      out += "<dt>\(language == .ja ? "次回" : "next")</dt><dd>\(escape(times))</dd>\n"
    }
    out += "</dl>"
    if let snippet = hit.snippet {
      let marked = escape(snippet).split(separator: "【", omittingEmptySubsequences: false)
        .joined(separator: "<mark>")
        .split(separator: "】", omittingEmptySubsequences: false).joined(separator: "</mark>")
      out += "<p>\(marked)</p>"
    }
    return out + "</section>\n"
  }

  static func escape(_ text: String) -> String {
    var out = ""
    for c in text {
      switch c {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.append(c)
      }
    }
    return out
  }
}
