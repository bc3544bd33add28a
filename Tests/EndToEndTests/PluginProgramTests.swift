import Foundation
import Testing
import TestSupport

/// Other programs as plugins, through the built program.
@Suite("Plugin programs") struct PluginProgramTests {
  /// A copy that nobody else may write to.
  private func copy(_ script: String, _ desk: Desk, as name: String = "program") throws -> String {
    let path = desk.folder.path + "/" + name
    try FileManager.default.copyItem(atPath: Repository.path(script), toPath: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    return path
  }

  private static let example = "docs/examples/same-district.py"
  private static let fault = "Tests/ProcessPluginsTests/Python/fault.py"

  /// The sample town with the example in a profile of its own.
  private func town() throws -> Desk {
    let desk = try Desk()
    try desk.run("init", "--sample").expect(0)
    let path = try copy(Self.example, desk)
    _ = try desk.write("id\tpath\nsame-district\t\(path)\n", to: "workspace/plugins.tsv")
    try FileManager.default.createDirectory(
      atPath: desk.workspace + "/profiles", withIntermediateDirectories: true)
    _ = try desk.write(
      "plugin\tweight\thard\n# extends: care-manager\nsame-district\t0.2\tno\n",
      to: "workspace/profiles/district.tsv")
    return desk
  }

  private static let match = [
    "match", "--need", "SOC-LONELY", "--area", "四番丁", "--profile", "district", "--format", "json",
  ]

  @Test("judge in a match of the sample town")
  func matches() throws {
    let desk = try town()
    let answer = try desk.run(list: Self.match).expect(0).json()
    let states = answer["plugins"].items
    let own = try #require(states.first { $0["id"] == "same-district" })
    #expect(own["status"] == "ok" && own["version"] == "1.0")
    let nodes = (answer["recommended"].items + answer["askFirst"].items)
      .flatMap { $0["explanation"]["children"].items }
    #expect(nodes.contains { $0["plugin"] == "same-district" && $0["code"] == "same-district" })
    // Byte for byte.
    let first = try desk.run(list: Self.match).out
    #expect(try desk.run(list: Self.match).out == first)
  }

  @Test("serve a server's requests, and end with it")
  func serves() throws {
    let desk = try town()
    let request =
      #"{"jsonrpc":"2.0","id":ID,"method":"match_resources","params":{"profile":"district","needs":[{"code":"SOC-LONELY"}],"person":{"area":"番町"}}}"#
    let lines = (1...5).map { request.replacing("ID", with: "\($0)") + "\n" }.joined()
    let outcome = try desk.run("serve", "--scope", "read,match", input: lines).expect(0)
    #expect(outcome.lines.count == 5)
    for line in outcome.lines {
      let states = try JSON(line)["result"]["plugins"].items
      #expect(states.contains { $0["id"] == "same-district" && $0["status"] == "ok" })
    }
    // Whoever it started is gone: nothing runs in the folder any more.
    for process in try FileManager.default.contentsOfDirectory(atPath: "/proc") {
      let line = (try? String(contentsOfFile: "/proc/\(process)/cmdline", encoding: .utf8)) ?? ""
      #expect(!line.contains(desk.folder.path + "/program"))
    }
  }

  @Test("are listed with what they may see, and their numbers with their file")
  func lists() throws {
    let desk = try town()
    let plugins = try desk.run("plugins", "--format", "json").expect(0).json()["plugins"].items
    let own = try #require(plugins.first { $0["id"] == "same-district" })
    #expect(own["external"] == true && own["version"] == "1.0")
    #expect(plugins.first { $0["id"] == "need-fit" }?["external"] == false)
    #expect(try desk.run("plugins").expect(0).out.contains("same-district"))
    let profiles = try desk.run("profiles").expect(0).out
    #expect(profiles.contains("workspace district.tsv:3"))
    #expect(profiles.contains("Data care-manager.tsv:6"))
  }

  @Test("are tried before they are named: one that keeps the rules")
  func good() throws {
    let desk = try Desk()
    let outcome = try desk.run(
      "--lang", "en", "plugins", "test", try copy(Self.example, desk)
    ).expect(0)
    #expect(outcome.out.contains("same-district 1.0"))
    #expect(!outcome.out.contains("✘"))
  }

  @Test(
    "are tried: one that breaks them, or can't be asked",
    arguments: [
      ("two", "0…1"), ("few", "verdicts"), ("exit", "ended"), ("exit-at-start", "ended"),
      ("not-json", "JSON"), ("stubborn", "plugin/shutdown"),
    ])
  func bad(_ fault: String, _ word: String) throws {
    let desk = try Desk()
    let outcome = try desk.run(
      "plugins", "test", try copy(Self.fault, desk), "--options", #"{"fault":"\#(fault)"}"#)
    #expect(outcome.end == .exit(1), "\(outcome)")
    #expect(outcome.lines.contains { $0.contains("✘") || $0.contains(word) }, "\(outcome)")
    #expect(outcome.out.contains(word), "\(outcome)")
  }

  @Test("speak as docs/plugin-authors.md shows")
  func wire() throws {
    let desk = try Desk()
    let lines = try Repository.text("docs/plugin-authors.md").components(separatedBy: "\n")
    func marked(_ mark: String) -> [String] {
      lines.filter { $0.hasPrefix(mark + " ") }.map { String($0.dropFirst(2)) }
    }
    let child = try Child(
      try copy(Self.example, desk), [], environment: ["PATH": "/usr/local/bin:/usr/bin:/bin"],
      input: Array((marked("→").joined(separator: "\n") + "\n").utf8))
    #expect(child.finish() == .exit(0))
    let said = String(decoding: child.out, as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(said.count == 3)
    #expect(try said.map { try JSON($0) } == marked("←").map { try JSON($0) })
  }

  @Test("are tried: wrong usage is told")
  func usage() throws {
    let desk = try Desk()
    try desk.run("plugins", "test").fails(64, "usage")
    try desk.run("plugins", "test", "x", "--grant", "person.age").fails(64, "usage.value")
    try desk.run("plugins", "test", "x", "--options", "[]").fails(64, "usage.value")
    try desk.run("plugins", "test", "x", "--seconds", "0").fails(64, "usage.value")
    let missing = try desk.run("plugins", "test", desk.folder.path + "/none")
    #expect(missing.end == .exit(1) && missing.out.contains("not there"), "\(missing)")
  }
}
