import Diagnostics
import Model
import Service
import Testing

/// Lists never overwrite each other, whatever their numbers and ids.
@Suite struct ListIdentityTests {
  private static func rows(_ names: [String]) -> String {
    "番号,名称,住所\n"
      + names.enumerated().map { "\($0.offset + 1),\($0.element),\($0.element)町1" }
      .joined(separator: "\n") + "\n"
  }

  /// Two tables pasted without a name: their row numbers are not one list's.
  @Test func unnamedPastesStayApart() throws {
    let office = try Office()
    func paste(_ text: String) throws -> ImportResources.Output {
      try ImportResources.run(
        ImportResources.Input(paths: ["-"]), standardInput: Array(text.utf8), in: office.session)
    }
    #expect(try paste(Self.rows(["番町", "扇町"])).files.map(\.added) == [2])
    #expect(try paste(Self.rows(["屋島", "仏生山"])).files.map(\.added) == [2])
    #expect(try paste(Self.rows(["番町", "扇町"])).files.map(\.unchanged) == [2])
    #expect(try office.resources().count == 4)
  }

  /// Next year's list numbers anew: a number alone must not turn one resource into another.
  @Test func aRenumberedListDoesNotMixItsRows() throws {
    let office = try Office()
    try office.bring("list.csv", Self.rows(["番町", "扇町"])) { $0.source = "s" }
    let next = try office.bring("list.csv", Self.rows(["扇町", "屋島"])) { $0.source = "s" }
    #expect(Set(next.warnings.map(\.code)) == ["warning.renumbered"])
    let names = try office.resources().map(\.name).sorted()
    #expect(names.contains("番町") && names.contains("屋島"))
    #expect(try office.session.directory.resource("s:1", for: .public).name == "番町")
  }

  /// The same row with a new name or a new address is still the same row.
  @Test func aNumberHoldsThroughOneChange() throws {
    let office = try Office()
    try office.bring("list.csv", "番号,名称,住所\n1,番町サロン,番町1\n") { $0.source = "s" }
    let next = try office.bring("list.csv", "番号,名称,住所\n1,番町ふれあいサロン,番町1\n") { $0.source = "s" }
    #expect(next.files.map(\.updated) == [1])
    #expect(try office.resources().count == 1)
  }

  @Test func aNamedListDoesNotTakeAnothersIds() throws {
    let office = try Office()
    try office.bring("a.ndjson", #"{"id":"x:1","name":"甲"}"# + "\n") { $0.source = "a" }
    let other = try office.bring("b.ndjson", #"{"id":"x:1","name":"乙"}"# + "\n") { $0.source = "b" }
    #expect(other.rejections.map(\.code) == ["row.other-source"])
    #expect(try office.session.directory.resource("x:1", for: .public).name == "甲")
  }

  @Test func anExportedTableDoesNotComeInTwice() throws {
    let office = try Office()
    try office.bring("a.ndjson", #"{"id":"x:1","name":"甲"}"# + "\n")
    let csv = try ExportResources.run(.init(format: "csv"), in: office.session).text
    let output = try office.bring("export.csv", csv)
    #expect(output.rejections.map(\.code) == ["row.exported"])
    #expect(try office.resources().count == 1)
  }

  /// What was once said of a list holds for its next edition.
  @Test func aListKeepsItsLicence() throws {
    let office = try Office()
    try office.bring("list.csv", Self.rows(["番町"])) {
      ($0.source, $0.licence, $0.attribution) = ("s", "CC-BY-4.0", "出典：町")
    }
    let again = try office.bring("list.csv", Self.rows(["番町"])) { $0.source = "s" }
    #expect(again.files.map(\.unchanged) == [1])
    #expect(try office.resources().first?.source?.attribution == "出典：町")
  }
}
