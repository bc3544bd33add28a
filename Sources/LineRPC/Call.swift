import Synchronization

/// One request on its way: whether it was cancelled, and how it is answered, once.
public final class Call: Sendable {
  private enum Phase {
    case queued, running, answered
  }

  private struct State {
    var phase = Phase.queued
    var isCancelled = false
    var whenCancelled: (@Sendable () -> Void)?
    /// What is to be done when its turn comes.
    var work: (@Sendable (Call) -> Answer)?
  }

  public let request: Request
  private let state = Mutex(State())
  private let reply: @Sendable (Call, Answer) -> Void

  init(_ request: Request, reply: @escaping @Sendable (Call, Answer) -> Void) {
    self.request = request
    self.reply = reply
  }

  public var isCancelled: Bool { state.withLock { $0.isCancelled } }

  /// Answers, unless that was done.
  public func finish(_ answer: Answer) {
    let isFirst = state.withLock { state -> Bool in
      defer { state.phase = .answered }
      (state.whenCancelled, state.work) = (nil, nil)
      return state.phase != .answered
    }
    if isFirst { reply(self, answer) }
  }

  /// Told once when the call is cancelled; at once if it was already.
  public func onCancel(_ body: @escaping @Sendable () -> Void) {
    let isLate = state.withLock { state -> Bool in
      if !state.isCancelled, state.phase != .answered { state.whenCancelled = body }
      return state.isCancelled
    }
    if isLate { body() }
  }

  func hold(_ work: @escaping @Sendable (Call) -> Answer) {
    state.withLock { $0.work = work }
  }

  /// Does its work, unless it was answered while it waited for its turn.
  func run() {
    let work = state.withLock { state -> (@Sendable (Call) -> Answer)? in
      guard state.phase == .queued else { return nil }
      state.phase = .running
      defer { state.work = nil }
      return state.work
    }
    if let work { finish(work(self)) }
  }

  /// Marks it; true when it had not begun, so that it can be answered without being run.
  func cancel() -> Bool {
    let (wasQueued, told) = state.withLock { state in
      state.isCancelled = true
      defer { state.whenCancelled = nil }
      return (state.phase == .queued, state.whenCancelled)
    }
    told?()
    return wasQueued
  }
}
