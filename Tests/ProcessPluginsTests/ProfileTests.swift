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
    let own = try profile("care-manager", desk)
    #expect(own.plugins.map(\.plugin) == ["need-fit", "proximity"])
    #expect(own.plugins.map(\.weight) == [0.6, 0.9])
    #expect(own.plugins.map(\.hard) == [false, false])
    #expect(own.plugins.map(\.from) == [.data, .workspace])
    #expect(own.plugins.map(\.file) == ["profiles/care-manager.tsv", "profiles/care-manager.tsv"])
    #expect(own.plugins.last?.line == 3)
    #expect(own.label == "ケアマネジャーの資源さがし")
    #expect(try desk.match(profile: "care-manager").plugins.map(\.id) == ["need-fit", "proximity"])
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
