import Diagnostics
import Foundation
import Model
import Service
import Testing

@Suite("Places of a workspace")
struct PlaceTests {
  private func locate(_ address: String, _ office: Office) throws -> LocateAddress.Output {
    try LocateAddress.run(.init(address: address), in: office.session)
  }

  private func code(_ body: () throws -> Void) -> String? {
    #expect(throws: SasaeError.self) { try body() }?.code.rawValue
  }

  @Test func theBundledTableAndAllMunicipalities() throws {
    let office = try Office()
    let town = try locate("香川県高松市番町ニ丁目14-2", office)
    #expect(town.matched == "香川県高松市番町二丁目" && town.rest == "14-2")
    #expect(town.precision == .town && town.code == "372013" && town.areas == nil)
    let city = try locate("北海道札幌市中央区北1条西2丁目", office)
    #expect(city.precision == .city && city.code == "011011" && city.rest == "北1条西2丁目")
    #expect(code { _ = try locate("どこか", office) } == "locate.unknown")
    // Kagawa's table is bundled, so what it has alone does not decide for other places.
    #expect(code { _ = try locate("番町2-14-2", office) } == "locate.ambiguous")
    #expect(code { _ = try locate("府中市宮町1", office) } == "locate.ambiguous")
    let long = String(repeating: "町", count: 1_001)
    #expect(code { _ = try locate(long, office) } == "usage.value")
  }

  @Test func aWorkspaceKnowsWhereItIs() throws {
    let office = try Office()
    #expect(try office.session.directory.atlas.settle(in: "高松市") == "香川県高松市")
    #expect(try locate("番町2-14-2", office).matched == "香川県高松市番町二丁目")
    #expect(try locate("松島町2丁目12番地", office).matched == "香川県高松市松島町二丁目")
    #expect(try office.session.directory.atlas.settle(in: "132063") == "東京都府中市")
    #expect(try locate("府中市宮町1", office).code == "132063")
    #expect(code { _ = try office.session.directory.atlas.settle(in: "府中市") } == "data.value")
    try office.put("municipality.txt", "どこか\n")
    #expect(code { _ = try locate("高松市", office) } == "data.value")
  }

  @Test func aTableOfOnesOwn() throws {
    let office = try Office()
    try office.put(
      "towns.csv",
      "lgcode,pref,city,town,koaza,lat,lng\n132063,東京都,府中市,宮町一丁目,,35.67,139.48\n"
        + "132063,東京都,府中市,宮町二丁目,,,\n")
    #expect(try locate("宮町1-100", office).matched == "東京都府中市宮町一丁目")
    #expect(try locate("府中市宮町1-100", office).code == "132063")
    let findings = try CheckWorkspace.run(.init(), in: office.session).findings
    #expect(findings.map(\.code) == [.placeTable] && findings[0].subject == "towns.csv")
    #expect(findings[0].detail.hasPrefix("3: lat: data.value"))
    try office.put("towns.csv", "town\n宮町一丁目\n")
    #expect(code { _ = try locate("宮町1-100", office) } == "data.heading")
    let broken = try CheckWorkspace.run(.init(), in: office.session)
    #expect(!broken.ok && broken.findings.map(\.code) == [.placeTable])
  }

  /// An address places a record in searches and matches; the record stays as it was given.
  @Test func anAddressPlacesAResource() throws {
    let office = try Office()
    try office.bring(
      "list.csv",
      "ID,名称,種別,住所\na,番町サロン,サロン,高松市番町2-1\nb,三木サロン,サロン,木田郡三木町池戸1\nc,遠くのサロン,サロン,高松市\n")
    var search = SearchResources.Input()
    search.near = NearInput(text: "高松市番町二丁目")
    search.within = 1_000
    let hits = try SearchResources.run(search, in: office.session).hits
    #expect(hits.map(\.name) == ["番町サロン"] && hits.first?.distance == 0)
    let id = try #require(hits.first?.id)
    #expect(try GetResource.run(.init(id: id), in: office.session).place?.lat == nil)
    search.within = nil
    search.sort = "distance"
    let all = try SearchResources.run(search, in: office.session).hits
    #expect(all.map(\.name) == ["番町サロン", "三木サロン", "遠くのサロン"] && all[2].distance == nil)
    #expect(try CheckWorkspace.run(.init(), in: office.session).ok)
  }

  @Test func aHomeByItsAddress() throws {
    let office = try Office()
    try office.bring(
      "list.csv", "ID,名称,種別,住所\na,ごみ出し隊,ごみ出し,高松市番町2-1\n"
    ) { $0.source = "s" }
    func match(_ home: String) throws -> MatchResources.Output {
      let text =
        #"{"needs":[{"code":"LIV-TRASH"}],"person":{"home":{"address":"\#(home)"}}}"#
      return try MatchResources.run(
        OperationJSON.input(MatchResources.Input.self, from: text), in: office.session)
    }
    #expect(try match("高松市番町2-5").notConsidered.isEmpty)
    for unknown in ["どこか", "高松市", "府中市宮町1"] {
      #expect(try match(unknown).notConsidered == ["person.home.address"], "\(unknown)")
    }
  }

  static let square = """
    {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"中央圏域"},
     "geometry":{"type":"Polygon","coordinates":
      [[[134.0,34.3],[134.1,34.3],[134.1,34.4],[134.0,34.4],[134.0,34.3]]]}}]}
    """

  @Test func areasHoldWhatStandsInThem() throws {
    let office = try Office()
    try office.bring(
      "list.ndjson",
      #"{"id":"a","name":"中のサロン","place":{"lat":34.35,"lng":134.05}}"# + "\n"
        + #"{"id":"b","name":"外のサロン","place":{"lat":34.25,"lng":134.05}}"# + "\n"
        + #"{"id":"c","name":"町のサロン","place":{"address":"高松市番町2-1"}}"# + "\n"
        + #"{"id":"d","name":"よその人のサロン","place":{"lat":34.35,"lng":134.05},"reach":{"areas":["屋島"]}}"#
        + "\n")
    func inside(_ area: String) throws -> [String] {
      var search = SearchResources.Input()
      search.areas = [area]
      return try SearchResources.run(search, in: office.session).hits.map(\.id).sorted()
    }
    #expect(try inside("中央圏域") == [])
    try office.put("areas.geojson", Self.square)
    try office.put("areas.tsv", "area\tmunicipality\ttowns\n四番丁\t高松市\t番町;錦町一丁目;架空町\n")
    let fresh = office.seen(by: .coordinator)
    func now(_ area: String) throws -> [String] {
      var search = SearchResources.Input()
      search.areas = [area]
      return try SearchResources.run(search, in: fresh).hits.map(\.id).sorted()
    }
    #expect(try now("中央圏域") == ["a", "c"])
    #expect(try now("四番丁") == ["c"])
    #expect(try locate("高松市番町2-1", office).areas == ["中央圏域", "四番丁"])
    let findings = try CheckWorkspace.run(.init(), in: fresh).findings
    #expect(findings.map(\.subject) == ["areas.tsv"] && findings[0].detail.contains("架空町"))
  }
}
