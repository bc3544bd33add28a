import Glibc
import Testing
import TestSupport

@testable import LineRPC

@Suite struct LineReaderTests {
  /// What a reader gives for bytes that come in these pieces.
  static func read(_ pieces: [[UInt8]], limit: Int = 20) -> [String] {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return ["no pipe"] }
    let (from, to) = (ends[0], ends[1])
    defer { close(from) }
    // Fits into the pipe, so nobody has to read meanwhile.
    for piece in pieces { _ = piece.withUnsafeBytes { write(to, $0.baseAddress, $0.count) } }
    close(to)
    var reader = LineReader(from, limit: limit)
    var out: [String] = []
    while true {
      switch reader.next() {
      case .line(let line): out.append(String(decoding: line, as: UTF8.self))
      case .tooLong: out.append("too long")
      case .end: return out
      case .hangUp: return out + ["hang up"]
      }
    }
  }

  @Test func endsLinesAtLineFeeds() {
    #expect(Self.read([Array("a\nbc\r\n\n\rd\re".utf8)]) == ["a", "bc", "", "\rd\re"])
    #expect(Self.read([]) == [])
    #expect(Self.read([Array("\u{FEFF}a\n\u{FEFF}b".utf8)]) == ["a", "\u{FEFF}b"])
  }

  @Test func passesOverLinesAboveTheLimit() {
    let exact = String(repeating: "x", count: 20)
    #expect(
      Self.read([Array("\(exact)\n\(exact)\r\n\(exact)y\nz\n".utf8)]) == [
        exact, exact, "too long", "z",
      ])
    #expect(Self.read([Array("\(exact)\(exact)\(exact)".utf8)]) == ["too long"])
  }

  /// However many blocks a line is read in, and wherever they end, it is the same line.
  @Test func readsTheSameWhereverBlocksEnd() {
    let lines = (0..<40).map { String(repeating: "支\($0)え", count: $0 * 400) }
    let bytes = Array(lines.joined(separator: "\n").utf8)
    var ends: [Int32] = [-1, -1]
    #expect(pipe(&ends) == 0)
    let (from, to) = (ends[0], ends[1])
    WorkerThread.start {
      var at = 0
      while at < bytes.count {
        let piece = Array(bytes[at..<min(bytes.count, at + 30_011)])
        let done = piece.withUnsafeBytes { write(to, $0.baseAddress, $0.count) }
        guard done > 0 else { break }
        at += done
      }
      close(to)
    }
    var reader = LineReader(from, limit: 1 << 20)
    var read: [String] = []
    while case .line(let line) = reader.next() {
      read.append(String(decoding: line, as: UTF8.self))
    }
    close(from)
    #expect(read == lines)
  }
}
