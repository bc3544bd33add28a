import Foundation
import Glibc
import Testing

/// A workspace that may only be read. The superuser may write anywhere, so its rights are dropped.
@Suite("A read-only workspace")
struct ReadOnlyTests {
  static let dropper = "/usr/bin/setpriv"
  static let isSuperuser = geteuid() == 0
  static let isPossible = !isSuperuser || access(dropper, X_OK) == 0

  private static func run(_ desk: Desk, _ call: [String]) throws -> Outcome {
    var (path, arguments) = (desk.folder.path + "/sasae", call)
    if isSuperuser {
      let drop = ["--reuid=65534", "--regid=65534", "--clear-groups"]
      (path, arguments) = (dropper, drop + [path] + call)
    }
    let child = try Child(path, arguments, environment: desk.environment)
    let end = child.finish()
    return Outcome(child, call, end)
  }

  @Test(
    "is searched, and refuses to be written",
    .enabled(if: isPossible, "the superuser's rights can't be dropped here: no setpriv"))
  func readOnly() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let before = try desk.everything()
    let manager = FileManager.default
    // Copies that anybody may read, wherever the originals stand.
    // Another process copies the program: one that this process had open for writing could not be
    // run while some other test's child still holds the descriptor.
    let copy = try Child(
      "/bin/cp", [try Program.path(), try Program.whole(), desk.folder.path],
      environment: desk.environment)
    #expect(copy.finish() == .exit(0))
    try manager.copyItem(atPath: Program.data, toPath: desk.folder.path + "/Data")
    desk.environment["SASAE_DATA"] = desk.folder.path + "/Data"
    let below = manager.enumerator(atPath: desk.workspace)?.allObjects as? [String] ?? []
    for name in below + [""] {
      let path = desk.workspace + "/" + name
      var isFolder: ObjCBool = false
      _ = manager.fileExists(atPath: path, isDirectory: &isFolder)
      chmod(path, isFolder.boolValue ? 0o555 : 0o444)
    }
    defer { for name in below + [""] { chmod(desk.workspace + "/" + name, 0o755) } }
    try Self.run(desk, ["plugins"]).expect(0)
    let found = try Self.run(desk, ["search", "サロン", "--format", "json"]).expect(0)
    #expect(try found.json()["hits"][0]["id"] == "t:salon")
    for call in [
      ["show", "t:salon"], ["changes"], ["export", "--as", "ndjson"],
      ["match", "--need", "LIV-SHOP"],
      ["doctor"],
    ] { try Self.run(desk, call).expect(0) }
    for call in [
      ["add", "--set", "name=x"], ["edit", "t:salon", "--set", "name=x"],
      ["confirm", "t:salon", "--how", "phone"], ["retire", "t:salon", "--why", "x"],
      ["import", desk.folder.path + "/town.ndjson"], ["doctor", "--repair"],
      ["init", "--workspace", desk.workspace + "/below"],
    ] {
      try Self.run(desk, call).fails(2, "workspace.read-only", hint: "--workspace")
    }
    for name in below + [""] { chmod(desk.workspace + "/" + name, 0o755) }
    #expect(try desk.everything() == before)
    try desk.isSound()
  }
}
