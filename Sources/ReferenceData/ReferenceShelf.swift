import Diagnostics
import Synchronization

/// The reference data of one process, read when first needed: a search needs only the labels.
public final class ReferenceShelf: Sendable {
  public let folder: String
  private let cache = Mutex<ReferenceLibrary?>(nil)
  private let labels = Mutex<[String: Bilingual]?>(nil)

  public init(folder: String) { self.folder = folder }

  private var categoryPath: String { folder + "/taxonomy/resource-categories.tsv" }

  /// Everything, validated.
  public func library() throws(SasaeError) -> ReferenceLibrary {
    if let library = cache.withLock({ $0 }) { return library }
    let library = try ReferenceLibrary(folder: folder)
    cache.withLock { $0 = library }
    return library
  }

  /// What the index was built with, without reading more than one file.
  public func fingerprint() throws(SasaeError) -> String {
    ReferenceLibrary.hash(try FileBytes.read(categoryPath))
  }

  /// Labels of the categories alone.
  public func categoryLabels() throws(SasaeError) -> [String: Bilingual] {
    if let labels = labels.withLock({ $0 }) { return labels }
    var read: [String: Bilingual] = [:]
    let bytes = try FileBytes.read(categoryPath)
    for line in bytes.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      let cells = line.split(separator: 0x09, maxSplits: 3, omittingEmptySubsequences: false)
      guard cells.count >= 3 else { continue }
      read[String(decoding: cells[0], as: UTF8.self)] = Bilingual(
        ja: String(decoding: cells[1], as: UTF8.self), en: String(decoding: cells[2], as: UTF8.self)
      )
    }
    let done = read
    labels.withLock { $0 = done }
    return done
  }
}
