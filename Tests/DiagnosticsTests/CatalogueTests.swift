import Diagnostics
import Foundation
import Testing
import TestSupport

@Suite("Error catalogue")
struct CatalogueTests {
  @Test("has every text in both languages")
  func bothLanguages() {
    #expect(ErrorCatalogue.entries.count > 50)
    for entry in ErrorCatalogue.entries {
      let code = entry.code.rawValue
      #expect(!entry.text.ja.isEmpty && !entry.text.en.isEmpty, "\(code): text")
      #expect(!entry.hint.ja.isEmpty && !entry.hint.en.isEmpty, "\(code): what to do about it")
      // A Japanese text pasted into the English column, or the reverse, is not seen otherwise.
      #expect(!Self.isJapanese(entry.text.en) && !Self.isJapanese(entry.hint.en), "\(code): en")
      #expect(Self.isJapanese(entry.text.ja), "\(code): ja")
    }
  }

  @Test("names every code once")
  func unique() {
    let counts = Dictionary(grouping: ErrorCatalogue.entries, by: \.code).filter { $1.count > 1 }
    #expect(counts.isEmpty, "\(counts.keys.map(\.rawValue).sorted())")
  }

  @Test("names the same things in both languages")
  func placeholders() {
    for entry in ErrorCatalogue.entries {
      let code = entry.code.rawValue
      #expect(Self.names(in: entry.text.ja) == Self.names(in: entry.text.en), "\(code): text")
      #expect(Self.names(in: entry.hint.ja) == Self.names(in: entry.hint.en), "\(code): hint")
    }
  }

  @Test("gives each family its exit status and number")
  func families() {
    for entry in ErrorCatalogue.entries {
      switch entry.code.rawValue.split(separator: ".").first {
      case "usage": #expect(entry.exit == .usage && entry.rpc == .invalidParams)
      case "import": #expect(entry.exit == .failed && entry.rpc == .badData)
      // A rejected row is a finding, a warning rejects nothing.
      case "row": #expect(entry.exit == .findings && entry.rpc == .badData)
      case "warning": #expect(entry.exit == .done)
      case "workspace", "data": #expect(entry.exit == .failed && entry.rpc == .workspace)
      default: #expect(entry.exit != .done, "\(entry.code.rawValue)")
      }
    }
  }

  @Test("reads a code it does not list as internal")
  func unlisted() {
    #expect(ErrorCatalogue.entry(for: "no.such.code").code == "internal")
    #expect(ErrorCatalogue.entry(for: "row.no-name").code == "row.no-name")
  }

  @Test("is what docs/errors.md says")
  func page() throws {
    let path = Repository.root.appending(path: "docs/errors.md")
    if ProcessInfo.processInfo.environment["SASAE_RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try ErrorCatalogue.markdown().write(to: path, atomically: true, encoding: .utf8)
      Issue.record("docs/errors.md is written; run again without SASAE_RECORD")
      return
    }
    let page = try? String(contentsOf: path, encoding: .utf8)
    #expect(
      page == ErrorCatalogue.markdown(), "docs/errors.md is out of date: SASAE_RECORD=1 writes it")
  }

  @Test("page has one unbroken table row a code")
  func pageRows() {
    let rows = ErrorCatalogue.markdown().split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(rows.count == ErrorCatalogue.entries.count)
    for row in rows {
      let cells =
        row.components(separatedBy: "|").count
        - row.components(separatedBy: "\\|").count + 1
      #expect(cells == 7, "\(row)")
    }
  }

  private static func isJapanese(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x3041...0x30FF).contains($0.value) || $0.value >= 0x4E00 }
  }

  private static func names(in template: String) -> Set<Substring> {
    Set(template.matches(of: #/\{([a-z]+)\}/#).map(\.output.1))
  }
}
