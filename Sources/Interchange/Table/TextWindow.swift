import Glibc

/// The stretch of decoded text that a reader still needs: from the first byte of the record it is
/// reading to the last byte decoded. It grows at the end and is dropped at the front, so memory
/// stays near one record and one block, and a reader can go back as far as `start`.
struct TextWindow: ~Copyable {
  private(set) var bytes: [UInt8] = []
  /// Index in `bytes` of the first byte still needed.
  private(set) var start = 0
  /// Whether nothing will be added any more.
  private(set) var isComplete = false

  private var source: ByteSource
  private var decoder: TextDecoder
  private var block: [UInt8]
  /// Position in the whole text of `bytes[0]`.
  private var origin = 0
  /// Flaws before this index lie before the text still needed.
  private var firstFlaw = 0

  init(source: consuming ByteSource, encoding: TextEncoding) {
    block = [UInt8](repeating: 0, count: source.blockSize)
    self.source = source
    decoder = TextDecoder(encoding)
  }

  var report: DecodingReport { decoder.report }

  /// How many decoded bytes came before `start`.
  var position: Int { origin + start }

  /// How many bytes are here from `start` on.
  var available: Int { bytes.count - start }

  /// Adds at least one byte, or finds the end.
  mutating func fill() throws(TableError) {
    // Also counts off the flaws of text that was skipped, so that they do not pile up.
    _ = hasFlaw(inFirst: 0)
    if start > 0 {
      bytes.removeSubrange(..<start)
      origin += start
      start = 0
    }
    if firstFlaw > 0 {
      decoder.flaws.removeFirst(firstFlaw)
      firstFlaw = 0
    }
    let before = bytes.count
    while bytes.count == before && !isComplete {
      let count = try source.read(into: &block)
      try decoder.decode(block[..<count], isLast: count == 0, into: &bytes)
      isComplete = count == 0
    }
  }

  /// Gives up the first `count` bytes.
  mutating func drop(_ count: Int) {
    start += min(count, available)
  }

  /// Gives up everything, read or not.
  mutating func abandon() {
    start = bytes.count
    isComplete = true
  }

  /// Whether one of the first `count` bytes stands for input that could not be decoded. Must be
  /// asked before these bytes are dropped.
  mutating func hasFlaw(inFirst count: Int) -> Bool {
    while firstFlaw < decoder.flaws.count, decoder.flaws[firstFlaw] < position { firstFlaw += 1 }
    return firstFlaw < decoder.flaws.count && decoder.flaws[firstFlaw] < position + count
  }

  /// The first byte still needed.
  var first: UInt8? { available > 0 ? bytes[start] : nil }

  /// How far the first LF or CR is, if there is one.
  var lineEnd: (offset: Int, isReturn: Bool)? {
    let lineFeed = offset(of: Byte.lineFeed, limit: available)
    let carriageReturn = offset(of: Byte.carriageReturn, limit: lineFeed ?? available)
    if let carriageReturn { return (carriageReturn, true) }
    return lineFeed.map { ($0, false) }
  }

  /// How far the first such byte is, looking at bytes from `from` to `limit` only.
  func offset(of byte: UInt8, from: Int = 0, limit: Int) -> Int? {
    bytes.withUnsafeBytes { all in
      guard from < limit, let base = all.baseAddress?.advanced(by: start) else { return nil }
      return memchr(base + from, Int32(byte), limit - from).map { UnsafeRawPointer($0) - base }
    }
  }

  /// Shows at most `limit` bytes from `start` on, and tells whether the text ends with them.
  func withBytes<Result>(
    limit: Int, _ body: (UnsafeBufferPointer<UInt8>, Bool) -> Result
  ) -> Result {
    let count = min(limit, available)
    return bytes.withUnsafeBufferPointer {
      let shown = UnsafeBufferPointer(rebasing: $0[start..<start + count])
      return body(shown, isComplete && count == available)
    }
  }
}
