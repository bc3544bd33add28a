import Diagnostics
import Foundation
import Model
import Registry
import Testing

@Suite struct ChangeLogTests {
  @Test func theFeedIsMonotoneWithTombstones() throws {
    let office = try Office()
    _ = try office.directory.put(resource("a"))
    _ = try office.directory.put(resource("b"))
    _ = try office.directory.update("a") { $0.summary = "お茶" }
    _ = try office.directory.update("b") { $0.status = .retired }
    _ = try office.directory.update("b") { $0.status = .active }
    let changes = try office.changes()
    #expect(changes.map(\.id) == ["a", "b", "a", "b", "b"])
    #expect(changes.map(\.op) == [.put, .put, .put, .retire, .put])
    #expect(zip(changes, changes.dropFirst()).allSatisfy { $0.seq < $1.seq })
    let middle = changes[2].seq
    #expect(try office.directory.changes(since: middle, limit: 1) == [changes[3]])
    #expect(try office.directory.changes(since: changes[4].seq, limit: 9).isEmpty)
    #expect(try office.directory.lastChange() == changes[4].seq)
  }

  @Test func whatChangesNothingIsNoChange() throws {
    let office = try Office()
    _ = try office.directory.put(resource("a"))
    let position = try office.directory.position()
    #expect(try office.directory.put(resource("a")) == .unchanged)
    _ = try office.directory.update("a") { _ in }
    #expect(try office.changes().count == 1)
    #expect(try office.directory.position() == position)
  }

  @Test func aRetiredIdStillResolvesAndIsNotFound() throws {
    let office = try Office()
    _ = try office.directory.put(resource("a", "番町サロン"))
    _ = try office.directory.update("a") { $0.status = .retired }
    #expect(try office.directory.resource("a", for: .public).status == .retired)
    #expect(try office.ids("番町").isEmpty)
    #expect(try office.directory.count() == 0)
  }

  @Test func anUnknownIdIsToldWithTheNearest() throws {
    let office = try Office()
    _ = try office.directory.put(resource("town:salon-1"))
    let error = try #require(throws: SasaeError.self) {
      _ = try office.directory.resource("town:saron-1", for: .public)
    }
    #expect(error.code == "resource.unknown")
    #expect(error.hint(.en)?.contains("town:salon-1") == true)
  }

  /// Unknown members at every level of a resource, with every kind of JSON value.
  @Test func membersOfALaterVersionSurvive() throws {
    let odd = #""x":{"深い":[1,2.5,"三",null,true,{"y":-9007199254740993}]}"#
    let text = """
      {"id":"a","name":"サロン","kind":"join","categories":["A-SALON"],\(odd),
      "provider":{"id":"p","name":"社協","type":"shakyo",\(odd)},
      "place":{"name":"会館","lat":34.3,"lng":134.0,"access":["wheelchair"],\(odd)},
      "reach":{"modes":["venue"],"areas":["番町"],\(odd)},
      "schedule":{"text":"毎週火曜",\(odd)},"cost":{"text":"無料","min":0,"max":0,\(odd)},
      "eligibility":{"minAge":65,"careLevels":["support1"],\(odd)},
      "capacity":{"maximum":15,"available":3,"asOf":"2026-10-01",\(odd)},
      "contacts":[{"phone":"087-000-0001","visibility":"public",\(odd)},
      {"name":"佐藤","visibility":"coordinator",\(odd)}],
      "tags":["送迎"],"status":"active","confirmed":{"on":"2026-08-01","how":"phone",\(odd)},
      "source":{"name":"町","licence":"CC0-1.0",\(odd)}}
      """
    let given = try JSONDecoder().decode(Resource.self, from: Data(text.utf8))
    let office = try Office()
    _ = try office.directory.put(given)
    let back = try office.reopened().resource("a", for: .coordinator)
    #expect(back == given)
    let encoded = try CanonicalJSON.encode(back)
    let wanted = try CanonicalJSON.encode(
      JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)))
    #expect(encoded == wanted)
    // 12 levels carry the member: none was dropped on the way.
    #expect(encoded.components(separatedBy: "9007199254740993").count == 13)
  }
}
