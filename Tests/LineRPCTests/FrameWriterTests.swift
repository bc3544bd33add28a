import Dispatch
import Glibc
import Synchronization
import Testing

@testable import LineRPC

@Suite struct FrameWriterTests {
  struct Ends {
    let from: Int32
    let to: Int32

    init() {
      signal(SIGPIPE, SIG_IGN)
      var ends: [Int32] = [-1, -1]
      _ = pipe(&ends)
      (from, to) = (ends[0], ends[1])
    }
  }

  static func readAll(_ descriptor: Int32) -> [UInt8] {
    var out: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = block.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      guard got > 0 else { return out }
      out += block[..<got]
    }
  }

  /// Interleaved frames under back-pressure: modelcontextprotocol/swift-sdk issue 252.
  @Test func neverSplicesWhatManyThreadsSend() {
    let ends = Ends()
    let writer = FrameWriter(ends.to, limit: 1 << 20)
    let done = DispatchGroup()
    for letter in "abcdefgh".utf8 {
      done.enter()
      WorkerThread.start {
        for size in 0..<200 { writer.send(Array(repeating: letter, count: size * 61)) }
        done.leave()
      }
    }
    WorkerThread.start {
      done.wait()
      writer.finish()
      close(ends.to)
    }
    let lines = Self.readAll(ends.from).split(separator: 0x0A, omittingEmptySubsequences: false)
    #expect(lines.count == 8 * 200 + 1)
    #expect(lines.allSatisfy { Set($0).count <= 1 && $0.count % 61 == 0 })
    close(ends.from)
  }

  @Test func holdsUpNobodyWhenNobodyReads() {
    let ends = Ends()
    let writer = FrameWriter(ends.to, limit: 1 << 20)
    let large = Array(repeating: UInt8(ascii: "x"), count: 1 << 18)
    for _ in 0..<8 { writer.send(large) }
    writer.send(Array("may be lost".utf8), mayBeLost: true)
    // Sending did not block; making more does, until somebody reads.
    let waited = DispatchSemaphore(value: 0)
    WorkerThread.start {
      writer.waitForRoom()
      waited.signal()
    }
    #expect(waited.wait(timeout: .now() + .milliseconds(200)) == .timedOut)
    WorkerThread.start {
      waited.wait()
      writer.finish()
      close(ends.to)
    }
    let all = Self.readAll(ends.from)
    #expect(all.count == 8 * (large.count + 1))
    close(ends.from)
  }

  @Test func endsWhenTheReaderLeaves() {
    let ends = Ends()
    let writer = FrameWriter(ends.to, limit: 1 << 10)
    for _ in 0..<100 { writer.send(Array(repeating: 0x61, count: 10_000)) }
    close(ends.from)
    writer.waitForRoom()
    #expect(writer.isBroken)
    writer.send([0x61])
    writer.finish()
    close(ends.to)
  }
}
