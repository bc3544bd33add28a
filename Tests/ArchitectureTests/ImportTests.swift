import Testing
import TestSupport

@Suite("Imports")
struct ImportTests {
  static let plugins = Set(
    Repository.files(below: "Plugins", suffix: ".swift").map(ImportChecker.room(of:)))
  static let sources =
    Repository.files(below: "Sources", suffix: ".swift")
    + Repository.files(below: "Plugins", suffix: ".swift")

  @Test("of every file are in its room's row")
  func allAllowed() throws {
    // A walk that found nothing would pass everything.
    #expect(Self.sources.count > 50 && Self.plugins.contains("NeedFit"))
    let checker = ImportChecker(plugins: Self.plugins)
    var checked = 0
    for path in Self.sources {
      let source = try Repository.text(path)
      checked += ImportLine.all(in: source).count
      let found = checker.violations(
        in: source, room: ImportChecker.room(of: path), file: path)
      #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
    }
    #expect(checked > 50, "the reader of imports sees none")
  }

  @Test("that are planted are found", arguments: planted)
  func plantedViolation(_ row: Planted) {
    let checker = ImportChecker(plugins: ["NeedFit", "Proximity"])
    let found = checker.violations(in: row.source, room: row.room, file: "f.swift")
    #expect(found == row.found, "\(row.room): \(row.source)")
  }

  struct Planted: Sendable {
    var room: String
    var source: String
    var found: [String]

    init(_ room: String, _ source: String, _ found: String...) {
      (self.room, self.source, self.found) = (room, source, found)
    }
  }

  static let planted = [
    // A lower floor reaching up, on its own line number.
    Planted("Model", "import Diagnostics\nimport Registry", "f.swift:2: Model imports Registry"),
    // The lowest room may not import the other one of its floor.
    Planted("Diagnostics", "import Model", "f.swift:1: Diagnostics imports Model"),
    Planted("Timetable", "import Geography", "f.swift:1: Timetable imports Geography"),
    // A plugin that looks past the contract, or at its neighbour.
    Planted("NeedFit", "import Registry", "f.swift:1: NeedFit imports Registry"),
    Planted("NeedFit", "import Proximity", "f.swift:1: NeedFit imports Proximity"),
    // Service knows no plugin; only BundledPlugins does.
    Planted("Service", "import NeedFit", "f.swift:1: Service imports NeedFit"),
    Planted("BundledPlugins", "import NeedFit\nimport Proximity\nimport MatchingKit"),
    // Foundation in every disguise.
    Planted(
      "Geography", "import Foundation", "f.swift:1: Geography is to do without Foundation"),
    Planted(
      "Model", "internal import FoundationEssentials",
      "f.swift:1: Model is to do without FoundationEssentials"),
    Planted(
      "NeedFit", "import struct Foundation.Date",
      "f.swift:1: NeedFit is to do without Foundation"),
    // The program that starts quickly links nothing that is slow to start.
    Planted("sasae", "import Foundation", "f.swift:1: sasae is to do without Foundation"),
    Planted("sasae", "import ArgumentParser", "f.swift:1: sasae imports ArgumentParser"),
    Planted("Terminal", "import Service", "f.swift:1: Terminal imports Service"),
    Planted("Lookup", "import GRDB", "f.swift:1: Lookup imports GRDB"),
    // Attributes, access levels, submodules and a second statement on the line hide nothing.
    Planted(
      "Matching", "@preconcurrency public import GRDB", "f.swift:1: Matching imports GRDB"),
    Planted("Model", "import Glibc; import GRDB", "f.swift:1: Model imports GRDB"),
    Planted("Model", "\timport func GRDB.x", "f.swift:1: Model imports GRDB"),
    // The host's side is for Matching alone.
    Planted("Matching", "@_spi(Host) import MatchingKit"),
    Planted(
      "Service", "@_spi(Host) import MatchingKit",
      "f.swift:1: Service imports the host's side of MatchingKit"),
    // Words about imports are none.
    Planted("Model", "// import GRDB\n/*\nimport GRDB\n*/\nlet s = \"\"\"\nimport GRDB\n\"\"\""),
    // …and the lines after such words are read again.
    Planted(
      "Model", "/* a */ let s = \"\"\"\nx\n\"\"\"\nimport GRDB", "f.swift:4: Model imports GRDB"),
    // A new room has to come into the table.
    Planted("Attic", "", "f.swift: the table has no row for the room Attic"),
  ]
}
