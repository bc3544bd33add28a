import Diagnostics
import Matching
import Model
import Searching

extension MatchText {
  /// Bundles and the week with the first of them.
  static func bundles(
    _ output: MatchResources.Output, _ needLabels: [String: String], in page: inout TextPage
  ) {
    guard let bundles = output.bundle else { return }
    let language = page.language
    let isJa = language == .ja
    page.line()
    page.line(isJa ? "■ 組み合わせ" : "# Together")
    if bundles.isEmpty { page.line(isJa ? "なし" : "none", indent: 2) }
    for (i, bundle) in bundles.enumerated() {
      page.paragraph(
        "\(i + 1). " + bundle.names.joined(separator: isJa ? "＋" : " + "), indent: 2)
      let covers = Words.list(bundle.covers.map { needLabels[$0] ?? $0 }, language)
      page.fact(isJa ? "応える" : "Serves", covers, indent: 5)
      if bundle.perMonth > 0 {
        let yen = FactText.number(bundle.perMonth.rounded())
        page.fact(
          isJa ? "費用" : "Cost", isJa ? "4週間に約\(yen)円" : "about \(yen) yen in four weeks",
          indent: 5)
      }
    }
    if bundles.first?.method == .greedy {
      page.paragraph(
        isJa
          ? "候補が多いので、よいものから順に選びました（最善の63%以上のニーズに応えます）"
          : "many candidates: the best next one each time (at least 63 % of the best coverage)",
        indent: 2)
    }
    week(output, in: &page)
  }

  private static func week(_ output: MatchResources.Output, in page: inout TextPage) {
    guard let week = output.week, let go = output.daysToGo, let todo = output.daysToDo else {
      return
    }
    let language = page.language
    let isJa = language == .ja
    page.line()
    page.line(isJa ? "■ 週の予定（1の組み合わせ）" : "# The week (with 1)")
    var rows: [[String]] = []
    for day in week where !day.items.isEmpty {
      for item in day.items {
        let label = day.day.map { $0.label(language) } ?? (isJa ? "曜日はこれから" : "any day")
        let hours =
          item.from == nil && item.to == nil
          ? "" : "\(item.from ?? "")\(isJa ? "～" : "–")\(item.to ?? "")"
        let often =
          item.times < 4 ? (isJa ? "（4週に\(item.times)回）" : " (\(item.times) in 4 weeks)") : ""
        let ride = (item.with ?? []).map { isJa ? "（\($0.name)で）" : " (by \($0.name))" }.joined()
        rows.append([label, hours, kind(item.kind)(language), item.name + ride + often])
      }
    }
    page.table(rows, indent: 2)
    page.paragraph(
      isJa
        ? "きょういく（行くところのある日）\(go)日・きょうよう（用事のある日）\(todo)日"
        : "days with somewhere to go: \(go); with something on: \(todo)", indent: 2)
  }

  private static func kind(_ kind: WeekPlan.Kind) -> Bilingual {
    switch kind {
    case .go: Bilingual(ja: "行く", en: "go")
    case .do: Bilingual(ja: "する", en: "do")
    case .visit: Bilingual(ja: "来る", en: "comes")
    case .care: Bilingual(ja: "予定", en: "taken")
    }
  }

  /// Where the ids asked about stand.
  static func standings(_ output: MatchResources.Output, in page: inout TextPage) {
    guard let standings = output.whyNot else { return }
    let isJa = page.language == .ja
    page.line()
    page.line(isJa ? "■ どこにあるか・なぜ" : "# Where it stands, and why")
    for one in standings {
      page.paragraph("\(one.name ?? one.id) … \(one.text)", indent: 2)
      page.line(one.id, indent: 4)
    }
  }

  /// Two held against each other.
  public static func comparison(_ one: MatchResources.ComparisonOutput, in page: inout TextPage) {
    let isJa = page.language == .ja
    for (letter, side) in [("A", one.a), ("B", one.b)] {
      let points = side.score.map { "\(MatchWords.points($0))" } ?? ""
      page.split("\(letter). \(side.name ?? side.id)", points)
      page.paragraph(side.text, indent: 4)
      page.line(side.id, indent: 4)
    }
    page.line()
    page.paragraph(one.text)
    guard one.a.score != nil, one.b.score != nil else { return }
    page.line()
    page.line(isJa ? "■ 点の差（A−B）" : "# Difference in points (A − B)")
    for part in one.parts {
      page.line("\(MatchWords.signed(part.points))  \(part.plugin)", indent: 2)
      for (letter, side) in [("A", part.a), ("B", part.b)] {
        guard let side else {
          page.line("\(letter): " + (isJa ? "判断なし" : "says nothing"), indent: 6)
          continue
        }
        let value = FactText.number((side.value * 100).rounded() / 100)
        page.paragraph(
          "\(letter): \(value) ×\(FactText.number(side.weight))  "
            + Words.list(side.text, page.language), indent: 6)
      }
    }
    page.line("\(MatchWords.signed(one.points))  " + (isJa ? "合計" : "total"), indent: 2)
  }
}
