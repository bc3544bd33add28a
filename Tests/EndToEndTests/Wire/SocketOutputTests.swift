import Testing

/// A socket says that its other end is closed in another way than a pipe: the server stayed, and took
/// a whole core.
@Suite("A server that writes to a socket")
struct SocketOutputTests {
  @Test("answers as it does to a pipe, until its input ends")
  func use() throws {
    let server = try SocketServer(on: try Desk(town: ThickTown.ndjson))
    server.say(Say.initialize)
    #expect(try server.hear()?.id == "\"initialize\"")
    server.say(Say.request("1", "ping"))
    #expect(try server.hear()?.id == "1")
    server.say(ThickTown.export("2"))
    let export = try #require(try server.hear())
    #expect(export.id == "2", "\(export)")
    #expect(export.result["count"] == .number(Double(ThickTown.count)), "\(export)")
    server.say(Say.request("3", "list_needs"))
    server.closeInput()
    #expect(try server.hear()?.id == "3")
    #expect(server.finish(within: .seconds(3))?.end == .exit(0))
  }

  @Test("ends when the other end is closed, though its input stays open", arguments: [true, false])
  func closed(_ isBusy: Bool) throws {
    let server = try SocketServer(on: try Desk(town: ThickTown.ndjson))
    server.say(Say.request("1", "ping"))
    #expect(try server.hear()?.id == "1")
    if isBusy { for number in 0..<40 { server.say(ThickTown.export("\(number)")) } }
    server.closeOutput()
    let ended = try #require(server.finish(within: .seconds(3)))
    #expect(ended.end == .exit(0))
    if !isBusy { #expect(ended.processorTime < .seconds(1)) }
  }

  @Test("ends when the other end is closed during an import, which leaves nothing")
  func closedWhileWriting() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let before = try desk.everything()
    let list = try desk.write(SmallTown.many(20_000), to: "list.ndjson")
    let server = try SocketServer(on: desk, "--scope", "read,write")
    server.say(Say.importing("1", list, #","_meta":{"progressToken":1}"#))
    #expect(try server.hear()?.method == "notifications/progress")
    server.closeOutput()
    #expect(server.finish(within: .seconds(3))?.end == .exit(0))
    try desk.isSound()
    #expect(try desk.everything() == before)
  }
}
