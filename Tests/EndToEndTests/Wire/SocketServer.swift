import Glibc

/// A server whose standard output is a socket, as some clients start it.
final class SocketServer {
  let pid: pid_t
  private var input: Int32
  private var output: Int32
  private var out: [UInt8] = []
  private var ended: (end: End, processorTime: Duration)?
  /// Its folder is there as long as the server is.
  private let desk: Desk

  init(on desk: Desk, _ options: String...) throws {
    signal(SIGPIPE, SIG_IGN)
    self.desk = desk
    (pid, input, output) = try Spawn.turn.withLock { _ in
      let pipe = try Pipe()
      var ends: [Int32] = [-1, -1]
      let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
      guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw Pipe.Failure(number: errno) }
      let path = try Program.path()
      let start = Spawn(path, ["serve"] + options, desk.environment)
      defer { start.end() }
      start.connect(pipe.read, to: 0)
      start.connect(ends[1], to: 1)
      start.open("/dev/null", as: 2)
      let result = start.run()
      for end in [pipe.read, ends[1]] { close(end) }
      guard result.number == 0 else {
        throw Child.CannotStart(path: path, number: result.number)
      }
      return (result.pid, pipe.write, ends[0])
    }
  }

  deinit {
    closeInput()
    closeOutput()
    guard ended == nil else { return }
    kill(-pid, SIGKILL)
    waitpid(pid, nil, 0)
  }

  /// Less than a pipe holds.
  func say(_ lines: String...) {
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
  }

  /// The next line; nil when it does not come, or is not a message.
  func hear(within limit: Duration = .seconds(20)) throws -> WireMessage? {
    let deadline = ContinuousClock.now.advanced(by: limit)
    while true {
      if let end = out.firstIndex(of: 0x0A) {
        defer { out.removeFirst(end + 1) }
        return try WireMessage.all(in: Array(out[..<end]), keepsText: true).list.first
      }
      guard ContinuousClock.now < deadline, read() else { return nil }
    }
  }

  /// Takes what there is; false at the end.
  private func read() -> Bool {
    var end = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    guard poll(&end, 1, 100) > 0 else { return true }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let got = buffer.withUnsafeMutableBytes { Glibc.read(output, $0.baseAddress, $0.count) }
    if got > 0 { out += buffer.prefix(got) }
    return got > 0
  }

  func closeInput() { shut(&input) }
  func closeOutput() { shut(&output) }

  /// How it ended, and what it had of the processors until then; nil when it goes on.
  func finish(within limit: Duration) -> (end: End, processorTime: Duration)? {
    let deadline = ContinuousClock.now.advanced(by: limit)
    while ended == nil, ContinuousClock.now < deadline {
      var status: Int32 = 0
      var use = rusage()
      guard wait4(pid, &status, WNOHANG, &use) == pid else {
        _ = poll(nil, 0, 1)
        continue
      }
      let signal = status & 0x7f
      let time = [use.ru_utime, use.ru_stime].map {
        Duration.seconds($0.tv_sec) + .microseconds($0.tv_usec)
      }
      ended = (
        signal == 0 ? .exit((status >> 8) & 0xff) : .signal(signal), time.reduce(.zero, +)
      )
    }
    return ended
  }

  private func shut(_ descriptor: inout Int32) {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }
}
