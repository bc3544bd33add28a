import Glibc
import TestSupport
import Testing

@testable import Interchange

@Suite("Byte sources")
struct ByteSourceTests {
  /// Runs `body` with the path of a new folder, which is removed afterwards.
  func withFolder(_ body: (String) throws -> Void) throws {
    let folder = try TemporaryFolder()
    try body(folder.path)
  }

  func readAll(_ source: inout ByteSource) throws(TableError) -> [UInt8] {
    var all: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1000)
    while true {
      let count = try source.read(into: &block)
      if count == 0 { return all }
      all += block[..<count]
    }
  }

  @Test("what cannot be opened")
  func refused() throws {
    try withFolder { folder in
      #expect(throws: TableError.missing) { _ = try ByteSource(path: folder + "/none.csv") }
      #expect(throws: TableError.isDirectory) { _ = try ByteSource(path: folder) }
      let loop = folder + "/loop"
      #expect(symlink(loop, loop) == 0)
      defer { unlink(loop) }
      #expect(throws: TableError.unreadable(ELOOP)) { _ = try ByteSource.open(path: loop) }
    }
  }

  @Test("a file is peeked at and then read whole")
  func file() throws {
    let bytes = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try withFolder { folder in
      let path = folder + "/data"
      let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
      #expect(bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } == bytes.count)
      close(descriptor)
      defer { unlink(path) }
      var source = try ByteSource(path: path)
      let head = try source.peek(upTo: 10)
      #expect(head.bytes == Array(bytes[..<10]) && !head.isWhole)
      let again = try source.peek(upTo: 300_000)
      #expect(again.bytes == Array(bytes[..<300_000]) && !again.isWhole)
      let all = try readAll(&source)
      #expect(all == bytes)
      let rest = try source.peek()
      #expect(rest.bytes.isEmpty && rest.isWhole)
    }
  }

  @Test("memory", arguments: [1, 3, 1000])
  func memory(blockSize: Int) throws {
    var source = ByteSource.bytes([1, 2, 3, 4], blockSize: blockSize)
    let part = try source.peek(upTo: 3)
    #expect(part.bytes == [1, 2, 3] && !part.isWhole)
    let whole = try source.peek(upTo: 4)
    #expect(whole.bytes == [1, 2, 3, 4] && whole.isWhole)
    let all = try readAll(&source)
    #expect(all == [1, 2, 3, 4])
  }
}
