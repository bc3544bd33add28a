import Diagnostics
import Searching

extension ReviewPlan {
  /// What the four questions ask.
  static let titles = [
    Bilingual(ja: "専門職でなくてもできる", en: "Others than professionals"),
    Bilingual(ja: "本当は違うニーズ", en: "Another need"),
    Bilingual(ja: "居場所で代替できる", en: "A place to go"),
    Bilingual(ja: "期間を決めた支援に", en: "Limited in time"),
  ]

  public static func render(_ output: Output, in page: inout TextPage, _ session: Session) {
    let isJapanese = page.language == .ja
    for (i, line) in output.lines.enumerated() {
      if i > 0 { page.line() }
      // Not where the line says it itself.
      let isTold = ["分", "時間"].contains(where: line.text.contains)
      let unit = isJapanese ? "分" : " min"
      let minutes = line.minutes.map { isTold ? "" : " (\(FactText.number($0))\(unit))" } ?? ""
      page.paragraph("\(i + 1). " + line.text + minutes)
      for question in line.questions {
        let title = titles[question.number - 1](page.language)
        let mark = question.met ? (isJapanese ? "○" : "yes") : (isJapanese ? "－" : "no")
        page.paragraph(
          "\(mark) \(question.number) \(title): \(question.text)", indent: 2)
        for id in question.candidates {
          guard let resource = output.resources.first(where: { $0.id == id }) else { continue }
          let ask = isJapanese ? "（先に確かめる）" : " (ask first)"
          page.paragraph(
            "→ \(resource.name)\(resource.askFirst == true ? ask : "") [\(id)]", indent: 6)
        }
        if question.met, question.candidates.isEmpty {
          page.line(isJapanese ? "→ 名簿に候補がありません" : "→ none in the directory", indent: 6)
        }
      }
    }
    page.line()
    page.paragraph(
      isJapanese
        ? "問いは考える手がかりです。本人や家族と確かめ、決めるのは人です。"
        : "The questions are for thinking with. Ask the person and the family; people decide.")
  }
}
