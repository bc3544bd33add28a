import Diagnostics
import Model
import ReferenceData

/// Why a table is refused by its heading.
enum HeadingFault {
  /// No heading was found: shows the row that looks most like one, the first with the most cells.
  static func none(
    _ rows: [(line: Int, cells: [String])], _ mappings: [ImportMapping], _ file: String
  ) -> SasaeError {
    func stated(_ cells: [String]) -> Int { cells.count { MemberReader.stated($0) != nil } }
    let most = rows.map { stated($0.cells) }.max() ?? 0
    guard most > 0, let row = rows.first(where: { stated($0.cells) == most }) else {
      return SasaeError("import.no-rows", at: Position(file: file))
    }
    if HeadingFinder.isOnItsSide(rows, mappings) {
      return SasaeError("import.transposed", at: Position(file: file, line: row.line))
    }
    // What has digits or is long is no heading, and may be somebody's.
    let shown = row.cells.prefix(8).map(HeadingFinder.oneLine).map { cell in
      cell.count > 20
        || cell.unicodeScalars.contains {
          $0.properties.numericType != nil && $0.value < 0x3000
            || (0xFF10...0xFF19).contains($0.value)
        } ? "…" : cell
    }
    return SasaeError(
      "import.no-mapping", ["headings": "\(shown.joined(separator: ", "))"],
      at: Position(file: file, line: row.line))
  }

  /// Throws when the list holds no resources, a heading stands twice, or a column the caller names
  /// is not there.
  static func check(
    _ found: FieldColumns, _ choice: ListChoice, _ file: String
  ) throws(SasaeError) {
    if let why = found.mapping.refusal {
      throw SasaeError(
        "import.not-resources", ["kind": found.mapping.label, "why": why],
        at: Position(file: file, line: found.line))
    }
    if let heading = found.repeatedHeading {
      throw SasaeError(
        "import.duplicate-heading", ["heading": "\(heading)"],
        at: Position(file: file, line: found.line))
    }
    for (option, headings) in [("drop", choice.dropped), ("publish", choice.published)] {
      for heading in headings where found.columns(headed: heading).isEmpty {
        throw unknown(heading, option, found, file)
      }
    }
  }

  private static func unknown(
    _ heading: String, _ option: String, _ columns: FieldColumns, _ file: String
  ) -> SasaeError {
    SasaeError(
      "usage.unknown-column",
      [
        "option": "\(option)", "value": "\(heading)",
        "suggestion":
          "\(DidYouMean.closest(to: heading, among: columns.words.map(\.text)) ?? "")",
      ], at: Position(file: file, line: columns.line))
  }
}
