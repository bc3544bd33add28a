import Model
import Registry
import Testing
import TextIndex

@Suite struct DoctorTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    var code: Finding.Code
    var subject: String
    var mends = true
    var plant: @Sendable (Office) throws -> Void
    var testDescription: String { code.rawValue }
  }

  private static func index(
    _ office: Office, _ body: (borrowing IndexWriter) throws -> Void
  ) throws {
    let writer = try IndexWriter(path: office.directory.workspace.index, fresh: false)
    try body(writer)
    try writer.commit()
  }

  static let faults: [Fault] = [
    Fault(code: .indexMissing, subject: "b") { office in
      try index(office) { try $0.delete(2) }
    },
    Fault(code: .indexExtra, subject: "77") { office in
      try index(office) { writer in
        var document = IndexDocument()
        document.setData([])
        try writer.put(77, &document)
      }
    },
    Fault(code: .indexDiffers, subject: "b") { office in
      // The registry changed and nothing in the change log says so.
      try office.plant(
        "UPDATE service SET body = json_set(body, '$.summary', 'お茶') WHERE id = 'b'")
    },
    Fault(code: .orphan, subject: "location") { office in
      try office.plant("INSERT INTO location (id, body) VALUES ('~x', '{}')")
    },
    Fault(code: .orphan, subject: "organization") { office in
      try office.plant("INSERT INTO organization (id, body) VALUES ('~x', '{}')")
    },
    Fault(code: .foreignKey, subject: "service", mends: false) { office in
      try office.plant(
        "UPDATE service SET organization_id = 'nobody' WHERE id = 'b'", foreignKeys: false)
    },
    Fault(code: .changeLog, subject: "b", mends: false) { office in
      // The newest entry stays, so that the index is where the log is.
      try office.plant("DELETE FROM change WHERE id = 'b'")
    },
    Fault(code: .unreadableRecord, subject: "b", mends: false) { office in
      try office.plant("UPDATE service SET body = json_remove(body, '$.name') WHERE id = 'b'")
    },
  ]

  @Test(arguments: faults)
  func aPlantedFaultIsFoundAndMended(_ fault: Fault) throws {
    let office = try Office()
    try office.bring(["a", "b", "c"].map { resource($0, "番町サロン" + $0) })
    #expect(try office.directory.findings() == [])
    try fault.plant(office)
    let directory = office.reopened()
    let findings = try directory.findings()
    #expect(findings.contains { $0.code == fault.code && $0.subject == fault.subject })
    #expect(Set(findings.map(\.code)) == [fault.code])
    // Asking again finds the same: finding is not mending.
    #expect(try directory.findings() == findings)
    guard fault.mends else { return }
    try directory.repair()
    #expect(try directory.findings() == [])
    #expect(try directory.count() == 3)
    #expect(try Set(office.ids("サロン")) == ["a", "b", "c"])
  }

  /// Mending loses no record, whatever can't be mended.
  @Test func repairLosesNothing() throws {
    let office = try Office()
    try office.bring(["a", "b", "c"].map { resource($0) })
    for fault in Self.faults where fault.code != .unreadableRecord { try fault.plant(office) }
    let directory = office.reopened()
    try directory.repair()
    #expect(try directory.count() == 3)
    #expect(try directory.resource("b", for: .public).summary == "お茶")
    #expect(Set(try directory.findings().map(\.code)) == [.foreignKey, .changeLog])
  }
}
