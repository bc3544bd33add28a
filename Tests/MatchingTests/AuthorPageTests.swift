import PluginCheck
import TestSupport
import Testing

/// What docs/plugin-authors.md shows of Swift is a file that is built here.
@Suite("The page for authors") struct AuthorPageTests {
  @Test("shows a plugin that builds and keeps every rule")
  func example() throws {
    let page = try Repository.text("docs/plugin-authors.md")
    let blocks = page.components(separatedBy: "```swift\n").dropFirst()
      .map { $0.components(separatedBy: "```").first ?? "" }
    #expect(try blocks.first == Repository.text("Tests/MatchingTests/OpenHours.swift"))
    #expect(checkPlugin(OpenHours()) == [])
  }
}
