import Foundation
import Testing
import TestSupport

/// Kills commands that write, at random moments, and looks after each kill at what is there.
struct KillRun {
  let kills: Int
  let listSize: Int

  /// How the commands ended.
  struct Tally: CustomStringConvertible {
    var killed: [Step.Kind: Int] = [:]
    /// Of the killed: nothing of the command is there, or all of it is.
    var undone = 0
    var done = 0
    /// Of the killed: the index was behind the registry.
    var behind = 0
    /// Ended before their time came, and so acknowledged.
    var acknowledged = 0

    var total: Int { killed.values.reduce(0, +) }

    var description: String {
      let kinds = Step.Kind.allCases.map { "\($0.rawValue) \(killed[$0] ?? 0)" }
      return "\(total) kills (\(kinds.joined(separator: ", "))): \(undone) undone, \(done) done, "
        + "\(behind) with the index behind; \(acknowledged) acknowledged"
    }
  }

  func run(_ name: String) throws -> Tally {
    var random = SeededGenerator(seed: propertySeed(name))
    let desk = try Desk()
    try desk.run("init").expect(0)
    var maker = StepMaker(listSize: listSize)
    var holdings: Holdings = [:]
    var tally = Tally()
    // How long each command takes when it is left alone; the moment of a kill is spread over that.
    var lengths: [Step.Kind: Duration] = [:]
    for kind in Step.Kind.allCases {
      let step = maker.next(holdings, kind, using: &random)
      lengths[kind] = try play(step, in: desk, length: nil, &tally)
      holdings = try desk.holdings()
      let isDone = holdings == step.after
      try #require(isDone, "\(step.arguments)")
    }
    while tally.total < kills {
      let isImport = Double.random(in: 0..<1, using: &random) < 0.6
      let kind = isImport ? Step.Kind.import : random.pick([.add, .confirm, .retire])
      let step = maker.next(holdings, kind, using: &random)
      let full = try #require(lengths[kind])
      let length = full * Double.random(in: 0...1, using: &random)
      let acknowledged = tally.acknowledged
      _ = try play(step, in: desk, length: length, &tally)
      let found = try desk.holdings()
      if tally.acknowledged > acknowledged {
        let isThere = found == step.after
        try #require(isThere, "acknowledged and not there: \(step.arguments)")
      } else {
        let isWhole = found == step.after || found == holdings
        try #require(isWhole, "neither before nor after: \(step.arguments), \(tally)")
        if found == holdings { tally.undone += 1 } else { tally.done += 1 }
      }
      holdings = found
      // The shorter ones that were left in peace tell how long the command takes by now.
      try #require(tally.acknowledged <= 4 * kills + 50, "almost nothing is killed: \(tally)")
    }
    print("\(name): \(tally)")
    return tally
  }

  /// Runs one command, killed after `length`. Returns how long it took.
  private func play(
    _ step: Step, in desk: Desk, length: Duration?, _ tally: inout Tally
  ) throws -> Duration {
    let began = ContinuousClock.now
    let child = try desk.start(step.arguments, input: step.input)
    let end = child.finish(killAt: length.map { began.advanced(by: $0) })
    let took = began.duration(to: .now)
    switch end {
    case .exit(0): tally.acknowledged += 1
    case .signal(9):
      tally.killed[step.kind, default: 0] += 1
      if FileManager.default.fileExists(atPath: desk.workspace + "/index.pending") {
        tally.behind += 1
      }
    default: Issue.record("\(Outcome(child, step.arguments, end))")
    }
    return took
  }
}
