import Synchronization

/// The answers to the members of a batch, which leave together and in order.
final class Batch: Sendable {
  static let maximumMembers = 10_000
  /// What errors come to; they are never replaced.
  private static let shortBytes = 1_400
  /// Leaves room for what replaces answers that don't fit.
  static let maximumBytes = Answer.maximumBytes - 4 << 20

  private struct State {
    var answers: [[UInt8]?]
    var open: Int
    var bytes = 2
  }

  private let state: Mutex<State>
  /// What is sent when even the shortest answers, with very long ids, are too much.
  private let tooLong: [UInt8]
  private let send: @Sendable ([UInt8]) -> Void

  init(_ count: Int, tooLong: [UInt8], send: @escaping @Sendable ([UInt8]) -> Void) {
    self.tooLong = tooLong
    state = Mutex(State(answers: Array(repeating: nil, count: count), open: count))
    self.send = send
  }

  /// Takes what the member at `place` comes to, nil for nothing. One that would make the message
  /// too long is replaced by `shorter`.
  func settle(_ place: Int, _ message: [UInt8]?, shorter: () -> [UInt8]?) {
    let whole = state.withLock { state -> [[UInt8]]? in
      var message = message
      if let long = message, long.count > Self.shortBytes,
        state.bytes + long.count > Self.maximumBytes
      {
        message = shorter()
      }
      if let message { state.bytes += message.count + 1 }
      state.answers[place] = message
      state.open -= 1
      return state.open == 0 ? state.answers.compactMap(\.self) : nil
    }
    guard let whole, !whole.isEmpty else { return }
    var out: [UInt8] = [0x5B]
    for (i, message) in whole.enumerated() {
      if i > 0 { out.append(0x2C) }
      out += message
    }
    out.append(0x5D)
    send(out.count > Answer.maximumBytes ? tooLong : out)
  }
}
