import Diagnostics
import Searching
import JapaneseText
import Model

/// A match as text: three lists with their reasons, and what stays unmet.
public enum MatchText {
  public static func render(
    _ output: MatchResources.Output, needLabels: [String: String], explain: Bool,
    in page: inout TextPage
  ) {
    let language = page.language
    DetectNeeds.render(output.notices, in: &page)
    for one in output.renamed ?? [] { page.paragraph(one.text(page.language)) }
    RecordText.needs(output.needs, output.setAside ?? [], output.undecided ?? [], in: &page)
    section(
      output.recommended, language == .ja ? "■ おすすめ" : "# Recommended", needLabels, explain,
      in: &page)
    section(
      output.askFirst, language == .ja ? "■ 先に確かめる" : "# Ask first", needLabels, explain,
      in: &page)
    if !output.excluded.isEmpty {
      page.line()
      page.line(language == .ja ? "■ 除いたもの（理由）" : "# Excluded (why)")
      for item in output.excluded {
        page.paragraph(
          item.name + " … " + Words.list(item.reasons.map(\.text), language), indent: 2)
      }
    }
    bundles(output, needLabels, in: &page)
    page.line()
    let unmet = output.unmet.map { Words.coded(needLabels[$0] ?? $0, $0, language) }
    page.paragraph(
      (language == .ja ? "■ 応える資源がないニーズ: " : "# Unmet: ")
        + (unmet.isEmpty
          ? (language == .ja ? "なし" : "none") : Words.list(unmet, language)))
    if let taken = output.personFromText {
      page.paragraph(
        (language == .ja ? "文から読んだ本人のこと: " : "of the person, from the text: ")
          + taken.map { "person." + $0 }.joined(separator: ", "))
    }
    RecordText.person(
      (output.personFrom ?? []).filter { $0.instrument != nil || $0.part != nil }, in: &page)
    if !output.notConsidered.isEmpty {
      page.paragraph(
        (language == .ja
          ? "この照合では見ていないこと（人が確かめてください）: " : "not considered here (please weigh it yourself): ")
          + output.notConsidered.joined(separator: ", "))
    }
    for plugin in output.plugins where plugin.status == .failed {
      page.paragraph("! \(plugin.failure ?? plugin.id)")
    }
    standings(output, in: &page)
    if let comparison = output.comparison {
      page.line()
      Self.comparison(comparison, in: &page)
    }
    let credits = Set(
      (output.recommended + output.askFirst).flatMap { item in
        [item.source?.attribution] + (item.with ?? []).map { $0.source?.attribution }
      }.compactMap(\.self)
    ).sorted()
    if !credits.isEmpty { page.line() }
    for credit in credits { page.paragraph(credit) }
  }

  private static func section(
    _ items: [MatchResources.Suggestion], _ title: String, _ needLabels: [String: String],
    _ explain: Bool, in page: inout TextPage
  ) {
    guard !items.isEmpty else { return }
    let language = page.language
    page.line()
    page.line(title)
    for (i, item) in items.enumerated() {
      page.line()
      let mark = ResultText.mark(tags: item.tags, item.status, language).map { " " + $0 } ?? ""
      page.split(
        "\(i + 1). \(item.name)\(mark)", "\(Int((item.score * 100).rounded()))")
      page.fact(
        language == .ja ? "応える" : "Serves",
        Words.list(item.covers.map { needLabels[$0] ?? $0 }, language))
      for ride in item.with ?? [] {
        page.fact(language == .ja ? "行き方" : "Ride", MatchWords.ride(ride, language))
      }
      for question in item.questions ?? [] {
        page.fact(language == .ja ? "たずねる" : "Ask", question.text)
      }
      if let best = item.ifYes {
        page.fact(language == .ja ? "見込み" : "Then", MatchWords.rank(best, language))
      }
      // What a profile does not exclude for, a reader still has to know.
      for child in item.explanation.children where child.facts["brokenRule"] != nil {
        page.fact(language == .ja ? "注意" : "Mind", child.text)
      }
      if explain {
        for child in item.explanation.children { tree(child, depth: 0, in: &page) }
      } else {
        for child in item.explanation.children {
          let reasons = leaves(child).filter { $0.value > 0 }.map(\.text)
          if !reasons.isEmpty {
            page.fact(language == .ja ? "理由" : "Why", Words.list(reasons, language))
          }
        }
      }
      page.fact(Words.phone(language), item.phone ?? Words.notStated(language))
      page.fact(Words.when(language), item.schedule?.text ?? Words.notStated(language))
      page.fact(Words.cost(language), item.cost?.text ?? Words.notStated(language))
      page.fact(Words.who(language), item.eligibility?.text ?? Words.notStated(language))
      if let address = item.address { page.fact(Words.place(language), address) }
      page.fact(Words.confirmed(language), FactText.confirmed(item.confirmed, language))
      if !page.isTyped, let source = FactText.source(item.source, language) {
        page.fact(Words.source(language), source)
      }
      page.line(item.id, indent: 4)
    }
  }

  private static func leaves(_ node: ExplanationNode) -> [ExplanationNode] {
    node.children.isEmpty ? [node] : node.children.flatMap(leaves)
  }

  private static func tree(_ node: ExplanationNode, depth: Int, in page: inout TextPage) {
    let share = node.weight.map { " ×\(FactText.number($0))" } ?? ""
    page.paragraph(
      "\((node.value * 100).rounded() / 100)\(share)  "
        + Words.coded(node.text, node.plugin, page.language),
      indent: 4 + depth * 2)
    for child in node.children { tree(child, depth: depth + 1, in: &page) }
  }
}
