import Foundation
import Service
import Testing
import TestSupport

@Suite("The page of methods")
struct ProtocolPageTests {
  @Test("and that of operations are what the code says", arguments: ["operations", "protocol"])
  func isInStep(_ name: String) throws {
    let path = Repository.root.appending(path: "docs/\(name).md")
    let text = try #require(try ReferencePages.text(name))
    if ProcessInfo.processInfo.environment["SASAE_RECORD"] == "1" {
      try text.write(to: path, atomically: true, encoding: .utf8)
    }
    let page = try String(contentsOf: path, encoding: .utf8)
    #expect(page == text, "out of date: sasae reference \(name) > docs/\(name).md")
  }

  @Test("has a section, an example and a table for every operation")
  func isWhole() throws {
    let text = try #require(try ReferencePages.text("protocol"))
    for operation in allOperations {
      #expect(text.contains("## `\(operation.name)`"))
      #expect(text.contains("<!-- example: \(operation.name) params -->"))
    }
  }
}
