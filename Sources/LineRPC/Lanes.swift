import Dispatch
import Synchronization

/// Where a request runs.
public enum Lane: Sendable {
  /// Beside others of its kind.
  case shared
  /// Alone: after everything handed in before it, before everything handed in after it.
  case barrier
}

/// Runs jobs on a few threads: shared ones side by side, barriers alone and in order.
final class Lanes: Sendable {
  private struct Job {
    var lane: Lane
    var run: @Sendable () -> Void
  }

  private struct State {
    /// In the order they were handed in, from `first` on.
    var waiting: [Job] = []
    var first = 0
    /// May run now.
    var ready: [Job] = []
    var running = 0
    var isAlone = false
    var threads = 0
    var idle = 0
  }

  private let maximumThreads: Int
  private let state = Mutex(State())
  private let work = DispatchSemaphore(value: 0)

  init(maximumThreads: Int) { self.maximumThreads = maximumThreads }

  func submit(_ lane: Lane, _ run: @escaping @Sendable () -> Void) {
    let (released, mustGrow) = state.withLock { state in
      state.waiting.append(Job(lane: lane, run: run))
      return Self.release(&state, maximumThreads)
    }
    start(released, mustGrow)
  }

  /// Takes a place for a shared job that the caller runs itself; false where it would have to wait.
  /// `leave` gives the place back.
  func enter() -> Bool {
    state.withLock { state in
      guard state.first == state.waiting.count, !state.isAlone else { return false }
      state.running += 1
      return true
    }
  }

  func leave(_ lane: Lane = .shared) {
    let (released, mustGrow) = state.withLock { state in
      state.running -= 1
      if lane == .barrier { state.isAlone = false }
      return Self.release(&state, maximumThreads)
    }
    start(released, mustGrow)
  }

  /// Moves what may run now to the ready ones; how many that were, and how many threads they want.
  private static func release(_ state: inout State, _ maximum: Int) -> (Int, Int) {
    var count = 0
    while state.first < state.waiting.count, !state.isAlone {
      let job = state.waiting[state.first]
      if job.lane == .barrier {
        guard state.running == 0 else { break }
        state.isAlone = true
      }
      state.running += 1
      state.ready.append(job)
      state.first += 1
      count += 1
    }
    if state.first == state.waiting.count {
      (state.waiting, state.first) = ([], 0)
    } else if state.first > 1_024 {
      state.waiting.removeFirst(state.first)
      state.first = 0
    }
    let wanted = min(max(0, state.ready.count - state.idle), maximum - state.threads)
    state.threads += wanted
    return (count, wanted)
  }

  private func start(_ count: Int, _ threads: Int) {
    for _ in 0..<threads where !WorkerThread.start({ [self] in while true { runOne() } }) {
      state.withLock { $0.threads -= 1 }
    }
    for _ in 0..<count { work.signal() }
  }

  private func runOne() {
    state.withLock { $0.idle += 1 }
    work.wait()
    let job = state.withLock { state -> Job? in
      state.idle -= 1
      return state.ready.isEmpty ? nil : state.ready.removeFirst()
    }
    guard let job else { return }
    job.run()
    leave(job.lane)
  }
}
