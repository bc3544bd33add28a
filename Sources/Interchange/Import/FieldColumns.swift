import ReferenceData

/// Which columns of a table feed which fields.
public struct FieldColumns: Sendable {
  public let mapping: ImportMapping
  public let headings: [String]
  /// Physical line of the heading.
  public let line: Int
  private let columns: [String: [Int]]

  /// Nil when the mapping does not fit these headings.
  init?(_ mapping: ImportMapping, headings: [String], line: Int) {
    let keys = headings.map(HeadingKey.fold)
    if !mapping.signature.isEmpty, mapping.signature.isDisjoint(with: keys) { return nil }
    var columns: [String: [Int]] = [:]
    for field in mapping.fields {
      for heading in field.headings {
        columns[field.name, default: []] += keys.indices.filter { keys[$0] == heading }
      }
    }
    for field in mapping.requires where columns[field]?.isEmpty ?? true { return nil }
    self.mapping = mapping
    self.headings = headings
    self.line = line
    self.columns = columns.filter { !$0.value.isEmpty }
  }

  /// How many columns are understood.
  var understood: Int { columns.values.reduce(0) { $0 + $1.count } }

  func has(_ field: String) -> Bool { columns[field] != nil }

  /// Fields of the form `prefix:what`.
  func fields(prefix: String) -> [(name: String, columns: [Int])] {
    columns.filter { $0.key.hasPrefix(prefix) }
      .map { (String($0.key.dropFirst(prefix.count)), $0.value) }
      .sorted { $0.name < $1.name }
  }

  func indices(_ field: String) -> [Int] { columns[field] ?? [] }

  /// The heading that stands twice and feeds one field from two columns; nil when there is none.
  var repeatedHeading: String? {
    for indices in columns.values where indices.count > 1 {
      var seen: Set<String> = []
      for index in indices.sorted() where !seen.insert(HeadingKey.fold(headings[index])).inserted {
        return headings[index]
      }
    }
    return nil
  }

  /// The best of `mappings` for these headings: the most columns understood, then priority.
  static func best(
    of mappings: [ImportMapping], headings: [String], line: Int
  ) -> FieldColumns? {
    mappings.compactMap { FieldColumns($0, headings: headings, line: line) }
      .max {
        ($0.understood, $0.mapping.priority) < ($1.understood, $1.mapping.priority)
      }
  }
}
