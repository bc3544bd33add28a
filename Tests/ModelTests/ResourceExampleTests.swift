import Model
import Testing

@Suite("Resource JSON")
struct ResourceExampleTests {
  /// CONTRACT.md's example.
  static let example = """
    {"id":"takamatsu:salon-001","kind":"join","name":"ふれあいサロン番町","kana":"フレアイサロンバンチョウ",
     "summary":"…","description":"…","categories":["A-SALON"],
     "provider":{"id":"…","name":"番町地区社協","type":"residents"},
     "place":{"id":"…","name":"番町コミュニティセンター","address":"香川県高松市番町1丁目…","area":"番町","lat":34.34,
     "lng":134.04,"precision":"building","access":["wheelchair"]},
     "reach":{"modes":["venue"],"areas":["番町"]},
     "schedule":{"text":"毎週火曜 13:30～15:30（祝日除く）"},
     "cost":{"text":"1回100円","min":100,"max":100,"per":"visit"},
     "eligibility":{"text":"おおむね65歳以上","minAge":65},
     "capacity":{"text":"15人","maximum":15,"available":3,"asOf":"2026-10-01"},
     "contacts":[{"name":"…","phone":"087-…","visibility":"public"}],
     "tags":["送迎あり"],"status":"active",
     "confirmed":{"on":"2026-08-01","how":"phone"},
     "source":{"name":"…","licence":"CC-BY-4.0","url":"…"}}
    """

  @Test("of the contract's example comes back as it was")
  func roundTrip() throws {
    let resource: Resource = try JSON.decode(Self.example)
    #expect(try JSON.encode(resource) == JSON.sorted(Self.example))
    #expect(resource.kind == .join && resource.categories == ["A-SALON"])
    #expect(resource.provider?.type == .residents)
    #expect(resource.place?.coordinate == Coordinate(lat: 34.34, lng: 134.04))
    #expect(resource.place?.precision == .building && resource.place?.access == ["wheelchair"])
    #expect(resource.reach?.modes == [.venue] && resource.reach?.areas == ["番町"])
    #expect(resource.cost?.min == 100 && resource.eligibility?.minAge == 65)
    #expect(resource.capacity?.available == 3 && resource.contacts.first?.visibility == .public)
    #expect(resource.confirmed?.on == "2026-08-01" && resource.source?.licence == "CC-BY-4.0")
    #expect(resource.extra.isEmpty)
  }

  @Test("keeps members nobody knows, at every level")
  func unknownMembers() throws {
    let unknown = #""zz":{"deep":[1,1.5,"三",null,true,{"a":[]}],"big":9007199254740993},"#
    let opened = Self.example.split(separator: "{", omittingEmptySubsequences: false)
      .joined(separator: "{" + unknown)
    let resource: Resource = try JSON.decode(opened)
    #expect(try JSON.encode(resource) == JSON.sorted(opened))
    // Ten objects below the top one, each with its own.
    let parts = [
      resource.extra, resource.provider?.extra, resource.place?.extra, resource.reach?.extra,
      resource.schedule?.extra, resource.cost?.extra, resource.eligibility?.extra,
      resource.capacity?.extra, resource.contacts.first?.extra, resource.confirmed?.extra,
      resource.source?.extra,
    ]
    #expect(parts.allSatisfy { $0?.keys.sorted() == ["zz"] })
  }

  @Test("needs an id and a name only")
  func least() throws {
    let resource: Resource = try JSON.decode(#"{"id":"a","name":"b"}"#)
    #expect(resource == Resource(id: "a", name: "b"))
    #expect(try JSON.encode(resource) == #"{"id":"a","name":"b","status":"active"}"#)
    // Numbers as ids come from spreadsheets.
    #expect(try JSON.decode(#"{"id":12,"name":"b"}"#, Resource.self).id == "12")
  }

  @Test(
    "reads a mark for nothing stated as absent",
    arguments: ["", "-", "－", "—", "―", "‐", "–", "ー", "−", " — ", "　―　", "\\t-\\n"])
  func dashes(_ dash: String) throws {
    let resource: Resource = try JSON.decode(
      """
      {"id":"a","name":"b","kana":"\(dash)","summary":"\(dash)","kind":"\(dash)",
       "categories":["\(dash)","A-SALON"],"tags":"\(dash)","status":"\(dash)",
       "place":{"address":"\(dash)","lat":"\(dash)","access":"\(dash)"},
       "cost":"\(dash)","schedule":{"text":"\(dash)"},"capacity":{"asOf":"\(dash)"},
       "contacts":[{"phone":"\(dash)","visibility":"\(dash)"}]}
      """)
    var expected = Resource(id: "a", name: "b")
    expected.categories = ["A-SALON"]
    #expect(resource == expected)
  }

  @Test("keeps a dash that is part of a text")
  func dashInside() throws {
    let resource: Resource = try JSON.decode(#"{"id":"a","name":"b","summary":"月-金"}"#)
    #expect(resource.summary == "月-金")
  }

  @Test("reads a part given as plain text as its text")
  func plainParts() throws {
    let resource: Resource = try JSON.decode(
      """
      {"id":"a","name":"b","schedule":"毎週火曜","cost":"100円","eligibility":"65歳以上","capacity":"15人",
       "categories":"A-SALON","tags":"送迎あり","reach":{"modes":"visit"}}
      """)
    #expect(resource.schedule?.text == "毎週火曜" && resource.cost?.text == "100円")
    #expect(resource.eligibility?.text == "65歳以上" && resource.capacity?.text == "15人")
    #expect(resource.categories == ["A-SALON"] && resource.tags == ["送迎あり"])
    #expect(resource.reach?.modes == [.visit])
  }

  @Test("reads null as absent")
  func nulls() throws {
    let resource: Resource = try JSON.decode(
      #"{"id":"a","name":"b","kind":null,"place":null,"contacts":null,"tags":null,"cost":null}"#)
    #expect(resource == Resource(id: "a", name: "b"))
  }
}
