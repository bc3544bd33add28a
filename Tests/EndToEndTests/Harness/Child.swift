import Glibc

/// How a process ended.
enum End: Equatable {
  case exit(Int32)
  case signal(Int32)
  /// Killed because it outlasted its time limit.
  case overtime
}

/// A process of its own process group with pipes at its three ends.
final class Child {
  let pid: pid_t
  private var input: Int32
  private var output: Int32
  private var error: Int32
  private var toWrite: ArraySlice<UInt8>
  private(set) var out: [UInt8] = []
  private(set) var err: [UInt8] = []

  struct CannotStart: Error {
    let path: String
    let number: Int32
  }

  /// Where standard output goes.
  enum Sink {
    case pipe
    /// A pipe nobody reads any more.
    case closedPipe
    case file(String)
  }

  init(
    _ path: String, _ arguments: [String], environment: [String: String],
    input bytes: [UInt8] = [], sink: Sink = .pipe
  ) throws {
    signal(SIGPIPE, SIG_IGN)
    toWrite = bytes[...]
    (pid, input, output, error) = try Spawn.turn.withLock { _ in
      let ends = (input: try Pipe(), output: try Pipe(), error: try Pipe())
      let start = Spawn(path, arguments, environment)
      defer { start.end() }
      start.connect(ends.input.read, to: 0)
      start.connect(ends.output.write, to: 1)
      if case .file(let name) = sink { start.open(name, as: 1) }
      start.connect(ends.error.write, to: 2)
      if case .closedPipe = sink { close(ends.output.read) }
      let result = start.run()
      for end in [ends.input.read, ends.output.write, ends.error.write] { close(end) }
      guard result.number == 0 else { throw CannotStart(path: path, number: result.number) }
      var output = ends.output.read
      if case .closedPipe = sink { output = -1 }
      return (result.pid, ends.input.write, output, ends.error.read)
    }
    for descriptor in [input, output, error] where descriptor >= 0 {
      _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    }
  }

  deinit {
    for descriptor in [input, output, error] where descriptor >= 0 { close(descriptor) }
  }

  /// Moves bytes until `isEnough` says so, every pipe is at its end, or the time is up. Returns
  /// whether there is more to come.
  @discardableResult
  func pump(until deadline: ContinuousClock.Instant, isEnough: (Child) -> Bool = { _ in false })
    -> Bool
  {
    while output >= 0 || error >= 0 || input >= 0 {
      if isEnough(self) { return true }
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero else { return true }
      if toWrite.isEmpty, input >= 0 {
        shut(&input)
        continue
      }
      var ends = [(input, POLLOUT), (output, POLLIN), (error, POLLIN)]
        .map { pollfd(fd: $0.0, events: Int16($0.1), revents: 0) }
      let wait =
        left.components.seconds * 1_000 + left.components.attoseconds / 1_000_000_000_000_000
      _ = poll(&ends, 3, Int32(clamping: wait + 1))
      if ends[0].revents != 0 { feed() }
      if ends[1].revents != 0 { drain(&output, into: &out) }
      if ends[2].revents != 0 { drain(&error, into: &err) }
    }
    return false
  }

  /// Closes the reading end of standard output, as `head` does when it has seen enough.
  func stopReading() { shut(&output) }

  func kill() { Glibc.kill(-pid, SIGKILL) }

  /// Reads everything, waits for the end. At `killAt` the whole group is killed.
  func finish(
    limit: Duration = .seconds(120), killAt: ContinuousClock.Instant? = nil
  ) -> End {
    let deadline = killAt ?? ContinuousClock.now.advanced(by: limit)
    var isOver = false
    pump(until: deadline)
    while true {
      var status: Int32 = 0
      if waitpid(pid, &status, isOver ? 0 : WNOHANG) == pid {
        // What is left in the pipes belongs to the answer.
        pump(until: ContinuousClock.now.advanced(by: .seconds(10)))
        let signal = status & 0x7f
        if signal == 0 { return .exit((status >> 8) & 0xff) }
        return isOver && killAt == nil ? .overtime : .signal(signal)
      }
      if !isOver, ContinuousClock.now >= deadline {
        isOver = true
        kill()
      } else if !isOver {
        _ = poll(nil, 0, 1)
      }
    }
  }

  private func feed() {
    let done = toWrite.withUnsafeBytes { write(input, $0.baseAddress, min($0.count, 1 << 16)) }
    if done > 0 { toWrite = toWrite.dropFirst(done) } else if errno != EAGAIN { toWrite = [] }
  }

  private func drain(_ descriptor: inout Int32, into bytes: inout [UInt8]) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
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
