import Dispatch
import Synchronization

/// Wakes one thread that waits for something to change. A signal nobody waits for is
/// forgotten, at worst after one look too many.
final class EndSignal: Sendable {
  private let isWaited = Mutex(false)
  private let semaphore = DispatchSemaphore(value: 0)

  func signal() {
    let wake = isWaited.withLock { flag -> Bool in
      defer { flag = false }
      return flag
    }
    if wake { semaphore.signal() }
  }

  /// Waits while `condition` holds; it is asked anew after every signal, and five times a second.
  func wait(while condition: () -> Bool) {
    while true {
      // Marked before the question, so that a change just after it still wakes.
      isWaited.withLock { $0 = true }
      guard condition() else {
        isWaited.withLock { $0 = false }
        return
      }
      _ = semaphore.wait(timeout: .now() + .milliseconds(200))
    }
  }
}
