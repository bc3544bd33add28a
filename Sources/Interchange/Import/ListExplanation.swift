import Diagnostics
import ReferenceData

/// How a table was understood: which mapping, which column is what, what is left over.
public struct ListExplanation: Sendable {
  public struct Column: Sendable {
    /// 1-based.
    public var number: Int
    public var heading: String
    /// Nil: kept as raw cells only.
    public var field: String?
    /// `exact`, `bare`, or the form that fits, such as `*名称`.
    public var fit: String?
  }

  public struct Considered: Sendable {
    public var mapping: String
    /// Worth of the columns it understands; the highest is taken.
    public var score: Double
    /// Line of the heading it sees.
    public var line: Int
  }

  public var mapping: String
  public var label: Bilingual
  /// Physical line of the heading, and how many rows it takes.
  public var line: Int
  public var depth: Int
  public var columns: [Column]
  /// All mappings that fit, best first.
  public var considered: [Considered]
  /// Of several name columns, how many different values each has in the first rows.
  public var nameColumns: [(heading: String, different: Int)]

  init(_ list: TableList) {
    let columns = list.columns
    mapping = columns.mapping.name
    label = columns.mapping.label
    (line, depth) = (columns.line, columns.depth)
    self.columns = columns.columns.enumerated().map { at, column in
      let fit: String? =
        switch column.fit {
        case .exact?: "exact"
        case .bare?: "bare"
        case .form(let form)?: form
        case nil: nil
        }
      return Column(number: at + 1, heading: column.heading, field: column.field, fit: fit)
    }
    considered = list.candidates.map {
      Considered(mapping: $0.columns.mapping.name, score: $0.score, line: $0.columns.line)
    }
    nameColumns = list.nameCounts.map { (columns.words[$0.column].text, $0.different) }
  }

  /// Heading → field, for the list's record in the registry.
  public var fields: [(heading: String, field: String)] {
    columns.compactMap { column in
      column.field.flatMap { $0 == "ignore" ? nil : (column.heading, $0) }
    }
  }
}
