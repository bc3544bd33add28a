import Foundation
import Testing
import TestSupport

@Suite("Folders")
struct FolderTests {
  @Test("of plugins are explained, built and bundled")
  func plugins() throws {
    let manifest = try Repository.text("Package.swift")
    let list =
      manifest.components(separatedBy: "let plugins = [").last?
      .components(separatedBy: "]").first ?? ""
    let bundled = Set(
      try Repository.files(below: "Sources/BundledPlugins", suffix: ".swift")
        .flatMap { ImportLine.all(in: try Repository.text($0)).map(\.module) })
    let folders = try FileManager.default.contentsOfDirectory(
      at: Repository.root.appending(path: "Plugins"), includingPropertiesForKeys: nil
    ).filter(\.hasDirectoryPath).map(\.lastPathComponent)
    #expect(folders.contains("NeedFit"))
    for folder in folders {
      let readme = try? Repository.text("Plugins/\(folder)/README.md")
      #expect(readme?.isEmpty == false, "Plugins/\(folder) has no README.md")
      #expect(list.contains("\"\(folder)\""), "Package.swift: `plugins` lacks \(folder)")
      #expect(bundled.contains(folder), "BundledPlugins does not import \(folder)")
    }
    // And nothing is named that is not there.
    let named = list.matches(of: #/"(\w+)"/#).map { String($0.1) }
    #expect(named == folders.sorted(), "Package.swift: `plugins`")
    #expect(bundled.subtracting(["MatchingKit"]) == Set(folders), "imports of BundledPlugins")
  }

  @Test("of sources hold no file over 400 lines but printed ones")
  func lengths() throws {
    let paths = (Repository.files(below: "Sources") + Repository.files(below: "Plugins"))
      .filter { path in [".swift", ".c", ".cpp", ".h", ".hpp"].contains { path.hasSuffix($0) } }
    #expect(paths.count > 50)
    for path in paths {
      let lines = try Repository.text(path).split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      let isPrinted = lines.prefix(3).contains { $0.contains("Do not edit") }
      #expect(isPrinted || lines.count <= 401, "\(path): \(lines.count) lines")
    }
  }

  @Test("of sources are all in the table of imports")
  func rooms() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      at: Repository.root.appending(path: "Sources"), includingPropertiesForKeys: nil
    ).filter(\.hasDirectoryPath).map(\.lastPathComponent)
    #expect(folders.count > 10)
    for folder in folders where !ImportTable.foreign.contains(folder) {
      #expect(ImportTable.allowed(folder, plugins: []) != nil, "no row for Sources/\(folder)")
    }
  }
}
