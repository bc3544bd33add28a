import Diagnostics
import ReferenceData
import Synchronization

/// The instruments of one process, read when first needed and anew when a file of theirs changes.
public final class InstrumentMemo: Sendable {
  private let made = Mutex<(signature: String, shelf: InstrumentShelf)?>(nil)

  public init() {}

  /// `own` is the folder of a workspace's own instruments.
  public func shelf(
    _ library: ReferenceLibrary, own: String
  ) throws(SasaeError) -> InstrumentShelf {
    var paths: [String] = []
    for folder in [library.folder + "/instruments", own] {
      paths += FileBytes.list(folder, suffix: ".tsv").map { folder + "/" + $0 }
    }
    // The needs they name are checked against the taxonomies.
    let signature =
      paths.joined(separator: "\n") + ReferenceShelf.signature(of: paths)
      + library.fingerprint
    if let known = made.withLock({ $0 }), known.signature == signature { return known.shelf }
    let shelf = try InstrumentShelf(library: library, own: own)
    made.withLock { $0 = (signature, shelf) }
    return shelf
  }
}
