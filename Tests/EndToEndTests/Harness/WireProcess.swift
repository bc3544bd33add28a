import Glibc

/// A running program whose three pipes a test holds in its hands: it writes the pieces it chooses,
/// reads when it wants to, closes either end.
final class WireProcess {
  let pid: pid_t
  private var input: Int32
  private var output: Int32
  private var error: Int32
  /// Each is a write of its own.
  private var pieces: ArraySlice<[UInt8]> = []
  private var written = 0
  private var out: [UInt8] = []
  private(set) var err: [UInt8] = []
  var end: End?
  /// False while the reader of standard output does something else.
  var isReading = true
  /// Bytes taken at a time.
  var largestRead = 1 << 16

  init(_ path: String, _ arguments: [String], environment: [String: String]) throws {
    signal(SIGPIPE, SIG_IGN)
    (pid, input, output, error) = try Spawn.turn.withLock { _ in
      let ends = (input: try Pipe(), output: try Pipe(), error: try Pipe())
      let start = Spawn(path, arguments, environment)
      defer { start.end() }
      start.connect(ends.input.read, to: 0)
      start.connect(ends.output.write, to: 1)
      start.connect(ends.error.write, to: 2)
      let result = start.run()
      for end in [ends.input.read, ends.output.write, ends.error.write] { close(end) }
      guard result.number == 0 else {
        throw Child.CannotStart(path: path, number: result.number)
      }
      return (result.pid, ends.input.write, ends.output.read, ends.error.read)
    }
    for descriptor in [input, output, error] { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }
  }

  deinit {
    for descriptor in [input, output, error] where descriptor >= 0 { close(descriptor) }
    guard end == nil else { return }
    kill(-pid, SIGKILL)
    waitpid(pid, nil, 0)
  }

  var isOutputAtEnd: Bool { output < 0 }
  var isErrorAtEnd: Bool { error < 0 }
  var hasWritten: Bool { pieces.isEmpty }

  /// What was read since the last call.
  func takeOutput() -> [UInt8] {
    defer { out = [] }
    return out
  }

  func put(_ piece: [UInt8]) {
    if !piece.isEmpty { pieces.append(piece) }
    while feed() {}
  }

  func closeInput() { shut(&input) }
  func closeOutput() { shut(&output) }

  /// Closes all ends, as they are closed when the other process dies.
  func abandon() {
    pieces = []
    for end in [\WireProcess.input, \.output, \.error] { shut(&self[keyPath: end]) }
  }

  /// Bytes that were written and that the program has not read yet.
  var unread: Int {
    var count: Int32 = 0
    return input >= 0 && ioctl(input, UInt(FIONREAD), &count) == 0 ? Int(count) : 0
  }

  /// Moves bytes until `isEnough` says so, the time is up or nothing can come any more; returns
  /// what it said last. It is asked at least every `tick` milliseconds.
  @discardableResult
  func pump(
    until deadline: ContinuousClock.Instant, tick: Int32 = 1_000, isEnough: () -> Bool
  ) -> Bool {
    while !isEnough() {
      let left = ContinuousClock.now.duration(to: deadline)
      let wait = max(0, left / .milliseconds(1)).rounded(.up)
      var ends = [
        pollfd(fd: pieces.isEmpty ? -1 : input, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: isReading ? output : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: error, events: Int16(POLLIN), revents: 0),
      ]
      _ = poll(&ends, 3, Int32(min(Double(tick), wait)))
      if ends[0].revents != 0 { _ = feed() }
      if ends[1].revents != 0 { drain(&output, into: &out) }
      if ends[2].revents != 0 { drain(&error, into: &err) }
      if left <= .zero || input < 0 && output < 0 && error < 0 { return isEnough() }
    }
    return true
  }

  /// Writes what goes; false when nothing is left or the pipe is full.
  private func feed() -> Bool {
    guard let piece = pieces.first else { return false }
    let done = piece.withUnsafeBytes {
      write(input, $0.baseAddress?.advanced(by: written), $0.count - written)
    }
    if done < 0 {
      if errno != EAGAIN, errno != EINTR { pieces = [] }
      return false
    }
    written += done
    if written == piece.count {
      pieces.removeFirst()
      written = 0
    }
    return !pieces.isEmpty
  }

  private func drain(_ descriptor: inout Int32, into bytes: inout [UInt8]) {
    var buffer = [UInt8](repeating: 0, count: largestRead)
    let got = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    if got > 0 {
      bytes += buffer.prefix(got)
    } else if got == 0 || errno != EAGAIN {
      shut(&descriptor)
    }
  }

  private func shut(_ descriptor: inout Int32) {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }
}
