import Diagnostics
import Glibc
import JapaneseText
import Model
import ReferenceData
import TextIndex
import Timetable

/// What the index of a workspace is made with: one with another stamp is built anew.
public struct IndexStamp {
  let workspace: Workspace
  let shelf: ReferenceShelf

  /// Metadata keys of the index: its stamp, and the looks of the files it was made with.
  public static let key = "stamp"
  public static let signatureKey = "signature"

  /// Changes whenever the same resource would give another document.
  static var documents: String { "document-9 \(PhraseReader.version) \(years.lowerBound)" }

  /// The years whose single days an index knows, in which schedules name days that no weekday tells.
  /// With a new year the index is built anew.
  public static var years: ClosedRange<Int> {
    let year = CalendarDate(daysSince1970: (time(nil) + 9 * 3_600) / 86_400).year
    return year...year + 1
  }

  public init(_ workspace: Workspace, _ shelf: ReferenceShelf) {
    self.workspace = workspace
    self.shelf = shelf
  }

  public func text() throws(SasaeError) -> String {
    versions + (try shelf.fingerprint(adding: workspace.lexicon)) + " "
      + (try PlaceFiles(workspace, shelf).fingerprint())
  }

  /// The looks of all files that decide what the index holds.
  public var signature: String {
    shelf.signature(adding: workspace.lexicon) + " " + PlaceFiles(workspace, shelf).signature
  }

  private var versions: String {
    "sasae \(Self.documents) \(Analyzer.version) \(ListingCodec.version) "
  }

  /// Whether an open index was made by this program with this reference data. A stub file that
  /// names shards elsewhere is taken as it is.
  public func isCurrent(_ reader: IndexReader) throws(SasaeError) -> Bool {
    if workspace.isIndexStub { return true }
    guard let stamp = try reader.metadata(Self.key), stamp.hasPrefix(versions) else {
      return false
    }
    // The files are only read when they look otherwise than at the building.
    if try reader.metadata(Self.signatureKey) == signature { return true }
    return try stamp == text()
  }

  /// The index where it can answer as it is; nil where it has to be made or to catch up first, and
  /// where anything is wrong.
  public func openCurrent() -> IndexReader? {
    guard workspace.exists || workspace.isIndexStub, !workspace.isIndexPending,
      let reader = try? IndexReader(path: workspace.index), (try? isCurrent(reader)) == true
    else { return nil }
    return reader
  }
}
