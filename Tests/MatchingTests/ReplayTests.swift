import BundledPlugins
import Diagnostics
import Foundation
import Matching
import MatchingKit
import Model
import Service
import Testing
import TestSupport

/// A match done again, and what has changed since.
@Suite struct ReplayTests {
  private static func request(_ more: String = "", person: String = Town.person) -> String {
    #"{"needs":[{"code":"LIV-TRASH"}],"person":{\#(person)}\#(more)}"#
  }

  private func replay(
    _ town: Town, _ snapshot: String, _ request: String = ReplayTests.request()
  ) throws -> ReplayMatch.Output {
    try ReplayMatch.run(
      OperationJSON.input(
        ReplayMatch.Input.self, from: #"{"request":\#(request),"snapshot":"\#(snapshot)"}"#),
      in: town.session)
  }

  @Test func theSameIsTheSame() throws {
    let town = try Town([helper("a"), helper("b", metres: 5_000)])
    let first = try town.match(Self.request()).snapshot
    let again = try replay(town, first)
    #expect(again.same && again.sameAnswer && again.differs.isEmpty && again.snapshot == first)
    // What is asked besides does not change the lists; the order of members is none.
    #expect(
      try replay(town, first, Self.request(#","bundle":true,"whyNot":["a"],"limit":10"#)).same)
    #expect(Snapshot(first)?.text == first)
  }

  @Test func eachPartIsToldByItself() throws {
    let town = try Town([helper("a")])
    let first = try town.match(Self.request()).snapshot
    #expect(
      try replay(town, first, Self.request(person: Town.person + #","age":80"#)).differs.map(\.part)
        .contains(.request))
    let later = try replay(town, first, Self.request(#","now":"2026-12-01""#))
    #expect(later.differs.map(\.part) == [.day] && later.sameAnswer && !later.same)
    // A record that has nothing to do with it.
    _ = try town.session.directory.put(helper("x") { $0.categories = ["A-SALON"] })
    let other = try replay(town, first)
    #expect(other.differs.map(\.part) == [.registry] && other.sameAnswer)
    _ = try town.session.directory.put(helper("b"))
    let more = try replay(town, first)
    #expect(more.differs.map(\.part) == [.registry, .answer] && !more.sameAnswer)
    #expect(more.differs.allSatisfy { !$0.text.isEmpty })
  }

  @Test func aProfileOrAPluginThatChangedIsTold() throws {
    let town = try Town([helper("a")])
    let first = try town.match(Self.request()).snapshot
    let profiles = town.session.directory.workspace.profiles
    try FileManager.default.createDirectory(atPath: profiles, withIntermediateDirectories: true)
    try "plugin\tweight\thard\tnote\n# extends: care-manager\nproximity\t0.3\tyes\tx\n".write(
      toFile: profiles + "/care-manager.tsv", atomically: true, encoding: .utf8)
    #expect(try replay(town, first).differs.map(\.part).contains(.reference))
    func stub(_ version: String) -> StubPlugin {
      var plugin = StubPlugin("one") { _, all in all.map { _ in .abstain } }
      plugin.manifest.version = version
      return plugin
    }
    let profile = "plugin\tweight\thard\tnote\n# label_ja: x\n# label_en: x\none\t1\tno\tx\n"
    let old = try Town([], plugins: [stub("1")], profile: profile).match(Self.request()).snapshot
    let new = try Town([], plugins: [stub("2")], profile: profile)
    #expect(try replay(new, old).differs.map(\.part).contains(.plugins))
  }

  /// Words by which helpers are looked for are reference data too.
  @Test func wordsOfRolesThatChangedAreTold() throws {
    let town = try Town([helper("a")])
    let request = Self.request(#","seeking":"role""#, person: #""strengths":["将棋"]"#)
    let first = try town.match(request).snapshot
    #expect(try replay(town, first, request).same)
    let lexicon = town.session.directory.workspace.lexicon
    try FileManager.default.createDirectory(atPath: lexicon, withIntermediateDirectories: true)
    try "kind\tvalue\twith\tunless\nsearch\t指南役\t\t\n".write(
      toFile: lexicon + "/role-words.tsv", atomically: true, encoding: .utf8)
    #expect(try replay(town, first, request).differs.map(\.part) == [.reference])
  }

  @Test(arguments: [
    "", "1", "x", "1.0.0.0.0.0.0", "2.000000.00000000.00000000.00000000.00000000.00000000",
    "1.000000.00000000.00000000.00000000.00000000.0000000G",
    "1.000000.00000000.00000000.00000000.00000000.00000000.",
  ]) func whatIsNoSnapshotIsRefused(_ text: String) throws {
    let town = try Town([])
    #expect { try replay(town, text) } throws: { ($0 as? SasaeError)?.code == "usage.snapshot" }
  }

  @Test func itIsToldInBothLanguages() throws {
    let town = try Town([helper("a")])
    let first = try town.match(Self.request()).snapshot
    let output = try replay(town, first, Self.request(#","now":"2026-12-01""#))
    let text = try ReplayMatch.text(output, width: 80, in: town.session)
    #expect(text.contains("日が違います") && text.contains("それでも、答えは同じです"))
    var english = town.session
    english.language = .en
    let later = try ReplayMatch.run(
      OperationJSON.input(
        ReplayMatch.Input.self,
        from: #"{"request":\#(Self.request(#","now":"2026-12-01""#)),"snapshot":"\#(first)"}"#),
      in: english)
    #expect(try ReplayMatch.text(later, width: 80, in: english).contains("the day is another"))
  }
}
