import Model
import Service
import Testing

/// どなたでも says that no age and no care level is turned away. It is no gap in the record.
@Suite("Open to all")
struct OpennessTests {
  static let texts: [(text: String, ages: Bool, levels: Bool)] = [
    ("どなたでも", true, true), ("どなたでも参加できます", true, true), ("市内在住の方ならどなたでも", true, true),
    ("どなたでも（要予約）", true, true), ("65歳以上の方ならどなたでも", false, true), ("要支援1・2", false, false),
    ("どなたでも（高校生は対象外）", false, false), ("市内在住の方", false, false), ("応相談", false, false),
  ]

  @Test func filtersTakeItAsStated() throws {
    let office = try Office()
    let lines = Self.texts.enumerated().map { at, row in
      "{\"id\":\"e\(at)\",\"name\":\"会\(at)\",\"eligibility\":{\"text\":\"\(row.text)\"}}\n"
    }
    try office.bring("x.ndjson", lines.joined())
    func found(_ change: (inout SearchResources.Input) -> Void) throws -> (Set<String>, Int?) {
      var input = SearchResources.Input()
      (input.limit, input.countUnknown) = (100, true)
      change(&input)
      let output = try SearchResources.run(input, in: office.session)
      return (Set(output.hits.map(\.id)), output.unknown)
    }
    func ids(_ path: KeyPath<(text: String, ages: Bool, levels: Bool), Bool>) -> Set<String> {
      Set(Self.texts.indices.filter { Self.texts[$0][keyPath: path] }.map { "e\($0)" })
    }
    for age in [8.0, 40.0] {
      let (young, unknown) = try found { $0.age = age }
      #expect(young == ids(\.ages))
      // Those that say nothing of ages; the one of 65 years and over says that others may not come.
      #expect(unknown == Self.texts.count { !$0.ages } - 1)
    }
    #expect(try found { $0.age = 80 }.0 == ids(\.ages).union(["e4"]))
    for level in ["none", "support1", "care5"] {
      let (hits, unknown) = try found { $0.careLevel = level }
      #expect(hits == ids(\.levels).union(level == "support1" ? ["e5"] : []), "\(level)")
      #expect(unknown == Self.texts.count { !$0.levels } - 1)
    }
    // The record itself says no more than it did.
    #expect(
      try office.resources().first { $0.id == "e0" }?.eligibility == Eligibility(text: "どなたでも"))
  }
}
