import Testing

@Suite("A killed writer")
struct KillTests {
  @Test("loses nothing that was acknowledged, and needs no manual step")
  func fewKills() throws {
    let tally = try KillRun(kills: 8, listSize: 200).run("fewKills")
    #expect(tally.total == 8)
  }
}

@Suite("A writer killed many times")
struct DeepKillTests {
  static let isAsked = Program.variable("SASAE_DEEP") == "1"
  static let kills = Program.variable("SASAE_KILLS").flatMap { Int($0) } ?? 100

  @Test(
    "loses nothing that was acknowledged, and needs no manual step",
    .enabled(if: isAsked, "takes many minutes; SASAE_DEEP=1 runs it"))
  func deepKills() throws {
    let tally = try KillRun(kills: Self.kills, listSize: 2_000).run("deepKills")
    #expect(tally.total == Self.kills)
    #expect(tally.killed.count == Step.Kind.allCases.count || Self.kills < 50, "\(tally)")
    #expect(tally.undone > 0 && tally.done > 0 || Self.kills < 50, "\(tally)")
  }
}
