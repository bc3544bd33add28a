import Model
import Synchronization

/// Answers of searches asked before, byte for byte, as long as the index and the day are the same:
/// programs ask again what they asked a moment ago, page back, and try again.
///
/// Two generations: what nobody asked for during one fill of the younger goes.
final class AnswerMemo: Sendable {
  /// What an answer holds for.
  struct Mark: Sendable, Hashable {
    var index: String
    var day: CalendarDate
  }

  private struct State {
    var mark: Mark?
    var young: [[UInt8]: [UInt8]] = [:]
    var old: [[UInt8]: [UInt8]] = [:]
  }

  private let state = Mutex(State())
  /// Answers of a generation, and bytes of one answer: at most some six megabytes in all.
  static let most = 400
  static let longest = 8 << 10

  func answer(to params: [UInt8], at mark: Mark) -> [UInt8]? {
    state.withLock { state in
      guard state.mark == mark else { return nil }
      if let known = state.young[params] { return known }
      guard let known = state.old[params] else { return nil }
      Self.add(params, known, &state)
      return known
    }
  }

  func keep(_ answer: [UInt8], to params: [UInt8], at mark: Mark) {
    guard answer.count <= Self.longest, params.count <= Self.longest else { return }
    state.withLock { state in
      if state.mark != mark { state = State(mark: mark) }
      Self.add(params, answer, &state)
    }
  }

  private static func add(_ params: [UInt8], _ answer: [UInt8], _ state: inout State) {
    if state.young.count >= most {
      state.old = state.young
      state.young = [:]
    }
    state.young[params] = answer
  }
}
