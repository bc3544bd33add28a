import Diagnostics
import Dispatch
import Glibc
import Synchronization
import Testing
import TestSupport

@testable import LineRPC

/// The whole of it on two pipes, with a handler whose work takes as long as a test wants.
@Suite struct ConnectionTests {
  /// `now` answers at once, `shared` and `alone` sleep for the microseconds given; a cancelled one
  /// says so.
  struct Sleeper: RequestHandler {
    func receive(_ call: Call) -> Disposition {
      let pause =
        UInt32(
          call.request.params?["pause"].map { String(decoding: $0.bytes, as: UTF8.self) } ?? "")
        ?? 0
      let done = Answer.result(Array(#""done""#.utf8))
      switch call.request.method {
      case "now": return .now(done)
      case "shared", "alone":
        return .later(call.request.method == "alone" ? .barrier : .shared) { call in
          usleep(pause)
          return call.isCancelled ? .error(WireError(code: -32_800, message: "cancelled")) : done
        }
      default: return .now(.error(WireError(SasaeError("wire.unknown-method"), .en)))
      }
    }

    func notice(_ request: Request) {}

    func answer(toCancelled request: Request) -> Answer {
      .error(WireError(code: -32_800, message: "cancelled"))
    }
  }

  /// The ids of the answers to these lines, in the order they came; the input ends after `pause`.
  static func answers(to lines: [String], thenWait pause: UInt32 = 0) -> [String] {
    var (input, output): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard pipe(&input) == 0, pipe(&output) == 0 else { return ["no pipe"] }
    let ends = (inRead: input[0], inWrite: input[1], outRead: output[0], outWrite: output[1])
    WorkerThread.start {
      let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
      _ = bytes.withUnsafeBytes { write(ends.inWrite, $0.baseAddress, $0.count) }
      usleep(pause)
      close(ends.inWrite)
    }
    WorkerThread.start {
      Connection(input: ends.inRead, output: ends.outWrite, language: .en).run(Sleeper()) {}
      close(ends.outWrite)
    }
    let all = FrameWriterTests.readAll(ends.outRead)
    close(ends.outRead)
    close(ends.inRead)
    return all.split(separator: 0x0A).map { line in
      JSONSlice(checking: Array(line))?["id"].map { String(decoding: $0.bytes, as: UTF8.self) }
        ?? "none"
    }
  }

  static func line(_ id: Int, _ method: String, _ pause: Int = 0) -> String {
    #"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)","params":{"pause":\#(pause)}}"#
  }

  /// A request that comes alone is done by the thread that reads; what comes meanwhile must not wait
  /// for it.
  @Test func readingGoesOnWhileALongRequestRuns() {
    var (input, output): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    #expect(pipe(&input) == 0 && pipe(&output) == 0)
    let ends = (inRead: input[0], inWrite: input[1], outRead: output[0], outWrite: output[1])
    WorkerThread.start {
      Connection(input: ends.inRead, output: ends.outWrite, language: .en).run(Sleeper()) {}
      close(ends.outWrite)
    }
    // Twice, so that each of the two threads is the one that is held up.
    for round in 0..<2 {
      for (id, line) in [Self.line(1, "shared", 400_000), Self.line(2, "now")].enumerated() {
        let bytes = Array((line + "\n").utf8)
        _ = bytes.withUnsafeBytes { write(ends.inWrite, $0.baseAddress, $0.count) }
        if id == 0 { usleep(50_000) }
      }
      var order: [String] = []
      while order.count < 2 {
        var block = [UInt8](repeating: 0, count: 4_096)
        let got = block.withUnsafeMutableBytes { read(ends.outRead, $0.baseAddress, $0.count) }
        guard got > 0 else { break }
        order += block[..<got].split(separator: 0x0A)
          .map {
            JSONSlice(checking: Array($0))?["id"].map { String(decoding: $0.bytes, as: UTF8.self) }
              ?? ""
          }
      }
      #expect(order == ["2", "1"], "round \(round)")
    }
    close(ends.inWrite)
    #expect(FrameWriterTests.readAll(ends.outRead).isEmpty)
    close(ends.outRead)
    close(ends.inRead)
  }

  /// Whatever comes: every id is answered once, and the end comes after the last answer.
  @Test(arguments: 0..<6) func answersEverythingOnce(_ round: Int) {
    let seed = propertySeed("answersEverythingOnce \(round)")
    var generator = SeededGenerator(seed: seed)
    var lines: [String] = []
    let count = Int.random(in: 1...300, using: &generator)
    for id in 0..<count {
      lines.append(
        Self.line(
          id, generator.pick(["now", "shared", "shared", "alone"]),
          generator.pick([0, 0, 50, 900, 4_000])))
      if generator.chance(0.2) {
        let other = Int.random(in: 0...id, using: &generator)
        lines.append(
          #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":\#(other)}}"#)
      }
    }
    let ids = Self.answers(to: lines, thenWait: generator.pick([0, 3_000]))
    #expect(ids.sorted() == (0..<count).map(String.init).sorted(), "seed \(seed)")
  }

  @Test func endsAtOnceWithNothingToDo() {
    #expect(Self.answers(to: []) == [])
    #expect(Self.answers(to: ["", "  "]) == [])
  }
}
