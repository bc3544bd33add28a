import Diagnostics
import JapaneseText
import ReferenceData

/// What must be said of a topic so that it is a need.
enum NeedCondition: String, CaseIterable, Sendable {
  /// The words are the complaint.
  case itself
  /// Something difficult, lacking, worrying or wished for is said of it.
  case hard
  /// It is wished for.
  case want
  /// As `hard`, or it is named with nothing said of it.
  case topic
}

/// The table of need phrases and the words of the taxonomy.
struct NeedPhrases: Sendable {
  struct Row: Sendable {
    var codes: [String]
    var condition: NeedCondition
    /// Takes the row back where it stands in the same sentence.
    var unless: PhraseIndex?
    /// Where the row stands: `need-phrases.tsv:12`, or the taxonomy.
    var source: String
    /// What it counts for its need beside the likeness to examples: plain names of a need more than the rest.
    var weight: Double { condition == .topic ? 4 : 2.25 }
    /// Of a workspace: it holds whatever the examples say.
    var isOwn = false
  }

  private(set) var index = PhraseIndex(gap: 8)
  private(set) var rows: [Row] = []

  init(
    files: [DataFile], needs: Taxonomy, predicates: PredicateTable, sets: WordSets,
    _ endings: Endings
  ) throws(SasaeError) {
    for (number, file) in files.enumerated() {
      for row in file.rows { try add(row, isOwn: number > 0, needs, sets, endings) }
    }
    for term in needs.terms where needs.isLeaf(term.code) {
      addWords(of: term, predicates, sets, endings)
    }
  }

  private mutating func add(
    _ row: DataFile.Row, isOwn: Bool, _ needs: Taxonomy, _ sets: WordSets, _ endings: Endings
  ) throws(SasaeError) {
    _ = try row.required("codes")
    let codes = row.list("codes").map(needs.current)
    for code in codes where needs[code] == nil || !needs.isLeaf(code) {
      throw row.error(
        "data.dangling",
        [
          "value": "\(code)", "what": Bilingual(ja: "ニーズ", en: "need"),
          "suggestion": "\(needs.suggestion(for: code) ?? "")",
        ], field: "codes")
    }
    guard let condition = NeedCondition(rawValue: row["when"]) else {
      throw row.error(
        "data.value",
        [
          "value": "\(row["when"])",
          "expected": "\(NeedCondition.allCases.map(\.rawValue).joined(separator: ", "))",
        ], field: "when")
    }
    for pattern in try Self.patterns(row, "phrases", number: rows.count, sets: sets, endings) {
      index.add(pattern)
    }
    var unless: PhraseIndex?
    if !row["unless"].isEmpty {
      var list = PhraseIndex(gap: 8)
      for pattern in try Self.patterns(row, "unless", number: 0, sets: sets, endings) {
        list.add(pattern)
      }
      unless = list
    }
    rows.append(
      Row(
        codes: codes, condition: condition, unless: unless,
        source: "need-phrases.tsv:\(row.line)", isOwn: isOwn))
  }

  /// Its label and the parts of it, and its synonyms.
  static func words(of term: Taxonomy.Term) -> [String] {
    let parts = term.label.ja.split { "・（）()／/、".contains($0) }.map(String.init)
    return [term.label.ja] + parts.filter { $0.count >= 3 } + term.synonyms
  }

  /// A label and its parts, and what people say for it. A synonym that is a complaint itself
  /// (「瓶のふたが開かない」) needs nothing more.
  private mutating func addWords(
    of term: Taxonomy.Term, _ predicates: PredicateTable, _ sets: WordSets, _ endings: Endings
  ) {
    for word in Self.words(of: term) {
      guard word.count >= 2, !word.contains("<"),
        let pattern = PhrasePattern(
          word.filter { $0 != " " && $0 != "|" && $0 != "~" }, row: rows.count, sets: sets, endings)
      else { continue }
      let says = predicates.find(in: NeedText(word, endings)).contains { $0.kind.makesNeed }
      index.add(pattern)
      rows.append(
        Row(
          codes: [term.code],
          condition: says ? .itself : term.code.hasPrefix("ROL-") ? .want : .topic, unless: nil,
          source: "needs.tsv:\(term.line)"))
    }
  }

  /// The patterns of a cell, each checked.
  static func patterns(
    _ row: DataFile.Row, _ field: String, number: Int, sets: WordSets, _ endings: Endings
  ) throws(SasaeError) -> [PhrasePattern] {
    _ = try row.required(field)
    var out: [PhrasePattern] = []
    for written in row.list(field) {
      if let name = sets.unknown(in: written) {
        throw row.error(
          "data.dangling",
          [
            "value": "\(name)", "what": Bilingual(ja: "ことばの組", en: "set of words"),
            "suggestion": "",
          ], field: field)
      }
      guard let pattern = PhrasePattern(written, row: number, sets: sets, endings) else {
        throw row.error(
          "data.value",
          [
            "value": "\(written)",
            "expected": Bilingual(ja: "空白と | で分けた語", en: "words divided by blanks and |"),
          ], field: field)
      }
      out.append(pattern)
    }
    return out
  }
}
