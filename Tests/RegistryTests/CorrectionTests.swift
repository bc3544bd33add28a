import Model
import Registry
import Testing

/// A town's list and the office's own corrections both change a record.
@Suite struct CorrectionTests {
  enum Door: String, CaseIterable { case put, update }

  struct Case: Sendable, CustomTestStringConvertible {
    var why: String
    var list: @Sendable (inout Resource) -> Void
    var office: @Sendable (inout Resource) -> Void
    var nextList: @Sendable (inout Resource) -> Void
    var result: @Sendable (inout Resource) -> Void
    var testDescription: String { why }
  }

  static let cases: [Case] = [
    Case(
      why: "the list changed another field: the correction stays",
      list: { $0.cost = Cost(text: "100円") }, office: { $0.cost?.text = "200円" },
      nextList: { $0.summary = "お茶" },
      result: {
        $0.cost = Cost(text: "200円")
        $0.summary = "お茶"
      }),
    Case(
      why: "the list changed the corrected field: the list's new value holds",
      list: { $0.cost = Cost(text: "100円") }, office: { $0.cost?.text = "200円" },
      nextList: { $0.cost?.text = "300円" }, result: { $0.cost = Cost(text: "300円") }),
    Case(
      why: "two members of one part are two fields",
      list: { $0.cost = Cost(text: "100円", min: 100) }, office: { $0.cost?.min = 150 },
      nextList: { $0.cost?.text = "百円" }, result: { $0.cost = Cost(text: "百円", min: 150) }),
    Case(
      why: "a field the office added stays",
      list: { _ in }, office: { $0.kana = "サロン" }, nextList: { $0.summary = "お茶" },
      result: {
        $0.kana = "サロン"
        $0.summary = "お茶"
      }),
    Case(
      why: "a field the office took away stays away",
      list: { $0.summary = "お茶" }, office: { $0.summary = nil }, nextList: { $0.kana = "サロン" },
      result: { $0.kana = "サロン" }),
    Case(
      why: "a field the list took away goes, though the office had it",
      list: { $0.summary = "お茶" }, office: { $0.kana = "サロン" }, nextList: { $0.summary = nil },
      result: { $0.kana = "サロン" }),
    Case(
      why: "a contact the office gave stays",
      list: { $0.contacts = [Contact(phone: "087-000-0001")] },
      office: { $0.contacts = [Contact(phone: "087-000-0002")] }, nextList: { $0.kana = "サロン" },
      result: {
        $0.contacts = [Contact(phone: "087-000-0002")]
        $0.kana = "サロン"
      }),
  ]

  @Test(arguments: cases, Door.allCases)
  func theListsNextEditionIsMerged(_ test: Case, _ door: Door) throws {
    let office = try Office()
    let listed = resource("town:1", "サロン", test.list)
    try office.bring([listed])
    switch door {
    case .put:
      var corrected = listed
      test.office(&corrected)
      #expect(try office.directory.put(corrected) == .updated)
    case .update: _ = try office.directory.update("town:1", test.office)
    }
    // The same edition again changes nothing.
    #expect(try office.bring([listed]).outcomes == [.unchanged])
    var next = listed
    test.nextList(&next)
    #expect(try office.bring([next]).outcomes == [.updated])
    let expected = resource("town:1", "サロン", test.result)
    #expect(try office.directory.resource("town:1", for: .coordinator) == expected)
    // And it stays so when the edition comes once more.
    #expect(try office.bring([next]).outcomes == [.unchanged])
    #expect(try office.directory.resource("town:1", for: .coordinator) == expected)
  }

  /// The correction was made at one record; the list then changed another record there.
  @Test func aCorrectedSharedPlaceSurvivesItsOtherRecords() throws {
    let office = try Office()
    func row(_ id: String, _ name: String) -> Resource {
      resource(id, name) {
        $0.place = Place(id: "town:hall", name: "会館", address: "番町1")
        $0.place?.phone = "087-000-0001"
      }
    }
    try office.bring([row("town:1", "サロン"), row("town:2", "カフェ")])
    _ = try office.directory.update("town:1") { $0.place?.phone = "087-000-0009" }
    try office.bring([row("town:1", "サロン"), row("town:2", "新しいカフェ")])
    for id in ["town:1", "town:2"] {
      #expect(try office.directory.resource(id, for: .public).place?.phone == "087-000-0009")
    }
    #expect(try office.directory.resource("town:2", for: .public).name == "新しいカフェ")
  }

  /// An edition that an office exported for the public holds marks where contacts were taken out.
  @Test func hiddenContactsOutliveARedactedEdition() throws {
    let office = try Office()
    let whole = resource("town:1", "サロン") {
      $0.contacts = [
        Contact(name: "窓口", phone: "087-000-0001"),
        Contact(name: "佐藤", phone: "090-0000-0002", visibility: .coordinator),
        Contact(name: "包括", phone: "087-000-0003", visibility: .professionals),
      ]
    }
    try office.bring([whole])
    var shown = try office.directory.resource("town:1", for: .public)
    #expect(shown.contacts.map(\.redacted) == [false, true, true])
    shown.contacts[0].phone = "087-000-0009"
    #expect(try office.bring([shown]).outcomes == [.updated])
    let kept = try office.directory.resource("town:1", for: .coordinator).contacts
    #expect(Set(kept.compactMap(\.phone)) == ["087-000-0009", "090-0000-0002", "087-000-0003"])
    #expect(kept.allSatisfy { !$0.redacted })
    #expect(Set(kept.map(\.visibility)) == Set(Visibility.allCases))
  }
}
