import Diagnostics
import Dispatch

import Service
import Synchronization

/// Looks twice a second whether the directory changed, by this process or another; only once
/// somebody wants to know.
final class Watcher: Sendable {
  typealias Tell = @Sendable (_ changed: Set<ResourceAddress>, _ listChanged: Bool) -> Void

  private static let pause = DispatchTimeInterval.milliseconds(500)

  private let directory: Directory
  private let timer = Mutex<(any DispatchSourceTimer)?>(nil)
  private let known = Mutex<ChangeSummary?>(nil)
  private let mayTell: @Sendable () -> Bool

  /// While `mayTell` says no, changes are not looked at; they are told together later.
  init(_ directory: Directory, mayTell: @escaping @Sendable () -> Bool) {
    self.directory = directory
    self.mayTell = mayTell
  }

  func start(_ tell: @escaping Tell) {
    timer.withLock { timer in
      guard timer == nil else { return }
      // From here on: what changes after this answer is told.
      known.withLock { $0 = try? directory.summary(since: nil) }
      let source = DispatchSource.makeTimerSource()
      source.schedule(deadline: .now() + Self.pause, repeating: Self.pause)
      source.setEventHandler { [weak self] in self?.look(tell) }
      source.resume()
      timer = source
    }
  }

  func stop() {
    timer.withLock { timer in
      timer?.cancel()
      timer = nil
    }
  }

  private func look(_ tell: Tell) {
    guard mayTell() else { return }
    // A workspace that is being made, or can't be read now, has not changed yet.
    guard let before = known.withLock({ $0 }) else {
      known.withLock { $0 = try? directory.summary(since: nil) }
      return
    }
    guard let now = try? directory.summary(since: before.last), now.last != before.last else {
      return
    }
    known.withLock { $0 = now }
    var changed = Set(now.ids.map(ResourceAddress.resource))
    changed.insert(.changes)
    tell(changed, now.hasRetired || now.count != before.count || now.greatest != before.greatest)
  }
}
