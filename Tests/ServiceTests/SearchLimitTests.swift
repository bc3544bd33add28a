import Diagnostics
import Model
import Service
import Testing

@Suite struct SearchLimitTests {
  @Test func longInputIsRefused() throws {
    let office = try Office()
    var inputs: [SearchResources.Input] = []
    var long = SearchResources.Input()
    long.text = String(repeating: "買い物 ", count: 400)
    inputs.append(long)
    for path in [\SearchResources.Input.areas, \.tags, \.categories, \.access] {
      var many = SearchResources.Input()
      many[keyPath: path] = Array(repeating: "A-SALON", count: 101)
      inputs.append(many)
    }
    for input in inputs {
      let error = #expect(throws: SasaeError.self) {
        try SearchResources.run(input, in: office.session)
      }
      #expect(error?.code == "usage.value")
      // What was typed may name somebody.
      #expect(error.map { "\($0)".contains("買い物") } == false)
    }
  }

  /// What programs ask most is written without the general encoder.
  @Test func theShortFormIsTheSameJSON() throws {
    let office = try Office()
    _ = try SampleTown(folder: office.session.shelf.folder).load(in: office.session)
    var program = office.session
    program.rendersText = false
    for text in ["サロン", "体操 火曜", "のりあい\"号\\", "ディサービス", "仏生山で体操ができるところは？", "ぬぬぬ"] {
      for fields in [["id"], ["id", "score"]] {
        var input = SearchResources.Input()
        (input.text, input.fields, input.limit) = (text, fields, 3)
        let brief = try SearchResources.run(input, in: program)
        let whole = try SearchResources.run(input, in: office.session)
        #expect(brief.hits.isEmpty)
        #expect(try OperationJSON.text(brief) == OperationJSON.text(whole), "\(text) \(fields)")
      }
    }
  }

  @Test func aFileOfQueriesNeedsTheRightToWrite() {
    var input = EvaluateSearch.Input()
    #expect(EvaluateSearch.scope(of: input) == .read)
    input.queries = "q.tsv"
    #expect(EvaluateSearch.scope(of: input) == .write)
  }

  /// The golden set's floor: below it, a change of the search has made it worse.
  @Test func theGoldenSetKeepsItsFloor() throws {
    let office = try Office()
    _ = try SampleTown(folder: office.session.shelf.folder).load(in: office.session)
    var input = EvaluateSearch.Input()
    input.limit = 10
    input.against = ["concepts=off", "words=off"]
    let output = try EvaluateSearch.run(input, in: office.session)
    let means = try #require(output.report.all.means)
    #expect(output.report.all.queries >= 200)
    #expect(means.ndcg10 >= 0.79, "\(means.ndcg10)")
    #expect(means.reciprocalRank >= 0.91, "\(means.reciprocalRank)")
    // Concepts and words earn their keep.
    let row = try #require(output.comparison?.rows.first { $0.metric == .ndcg10 })
    #expect(row.low > 0, "\(row)")
  }
}
