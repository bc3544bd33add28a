import Diagnostics
import Model
import Service
import Testing

/// What people type by mistake loses nothing and stops nothing.
@Suite struct CarelessInputTests {
  /// Latitude and longitude swapped, zero, and off the globe: the record stays, its point goes.
  @Test(arguments: [(134.04, 34.34), (0, 0), (1e9, 5), (-91, 200)])
  func aPointThatCanNotBeStopsNothing(_ lat: Double, _ lng: Double) throws {
    let office = try Office()
    let line = #"{"id":"x","name":"番町サロン","place":{"lat":\#(lat),"lng":\#(lng)}}"#
    let output = try office.bring("a.ndjson", line + "\n")
    #expect(output.files.map(\.added) == [1])
    #expect(output.warnings.count == 1)
    #expect(try office.resources().first?.place?.coordinate == nil)
    var search = SearchResources.Input()
    search.text = "サロン"
    #expect(try SearchResources.run(search, in: office.session).hits.map(\.id) == ["x"])
    #expect(try CheckWorkspace.run(.init(), in: office.session).ok)
  }

  @Test(arguments: ["🍵", "%", "\"", "〜", "・・"]) func marksAloneFindNothing(_ text: String) throws {
    let office = try Office()
    try office.bring("a.ndjson", #"{"id":"x","name":"甲"}"# + "\n")
    var search = SearchResources.Input()
    search.text = text
    #expect(try SearchResources.run(search, in: office.session).total == 0)
    search.text = "　 "
    #expect(try SearchResources.run(search, in: office.session).total == 1)
  }

  /// New categories bring their own kind and modes; modes that somebody stated stay.
  @Test func whatFollowedFromACategoryFollowsTheNewOne() throws {
    let office = try Office()
    var resource = Resource(id: "x", name: "甲")
    resource.categories = ["A-SALON"]
    _ = try PutResource.run(.init(resource: resource), in: office.session)
    var stored = try #require(try office.resources().first)
    #expect(stored.kind == .join && stored.reach?.modes == [.venue])
    try #require(ResourceField.named("categories")).assign("S-MEAL-DELIV", to: &stored)
    _ = try PutResource.run(.init(resource: stored), in: office.session)
    let changed = try #require(try office.resources().first)
    #expect(changed.kind == .use && changed.reach?.modes == [.delivery])
  }

  @Test func newWordsTakeOldNumbersAway() throws {
    let office = try Office()
    try office.bring("a.ndjson", #"{"id":"x","name":"甲","cost":"100円"}"# + "\n")
    var resource = try #require(try office.resources().first)
    #expect(resource.cost?.min == 100)
    try #require(ResourceField.named("cost.text")).assign("無料", to: &resource)
    _ = try PutResource.run(.init(resource: resource), in: office.session)
    #expect(try office.resources().first?.cost?.min == 0)
  }

  /// The area that only the words about eligibility name is served; where it stands is not.
  @Test func searchKnowsACatchmentInWords() throws {
    let office = try Office()
    let record =
      #"{"id":"x","name":"甲","eligibility":"番町地区の方","place":{"area":"四番丁"}}"#
    try office.bring("a.ndjson", record + "\n")
    func total(_ area: String) throws -> Int {
      var search = SearchResources.Input()
      search.areas = [area]
      return try SearchResources.run(search, in: office.session).total
    }
    #expect(try total("番町") == 1 && total("番町地区") == 1)
    #expect(try total("四番丁") == 0)
  }

  /// The nearest first; those without a point are kept, last.
  @Test func byDistanceTheUnplacedComeLast() throws {
    let office = try Office()
    try office.bring(
      "a.ndjson",
      """
      {"id":"none","name":"甲"}
      {"id":"far","name":"乙","place":{"lat":34.40,"lng":134.04}}
      {"id":"near","name":"丙","place":{"lat":34.341,"lng":134.04}}

      """)
    var search = SearchResources.Input()
    search.near = NearInput(text: "34.34,134.04")
    search.within = 50_000
    search.sort = "distance"
    search.includeUnknown = true
    let output = try SearchResources.run(search, in: office.session)
    #expect(output.hits.map(\.id) == ["near", "far", "none"])
    #expect(output.hits.map(\.unknown) == [nil, nil, ["place"]])
  }

  @Test func aDashIsNoArea() throws {
    let office = try Office()
    try office.bring(
      "a.ndjson",
      #"{"id":"x","name":"甲","categories":["A-SALON"],"reach":{"modes":["visit"],"areas":["番町"]}}"#
        + "\n")
    let input = try OperationJSON.input(
      MatchResources.Input.self,
      from: #"{"needs":[{"code":"SOC-LONELY"}],"person":{"area":"—"}}"#)
    let output = try MatchResources.run(input, in: office.session)
    #expect(output.excluded.isEmpty && output.askFirst.map(\.id) == ["x"])
  }
}
