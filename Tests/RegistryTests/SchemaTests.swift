import Diagnostics
import Foundation
import GRDB
import Lookup
import Model
import Registry
import Testing
import TestSupport

@Suite struct SchemaTests {
  static let fixture = "Tests/RegistryTests/Fixtures/v1/registry.sqlite"

  /// What the fixture holds: every table has a row, every level a member of a later version.
  static let records: [Resource] = [
    resource("v1:salon", "番町ふれあいサロン") {
      $0.kind = .join
      $0.categories = ["A-SALON"]
      $0.provider = Provider(id: "v1:org", name: "番町地区社協", type: .residents)
      $0.place = Place(id: "v1:hall", name: "番町会館", address: "香川県高松市番町1-1")
      $0.reach = Reach(modes: [.venue], areas: ["番町"])
      $0.schedule = Schedule(text: "毎週火曜 13:30～15:30")
      $0.cost = Cost(text: "1回100円", min: 100, max: 100, per: "visit")
      $0.contacts = [
        Contact(name: "窓口", phone: "087-000-0001"),
        Contact(name: "世話人", phone: "090-0000-0002", visibility: .coordinator),
      ]
      $0.extra = ["later": .object(["a": .array([.integer(1), .null])])]
    },
    resource("v1:cafe", "オレンジカフェ") {
      $0.place = Place(name: "喫茶店", address: "屋島1")
      $0.place?.extra = ["later": .bool(true)]
    },
    resource("v1:gone", "終わった会") { $0.status = .retired },
  ]

  @Test(.enabled(if: ProcessInfo.processInfo.environment["SASAE_RECORD"] == "1"))
  func recordTheFixture() throws {
    let target = Repository.path(Self.fixture)
    try #require(
      !FileManager.default.fileExists(atPath: target), "a released fixture never changes")
    let office = try Office()
    try office.bring(Self.records)
    _ = try office.directory.update("v1:cafe") { $0.summary = "直した概要" }
    try FileManager.default.createDirectory(
      atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try office.plant("PRAGMA user_version = 0")
    try DatabaseQueue(path: office.directory.workspace.registry).vacuum(into: target)
    Issue.record("recorded; run again without SASAE_RECORD")
  }

  @Test func aDatabaseOfSchema1StillOpens() throws {
    let office = try Office(create: false)
    let workspace = office.directory.workspace
    try FileManager.default.createDirectory(
      atPath: workspace.path, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: Repository.path(Self.fixture), toPath: workspace.registry)
    for var record in Self.records {
      if record.id == "v1:cafe" { record.summary = "直した概要" }
      #expect(try office.directory.resource(record.id, for: .coordinator) == record)
      #expect(try office.directory.provenance(record.id)?.source == "town")
    }
    #expect(try office.ids("サロン") == ["v1:salon"])
    #expect(try office.directory.findings() == [])
    #expect(try office.changes().map(\.op) == [.put, .put, .retire, .put])
    // The correction made under schema 1 still holds against the list's next edition.
    var next = Self.records
    next[1].name = "新オレンジカフェ"
    #expect(try office.bring(next).outcomes == [.unchanged, .updated, .unchanged])
    let cafe = try office.directory.resource("v1:cafe", for: .public)
    #expect(cafe.name == "新オレンジカフェ")
    #expect(cafe.summary == "直した概要")
  }

  @Test func aWorkspaceOfANewerVersionIsLeftAlone() throws {
    let office = try Office()
    try office.bring([resource("a")])
    try office.plant("INSERT INTO grdb_migrations (identifier) VALUES ('v99')")
    let before = try office.dump()
    let directory = office.reopened()
    for attempt in [
      { _ = try directory.count() }, { _ = try directory.put(resource("b")) },
      { _ = try directory.findings() },
    ] {
      let error = #expect(throws: SasaeError.self) { try attempt() }
      #expect(error?.code == "workspace.newer")
      #expect(error?.text(.en).contains("v99") == true)
    }
    #expect(try office.dump() == before)
  }

  @Test func whatIsNoWorkspaceIsSaidSo() throws {
    let none = try Office(create: false)
    for attempt in [
      { _ = try none.directory.count() }, { _ = try none.directory.put(resource("b")) },
      { _ = try none.ids("サロン") },
    ] {
      let error = #expect(throws: SasaeError.self) { try attempt() }
      #expect(error?.code == "workspace.missing")
    }
    #expect(!FileManager.default.fileExists(atPath: none.directory.workspace.path))
    let office = try Office()
    let exists = #expect(throws: SasaeError.self) { try office.directory.create() }
    #expect(exists?.code == "workspace.exists")
    let workspace = Workspace(path: office.folder.path)
    try Data(repeating: UInt8(ascii: "x"), count: 4_096)
      .write(to: URL(filePath: workspace.registry))
    let damaged = #expect(throws: SasaeError.self) {
      _ = try Directory(workspace, shelf: Office.shelf).count()
    }
    #expect(damaged?.code == "workspace.damaged")
  }
}
