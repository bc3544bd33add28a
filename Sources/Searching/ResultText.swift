import Diagnostics
import JapaneseText
import Lookup
import Model
import ReferenceData

/// A search result as text.
public enum ResultText {
  public static func render(
    _ output: SearchResources.Output, labels: CategoryLabels, offset: Int = 0,
    in page: inout TextPage
  ) {
    let language = page.language
    guard !output.hits.isEmpty else {
      if let suggestion = output.interpretation.suggestion {
        page.paragraph(meant(suggestion, language))
      }
      if let note = unknownNote(output, page) { page.paragraph(note) }
      return
    }
    page.line(heading(output, language))
    for note in notes(output.interpretation, language) { page.paragraph(note) }
    for (i, hit) in output.whole.enumerated() {
      page.line()
      render(hit, number: offset + i + 1, labels: labels, in: &page)
    }
    if let facets = output.facets { render(facets, labels: labels, in: &page) }
    if let note = unknownNote(output, page) {
      page.line()
      page.paragraph(note)
    }
    let credits = Set(output.hits.compactMap { $0.source?.attribution }).sorted()
    if !credits.isEmpty {
      page.line()
      for credit in credits { page.paragraph(credit) }
    }
    if let cursor = output.nextCursor {
      page.line()
      page.line(
        (language == .ja ? "続きは " : "more: ") + (page.isTyped ? "--cursor " : "cursor ") + cursor)
    }
  }

  public static func heading(_ output: SearchResources.Output, _ language: Language) -> String {
    let about = output.totalRelation == "eq" ? "" : language == .ja ? "およそ " : "about "
    return language == .ja
      ? "\(about)\(output.total)件のうち\(output.hits.count)件"
      : "\(output.hits.count) of \(about)\(output.total)"
  }

  /// What was done to find anything, and what may have been meant.
  public static func notes(
    _ interpretation: SearchResources.Interpretation, _ language: Language
  ) -> [String] {
    var out: [String] = []
    for one in interpretation.renamed ?? [] { out.append(one.text(language)) }
    if let relaxed = interpretation.relaxed.flatMap(Relaxation.init(rawValue:)) {
      out.append(note(relaxed)(language))
    }
    if let dropped = interpretation.dropped {
      let words = dropped.map { "「\($0)」" }.linked(by: "")
      out.append(language == .ja ? "外した言葉: \(words)" : "left out: \(words)")
    }
    if let suggestion = interpretation.suggestion { out.append(meant(suggestion, language)) }
    return out
  }

  private static func meant(_ suggestion: String, _ language: Language) -> String {
    language == .ja ? "もしかして: \(suggestion)" : "did you mean: \(suggestion)"
  }

  private static func note(_ relaxed: Relaxation) -> Bilingual {
    switch relaxed {
    case .anyWord:
      Bilingual(
        ja: "すべての言葉に合うものはないので、どれかに合うものを並べました",
        en: "nothing matches all words; these match some")
    case .anyPart:
      Bilingual(
        ja: "その言葉そのものに合うものはないので、一部が合うものを並べました",
        en: "nothing matches the words as typed; these match parts of them")
    case .related:
      Bilingual(
        ja: "その言葉に合うものはないので、近いもの・役に立ちそうなものを並べました",
        en: "nothing is what was asked for; these are close to it or serve the same need")
    case .spelling:
      Bilingual(
        ja: "その言葉はどこにもないので、似た言葉で探しました",
        en: "no record has the word as typed; a similar one was looked for")
    }
  }

  public static func unknownNote(_ output: SearchResources.Output, _ page: TextPage) -> String? {
    let language = page.language
    let option = page.isTyped ? "--include-unknown" : "includeUnknown"
    guard let count = output.unknown, count > 0 else { return nil }
    if output.hits.contains(where: { $0.unknown != nil }) {
      return language == .ja
        ? "うち\(count)件は、条件について記載がありません" : "\(count) of them state nothing about a filter"
    }
    return language == .ja
      ? "条件について記載のない資源がほかに\(count)件あります（\(option) で加えます）"
      : "\(count) more state nothing about a filter (\(option) brings them in)"
  }

