import Diagnostics
import Model
import Registry
import Testing

@Suite struct ImportTests {
  private let first = resource("town:1", "番町ふれあいサロン") { $0.cost = Cost(text: "100円") }
  private let second = resource("town:2", "屋島おたすけ隊")

  @Test func takingTheSameListAgainChangesNothing() throws {
    let office = try Office()
    #expect(try office.bring([first, second]).outcomes == [.added, .added])
    let changes = try office.changes()
    #expect(try office.bring([first, second]).outcomes == [.unchanged, .unchanged])
    #expect(try office.changes() == changes)
    #expect(try office.directory.resource("town:1", for: .public) == first)
  }

  @Test func aChangedRowUpdatesOnlyItself() throws {
    let office = try Office()
    try office.bring([first, second])
    var changed = second
    changed.name = "屋島お助け隊"
    #expect(try office.bring([first, changed]).outcomes == [.unchanged, .updated])
    #expect(try office.changes().map(\.id) == ["town:1", "town:2", "town:2"])
    #expect(try office.directory.resource("town:2", for: .public) == changed)
  }

  @Test func aRowThatVanishedIsReportedAndKept() throws {
    let office = try Office()
    try office.bring([first, second])
    let changes = try office.changes()
    let again = try office.bring([first])
    #expect(again.vanished.map(\.id) == ["town:2"])
    #expect(again.vanished.map(\.name) == [second.name])
    #expect(try office.directory.resource("town:2", for: .public) == second)
    #expect(try office.ids("おたすけ隊") == ["town:2"])
    #expect(try office.changes() == changes)
    #expect(try office.bring([first, second]).vanished.isEmpty)
  }

  @Test func whatIsRetiredStaysRetired() throws {
    let office = try Office()
    try office.bring([first, second])
    _ = try office.directory.update("town:2") { $0.status = .retired }
    // As it was, and with another value: neither says that it runs again.
    for name in [second.name, "屋島お助け隊"] {
      var row = second
      row.name = name
      let taken = try office.bring([first, row])
      #expect(taken.vanished.isEmpty)
      #expect(try office.directory.resource("town:2", for: .public).status == .retired)
      #expect(try office.ids("屋島").isEmpty)
    }
    #expect(try office.directory.resource("town:2", for: .public).name == "屋島お助け隊")
  }

  /// Two lists number their rows alike; each keeps its own.
  @Test func twoSourcesNeverOverwriteEachOther() throws {
    let office = try Office()
    try office.bring([first, second])
    let other = resource("shakyo:1", "社協のサロン")
    #expect(try office.bring([other], source: "shakyo").vanished.isEmpty)
    #expect(try office.directory.count() == 3)
    #expect(try office.directory.resource("town:1", for: .public) == first)
    #expect(try office.directory.provenance("town:1")?.source == "town")
    #expect(try office.directory.provenance("shakyo:1")?.source == "shakyo")
  }

  @Test func whereARowCameFromIsKept() throws {
    let office = try Office()
    _ = try office.directory.importList(
      ListSource(key: "town", name: "市の一覧", licence: "CC-BY-4.0"), file: "data/list.csv",
      dryRun: false
    ) { session in
      _ = try session.take(
        Incoming(
          resource: first, key: "1", line: 7, raw: #"{"名称":"番町ふれあいサロン","料金":"１００円"}"#))
    }
    let origin = try #require(try office.directory.provenance("town:1"))
    #expect(origin.source == "town")
    #expect(origin.key == "1")
    #expect(origin.file == "data/list.csv")
    #expect(origin.line == 7)
    #expect(origin.cells == ["名称": "番町ふれあいサロン", "料金": "１００円"])
    #expect(try office.directory.provenance("town:none") == nil)
  }

  @Test func aDryRunKeepsNothing() throws {
    let office = try Office()
    try office.bring([first, second])
    let before = try office.dump()
    var changed = first
    changed.name = "名前が変わった"
    let dry = try office.bring([changed, resource("town:3", "新しいカフェ")], dryRun: true)
    #expect(dry.outcomes == [.updated, .added])
    #expect(dry.vanished.map(\.id) == ["town:2"])
    #expect(try office.dump() == before)
    #expect(try office.ids("カフェ").isEmpty)
    #expect(try office.directory.findings() == [])
    #expect(!office.directory.workspace.isIndexPending)
  }

  /// All of a list that can be taken comes in at once, or, when something fails, none of it.
  @Test func aListThatFailsHalfwayLeavesNothing() throws {
    let office = try Office()
    try office.bring([first])
    let before = try office.dump()
    #expect(throws: SasaeError.self) {
      _ = try office.directory.importList(
        ListSource(key: "town"), file: nil, dryRun: false
      ) { session in
        _ = try session.take(Incoming(resource: second, key: "2", line: 2))
        throw SasaeError("import.line-too-long", ["limit": "1"])
      }
    }
    #expect(try office.dump() == before)
    #expect(try office.ids("屋島").isEmpty)
  }
}
