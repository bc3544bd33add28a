import JapaneseText
import Model
import ReferenceData

/// Finds the heading of a table among its first rows (見出し行の検出).
///
/// Above it may stand a title, remarks and blank rows. It may take two rows, the upper one with
/// merged cells (「災害種別,,,」 over 「洪水,地震,津波」). Of all places and mappings the one that
/// understands most wins; rows of data hardly look like headings.
struct HeadingFinder {
  /// Rows looked at; what stands above the heading is a preamble.
  static let depth = 30

  /// A fitting mapping and what it would understand.
  struct Candidate: Sendable {
    var columns: FieldColumns
    /// Index of the first heading row among the rows looked at.
    var row: Int
    var score: Double
  }

  /// - Parameter rows: The first rows of the table with their physical lines.
  /// - Returns: The best candidate of each mapping that fits, best first.
  static func candidates(
    in rows: [(line: Int, cells: [String])], of mappings: [ImportMapping]
  ) -> [Candidate] {
    var best: [String: Candidate] = [:]
    for row in rows.indices {
      guard rows[row].cells.contains(where: { MemberReader.stated($0) != nil }) else { continue }
      let single = rows[row].cells.map { HeadingWord(oneLine($0)) }
      var readings = [(headings: single, depth: 1)]
      if row + 1 < rows.count, let joined = joined(rows[row].cells, rows[row + 1].cells) {
        readings.append((joined, 2))
      }
      for mapping in mappings {
        for reading in readings {
          guard
            let columns = FieldColumns(
              mapping, headings: reading.headings, line: rows[row].line, depth: reading.depth),
            looksLikeHeading(columns)
          else { continue }
          if reading.depth > 1, namesTwice(rows[row].cells, rows[row + 1].cells, columns) {
            continue
          }
          // A second row must earn its place, unless it can be no row of data: it has no name.
          var score = columns.score - Double(reading.depth - 1) * 0.6
          if reading.depth > 1, row + 1 < rows.count, hasNoName(rows[row + 1].cells, columns) {
            score += 3
          }
          if score > best[mapping.name]?.score ?? 0 {
            best[mapping.name] = Candidate(columns: columns, row: row, score: score)
          }
        }
      }
    }
    return best.values.sorted {
      ($1.score, $0.row, $0.columns.mapping.name) < ($0.score, $1.row, $1.columns.mapping.name)
    }
  }

  /// Whether both rows say something where the names are: then the lower one is a row of data.
  private static func namesTwice(
    _ upper: [String], _ lower: [String], _ columns: FieldColumns
  ) -> Bool {
    func says(_ cells: [String], _ at: Int) -> Bool {
      cells.indices.contains(at) && MemberReader.stated(cells[at]) != nil
    }
    return columns.indices("name").contains { says(upper, $0) && says(lower, $0) }
  }

  /// Whether the lower row of a heading says nothing where the names are.
  private static func hasNoName(_ lower: [String], _ columns: FieldColumns) -> Bool {
    let names = columns.indices("name")
    return !names.isEmpty
      && names.allSatisfy { !lower.indices.contains($0) || MemberReader.stated(lower[$0]) == nil }
  }

  /// At least one heading is known by itself, unless the table has but one column; no cell is a
  /// telephone number or the like, which no heading is.
  private static func looksLikeHeading(_ columns: FieldColumns) -> Bool {
    let stated = columns.words.filter { MemberReader.stated($0.text) != nil }
    if stated.contains(where: { isValue($0.text) }) { return false }
    if stated.count == 1 { return true }
    return columns.columns.contains { column in
      guard let field = column.field, field != "ignore" else { return false }
      if case .form? = column.fit { return false }
      return true
    } || columns.mapping.takesFirstPart && !columns.has("name")
  }

  /// A telephone number, a time: what stands in rows.
  private static func isValue(_ text: String) -> Bool {
    let digits = text.utf8.count { (48...57).contains($0) }
    return digits >= 6 && digits * 2 >= text.utf8.count || digits > 0 && ClockText.read(text) != nil
  }

  /// Whether what stands above the heading says that the list is not for everybody.
  static func isConfidential(_ preamble: ArraySlice<(line: Int, cells: [String])>) -> Bool {
    let marks = ["取扱注意", "取り扱い注意", "部外秘", "持出厳禁", "持ち出し厳禁", "個人情報", "マル秘", "㊙", "関係者限り"]
    return preamble.contains { row in
      row.cells.contains { cell in marks.contains { ByteSearch.contains(cell, $0) } }
    }
  }

  /// Whether the headings stand below each other in the first column (a table on its side).
  static func isOnItsSide(
    _ rows: [(line: Int, cells: [String])], _ mappings: [ImportMapping]
  ) -> Bool {
    guard let mapping = mappings.first(where: \.picksName) ?? mappings.first else { return false }
    var known: Set<String> = []
    for row in rows where row.cells.count > 1 {
      guard let first = row.cells.first, let use = mapping.use(of: HeadingWord(oneLine(first))),
        use.fit == .exact, use.field != "ignore"
      else { continue }
      known.insert(use.field)
    }
    return known.count >= 3
  }

  static func oneLine(_ text: String) -> String {
    MemberReader.trimmed(
      text.split { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }.joined(separator: " "))
  }

  /// Two heading rows as one, when the lower one stands under merged cells of the upper one: each
  /// lower word behind the upper one it belongs to. Nil when the rows are not such a pair.
  static func joined(_ upper: [String], _ lower: [String]) -> [HeadingWord]? {
    let count = max(upper.count, lower.count)
    guard count > 1 else { return nil }
    func word(_ cells: [String], _ at: Int) -> String? {
      cells.indices.contains(at) ? MemberReader.stated(cells[at]).map(oneLine) : nil
    }
    var out: [HeadingWord] = []
    var group: String?
    var sharesGroup = false
    var isPair = false
    for at in 0..<count {
      let (above, below) = (word(upper, at), word(lower, at))
      // A heading word is short and holds no number.
      if let below, below.count > 24 || below.utf8.contains(where: { (48...57).contains($0) }) {
        return nil
      }
      if above != nil {
        group = above
        sharesGroup = word(upper, at + 1) == nil && word(lower, at + 1) != nil
      }
      switch (above, below) {
      case (let above?, nil): out.append(HeadingWord(above))
      case (let above?, let below?):
        if sharesGroup { isPair = true }
        out.append(HeadingWord(above + "_" + below, lower: below, upper: above))
      case (nil, let below?):
        // Under no group at all, the lower row is the heading by itself.
        guard let group else {
          out.append(HeadingWord(below))
          continue
        }
        isPair = true
        out.append(HeadingWord(group + "_" + below, lower: below, upper: group))
      case (nil, nil):
        out.append(HeadingWord(""))
        group = nil
      }
    }
    return isPair ? out : nil
  }
}
