import Diagnostics
import Glibc
import Synchronization

/// The reference data of one process, read when first needed: a search needs only the labels.
public final class ReferenceShelf: Sendable {
  public let folder: String
  private let cache = Mutex<ReferenceLibrary?>(nil)
  private let labels = Mutex<CategoryLabels?>(nil)
  private let towns = Mutex<Municipalities?>(nil)

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
  public func categoryLabels() throws(SasaeError) -> CategoryLabels {
    if let labels = labels.withLock({ $0 }) { return labels }
    let read = CategoryLabels(file: try FileBytes.read(categoryPath))
    labels.withLock { $0 = read }
    return read
  }

  /// Prefectures and municipalities, for what reads codes and addresses.
  public func municipalities() throws(SasaeError) -> Municipalities {
    if let towns = towns.withLock({ $0 }) { return towns }
    let read = try Municipalities(path: folder + "/areas/municipalities.tsv")
    towns.withLock { $0 = read }
    return read
  }
}

/// The labels of categories, looked up in the file's own bytes: a page of hits names a dozen of
/// them, and reading all costs more than finding those.
public struct CategoryLabels: Sendable {
  private let bytes: [UInt8]

  init(file bytes: [UInt8]) { self.bytes = bytes }

  public subscript(_ code: String) -> Bilingual? {
    let wanted = Array(code.utf8)
    return bytes.withUnsafeBytes { file in
      var at = 0
      while at < file.count {
        let end = Self.lineEnd(file, from: at)
        let line = UnsafeRawBufferPointer(rebasing: file[at..<end])
        at = end + 1
        guard line.count > wanted.count, line[wanted.count] == 0x09,
          line.prefix(wanted.count).elementsEqual(wanted)
        else { continue }
        let cells = line[(wanted.count + 1)...]
          .split(separator: 0x09, maxSplits: 2, omittingEmptySubsequences: false)
        guard cells.count >= 2 else { return nil }
        return Bilingual(
          ja: String(decoding: cells[0], as: UTF8.self),
          en: String(decoding: cells[1], as: UTF8.self))
      }
      return nil
    }
  }

  private static func lineEnd(_ file: UnsafeRawBufferPointer, from at: Int) -> Int {
    guard let base = file.baseAddress,
      let found = memchr(base + at, 0x0A, file.count - at)
    else { return file.count }
    return base.distance(to: UnsafeRawPointer(found))
  }
}
