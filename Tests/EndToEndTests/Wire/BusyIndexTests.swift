import Foundation
import Glibc
import Testing

/// Looked at while somebody else writes and the index is not there, the workspace brought the
/// program down (SIGILL).
@Suite("A check while another process writes")
struct BusyIndexTests {
  /// Ten seconds of waiting for the other writer, once.
  private static let limit = Duration.seconds(14)

  /// Sleeps while it waits, so that no other test has to wait for this one.
  @Test("says that the index is missing, or that it is busy", arguments: [true, false])
  func withoutIndex(_ isOpen: Bool) async throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let wire = try desk.serve(scope: Operations.everything)
    if isOpen { try wire.ask("search_resources", #"{"text":"サロン"}"#).expectResult() }
    do {
      let lock = try Lock(desk.workspace + "/lock")
      defer { lock.giveBack() }
      try FileManager.default.removeItem(atPath: desk.workspace + "/index")
      wire.say(Say.request("1", "check_workspace"))
      let deadline = ContinuousClock.now.advanced(by: Self.limit)
      while !wire.has("1"), wire.process.reap() == nil, ContinuousClock.now < deadline {
        try await Task.sleep(for: .milliseconds(50))
        wire.process.pump(until: .now) { false }
        wire.hear()
      }
      let answer = try wire.take("1", within: .zero)
      if answer.isError {
        answer.expect(-32011, "workspace.busy")
      } else {
        #expect(answer.result["ok"] == false, "\(answer)")
        #expect(!answer.result["findings"].items.isEmpty, "\(answer)")
      }
      try wire.isAlive()
      try wire.ask("get_resource", #"{"id":"t:salon"}"#).expectResult()
    }
    // Nobody holds it any more: all is mended by itself.
    let found = try wire.ask("search_resources", #"{"text":"サロン"}"#)
    #expect(found.result["hits"][0]["id"] == "t:salon", "\(found)")
    #expect(try wire.ask("check_workspace").result["ok"] == true)
    wire.finish()
    try desk.isSound()
  }

  /// The workspace's write lock, held as by another writer.
  private struct Lock {
    let descriptor: Int32

    init(_ path: String) throws {
      descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
      guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        throw Pipe.Failure(number: errno)
      }
    }

    func giveBack() { close(descriptor) }
  }
}
