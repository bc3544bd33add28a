import Diagnostics
import Searching

// The outputs of operations for people; what takes more than a few lines has a file of its own.

extension SearchResources {
  public static func render(
    _ output: Output, in page: inout TextPage, _ session: Session
  ) throws(SasaeError) {
    ResultText.render(output, labels: try session.shelf.categoryLabels(), in: &page)
  }
}

extension GetResource {
  public static func render(
    _ output: Output, in page: inout TextPage, _ session: Session
  ) throws(SasaeError) {
    ResourceText.render(output, labels: try session.shelf.categoryLabels(), in: &page)
  }
}

extension MatchResources {
  public static func render(
    _ output: Output, in page: inout TextPage, _ session: Session
  ) throws(SasaeError) {
    try render(output, explain: false, in: &page, session)
  }

  /// `explain` shows how each score is made up.
  public static func render(
    _ output: Output, explain: Bool, in page: inout TextPage, _ session: Session
  ) throws(SasaeError) {
    var labels: [String: String] = [:]
    for term in try session.shelf.library().needs.terms {
      labels[term.code] = term.label(session.language)
    }
    MatchText.render(output, needLabels: labels, explain: explain, in: &page)
  }
}

extension ImportResources {
  public static func render(_ output: Output, in page: inout TextPage, _ session: Session) {
    ImportText.render(output, in: &page)
    let problems = ImportText.problems(output, language: page.language)
    for line in problems.split(separator: "\n") { page.line(String(line)) }
  }
}

extension ExplainMapping {
  public static func render(_ output: Output, in page: inout TextPage, _ session: Session) {
    MappingText.render(output, in: &page)
  }
}

extension ExportResources {
  public static func render(_ output: Output, in page: inout TextPage, _ session: Session) {
    let more =
      output.nextCursor.map { page.language == .ja ? "。続きは cursor \($0)" : "; more: cursor \($0)" }
      ?? ""
    page.paragraph(
      page.language == .ja
        ? "資源 \(output.count)件（\(output.format)）。書き出した文は text にあります\(more)"
        : "\(output.count) resources as \(output.format), in the member text\(more)")
    page.line("since \(output.since)")
  }
}

extension ListChanges {
  public static func render(_ output: Output, in page: inout TextPage, _ session: Session) {
    page.table(output.changes.map { ["\($0.seq)", $0.op.rawValue, $0.id] })
    // The command line says on standard error how to go on.
    if !page.isTyped { page.line("next \(output.next)" + (output.more ? " …" : "")) }
  }
}

extension ListCategories {
  public static func render(_ output: Output, in page: inout TextPage, _ session: Session) {
    TermText.tree(
      Bilingual(ja: "資源の分類", en: "Resource categories"), version: output.version,
      output.categories.map {
        TermText.Line(
          code: $0.code, label: $0.label, parent: $0.parent, isLocal: $0.local ?? false,
          localSynonyms: $0.localSynonyms ?? [])
      }, output.renamed ?? [], in: &page)
  }
}

extension ListNeeds {
  public static func render(_ output: Output, in page: inout TextPage, _ session: Session) {
    TermText.tree(
      Bilingual(ja: "ニーズの分類", en: "Needs"), version: output.version,
      output.needs.map {
        TermText.Line(
          code: $0.code, label: $0.label, parent: $0.parent, isLocal: $0.local ?? false,
          localSynonyms: $0.localSynonyms ?? [])
      }, output.renamed ?? [], in: &page)
  }
}

extension ListPlugins {
  public static func render(_ output: Output, in page: inout TextPage, _ session: Session) {
    page.table(output.plugins.map { [$0.id, $0.version, $0.summary] })
    for plugin in output.plugins {
      if let failure = plugin.failure { page.line("! \(plugin.id): \(failure)") }
      guard let withheld = plugin.withheld?.joined(separator: ", ") else { continue }
      page.line(
        page.language == .ja
          ? "  \(plugin.id): 許していない項目 \(withheld)" : "  \(plugin.id): not granted \(withheld)")
    }
  }
}

extension ListProfiles {
  public static func render(_ output: Output, in page: inout TextPage, _ session: Session) {
    let mayExclude = page.language == .ja ? "除外もする" : "may exclude"
    let own = page.language == .ja ? "作業フォルダ" : "workspace"
    for profile in output.profiles {
      page.line("\(profile.name)  \(profile.label)")
      page.table(
        profile.plugins.map {
          [
            $0.plugin, "×\($0.weight)", $0.hard ? mayExclude : "",
            "\($0.from == .workspace ? own : "Data") \($0.file.dropFirst(9)):\($0.line)",
          ]
        }, indent: 2)
    }
  }
}
