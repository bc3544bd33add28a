import Glibc

/// Lines of a descriptor, as they come: what `read(2)` gives is handed on at once, and only new bytes
/// are looked at for the line's end.
struct LineReader: ~Copyable {
  enum Event {
    /// A line without its line feed and one carriage return before it.
    case line([UInt8])
    /// A line above the limit; its bytes are gone.
    case tooLong
    case end
    /// Nobody reads the answers any more.
    case hangUp
  }

  private static let blockSize = 1 << 16

  private let descriptor: Int32
  private let limit: Int
  /// Readable when reading is to stop; -1 for never.
  private let stop: Int32
  /// Where answers go: its other end closing ends the reading too; -1 for never.
  private let output: Int32

  private var block = [UInt8](repeating: 0, count: blockSize)
  /// The part of the block that was not looked at yet.
  private var fresh = 0..<0
  /// The beginning of a line that did not end in an earlier block.
  private var begun: [UInt8] = []
  private var isDiscarding = false
  private var isFirst = true
  private var isAtEnd = false

  init(_ descriptor: Int32, limit: Int, stop: Int32 = -1, output: Int32 = -1) {
    self.descriptor = descriptor
    self.limit = limit
    self.stop = stop
    self.output = output
  }

  /// Whether there are bytes behind the line that was given last, or just coming.
  var hasMore: Bool {
    guard fresh.isEmpty else { return true }
    var end = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&end, 1, 0) != 0
  }

  mutating func next() -> Event {
    while true {
      if let line = cut() { return line }
      if isAtEnd { return last() }
      switch fill() {
      case .bytes: continue
      case .end: isAtEnd = true
      case .stopped: return .end
      case .hangUp: return .hangUp
      }
    }
  }

  /// The next whole line of the block; nil when the block holds no more of them.
  private mutating func cut() -> Event? {
    guard !fresh.isEmpty else { return nil }
    let feed = block.withUnsafeBytes { bytes -> Int? in
      guard let base = bytes.baseAddress else { return nil }
      let start = base + fresh.lowerBound
      return memchr(start, 0x0A, fresh.count).map { base.distance(to: UnsafeRawPointer($0)) }
    }
    let end = feed ?? fresh.upperBound
    if !isDiscarding {
      // One more than the limit may be a carriage return.
      if begun.count + end - fresh.lowerBound > limit + 1 {
        isDiscarding = true
        begun = []
      } else if feed == nil || !begun.isEmpty {
        begun += block[fresh.lowerBound..<end]
      }
    }
    guard feed != nil else {
      fresh = 0..<0
      return nil
    }
    let whole = begun.isEmpty && !isDiscarding ? Array(block[fresh.lowerBound..<end]) : begun
    fresh = (end + 1)..<fresh.upperBound
    return finish(whole)
  }

  /// What stands behind the last line feed.
  private mutating func last() -> Event {
    guard isDiscarding || !begun.isEmpty else { return .end }
    return finish(begun)
  }

  private mutating func finish(_ whole: [UInt8]) -> Event {
    begun = []
    defer { (isDiscarding, isFirst) = (false, false) }
    if isDiscarding { return .tooLong }
    var line = whole[...]
    if line.last == 0x0D { line.removeLast() }
    if isFirst, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    return line.count > limit ? .tooLong : .line(line.count == whole.count ? whole : Array(line))
  }

  private enum Filled {
    case bytes, end, stopped, hangUp
  }

  private mutating func fill() -> Filled {
    while true {
      var ends = [
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: stop, events: Int16(POLLIN), revents: 0),
        pollfd(fd: output, events: 0, revents: 0),
      ]
      guard poll(&ends, nfds_t(ends.count), -1) >= 0 else {
        if errno == EINTR { continue }
        return .end
      }
      if ends[1].revents != 0 { return .stopped }
      // What was sent before the reader left is not worth doing any more.
      if FrameWriter.isHungUp(ends[2].revents) { return .hangUp }
      guard ends[0].revents != 0 else { continue }
      let got = block.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if got < 0, errno == EINTR || errno == EAGAIN { continue }
      guard got > 0 else { return .end }
      fresh = 0..<got
      return .bytes
    }
  }
}
