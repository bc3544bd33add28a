import Foundation
import Testing

/// A report on every wrong row was longer than a message may be, so a list that had come in was
/// answered with an error.
@Suite("An import of a list with very many wrong rows")
struct ManyRejectionsTests {
  private static let count = 20_000

  /// Every row is told of with the path, so a long one makes a long report of fewer rows.
  @Test("is a result that counts them all and lists the first ten thousand")
  func answered() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let wrong = (0..<Self.count / 100).map { _ in Self.hundred }.joined()
    let folder = Array(repeating: String(repeating: "f", count: 250), count: 3)
      .joined(separator: "/")
    try FileManager.default.createDirectory(
      atPath: desk.folder.path + "/" + folder, withIntermediateDirectories: true)
    let list = try desk.write(
      wrong + #"{"id":"g:1","name":"正しい会"}"# + "\n", to: folder + "/list.ndjson")
    let wire = try desk.serve(scope: "read,write")
    wire.say(Say.importing("1", list))
    let answer = try wire.take("1", within: .seconds(60))
    // Only parts of it are decoded: all of it takes longer than the import.
    let result = WireMessage(id: nil, text: answer.memberText("result") ?? "", size: 0)
    let file = result.member("files")[0]
    #expect(file["rows"] == .number(Double(Self.count + 1)), "\(answer)")
    #expect(file["added"] == 1 && file["rejected"] == .number(Double(Self.count)))
    let told = result.memberText("rejections")?.components(separatedBy: #""line":"#) ?? []
    #expect((2...10_001).contains(told.count))
    let counts = result.member("groups").items.compactMap { $0["count"].number }
    #expect(counts.reduce(0, +) == Double(Self.count))
    let found = try wire.ask("search_resources", #"{"text":"正しい会"}"#)
    #expect(found.result["hits"][0]["name"] == "正しい会", "\(found)")
    wire.finish()
  }

  /// Rows without a name.
  private static let hundred = String(repeating: "{\"summary\":\"名のない会\"}\n", count: 100)
}
