import Dispatch
import Synchronization

/// Two threads that take turns at reading: one reads; the other looks after it.
///
/// Where a request comes alone, the thread that read it also does it: waking another one for it takes
/// tens of microseconds. Should it take longer than a tick or two, the other thread goes on reading,
/// so pings and cancellations are late by two milliseconds at most.
final class Reading<Handler: RequestHandler>: Sendable {
  private struct State {
    /// Counts the requests done by the reading thread.
    var turn = 0
    /// Whether the reading thread is doing one, and nobody reads.
    var isBusy = false
    /// Whether the other thread is there to take over.
    var isWatched = false
    var isAsleep = false
    var isOver = false
  }

  /// What the watching thread does next.
  private enum Next {
    case take, sleep, tick, end
  }

  private static var tick: DispatchTimeInterval { .milliseconds(1) }
  /// Ticks without a request after which the watching thread sleeps until the next one.
  private static var patience: Int { 100 }

  private let connection: Connection
  private let handler: Handler
  private let reader: Mutex<LineReader>
  private let state = Mutex(State())
  private let wake = DispatchSemaphore(value: 0)
  private let over = DispatchSemaphore(value: 0)

  init(_ connection: Connection, _ handler: Handler, _ reader: consuming sending LineReader) {
    self.connection = connection
    self.handler = handler
    self.reader = Mutex(reader)
  }

  /// Returns when there is nothing more to read.
  func run() {
    WorkerThread.start { [self] in serve(reading: false) }
    WorkerThread.start { [self] in serve(reading: true) }
    over.wait()
  }

  private func serve(reading: Bool) {
    var isReading = reading
    while true {
      if isReading {
        guard read() else { break }
      } else {
        guard watch() else { return }
      }
      isReading.toggle()
    }
    state.withLock { $0.isOver = true }
    wake.signal()
    over.signal()
  }

  /// Reads until the other thread took over; false at the end of the input.
  private func read() -> Bool {
    while true {
      let (event, isAlone) = reader.withLock { reader in (reader.next(), !reader.hasMore) }
      switch event {
      case .line(let line):
        connection.trace?.note(line, .in)
        if let call = connection.take(line, handler, mayStay: isAlone && isWatched), !perform(call)
        {
          return true
        }
      case .tooLong: connection.send(error: "wire.line-too-long")
      case .end, .hangUp: return false
      }
      connection.waitForRoom()
    }
  }

  private var isWatched: Bool { state.withLock { $0.isWatched } }

  /// Does a call on this thread; false when the other one reads meanwhile.
  private func perform(_ call: Call) -> Bool {
    let (turn, mustWake) = state.withLock { state -> (Int, Bool) in
      state.turn += 1
      state.isBusy = true
      defer { state.isAsleep = false }
      return (state.turn, state.isAsleep)
    }
    if mustWake { wake.signal() }
    connection.run(call)
    connection.lanes.leave()
    return state.withLock { state in
      guard state.isBusy, state.turn == turn else { return false }
      state.isBusy = false
      return true
    }
  }

  /// Returns true when this thread is to read: the other one has been busy for a tick or two.
  private func watch() -> Bool {
    state.withLock { $0.isWatched = true }
    var seen = -1
    var quiet = 0
    while true {
      let next = state.withLock { state -> Next in
        if state.isOver { return .end }
        if state.isBusy, state.turn == seen {
          (state.isBusy, state.isWatched) = (false, false)
          return .take
        }
        quiet = state.turn == seen ? quiet + 1 : 0
        // A turn that began before is busy since the last tick at least.
        seen = state.turn
        guard quiet > Self.patience, !state.isBusy else { return .tick }
        state.isAsleep = true
        return .sleep
      }
      switch next {
      case .end: return false
      case .take: return true
      case .tick: _ = wake.wait(timeout: .now() + Self.tick)
      case .sleep: wake.wait()
      }
    }
  }
}
