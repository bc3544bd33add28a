import Foundation
import Testing
import TestSupport

/// `Scripts/new-plugin` in a copy of what it reads.
@Suite("Scripts/new-plugin", .serialized) struct NewPluginTests {
  private func copy() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let files = FileManager.default
    for path in ["Package.swift", "Scripts", "Plugins", "Sources/BundledPlugins"] {
      let target = URL(filePath: folder.path).appending(path: path)
      try files.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try files.copyItem(at: Repository.root.appending(path: path), to: target)
    }
    try files.createDirectory(
      atPath: folder.path + "/Tests/MatchingTests", withIntermediateDirectories: true)
    return folder
  }

  private func run(_ arguments: [String], in folder: TemporaryFolder) throws -> (End, String) {
    let child = try Child(
      folder.path + "/Scripts/new-plugin", arguments,
      environment: ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder.path])
    return (child.finish(), String(decoding: child.err, as: UTF8.self))
  }

  private func text(_ path: String, _ folder: TemporaryFolder) throws -> String {
    try String(contentsOfFile: folder.path + "/" + path, encoding: .utf8)
  }

  @Test("adds a plugin to every list, in order")
  func adds() throws {
    let folder = try copy()
    let (status, said) = try run(["OpenHours"], in: folder)
    #expect(status == .exit(0), "\(said)")
    #expect(said.contains("open-hours"))
    #expect(said.contains("Data/profiles"))
    let before = try Repository.text("Package.swift")
    let manifest = try text("Package.swift", folder)
    #expect(manifest.replacing("  \"OpenHours\",\n", with: "") == before)
    let bundled = try text("Sources/BundledPlugins/BundledPlugins.swift", folder)
    #expect(
      bundled.replacing("import OpenHours\n", with: "").replacing("  OpenHours(),\n", with: "")
        == (try Repository.text("Sources/BundledPlugins/BundledPlugins.swift")))
    let names = try manifest.components(separatedBy: "let plugins = [")[1]
      .components(separatedBy: "]")[0].matches(of: Regex(#""(\w+)""#)).map { String($0.0) }
    #expect(names == names.sorted())
    #expect(names.contains("\"OpenHours\""))
    #expect(try text("Plugins/OpenHours/OpenHours.swift", folder).contains("id: \"open-hours\""))
    #expect(try !text("Plugins/OpenHours/README.md", folder).isEmpty)
    #expect(try text("Tests/MatchingTests/OpenHoursTests.swift", folder).contains("checkPlugin"))
    // A second one of the name changes nothing.
    #expect(try run(["OpenHours"], in: folder).0 == .exit(1))
    #expect(try text("Package.swift", folder) == manifest)
  }

  @Test(
    "takes a name in CamelCase only",
    arguments: ["", "open-hours", "openHours", "Open Hours", "../X"])
  func names(_ name: String) throws {
    let folder = try copy()
    let (status, said) = try run([name], in: folder)
    #expect(status == .exit(64))
    #expect(said.contains("CamelCase"))
    #expect(try text("Package.swift", folder) == Repository.text("Package.swift"))
  }
}

/// Builds what the script has made; takes minutes.
@Suite("Deep: Scripts/new-plugin") struct DeepNewPluginTests {
  @Test(
    "makes a plugin that builds",
    .enabled(if: Program.variable("SASAE_DEEP") == "1", "SASAE_DEEP=1"))
  func builds() throws {
    let folder = try TemporaryFolder()
    let files = FileManager.default
    for path in ["Package.swift", "Scripts", "Plugins", "Sources", "Tests", "Benchmarks"] {
      try files.copyItem(
        atPath: Repository.path(path), toPath: folder.path + "/" + path)
    }
    var environment = ProcessInfo.processInfo.environment
    environment["SASAE_RECORD"] = nil
    let made = try Child(
      folder.path + "/Scripts/new-plugin", ["OpenHours"], environment: environment)
    #expect(made.finish() == .exit(0))
    let swift = try Child(
      "/usr/bin/env",
      ["swift", "build", "--package-path", folder.path, "--target", "BundledPlugins"],
      environment: environment)
    let end = swift.finish(limit: .seconds(900))
    #expect(
      end == .exit(0), "\(String(decoding: (swift.out + swift.err).suffix(4_000), as: UTF8.self))")
  }
}
