import Diagnostics
import Foundation
import ProcessPlugins
import Service
import Testing

@Suite("plugins.tsv") struct TableTests {
  /// A line, the column that is wrong in it, and the code.
  static let mistakes: [(line: String, field: String, code: String)] = [
    ("\t/bin/true", "id", "data.value"),
    ("a\t", "path", "data.value"),
    ("a\tbin/true", "path", "data.value"),
    ("a\t~/true", "path", "data.value"),
    ("a\t/bin/true\t0", "seconds", "data.value"),
    ("a\t/bin/true\tsoon", "seconds", "data.value"),
    ("a\t/bin/true\t3600", "seconds", "data.value"),
    ("a\t/bin/true\t\tresource.nam", "grants", "data.value"),
    ("a\t/bin/true\t\tperson.age", "grants", "data.value"),
    ("a\t/bin/true\t\t\t[1]", "options", "data.value"),
    ("a\t/bin/true\t\t\t{", "options", "data.value"),
    ("need-fit\t/bin/true", "id", "data.value"),
    ("good\t/bin/true", "id", "data.duplicate"),
  ]

  @Test("names file, line and field of a mistake", arguments: mistakes.indices)
  func mistake(_ index: Int) throws {
    let (line, field, code) = Self.mistakes[index]
    let desk = try Desk.fault("")
    let path = desk.session.directory.workspace.plugins
    try desk.write(
      "# comment\nid\tpath\tseconds\tgrants\toptions\ngood\t/bin/true\n\(line)\n", to: path)
    let error = try #require(throws: SasaeError.self) { _ = try desk.match() }
    #expect(error.code.rawValue == code)
    #expect(error.position.file == path)
    #expect(error.position.line == 4)
    #expect(error.position.field == field)
  }

  @Test("need not be there")
  func absent() throws {
    let desk = try Desk.fault("")
    try FileManager.default.removeItem(atPath: desk.session.directory.workspace.plugins)
    #expect(try desk.match(profile: "care-manager").recommended.count == 6)
    #expect(throws: SasaeError.self) { _ = try desk.match() }
  }
}
