import Diagnostics
import ReferenceData
import Synchronization

/// The detector of one process, made when a text is first given and anew when its tables change.
public final class NeedShelf: Sendable {
  private let made = Mutex<(signature: String, detector: NeedDetector)?>(nil)

  public init() {}

  /// `own` is the folder of a workspace's own tables.
  public func detector(
    _ library: ReferenceLibrary, adding own: String?
  ) throws(SasaeError) -> NeedDetector {
    let folders = [library.folder + "/lexicon"] + (own.map { [$0] } ?? [])
    let signature = ReferenceShelf.signature(
      of: folders.flatMap { folder in
        (NeedTables.names + [NeedTables.weights]).map { folder + "/" + $0 }
      })
    if let known = made.withLock({ $0 }), known.signature == signature { return known.detector }
    let detector = try NeedDetector(library, adding: own)
    made.withLock { $0 = (signature, detector) }
    return detector
  }
}
