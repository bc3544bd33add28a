import Testing

/// Its answer did not say what stayed: cancelled in the first file, which changes nothing, it was
/// answered with a result, as one whose files are wrong.
@Suite("An import of several files that is cancelled")
struct SeveralFilesTests {
  private static let small = """
    {"id":"f:1","name":"先の会","categories":["A-SALON"]}
    {"id":"f:2","name":"先のつどい"}
    {"id":"f:3","name":"先のサロン"}

    """

  private struct Case {
    let desk: Desk
    let wire: WireClient
    let before: Set<String>

    init() throws {
      desk = try Desk(town: SmallTown.ndjson)
      before = try Self.ids(desk)
      wire = try desk.serve(scope: Operations.everything)
    }

    static func ids(_ desk: Desk) throws -> Set<String> {
      Set(try JSON.lines(try desk.everything()).compactMap { $0["id"].text })
    }

    /// Cancels once more than `count` of the records have been told of.
    func cancel(_ paths: [String], after count: Double) throws {
      let list = paths.map { "\"\($0)\"" }.joined(separator: ",")
      wire.say(
        Say.request("1", "import_resources", #"{"paths":[\#(list)],"_meta":{"progressToken":1}}"#))
      try wire.takeNotification { ($0.member("params")["progress"].number ?? 0) > count }
      wire.say(Say.cancel("1"))
    }

    func isSound(_ ids: Set<String>, at location: SourceLocation = #_sourceLocation) throws {
      try wire.isAlive(at: location)
      wire.finish(at: location)
      try desk.isSound(at: location)
      #expect(try Self.ids(desk) == ids, sourceLocation: location)
    }
  }

  @Test("during the second says which one was taken in, and that the others were not")
  func second() throws {
    let one = try Case()
    let first = try one.desk.write(Self.small, to: "first.ndjson")
    let second = try one.desk.write(SmallTown.many(5_000), to: "second.ndjson")
    let third = try one.desk.write(#"{"id":"h:1","name":"後の会"}"#, to: "third.ndjson")
    try one.cancel([first, second, third], after: 50)
    let answer = try one.wire.take("1").expectResult()
    #expect(answer["files"].items.map { $0["path"].text } == [first])
    #expect(answer["files"][0]["added"] == 3)
    let failures = answer["failures"].items
    #expect(failures.map { $0["file"].text } == [second, third])
    #expect(failures.allSatisfy { $0["code"] == "wire.cancelled" })
    try one.isSound(one.before.union(["f:1", "f:2", "f:3"]))
  }

  @Test("during the first changes nothing and is an error")
  func first() throws {
    let one = try Case()
    let first = try one.desk.write(SmallTown.many(5_000), to: "first.ndjson")
    let second = try one.desk.write(Self.small, to: "second.ndjson")
    try one.cancel([first, second], after: 0)
    try one.wire.take("1").expect(-32800, "wire.cancelled")
    try one.isSound(one.before)
  }
}
