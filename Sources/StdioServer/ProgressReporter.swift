import LineRPC
import Model
import Service
import Synchronization

/// Tells the client how far a request has come, where it asked for it with a progress token
/// (MCP, "Progress"): numbers that only grow, at most ten a second.
final class ProgressReporter: Sendable {
  private struct State {
    /// What earlier phases and files came to.
    var before = 0
    var latest = 0
    var subject = ""
    var phase = Session.Progress.Phase.reading
    var sent = -1
    var sentAt: ContinuousClock.Instant?
  }

  private static let pause = Duration.milliseconds(100)

  private let token: JSONSlice
  private let connection: Connection
  private let state = Mutex(State())

  /// Nil when the client did not ask.
  init?(_ call: Call, _ connection: Connection) {
    guard let token = call.request.meta?["progressToken"],
      token.kind == .string || token.kind == .number
    else { return nil }
    self.token = token
    self.connection = connection
  }

  func tell(_ progress: Session.Progress) {
    let now = ContinuousClock.now
    let told = state.withLock { state -> (done: Int, total: Int?)? in
      if progress.phase != state.phase || progress.subject != state.subject {
        state.before += state.latest
        (state.phase, state.subject) = (progress.phase, progress.subject)
      }
      state.latest = progress.done
      let done = state.before + progress.done
      let isEarly = state.sentAt.map { now - $0 < Self.pause } ?? false
      guard done > state.sent, !isEarly || progress.done == progress.total else { return nil }
      (state.sent, state.sentAt) = (done, now)
      return (done, progress.total.map { state.before + $0 })
    }
    guard let told else { return }
    connection.notify(
      "notifications/progress",
      .object([
        ("progressToken", .raw(token.bytes)), ("progress", .integer(told.done)),
        ("total", told.total.map(JSONPiece.integer)), ("message", .text(message(progress))),
      ]), mayBeLost: true)
  }

  private func message(_ progress: Session.Progress) -> String {
    let isJapanese = connection.language == .ja
    switch progress.phase {
    case .reading: return isJapanese ? "読込み" : "reading"
    case .indexing: return isJapanese ? "索引づくり" : "indexing"
    case .writing: return isJapanese ? "書出し" : "writing"
    case .checking: return isJapanese ? "照合" : "checking"
    }
  }
}
