import Diagnostics
import Glibc
import ReferenceData
import Synchronization

/// A table of words from files of `Data/lexicon`.
protocol WordTable: Sendable {
  /// Its files with the columns each must have.
  static var names: KeyValuePairs<String, [String]> { get }
  /// Of the rows of each file, in order.
  init(_ rows: [[DataFile.Row]], _ library: ReferenceLibrary) throws(SasaeError)
  /// Equal for files of equal contents.
  var fingerprint: String { get set }
}

/// The tables of words a match may need, read when first needed and anew when a file changes.
///
/// A table of `Data/lexicon` may be added to in a workspace's own folder of words.
public final class WordTables: Sendable {
  private struct Kept<Table: WordTable>: Sendable {
    var signature: String
    var table: Table
  }
  private let roles = Mutex<Kept<RoleWords>?>(nil)
  private let venues = Mutex<Kept<VenueWords>?>(nil)
  private let plans = Mutex<Kept<PlanWords>?>(nil)

  public init() {}

  /// What the lines of care plans mean.
  func plans(_ library: ReferenceLibrary, adding own: String?) throws(SasaeError) -> PlanWords {
    try Self.table(plans, library, own)
  }

  /// What activities ask of places.
  func venues(_ library: ReferenceLibrary, adding own: String?) throws(SasaeError) -> VenueWords {
    try Self.table(venues, library, own)
  }

  /// Who looks for people that help, and what strengths are good for.
  func roles(_ library: ReferenceLibrary, adding own: String?) throws(SasaeError) -> RoleWords {
    try Self.table(roles, library, own)
  }

  private static func table<Table>(
    _ kept: borrowing Mutex<Kept<Table>?>, _ library: ReferenceLibrary, _ own: String?
  ) throws(SasaeError) -> Table {
    let folders = [library.folder + "/lexicon"] + (own.map { [$0] } ?? [])
    let paths = folders.flatMap { folder in Table.names.map { folder + "/" + $0.key } }
    let signature = ReferenceShelf.signature(of: paths)
    if let known = kept.withLock({ $0 }), known.signature == signature { return known.table }
    let fingerprint = try ReferenceShelf.fingerprint(of: paths)
    var rows: [[DataFile.Row]] = []
    for (name, columns) in Table.names {
      var read: [DataFile.Row] = []
      for (i, folder) in folders.enumerated() {
        let path = folder + "/" + name
        // Only a workspace's own may be absent.
        if i > 0, access(path, F_OK) != 0 { continue }
        read += try DataFile(path: path, required: columns).rows
      }
      rows.append(read)
    }
    var table = try Table(rows, library)
    table.fingerprint = fingerprint
    kept.withLock { $0 = Kept(signature: signature, table: table) }
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
