import Foundation
import Testing
import TestSupport

@Suite("docs/openrpc.json")
struct OpenRPCPageTests {
  @Test("is what the program prints")
  func isInStep() throws {
    let path = Repository.root.appending(path: "docs/openrpc.json")
    let text = try Desk().run("reference", "openrpc").expect(0).out
    if Program.variable("SASAE_RECORD") == "1" {
      try text.write(to: path, atomically: true, encoding: .utf8)
    }
    let page = try String(contentsOf: path, encoding: .utf8)
    #expect(page == text, "out of date: sasae reference openrpc > docs/openrpc.json")
  }
}
