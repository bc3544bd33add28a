import Foundation
import Testing

@Suite("Bad workspaces")
struct BadWorkspaceTests {
  private func hits(_ desk: Desk) throws -> JSON {
    try desk.run("search", "町のつどい", "--format", "json", "--exact-total").expect(0).json()
  }

  enum Damage: String, CaseIterable {
    case deleted, emptied, folderOnly, noVersion, garbage, truncated, oneFileGone
  }

  @Test("whose index is gone or damaged need no manual step", arguments: Damage.allCases)
  func index(_ damage: Damage) throws {
    let desk = try Desk(town: SmallTown.many(300))
    let (before, found) = (try desk.everything(), try hits(desk))
    #expect(found["total"] == 300)
    let index = URL(filePath: desk.workspace + "/index")
    let files = try FileManager.default.contentsOfDirectory(
      at: index, includingPropertiesForKeys: nil)
    #expect(files.count > 2)
    for file in files {
      let bytes = try Data(contentsOf: file)
      let isVersion = file.lastPathComponent.hasPrefix("iam")
      switch damage {
      case .deleted, .folderOnly: try FileManager.default.removeItem(at: file)
      case .emptied: try Data().write(to: file)
      case .noVersion where isVersion: try FileManager.default.removeItem(at: file)
      case .garbage:
        try Data((0..<max(bytes.count, 64)).map { UInt8($0 * 131 % 256) }).write(to: file)
      case .truncated: try bytes.prefix(bytes.count / 2).write(to: file)
      case .oneFileGone where file.lastPathComponent.hasPrefix("postlist"):
        try FileManager.default.removeItem(at: file)
      default: break
      }
    }
    if damage == .deleted { try FileManager.default.removeItem(at: index) }
    #expect(try hits(desk) == found)
    try desk.isSound()
    #expect(try desk.everything() == before)
  }

  @Test("with one damaged block in the index are mended by doctor --repair")
  func blocks() throws {
    let desk = try Desk(town: SmallTown.many(300))
    let (before, found) = (try desk.everything(), try hits(desk))
    let block = 8_192
    for name in ["docdata.glass", "postlist.glass", "termlist.glass"] {
      for number in 0..<6 {
        let file = URL(filePath: desk.workspace + "/index/" + name)
        var bytes = try Data(contentsOf: file)
        guard (number + 1) * block <= bytes.count else { break }
        for at in number * block..<(number + 1) * block { bytes[at] = UInt8(at * 131 % 253) }
        try bytes.write(to: file)
        let search = try desk.run("search", "町のつどい", "--format", "json", "--exact-total")
        if search.end != .exit(0) {
          search.fails(2, "workspace.index", hint: "sasae doctor --repair")
        }
        let repair = try desk.run("doctor", "--repair")
        #expect(repair.end == .exit(0), "\(name) block \(number): \(repair)")
        try desk.isSound()
        let after = try hits(desk)
        try #require(after == found, "\(name) block \(number)")
      }
    }
    #expect(try desk.everything() == before)
  }

  @Test("whose registry is no database say so and are left as they are")
  func registry() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let file = URL(filePath: desk.workspace + "/registry.sqlite")
    let garbage = Data((0..<40_000).map { UInt8($0 * 131 % 256) })
    try garbage.write(to: file)
    for call in [
      ["show", "t:salon"], ["export", "--as", "ndjson"], ["doctor"], ["doctor", "--repair"],
      ["add", "--set", "name=x"], ["changes"],
    ] { try desk.run(list: call).fails(2, "workspace.damaged", hint: "sasae doctor") }
    #expect(try Data(contentsOf: file) == garbage)
  }

  @Test("that are files or can't be made are refused")
  func places() throws {
    let desk = try Desk()
    let file = try desk.write("mine", to: "file")
    for place in [file, file + "/below", "/proc/self/nothing", "/dev/null/x"] {
      desk.environment["SASAE_WORKSPACE"] = place
      try desk.run("init").fails(2, "workspace.read-only", hint: "--workspace")
      for call in [["search", "x"], ["doctor"], ["add", "--set", "name=x"]] {
        try desk.run(list: call).fails(2, "workspace.missing", hint: "sasae init")
      }
    }
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
  }
}
