import Diagnostics

/// What the rows of a file hold and the ways in which they may be written.
struct RowLayout: Sendable {
  struct Field: Sendable {
    var name: String
    /// Names in a heading or in JSON, lower case.
    var names: [String]
    var isRequired = true
  }

  var fields: [Field]
  /// The columns of files without a heading. The number of cells tells the forms apart.
  var forms: [[String]]
  var splitsAtBlanks: Bool
  /// How a row is to be written, for a hint.
  var usage: Bilingual

  static let queries = RowLayout(
    fields: [
      Field(name: "id", names: ["id"]), Field(name: "text", names: ["text", "q"]),
      Field(name: "type", names: ["type"], isRequired: false),
    ],
    forms: [["id", "text"], ["id", "type", "text"]], splitsAtBlanks: false,
    usage: Bilingual(
      ja: "「id タブ 問い」か「id タブ 種類 タブ 問い」", en: "id TAB text, or id TAB type TAB text"))

  /// Besides its own names, those of the heading that BEIR data sets have.
  static let judgements = RowLayout(
    fields: [
      Field(name: "query", names: ["query", "query-id"]),
      Field(name: "id", names: ["id", "corpus-id"]),
      Field(name: "grade", names: ["grade", "score"]),
    ],
    forms: [["query", "id", "grade"], ["query", "iteration", "id", "grade"]], splitsAtBlanks: true,
    usage: Bilingual(
      ja: "「問い タブ id タブ 段階」か、TREC の「問い 0 id 段階」",
      en: "query TAB id TAB grade, or query 0 id grade as TREC does"))

  /// Position by field when the cells are a heading: one that names every required field.
  func heading(_ cells: [String]) -> [String: Int]? {
    let cells = cells.map { $0.lowercased() }
    var columns: [String: Int] = [:]
    for field in fields {
      if let column = cells.firstIndex(where: field.names.contains) {
        columns[field.name] = column
      } else if field.isRequired {
        return nil
      }
    }
    return columns
  }
}

/// One row, whatever it was written as.
struct FieldRow {
  var line: FileLine
  var fields: [String: String]

  /// The value of a field that can't be left empty.
  func required(_ name: String) throws(SasaeError) -> String {
    guard let text = fields[name], !text.isEmpty else {
      throw line.error("eval.missing", ["name": "\(name)"], field: name)
    }
    return text
  }
}
