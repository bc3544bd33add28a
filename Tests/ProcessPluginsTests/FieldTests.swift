import BundledPlugins
import Foundation
import PluginCheck
@_spi(Host) import MatchingKit
@testable import ProcessPlugins
import Service
import Testing

/// A program is sent what it declares, and nothing else.
@Suite("Fields", .serialized) struct FieldTests {
  @Test("all have a row in the table")
  func table() {
    let rows = Set(WireFields.request.keys).union(WireFields.resource.keys)
    #expect(rows == Set(PluginManifest.Field.allCases))
    #expect(Set(WireFields.request.keys).isDisjoint(with: WireFields.resource.keys))
    let names = PluginManifest.Field.allCases.map(WireFields.member)
    #expect(names.count == PluginManifest.Field.allCases.count)
  }

  /// The members of params, as paths.
  static func paths(_ reads: Set<PluginManifest.Field>, shown: FieldSet) throws
    -> Set<String>
  {
    var out: Set<String> = []
    for request in CheckCorpus.requests {
      let params = WireFields.params(
        RequestView(request, showing: shown),
        CheckCorpus.candidates.map { ResourceView($0, showing: shown) }, reads: reads)
      let json = try #require(
        JSONSerialization.jsonObject(with: Data(params.bytes)) as? [String: Any])
      let asked = try #require(json["request"] as? [String: Any])
      out.formUnion(asked.keys.filter { $0 != "person" })
      out.formUnion((asked["person"] as? [String: Any] ?? [:]).keys.map { "person.\($0)" })
      for one in json["candidates"] as? [[String: Any]] ?? [] {
        out.formUnion(one.keys.map { "resource.\($0)" })
      }
    }
    return out
  }

  @Test("are sent alone", arguments: PluginManifest.Field.allCases)
  func alone(_ field: PluginManifest.Field) throws {
    #expect(try Self.paths([field], shown: [field]) == [field.rawValue, "today"])
    // The view hides what the table would write.
    #expect(try Self.paths([field], shown: []).subtracting(["today", "needs", "seeking"]) == [])
    #expect(try Self.paths([], shown: FieldSet(PluginManifest.Field.allCases)) == ["today"])
  }

  @Test("that are confidential need a grant")
  func confidential() throws {
    let reads = #""reads":["resource.name","resource.address","person.address","resource.tags"]"#
    let request =
      #"{"needs":[{"code":"LIV-TRASH"}],"person":{"area":"番町","home":{"lat":34.34,"lng":134.04,"address":"番町9-9"}}}"#
    let desk = try Desk.fault("")
    try desk.setOptions(reads)
    #expect(try desk.match(request).state()?.status == .ok)
    let sent = try #require(desk.logged("judge").last)
    #expect(sent.contains("送迎あり"))
    for secret in ["ごみ出し隊", "1丁目", "9-9", "r0", "34.34"] { #expect(!sent.contains(secret)) }
    let listed = try ListPlugins.run(.init(), in: desk.session).plugins.first { $0.id == "fault" }
    #expect(listed?.withheld == ["person.address", "resource.address", "resource.name"])
    #expect(listed?.reads == ["resource.tags"])

    try desk.setOptions(reads, grants: "resource.name;person.address")
    #expect(try desk.match(request).state()?.status == .ok)
    let granted = try #require(desk.logged("judge").last)
    #expect(granted.contains("ごみ出し隊"))
    #expect(granted.contains("9-9"))
    #expect(!granted.contains("1丁目"))
    let again = try ListPlugins.run(.init(), in: desk.session).plugins.first { $0.id == "fault" }
    #expect(again?.withheld == ["resource.address"])
  }

  @Test("that nobody knows are refused, with the one that is meant")
  func unknown() throws {
    let desk = try Desk.fault("")
    try desk.setOptions(#""reads":["person.hom"]"#)
    let failure = try #require(try desk.match().state()?.failure)
    #expect(failure.contains("person.hom"))
    #expect(failure.contains("person.home"))
  }
}
