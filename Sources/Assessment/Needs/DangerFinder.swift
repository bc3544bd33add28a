import Diagnostics
import ReferenceData

/// What is said first when a text holds words of danger (危険のことば), and whom to call.
public struct DangerNotice: Sendable, Hashable {
  public var code: String
  public var text: Bilingual
  public var phone: String
  /// Who runs the line, or the law.
  public var source: String
}

/// Words of abuse, suicide and disappearance.
struct DangerFinder: Sendable {
  private struct Row: Sendable {
    var notice: String
    var unless: PhraseIndex?
  }

  private var index = PhraseIndex(gap: 8)
  private var rows: [Row] = []
  private var notices: [DangerNotice] = []

  init(
    phrases: [DataFile], notices files: [DataFile], sets: WordSets, _ endings: Endings
  ) throws(SasaeError) {
    for row in files.flatMap(\.rows) {
      let notice = DangerNotice(
        code: try row.required("code"),
        text: Bilingual(ja: try row.required("text_ja"), en: try row.required("text_en")),
        phone: try row.required("phone"), source: try row.required("source"))
      // A workspace's own replaces ours, in its place.
      if let at = notices.firstIndex(where: { $0.code == notice.code }) {
        notices[at] = notice
      } else {
        notices.append(notice)
      }
    }
    for row in phrases.flatMap(\.rows) {
      let code = try row.required("notice")
      guard notices.contains(where: { $0.code == code }) else {
        throw row.error(
          "data.dangling",
          [
            "value": "\(code)", "what": Bilingual(ja: "お知らせ", en: "notice"),
            "suggestion": "\(DidYouMean.closest(to: code, among: notices.map(\.code)) ?? "")",
          ], field: "notice")
      }
      for pattern in try NeedPhrases.patterns(
        row, "phrases", number: rows.count, sets: sets, endings)
      { index.add(pattern) }
      var unless: PhraseIndex?
      if !row["unless"].isEmpty {
        var list = PhraseIndex(gap: 8)
        for pattern in try NeedPhrases.patterns(row, "unless", number: 0, sets: sets, endings) {
          list.add(pattern)
        }
        unless = list
      }
      rows.append(Row(notice: code, unless: unless))
    }
  }

  /// The notices of a text, in the order of the table.
  func find(_ text: NeedText) -> [DangerNotice] {
    var found: Set<String> = []
    index.matches(in: text) { match, number in
      let sentence = text.sentences[text.sentence[match.range.lowerBound]]
      if rows[number].unless?.stands(in: text, sentence) == true { return }
      found.insert(rows[number].notice)
    }
    return notices.filter { found.contains($0.code) }
  }
}
