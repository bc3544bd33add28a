import Diagnostics
import Foundation
import Testing
import TestSupport

/// Codes in the sources and rows in the catalogue are the same set.
@Suite("Error codes")
struct CodeUseTests {
  static let sources =
    (Repository.files(below: "Sources", suffix: ".swift")
    + Repository.files(below: "Plugins", suffix: ".swift")).filter {
      !$0.contains("/ErrorCatalogue")
    }

  @Test("that the sources throw are all in the catalogue")
  func listed() throws {
    let known = Set(ErrorCatalogue.entries.map(\.code.rawValue))
    var seen = 0
    for path in Self.sources {
      for code in Self.thrown(in: try Repository.text(path)) {
        seen += 1
        #expect(known.contains(code), "\(path): \(code) is not in ErrorCatalogue")
      }
    }
    #expect(seen > 50, "the reader of codes sees too few: \(seen)")
  }

  @Test("of the catalogue are all used")
  func used() throws {
    let all = try Self.sources.map(Repository.text).joined(separator: "\n")
    let unused = ErrorCatalogue.entries.map(\.code.rawValue).filter { !all.contains("\"\($0)\"") }
    #expect(unused.isEmpty, "nothing throws \(unused.joined(separator: ", "))")
  }

  @Test("are found whatever the line breaks")
  func reader() {
    let source = """
      throw SasaeError("a.b")
      throw SasaeError(
        "c.d-e", ["value": "x"])
      throw row.error("f.g", field: "h")
      log("i.j")
      """
    #expect(Self.thrown(in: source) == ["a.b", "c.d-e", "f.g"])
  }

  /// Literals that `SasaeError(` or a row's `error(` begins with.
  static func thrown(in source: String) -> [String] {
    source.matches(of: #/(?:SasaeError|\.error)\(\s*"([a-z]+(?:\.[a-z-]+)*)"/#)
      .map { String($0.output.1) }
  }
}
