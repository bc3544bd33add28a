import Diagnostics
import Glibc
import ReferenceData
import Synchronization

/// The tables of words a match may need, read when first needed and anew when a file changes.
///
/// A table of `Data/lexicon` may be added to in a workspace's own folder of words.
public final class WordTables: Sendable {
  private let roles = Mutex<(signature: String, table: RoleWords)?>(nil)

  private let venues = Mutex<(signature: String, table: VenueWords)?>(nil)

  private let plans = Mutex<(signature: String, table: PlanWords)?>(nil)

  public init() {}

  /// What the lines of care plans mean.
  func plans(_ library: ReferenceLibrary, adding own: String?) throws(SasaeError) -> PlanWords {
    try Self.table(plans, PlanWords.names, library, own) { rows throws(SasaeError) in
      try PlanWords(rows, library)
    }
  }

  /// What activities ask of places.
  func venues(_ library: ReferenceLibrary, adding own: String?) throws(SasaeError) -> VenueWords {
    try Self.table(venues, VenueWords.names, library, own) { rows throws(SasaeError) in
      try VenueWords(rows, library)
    }
  }

  /// Who looks for people that help, and what strengths are good for.
  func roles(_ library: ReferenceLibrary, adding own: String?) throws(SasaeError) -> RoleWords {
    try Self.table(roles, RoleWords.names, library, own) { files throws(SasaeError) in
      try RoleWords(files, library)
    }
  }

  /// `names` with the columns each must have; the table is made of the rows of each, in order.
  private static func table<Table: Sendable>(
    _ kept: borrowing Mutex<(signature: String, table: Table)?>,
    _ names: KeyValuePairs<String, [String]>, _ library: ReferenceLibrary, _ own: String?,
    make: ([[DataFile.Row]]) throws(SasaeError) -> Table
  ) throws(SasaeError) -> Table {
    let folders = [library.folder + "/lexicon"] + (own.map { [$0] } ?? [])
    let signature = ReferenceShelf.signature(
      of: folders.flatMap { folder in names.map { folder + "/" + $0.key } })
    if let known = kept.withLock({ $0 }), known.signature == signature { return known.table }
    var rows: [[DataFile.Row]] = []
    for (name, columns) in names {
      var read: [DataFile.Row] = []
      for (i, folder) in folders.enumerated() {
        let path = folder + "/" + name
        // Only a workspace's own may be absent.
        if i > 0, access(path, F_OK) != 0 { continue }
        read += try DataFile(path: path, required: columns).rows
      }
      rows.append(read)
    }
    let table = try make(rows)
    kept.withLock { $0 = (signature, table) }
    return table
  }
}

extension DataFile.Row {
  /// A code of a taxonomy, which must be there.
  func code(
    _ text: String, in taxonomy: Taxonomy, field: String, what: Bilingual
  ) throws(SasaeError) -> String {
    guard taxonomy[text] != nil else {
      throw error(
        "data.dangling",
        [
          "value": "\(text)", "what": what,
          "suggestion": "\(taxonomy.suggestion(for: text) ?? "")",
        ], field: field)
    }
    return text
  }

  /// One of the words of a vocabulary.
  func word<V: RawRepresentable & CaseIterable>(
    _: V.Type, _ column: String
  ) throws(SasaeError) -> V where V.RawValue == String {
    let text = try required(column)
    guard let word = V(rawValue: text) else {
      throw error(
        "data.value",
        [
          "value": "\(text)",
          "expected": "\(V.allCases.map(\.rawValue).joined(separator: ", "))",
        ], field: column)
    }
    return word
  }

  /// The items of a cell, folded for comparing.
  func folded(_ column: String) -> [String] { list(column).map(PhraseMemo.folded) }
}
