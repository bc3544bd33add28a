import Diagnostics
import Glibc
import Synchronization

/// The reference data of one process, read when first needed: a search needs only the labels.
public final class ReferenceShelf: Sendable {
  public let folder: String
  private let cache = Mutex<ReferenceLibrary?>(nil)
  private let labels = Mutex<CategoryLabels?>(nil)
  private let words = Mutex<(signature: String, lexicon: Lexicon)?>(nil)
  private let towns = Mutex<Municipalities?>(nil)

  /// A workspace's own terms, renames and weights; nil for none.
  private let own: String?
  private let renames = Mutex<(signature: String, renames: CodeRenames)?>(nil)

  /// `own` is the folder of a workspace's own taxonomy; it need not be there.
  public init(folder: String, own: String? = nil) {
    self.folder = folder
    self.own = own
  }

  private var taxonomy: TaxonomyPaths { TaxonomyPaths(folder: folder, own: own) }

  /// The codes that were renamed, without the rest of the taxonomies.
  public func codeRenames() throws(SasaeError) -> CodeRenames {
    let paths = [taxonomy.bundledRenames] + taxonomy.ownFiles
    let signature = Self.signature(of: paths)
    if let known = renames.withLock({ $0 }), known.signature == signature { return known.renames }
    let read = try taxonomy.renames()
    renames.withLock { $0 = (signature, read) }
    return read
  }

  private var categoryPath: String { folder + "/taxonomy/resource-categories.tsv" }

  /// Everything, validated.
  public func library() throws(SasaeError) -> ReferenceLibrary {
    if let library = cache.withLock({ $0 }) { return library }
    let library = try ReferenceLibrary(folder: folder, own: own)
    cache.withLock { $0 = library }
    return library
  }

  /// The words that mean the same, with those a workspace's own folder adds.
  public func lexicon(adding folder: String?) throws(SasaeError) -> Lexicon {
    let signature = signature(adding: folder)
    if let known = words.withLock({ $0 }), known.signature == signature { return known.lexicon }
    // The taxonomies it is made of may have changed too.
    cache.withLock { $0 = nil }
    let lexicon = try readLexicon(adding: folder)
    words.withLock { $0 = (signature, lexicon) }
    return lexicon
  }

  private func readLexicon(adding folder: String?) throws(SasaeError) -> Lexicon {
    let library = try library()
    func files(_ name: String, _ columns: [String]) throws(SasaeError) -> [DataFile] {
      var files: [DataFile] = []
      for path in lexiconPaths(adding: folder) where path.hasSuffix(name) {
        // A folder of one's own need not have any.
        if access(path, F_OK) == 0 {
          files.append(try DataFile(path: path, required: columns))
        }
      }
      return files
    }
    return try Lexicon(
      spelling: files("/spelling.tsv", ["word", "variants", "kana"]),
      synonyms: files("/synonyms.tsv", ["words", "kind"]), categories: library.categories,
      words: library.words,
      needs: library.needs, crosswalk: library.crosswalk)
  }

  private func lexiconPaths(adding own: String?) -> [String] {
    [folder + "/lexicon"].appending(own)
      .flatMap { [$0 + "/spelling.tsv", $0 + "/synonyms.tsv"] }
  }

  /// All files that decide what the index holds.
  private func indexedPaths(adding words: String?) -> [String] {
    [
      "/taxonomy/resource-categories.tsv", "/taxonomy/needs.tsv",
      "/taxonomy/need-resource-map.tsv", "/taxonomy/category-words.tsv",
    ].map { folder + $0 } + renamePaths + taxonomy.ownFiles + lexiconPaths(adding: words)
  }

  /// Only where it is there, so that an index made without stays as it is.
  private var renamePaths: [String] {
    access(taxonomy.bundledRenames, F_OK) == 0 ? [taxonomy.bundledRenames] : []
  }

  /// What the index was built with: equal for equal contents.
  public func fingerprint(adding own: String?) throws(SasaeError) -> String {
    try Self.fingerprint(of: indexedPaths(adding: own))
  }

