import Diagnostics
import JapaneseText
import Model

/// The terms a workspace adds (独自の用語): leaves below codes that are there, and synonyms.
struct LocalTerms {
  let file: DataFile
  let renames: CodeRenames
  let tree: CodeRenames.Tree
  private(set) var uses: [RenamedUse] = []

  init(file: DataFile, renames: CodeRenames, tree: CodeRenames.Tree) {
    (self.file, self.renames, self.tree) = (file, renames, tree)
  }

  /// Puts the rows of the file into the terms; every fault is named by file, line and field.
  mutating func add(
    to terms: inout [Taxonomy.Term], rows: inout [DataFile.Row]
  ) throws(SasaeError) {
    let bundled = Dictionary(
      terms.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    let parents = Dictionary(
      file.rows.map { ($0["code"], $0["parent"]) }, uniquingKeysWith: { first, _ in first })
    var own: Set<String> = []
    for row in file.rows {
      let code = current(try row.required("code"), row, "code")
      guard own.insert(code).inserted else {
        throw row.error("data.duplicate", ["value": "\(code)"], field: "code")
      }
      try checkSynonyms(row, of: code, terms)
      guard let at = bundled[code] else {
        terms.append(try term(row, code, terms, bundled, parents))
        rows.append(row)
        continue
      }
      // A code of ours keeps its meaning.
      for column in ["label_ja", "label_en", "kana", "parent", "modes"] where !row[column].isEmpty {
        throw row.error("data.own-code", ["value": "\(code)"], field: column)
      }
      _ = try row.required("synonyms")
      terms[at].synonyms += row.list("synonyms")
      terms[at].localSynonyms = row.list("synonyms")
    }
  }

  private mutating func term(
    _ row: DataFile.Row, _ code: String, _ terms: [Taxonomy.Term], _ bundled: [String: Int],
    _ parents: [String: String]
  ) throws(SasaeError) -> Taxonomy.Term {
    let parent = current(try row.required("parent"), row, "parent")
    var seen: Set<String> = [code]
    var above: String? = parent
    while let one = above, parents[one] != nil {
      guard seen.insert(one).inserted else {
        throw row.error("data.cycle", ["value": "\(code)"], field: "parent")
      }
      above = parents[one]
    }
    guard let at = bundled[parent] else {
      throw row.error(
        "data.dangling",
        [
          "value": "\(parent)",
          "what": Bilingual(ja: "親コード（Data の分類）", en: "parent code of Data"),
          "suggestion": "\(DidYouMean.closest(to: parent, among: bundled.keys.sorted()) ?? "")",
        ], field: "parent")
    }
    // Matching works on leaf needs: one that is used already can't become a group.
    if tree == .need, !terms.contains(where: { $0.parent == parent }) {
      throw row.error(
        "data.value",
        [
          "value": "\(parent)",
          "expected": Bilingual(
            ja: "大きな分類。例: \(terms[at].parent ?? "")",
            en: "a group, such as \(terms[at].parent ?? "")"),
        ], field: "parent")
    }
    guard code.hasPrefix(parent + "-"), code.count > parent.count + 1 else {
      throw row.error(
        "data.value",
        [
          "value": "\(code)",
          "expected": Bilingual(
            ja: "親コードに続ける。例: \(parent)-X", en: "the parent's code and more, such as \(parent)-X"),
        ], field: "code")
    }
    return Taxonomy.Term(
      code: code,
      label: Bilingual(ja: try row.required("label_ja"), en: try row.required("label_en")),
      kana: row["kana"], synonyms: row.list("synonyms"), parent: parent,
      modes: try Taxonomy.modes(row), line: row.line, isLocal: true)
  }

  /// A word stands on one leaf need only: two would be found wherever it is said.
  private func checkSynonyms(
    _ row: DataFile.Row, of code: String, _ terms: [Taxonomy.Term]
  ) throws(SasaeError) {
    guard tree == .need else { return }
    for word in row.list("synonyms") {
      let key = Folding.key(word)
      if terms.contains(where: { $0.synonyms.contains { Folding.key($0) == key } }) {
        throw row.error("data.duplicate", ["value": "\(word)"], field: "synonyms")
      }
    }
  }

  private mutating func current(_ code: String, _ row: DataFile.Row, _ field: String) -> String {
    let new = renames.current(tree, code)
    if new != code {
      uses.append(
        RenamedUse(
          position: Position(file: row.path, line: row.line, field: field), old: code, new: new))
    }
    return new
  }
}
