import Diagnostics
import Foundation
import Service
import Testing

/// Profiles of a workspace beside those of the data folder.
@Suite("Profiles of a workspace") struct ProfileTests {
  private func desk(_ name: String, _ text: String) throws -> Desk {
    let desk = try Desk.fault("")
    try desk.write(text, to: desk.session.directory.workspace.profiles + "/\(name).tsv")
    return desk
  }

  private func profile(_ name: String, _ desk: Desk) throws -> ListProfiles.Entry {
    try #require(
      ListProfiles.run(.init(), in: desk.session).profiles.first { $0.name == name })
  }

  @Test("extend one, and each number tells where it stands")
  func extends() throws {
    let desk = try desk(
      "care-manager",
      "plugin\tweight\thard\n# extends: care-manager\nproximity\t0.9\tno\navailability\t-\t\n")
    let bundled = try profile("care-manager", Desk.fault(""))
    let own = try profile("care-manager", desk)
    #expect(
      own.plugins.map(\.plugin) == bundled.plugins.map(\.plugin).filter { $0 != "availability" })
    let changed = try #require(own.plugins.first { $0.plugin == "proximity" })
    #expect(changed.weight == 0.9 && !changed.hard && changed.from == .workspace)
    #expect(changed.line == 3)
    for kept in own.plugins where kept.plugin != "proximity" {
      let before = try #require(bundled.plugins.first { $0.plugin == kept.plugin })
      #expect(kept.weight == before.weight && kept.hard == before.hard && kept.from == .data)
      #expect(kept.line == before.line)
    }
    #expect(Set(own.plugins.map(\.file)) == ["profiles/care-manager.tsv"])
    #expect(own.label == "ケアマネジャーの資源さがし")
    #expect(
      try desk.match(profile: "care-manager").plugins.map(\.id) == own.plugins.map(\.plugin))
  }

  @Test("replace one that they don't extend")
  func replaces() throws {
    let desk = try desk("care-manager", "plugin\tweight\thard\nneed-fit\t1\tno\n")
    #expect(try profile("care-manager", desk).plugins.map(\.plugin) == ["need-fit"])
    #expect(try profile("tier3", desk).plugins.count > 1)
  }

  static let mistakes: [(text: String, line: Int?, field: String, code: String)] = [
    ("plugin\tweight\thard\nneed-fit\t2\tno\n", 2, "weight", "data.value"),
    ("plugin\tweight\thard\nneed-fit\t-\tno\n", 2, "weight", "data.value"),
    ("plugin\tweight\thard\nneed-fit\t1\tperhaps\n", 2, "hard", "data.value"),
    ("plugin\tweight\thard\nx\t1\t\nx\t1\t\n", 3, "plugin", "data.duplicate"),
    ("plugin\tweight\thard\n# extends: care-manger\n", nil, "extends", "data.dangling"),
    ("plugin\tweight\thard\n# extends: tier3\nneedfit\t-\t\n", 3, "plugin", "data.dangling"),
    ("plugin\tweight\thard\nneedfit\t1\tno\n", 2, "plugin", "data.dangling"),
  ]

  @Test("name file, line and field of a mistake", arguments: mistakes.indices)
  func mistake(_ index: Int) throws {
    let (text, line, field, code) = Self.mistakes[index]
    let desk = try desk("own", text)
    let error = try #require(throws: SasaeError.self) { _ = try desk.match(profile: "own") }
    #expect(error.code.rawValue == code)
    #expect(error.position.file == desk.session.directory.workspace.profiles + "/own.tsv")
    #expect(error.position.line == line)
    #expect(error.position.field == field)
  }
}