  /// Equal for files of equal contents; one that is not there counts as empty.
  public static func fingerprint(of paths: [String]) throws(SasaeError) -> String {
    var hashes: [String] = []
    for path in paths {
      let bytes = access(path, F_OK) == 0 ? try FileBytes.read(path) : []
      hashes.append(ReferenceLibrary.hash(bytes))
    }
    return hashes.joined(separator: "-")
  }

  /// The same files by size and time of change: while these are equal nobody need read them.
  public func signature(adding own: String?) -> String {
    Self.signature(of: indexedPaths(adding: own))
  }

  /// Size, time of change and inode of files.
  public static func signature(of paths: [String]) -> String {
    paths.map { path in
      var info = stat()
      guard stat(path, &info) == 0 else { return "-" }
      return "\(info.st_ino).\(info.st_size).\(info.st_mtim.tv_sec).\(info.st_mtim.tv_nsec)"
    }.joined(separator: " ")
  }

  /// Labels of the categories alone.
  public func categoryLabels() throws(SasaeError) -> CategoryLabels {
    if let labels = labels.withLock({ $0 }) { return labels }
    var bytes = try FileBytes.read(categoryPath)
    // Behind ours, in the order of our columns: the first row of a code has its labels.
    for row in try taxonomy.own(TaxonomyPaths.categories, ["code", "synonyms"])?.rows ?? []
    where !row["label_ja"].isEmpty {
      bytes += "\n\(row["code"])\t\(row["label_ja"])\t\(row["label_en"])\t\n".utf8
    }
    let read = CategoryLabels(file: bytes)
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

extension [String] {
  fileprivate func appending(_ element: String?) -> [String] { element.map { self + [$0] } ?? self }
}

/// The labels of categories, looked up in the file's own bytes: a page of hits names a dozen of
/// them, and reading all costs more than finding those.
public struct CategoryLabels: Sendable {
  private let bytes: [UInt8]

  init(file bytes: [UInt8]) { self.bytes = bytes }

  public subscript(_ code: String) -> Bilingual? {
    var code = code
    return code.withUTF8 { wanted in
      bytes.withUnsafeBytes { file in
        guard
          let wanted = wanted.baseAddress.map({
            UnsafeRawBufferPointer(start: $0, count: wanted.count)
          })
        else { return nil }
        var at = 0
        while at < file.count {
          let end = Self.next(0x0A, in: file, from: at, to: file.count)
          let tab = at + wanted.count
          if tab < end, file[tab] == 0x09, Self.begins(file, at, with: wanted) {
            return Self.labels(file, from: tab + 1, to: end)
          }
          at = end + 1
        }
        return nil
      }
    }
  }

  /// The two cells after the code.
  private static func labels(
    _ file: UnsafeRawBufferPointer, from start: Int, to end: Int
  ) -> Bilingual? {
    let ja = next(0x09, in: file, from: start, to: end)
    guard ja < end else { return nil }
    let en = next(0x09, in: file, from: ja + 1, to: end)
    return Bilingual(
      ja: String(decoding: UnsafeRawBufferPointer(rebasing: file[start..<ja]), as: UTF8.self),
      en: String(decoding: UnsafeRawBufferPointer(rebasing: file[ja + 1..<en]), as: UTF8.self))
  }

  private static func begins(
    _ file: UnsafeRawBufferPointer, _ at: Int, with wanted: UnsafeRawBufferPointer
  ) -> Bool {
    guard let line = file.baseAddress, let code = wanted.baseAddress else { return false }
    return memcmp(line + at, code, wanted.count) == 0
  }

  /// Where the byte stands next, or `end`.
  private static func next(
    _ byte: Int32, in file: UnsafeRawBufferPointer, from at: Int, to end: Int
  ) -> Int {
    guard let base = file.baseAddress, at < end, let found = memchr(base + at, byte, end - at)
    else { return end }
    return base.distance(to: UnsafeRawPointer(found))
  }
}