  public static func render(
    _ hit: Hit, number: Int, labels: CategoryLabels, in page: inout TextPage
  ) {
    let language = page.language
    let category = hit.categories?.first.map { labels[$0]?(language) ?? $0 } ?? ""
    var name = "\(number). \(hit.name ?? hit.id)"
    if let mark = Self.mark(hit, language) { name += " \(mark)" }
    page.split(name, category)
    for (label, value) in facts(hit, language) { page.fact(label, value) }
    // On paper the credits stand once at the end; a program may pass on one hit alone.
    if !page.isTyped, let source = FactText.source(hit.source, language) {
      page.fact(Words.source(language), source)
    }
    if let snippet = hit.snippet { page.paragraph(snippet, indent: 4) }
    if let unknown = hit.unknown, !unknown.isEmpty {
      page.paragraph(
        (language == .ja ? "記載なし: " : "not stated: ")
          + unknown.map { Words.facts[$0]?(language) ?? $0 }
          .linked(by: language == .ja ? "、" : ", "), indent: 4)
    }
    if let why = hit.why {
      page.paragraph(
        (language == .ja ? "点数: " : "score: ")
          + why.map { "\($0.kind.label(language))「\($0.text)」 \($0.weight)" }
          .linked(by: language == .ja ? "、" : ", "), indent: 4)
    }
    page.line(hit.id, indent: 4)
  }

  /// What must not be overlooked: fictional, over, paused, not yet a resource.
  public static func mark(_ hit: Hit, _ language: Language) -> String? {
    mark(tags: hit.tags, hit.status, hasEnded: hit.ended ?? false, language)
  }

  public static func mark(
    tags: [String]?, _ status: ResourceStatus?, hasEnded: Bool = false, _ language: Language
  ) -> String? {
    var marks: [String] = []
    if hasEnded { marks.append(language == .ja ? "終了" : "over") }
    if tags?.contains("架空") == true { marks.append(language == .ja ? "架空" : "fictional") }
    if let status, status != .active { marks.append(status.label(language)) }
    return marks.isEmpty ? nil : "〔" + marks.linked(by: "・") + "〕"
  }

  /// What a care manager reads out, in that order.
  public static func facts(_ hit: Hit, _ language: Language) -> [(String, String)] {
    var out: [(String, String)] = []
    func add(_ label: Bilingual, _ value: String?) {
      if let value { out.append((label(language), value)) }
    }
    var phone = hit.phone
    if let level = hit.restricted {
      let hint = Words.hidden(level.label(language))(language)
      phone = phone.map { "\($0) \(hint)" } ?? hint
    }
    add(Words.phone, phone ?? Words.notStated(language))
    add(Words.when, hit.schedule?.text ?? Words.notStated(language))
    add(Words.cost, FactText.cost(hit, language) ?? Words.notStated(language))
    add(Words.who, FactText.eligibility(hit, language) ?? Words.notStated(language))
    if let capacity = FactText.capacity(hit, language) { add(capacity.label, capacity.text) }
    add(Words.serves, hit.areas?.linked(by: "・"))
    var place = [hit.place, hit.address].compactMap { $0 }.linked(by: " ")
    if let metres = hit.distance { place += "（\(FactText.distance(metres))）" }
    add(Words.place, place.isEmpty ? nil : place)
    add(Words.confirmed, FactText.confirmed(hit.confirmed, language))
    return out
  }

  private static func render(
    _ facets: [String: [SearchResources.FacetCount]], labels: CategoryLabels,
    in page: inout TextPage
  ) {
    for name in facets.keys.sorted() {
      page.line()
      page.line("[\(name)]")
      page.table(
        (facets[name] ?? []).prefix(20).map {
          [String($0.count), $0.code, labels[$0.code]?(page.language) ?? ""]
        }, indent: 2)
    }
  }
}
