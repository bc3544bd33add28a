import Diagnostics
import Glibc
import JapaneseText

/// Everything in `Data/`: found, read and validated. One value, shared by the whole process.
public struct ReferenceLibrary: Sendable {
  public let folder: String
  public let needs: Taxonomy
  public let categories: Taxonomy
  public let crosswalk: Crosswalk
  public let words: CategoryWords
  public let access: AccessFacets
  public let rides: Rides
  public private(set) var mappings: [ImportMapping]
  public private(set) var profiles: [MatchingProfile]
  /// Part of the index stamp: the labels and synonyms go into the index.
  public let fingerprint: String

  /// `own` is the folder of a workspace's own terms, renames and weights; it need not be there.
  public init(folder: String, own: String? = nil) throws(SasaeError) {
    self.folder = folder
    let taxonomy = folder + "/taxonomy/"
    let paths = TaxonomyPaths(folder: folder, own: own)
    let renames = try paths.renames()
    needs = try Taxonomy(
      file: DataFile(
        path: taxonomy + TaxonomyPaths.needs,
        required: ["code", "label_ja", "label_en", "kana", "synonyms", "parent"]),
      own: paths.own(TaxonomyPaths.needs, ["code", "synonyms"]), tree: .need, renames: renames)
    let categoryPath = taxonomy + TaxonomyPaths.categories
    categories = try Taxonomy(
      file: DataFile(
        path: categoryPath,
        required: ["code", "label_ja", "label_en", "kana", "synonyms", "parent", "modes"]),
      own: paths.own(TaxonomyPaths.categories, ["code", "synonyms"]), tree: .category,
      renames: renames)
    try renames.check(.need, against: needs)
    try renames.check(.category, against: categories)
    crosswalk = try Crosswalk(
      file: DataFile(
        path: taxonomy + TaxonomyPaths.map, required: ["need", "category", "weight"]),
      own: paths.own(TaxonomyPaths.map, ["need", "category", "weight"]), needs: needs,
      categories: categories)
    words = try CategoryWords(
      file: DataFile(
        path: taxonomy + "category-words.tsv", required: ["word", "category", "sure"]),
      categories: categories)
    access = try AccessFacets(
      file: DataFile(
        path: taxonomy + "access.tsv", required: ["code", "label_ja", "label_en", "words"]))
    rides = try Rides(
      file: DataFile(
        path: taxonomy + "rides.tsv", required: ["category", "to", "fetching", "by_route"]),
      categories: categories)
    mappings = try MappingFolder.read(
      folder + "/mappings", categories: categories, access: access)
    profiles = try ProfileFolder.read(folder + "/profiles")
    let local = try paths.ownFiles.map { path throws(SasaeError) in try FileBytes.read(path) }
    fingerprint =
      Self.hash(try FileBytes.read(categoryPath))
      + (local.isEmpty ? "" : "-" + Self.hash(Array(local.joined())))
  }

  public func profile(_ name: String) throws(SasaeError) -> MatchingProfile {
    if let profile = profiles.first(where: { $0.name == name }) { return profile }
    throw SasaeError(
      "usage.unknown-profile",
      [
        "value": "\(name)",
        "suggestion": "\(DidYouMean.closest(to: name, among: profiles.map(\.name)) ?? "")",
      ])
  }

  /// The same with the mappings of a workspace's own folder, which may extend or replace those of
  /// `Data/mappings`; unchanged when there is no such folder.
  public func adding(mappingsIn folder: String) throws(SasaeError) -> ReferenceLibrary {
    var library = self
    library.mappings = try MappingFolder.read(
      folder, over: mappings, categories: categories, access: access)
    return library
  }

  /// The same with the profiles of a workspace's own folder, which may extend or replace those of
  /// `Data/profiles`; unchanged when there is no such folder.
  public func adding(profilesIn folder: String) throws(SasaeError) -> ReferenceLibrary {
    var library = self
    library.profiles = try ProfileFolder.read(folder, over: profiles)
    return library
  }

  public func mapping(_ name: String) throws(SasaeError) -> ImportMapping {
    let mappings = mappings.filter { !$0.isAbstract }
    if let mapping = mappings.first(where: { $0.name == name }) { return mapping }
    throw SasaeError(
      "usage.unknown-mapping",
      [
        "value": "\(name)", "known": "\(mappings.map(\.name).joined(separator: ", "))",
        "suggestion": "\(DidYouMean.closest(to: name, among: mappings.map(\.name)) ?? "")",
      ])
  }

  /// FNV-1a in steps of eight bytes, hexadecimal: tells files apart; no protection against malice is claimed.
  static func hash(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    bytes.withUnsafeBytes { buffer in
      var at = 0
      while at + 8 <= buffer.count {
        let word = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        hash = (hash ^ word) &* 0x100_0000_01b3
        hash ^= hash >> 29
        at += 8
      }
      for byte in buffer[at...] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    return String(hash, radix: 16)
  }
}

/// Where `Data/` is: option, variable, beside an installed executable, or the source tree.
public enum DataFolder {
  static let mark = "/taxonomy/needs.tsv"

  public static func find(option: String?, environment: String?) throws(SasaeError) -> String {
    for named in [option, environment] {
      guard let named, !named.isEmpty else { continue }
      guard access(named + mark, R_OK) == 0 else {
        throw SasaeError("data.missing", ["path": "\(named)"])
      }
      return named
    }
    let executable = Self.executable()
    var folder = parent(executable)
    let installed = parent(folder) + "/share/sasae"
    if access(installed + mark, R_OK) == 0 { return installed }
    while !folder.isEmpty {
      if access(folder + "/Data" + mark, R_OK) == 0 { return folder + "/Data" }
      folder = parent(folder)
    }
    throw SasaeError("data.missing", ["path": "\(parent(executable))/…/Data"])
  }

  /// Where the running program lies, whatever links it was started by; empty where the system does not
  /// say.
  public static var executableFolder: String { parent(executable()) }

  static func executable() -> String {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = buffer.withUnsafeMutableBytes { bytes in
      bytes.baseAddress.map {
        readlink("/proc/self/exe", $0.assumingMemoryBound(to: CChar.self), bytes.count)
      } ?? 0
    }
    return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
  }

  private static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[..<slash])
  }
}
