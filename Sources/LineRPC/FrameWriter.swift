import Dispatch
import Glibc
import Synchronization

/// Writes whole lines to a descriptor, never a piece of one between pieces of another.
///
/// A short line goes out at once where that can't block; others wait for a thread of their own, so
/// a reader that stops reading holds up nobody. When more than `limit` bytes wait, `waitForRoom`
/// holds those who make more.
final class FrameWriter: Sendable {
  private struct State {
    var waiting: [[UInt8]] = []
    var bytes = 0
    /// Whether the thread is writing, and all else must queue behind it.
    var isWriting = false
    var isFinishing = false
    var isBroken = false
    /// How many wait for room.
    var held = 0
  }

  /// A pipe that can be written to takes this much without blocking (POSIX: PIPE_BUF).
  private static let atomicBytes = 4_096

  private let descriptor: Int32
  private let limit: Int
  /// What a pipe holds; 0 for anything else.
  private let pipeBytes: Int
  private let state = Mutex(State())
  private let work = DispatchSemaphore(value: 0)
  private let room = DispatchSemaphore(value: 0)
  private let whenRoom: @Sendable () -> Void
  private let trace: TraceFiles?
  private let done = DispatchSemaphore(value: 0)

  /// `whenRoom` is told when some of what waited was written.
  init(
    _ descriptor: Int32, limit: Int, trace: TraceFiles? = nil,
    whenRoom: @escaping @Sendable () -> Void = {}
  ) {
    self.trace = trace
    self.descriptor = descriptor
    self.limit = limit
    self.whenRoom = whenRoom
    var info = stat()
    let isPipe = fstat(descriptor, &info) == 0 && info.st_mode & S_IFMT == S_IFIFO
    // F_GETPIPE_SZ
    pipeBytes = isPipe ? Int(fcntl(descriptor, 1_032)) : 0
    WorkerThread.start { [self] in
      while writeWaiting() {}
      done.signal()
    }
  }

  /// Whether the other end is gone.
  var isBroken: Bool {
    state.withLock { $0.isBroken } || Self.isHungUp(descriptor)
  }

  /// Takes one message; its line feed is added. A message that may be lost is, when many wait.
  func send(_ message: [UInt8], mayBeLost: Bool = false) {
    var line = message
    line.append(0x0A)
    let mustWake = state.withLock { state -> Bool in
      guard !state.isBroken, !(mayBeLost && state.bytes > limit) else { return false }
      trace?.note(line, .out)
      if !state.isWriting, state.waiting.isEmpty, canTake(line.count) {
        state.isBroken = !Self.write(line, to: descriptor)
        return false
      }
      state.waiting.append(line)
      state.bytes += line.count
      return true
    }
    if mustWake { work.signal() }
  }

  /// Whether so much waits that no more should be made.
  var isFull: Bool { state.withLock { $0.bytes > limit } }

  /// Returns when what waits is below the limit, or nobody reads any more.
  func waitForRoom() {
    while true {
      let isFull = state.withLock { state -> Bool in
        let isFull = state.bytes > limit && !state.isBroken
        if isFull { state.held += 1 }
        return isFull
      }
      guard isFull else { return }
      room.wait()
    }
  }

  /// Writes what waits, and ends.
  func finish() {
    state.withLock { $0.isFinishing = true }
    work.signal()
    done.wait()
  }

  /// One round of the thread; false when it is over.
  private func writeWaiting() -> Bool {
    work.wait()
    let (lines, isLast) = state.withLock { state -> ([[UInt8]], Bool) in
      let lines = state.waiting
      state.waiting = []
      state.isWriting = !lines.isEmpty
      return (lines, state.isFinishing)
    }
    var isWhole = true
    for line in lines where isWhole { isWhole = Self.write(line, to: descriptor) }
    let held = state.withLock { state -> Int in
      state.isWriting = false
      state.bytes -= lines.reduce(0) { $0 + $1.count }
      if !isWhole {
        state.isBroken = true
        (state.waiting, state.bytes) = ([], 0)
      }
      let held = state.held
      state.held = 0
      return held
    }
    for _ in 0..<held { room.signal() }
    whenRoom()
    return !(isLast && lines.isEmpty)
  }

  /// Whether so many bytes go in without blocking.
  private func canTake(_ count: Int) -> Bool {
    if count > Self.atomicBytes {
      // Nothing waits in the pipe, so all of it is free.
      var unread: Int32 = 0
      return count <= pipeBytes && ioctl(descriptor, UInt(FIONREAD), &unread) == 0 && unread == 0
    }
    var end = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    return poll(&end, 1, 0) == 1 && end.revents & Int16(POLLOUT) != 0
  }

  static func isHungUp(_ descriptor: Int32) -> Bool {
    var end = pollfd(fd: descriptor, events: 0, revents: 0)
    return poll(&end, 1, 0) == 1 && isHungUp(end.revents)
  }

  /// What `poll` says of a pipe (an error) or a socket (a hang-up) whose other end is closed.
  static func isHungUp(_ events: Int16) -> Bool {
    events & Int16(POLLERR | POLLHUP | POLLNVAL) != 0
  }

  /// False when the other end is closed, or can't take more.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { whole in
      var rest = whole
      while !rest.isEmpty {
        let done = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if done < 0 {
          if errno == EINTR { continue }
          guard errno == EAGAIN else { return false }
          // Somebody set the descriptor, which is shared, not to block.
          var end = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = poll(&end, 1, 1_000)
          continue
        }
        rest = UnsafeRawBufferPointer(rebasing: rest[done...])
      }
      return true
    }
  }
}
