import Glibc

/// Counts physical lines. CRLF, LF and a lone CR each end one line.
struct LineCounter {
  /// The line of the next byte, 1-based.
  private(set) var line = 1
  private var endsWithReturn = false

  mutating func advance(over bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.first, let last = bytes.last else { return }
    if first == Byte.lineFeed, endsWithReturn { line -= 1 }
    Self.forEach(Byte.lineFeed, in: bytes) { _ in line += 1 }
    Self.forEach(Byte.carriageReturn, in: bytes) { index in
      let isPair = index + 1 < bytes.count && bytes[index + 1] == Byte.lineFeed
      if !isPair { line += 1 }
    }
    endsWithReturn = last == Byte.carriageReturn
  }

  /// memchr looks at many bytes at once, which no loop over bytes does.
  private static func forEach(
    _ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void
  ) {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return }
    var start = 0
    while start < bytes.count,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    {
      let index = UnsafeRawPointer(found) - base
      body(index)
      start = index + 1
    }
  }
}
