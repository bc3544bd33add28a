import Dispatch
import Synchronization
import Testing
import TestSupport

@testable import LineRPC

@Suite struct LanesTests {
  /// A log of who began and ended.
  final class Log: Sendable {
    let entries = Mutex<[(Int, isEnd: Bool)]>([])
    func add(_ number: Int, isEnd: Bool) { entries.withLock { $0.append((number, isEnd)) } }
  }

  /// Whatever comes in whichever order: a barrier begins when all before it ended, and all after it
  /// begin when it ended.
  @Test func barriersStandAloneAndInOrder() {
    let seed = propertySeed("barriersStandAloneAndInOrder")
    var generator = SeededGenerator(seed: seed)
    let lanes = Lanes(maximumThreads: 4)
    let log = Log()
    let done = DispatchGroup()
    let kinds = (0..<400).map { _ in generator.chance(0.2) ? Lane.barrier : .shared }
    for (number, kind) in kinds.enumerated() {
      done.enter()
      lanes.submit(kind) {
        log.add(number, isEnd: false)
        if number % 7 == 0 {
          _ = DispatchSemaphore(value: 0).wait(timeout: .now() + .microseconds(200))
        }
        log.add(number, isEnd: true)
        done.leave()
      }
    }
    #expect(done.wait(timeout: .now() + .seconds(30)) == .success, "seed \(seed)")
    var running: Set<Int> = []
    var ended: Set<Int> = []
    var sideBySide = 0
    for (number, isEnd) in log.entries.withLock({ $0 }) {
      if isEnd {
        running.remove(number)
        ended.insert(number)
        continue
      }
      if kinds[number] == .barrier {
        #expect(running.isEmpty && ended.count == number, "seed \(seed): \(number)")
      }
      let earlier = kinds[..<number].lastIndex(of: .barrier)
      #expect(
        earlier.map(ended.contains) ?? true, "seed \(seed): \(number) before \(earlier ?? -1)")
      running.insert(number)
      sideBySide = max(sideBySide, running.count)
    }
    #expect(ended.count == kinds.count)
    #expect(sideBySide > 1, "shared ones never ran side by side")
    #expect(sideBySide <= 4)
  }
}
