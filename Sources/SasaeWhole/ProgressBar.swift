import Diagnostics
import Glibc
import JapaneseText
import Service
import Synchronization
import Terminal

/// A bar with a rate on a terminal; silence in a pipe.
final class ProgressBar: Sendable {
  private struct State {
    var began = ProgressBar.now()
    var drawn = 0.0
    var subject = ""
    var isShown = false
  }

  private let state = Mutex(State())
  private let isOn = Console.isErrorTerminal && variable("TERM") != "dumb"

  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  func update(_ progress: Session.Progress) {
    guard isOn else { return }
    state.withLock { state in
      let now = Self.now()
      let subject = Self.subject(progress)
      if subject != state.subject {
        state.subject = subject
        state.began = now
        state.drawn = 0
      }
      let isLast = progress.done == progress.total
      guard isLast || now - state.drawn > 0.1 else { return }
      state.drawn = now
      state.isShown = true
      let rate = Int(Double(progress.done) / max(0.001, now - state.began))
      Console.error("\r\u{1B}[K" + Self.line(subject, progress, rate))
    }
  }

  /// Takes the bar off the screen.
  func clear() {
    state.withLock { state in
      if state.isShown { Console.error("\r\u{1B}[K") }
      state.isShown = false
    }
  }

  private static func subject(_ progress: Session.Progress) -> String {
    switch progress.phase {
    case .reading:
      let name = progress.subject.split(separator: "/").last.map(String.init) ?? ""
      return say("読込み ", "reading ") + name
    case .indexing: return say("索引づくり", "indexing")
    case .writing: return say("書出し", "writing")
    case .checking: return say("照合", "checking")
    }
  }

  private static func line(_ subject: String, _ progress: Session.Progress, _ rate: Int) -> String {
    let label = DisplayWidth.pad(DisplayWidth.truncate(subject, to: 34), to: 34)
    let speed = say("\(rate) 件/秒", "\(rate)/s")
    guard let total = progress.total, total > 0 else {
      return "\(label) \(progress.done)  \(speed)"
    }
    let cells = 24
    let full = min(cells, progress.done * cells / total)
    let bar = String(repeating: "#", count: full) + String(repeating: "-", count: cells - full)
    return "\(label) [\(bar)] \(progress.done)/\(total)  \(speed)"
  }
}
