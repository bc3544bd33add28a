import Evaluation
import Testing

@Suite("Report of an evaluation")
struct EvaluationReportTests {
  static let outcomes = [
    Make.outcome("a", rank: 1, type: "name"), Make.outcome("b", rank: 3, type: "name"),
    Make.outcome("c", rank: nil, type: "need"), Make.outcome("d", rank: 7),
    Make.nothing("n1", hits: 0), Make.nothing("n2", hits: 4, isLoosened: true),
    Make.nothing("n3", hits: 2), Make.nothing("n4", hits: 0, isLoosened: true, isJudged: false),
  ]

  @Test("gives means over queries that have an answer, and of each type")
  func means() throws {
    let report = EvaluationReport(setting: "既定", limit: 20, outcomes: Self.outcomes)
    let all = try #require(report.all.means)
    #expect(report.all.queries == 4 && report.all.nothing == 4)
    // Ranks 1, 3, none, 7: nDCG 1, 1/2, 0, 1/3.
    #expect(abs(all.ndcg10 - (1 + 0.5 + 0 + 1.0 / 3) / 4) < 1e-12)
    #expect(abs(all.reciprocalRank - (1 + 1.0 / 3 + 0 + 1.0 / 7) / 4) < 1e-12)
    #expect(abs(all.precision10 - 0.075) < 1e-12)
    #expect(all.limitedPrecision10 == 0.25 && all.recall == 0.75)
    #expect(report.types.map(\.type) == ["name", "need", "nothing", nil])
    #expect(report.types.map(\.queries) == [2, 1, 0, 1])
    #expect(report.types.map(\.nothing) == [0, 0, 4, 0])
    #expect(report.types.map { $0.means?.ndcg10 } == [0.75, 0, nil, 1.0 / 3])
    let untyped = EvaluationReport(
      setting: "", limit: 20, outcomes: [Make.outcome("a", rank: 1), Make.outcome("b", rank: 2)])
    #expect(untyped.types.isEmpty)
  }

  @Test("counts queries without an answer apart")
  func nothing() {
    let report = EvaluationReport(setting: "", limit: 20, outcomes: Self.outcomes)
    let nothing = report.nothing
    #expect(nothing.queries == 4 && nothing.unjudged == 1 && nothing.hits == 6)
    #expect(nothing.empty == 2 && nothing.loosened == 1 && nothing.wrong == 1)
    // The means are the same without them.
    let without = EvaluationReport(
      setting: "", limit: 20, outcomes: Array(Self.outcomes.prefix(4)))
    #expect(without.all.means == report.all.means && without.nothing.queries == 0)
  }

  @Test("lists the worst queries first")
  func failures() {
    func report(_ bound: Double, _ worst: Int) -> EvaluationReport {
      EvaluationReport(
        setting: "", limit: 20, outcomes: Self.outcomes, failureBelow: bound, worst: worst)
    }
    #expect(report(0.5, 9).failures.map(\.id) == ["c", "d"])
    #expect(report(0.51, 9).failures.map(\.id) == ["c", "d", "b"])
    // Nothing relevant returned is a failure whatever the bound.
    #expect(report(0, 9).failures.map(\.id) == ["c"])
    let short = report(0.51, 1)
    #expect(short.failures.map(\.id) == ["c"] && short.failureCount == 3)
    #expect(report(0.5, -1).failures.isEmpty)
    // Equal ones go by id, whatever their order.
    let equal = ["z", "y", "x"].map { Make.outcome($0, rank: nil) }
    #expect(
      EvaluationReport(setting: "", limit: 1, outcomes: equal).failures.map(\.id)
        == ["x", "y", "z"])
  }

  @Test("of no queries has no means")
  func none() {
    let report = EvaluationReport(setting: "", limit: 20, outcomes: [])
    #expect(report.all.means == nil && report.all.queries == 0 && report.failures.isEmpty)
  }

  @Test("says of a query what came and what is missing")
  func outcome() {
    let query = JudgedQuery(
      id: "q", text: "t", grades: ["a": 1, "b": 3, "c": 3, "d": 2, "e": 0, "k": 1])
    let ids = ["e", "u", "a", "v", "w", "x", "y", "z", "s", "t", "k"]
    let outcome = QueryOutcome(query, RankedAnswer(ids: ids, isLoosened: true))
    #expect(outcome.relevant == 5 && outcome.judged == 6 && outcome.returned == 11)
    #expect(outcome.firstRelevantRank == 3 && outcome.isLoosened)
    #expect(outcome.top.map(\.id) == ["e", "u", "a"] && outcome.top.map(\.grade) == [0, nil, 1])
    // `k` came, but after the first ten.
    #expect(outcome.missing.map(\.id) == ["b", "c", "d", "k"] && outcome.missingCount == 4)
    let many = JudgedQuery(
      id: "q", text: "t",
      grades: Dictionary(uniqueKeysWithValues: (10..<25).map { ("r\($0)", 1) }))
    let lost = QueryOutcome(many, RankedAnswer(ids: []))
    #expect(lost.missing.count == 10 && lost.missingCount == 15 && lost.top.isEmpty)
  }

  @Test("goes through JSON")
  func json() throws {
    let report = EvaluationReport(setting: "既定", limit: 20, outcomes: Self.outcomes)
    #expect(try Make.decoded(report) == report)
    let text = try Make.json(report.nothing)
    #expect(
      text == #"{"empty":2,"hits":6,"loosened":1,"queries":4,"unjudged":1,"wrong":1}"#)
  }
}
