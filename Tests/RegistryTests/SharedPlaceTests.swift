import GRDB
import Lookup
import Model
import Registry
import Testing

@Suite struct SharedPlaceTests {
  private func at(_ place: Place, _ id: String, _ name: String) -> Resource {
    resource(id, name) { $0.place = place }
  }

  private func listing(_ office: Office, _ id: String, _ text: String) throws -> Listing {
    var query = SearchQuery()
    query.text = text
    return try #require(
      try office.directory.search(query).hits.map(\.listing).first { $0.id == id })
  }

  @Test func changingASharedPlaceOnceChangesEveryView() throws {
    let office = try Office()
    var place = Place(id: "town:hall", name: "番町会館", address: "高松市番町1-1")
    place.phone = "087-000-0001"
    for (id, name) in [("a", "サロン"), ("b", "カフェ"), ("c", "体操")] {
      _ = try office.directory.put(at(place, id, name))
    }
    let before = try office.changes().count
    _ = try office.directory.update("a") {
      $0.place?.phone = "087-000-0009"
      $0.place?.address = "高松市扇町2-2"
    }
    for (id, name) in [("a", "サロン"), ("b", "カフェ"), ("c", "体操")] {
      let view = try office.directory.resource(id, for: .public)
      #expect(view.place?.phone == "087-000-0009")
      #expect(view.place?.address == "高松市扇町2-2")
      let shown = try listing(office, id, name)
      #expect(shown.phone == "087-000-0009")
      #expect(shown.address == "高松市扇町2-2")
    }
    #expect(try Set(office.ids("扇町")) == ["a", "b", "c"])
    // Whoever follows the feed learns of all three.
    let since = try office.changes().dropFirst(before)
    #expect(Set(since.map(\.id)) == ["a", "b", "c"])
    #expect(try office.directory.findings() == [])
  }

  @Test func membersNotGivenStayWithASharedPlace() throws {
    let office = try Office()
    _ = try office.directory.put(
      at(Place(id: "town:hall", name: "番町会館", address: "番町1"), "a", "サロン"))
    _ = try office.directory.put(at(Place(id: "town:hall"), "b", "カフェ"))
    #expect(try office.directory.resource("b", for: .public).place?.address == "番町1")
  }

  /// Taking a member away is a change like any other.
  @Test func aMemberTakenFromASharedPlaceIsGone() throws {
    let office = try Office()
    var place = Place(id: "town:hall", name: "番町会館", address: "番町1")
    place.phone = "087-000-0001"
    _ = try office.directory.put(at(place, "a", "サロン"))
    _ = try office.directory.put(at(place, "b", "カフェ"))
    _ = try office.directory.update("a") { $0.place?.phone = nil }
    #expect(try office.directory.resource("a", for: .public).place?.phone == nil)
    #expect(try office.directory.resource("b", for: .public).place?.phone == nil)
    #expect(try listing(office, "b", "カフェ").phone == nil)
  }

  @Test func aSharedProviderIsOneRecordToo() throws {
    let office = try Office()
    for id in ["a", "b"] {
      _ = try office.directory.put(
        resource(id, "サロン") { $0.provider = Provider(id: "org:1", name: "番町社協") })
    }
    _ = try office.directory.update("b") { $0.provider?.name = "番町地区社協" }
    #expect(try office.directory.resource("a", for: .public).provider?.name == "番町地区社協")
    #expect(try office.ids("番町地区社協").count == 2)
  }

  /// Equal places without an id are one record; different ones never mix; unused ones go.
  @Test func placesKnownByContentAreSharedAndCollected() throws {
    let office = try Office()
    let hall = Place(name: "会館", address: "番町1")
    _ = try office.directory.put(at(hall, "a", "サロン"))
    _ = try office.directory.put(at(hall, "b", "カフェ"))
    _ = try office.directory.put(at(Place(name: "会館", address: "番町2"), "c", "体操"))
    #expect(try locations(office) == 2)
    _ = try office.directory.update("a") { $0.place?.address = "番町3" }
    #expect(try office.directory.resource("b", for: .public).place?.address == "番町1")
    #expect(try locations(office) == 3)
    _ = try office.directory.update("b") { $0.place?.address = "番町3" }
    #expect(try locations(office) == 2)
    // A place with an id of its own is a record in its own right, and stays.
    _ = try office.directory.put(at(Place(id: "town:x", name: "広場"), "d", "市"))
    _ = try office.directory.update("d") { $0.place = nil }
    #expect(try locations(office) == 3)
    #expect(try office.directory.findings() == [])
  }

  private func locations(_ office: Office) throws -> Int {
    try DatabaseQueue(path: office.directory.workspace.registry).read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM location") ?? -1
    }
  }
}
