import Foundation
import Model
import Service
import Testing

/// What is not for an audience never comes out of any door.
@Suite struct RedactionTests {
  /// What was planted, and the lowest audience that may see it.
  private static let planted: [(text: String, level: Visibility)] = [
    ("087-111-0001", .public), ("公開窓口", .public), ("open@example.jp", .public),
    ("087-222-0002", .professionals), ("包括担当", .professionals),
    ("pro@example.jp", .professionals), ("090-3333-0003", .coordinator),
    ("世話人佐藤", .coordinator), ("sato@example.jp", .coordinator),
    // Without a public contact, and one that an import hid by itself.
    ("090-4444-0004", .coordinator), ("080-5555-0005", .coordinator),
    // In the raw cells alone: nobody said who may see it.
    ("施設長鈴木", .coordinator),
  ]

  private func office() throws -> Office {
    let office = try Office()
    var open = Resource(id: "a", name: "ごみ出し隊番町")
    open.categories = ["S-HOME-TRASH"]
    open.reach = Reach(modes: [.visit])
    open.place = Place(address: "高松市番町1")
    open.place?.lat = 34.34
    open.place?.lng = 134.04
    open.contacts = [
      Contact(name: "公開窓口", phone: "087-111-0001", email: "open@example.jp"),
      Contact(
        name: "包括担当", phone: "087-222-0002", email: "pro@example.jp", visibility: .professionals),
      Contact(
        name: "世話人佐藤", phone: "090-3333-0003", email: "sato@example.jp", visibility: .coordinator),
    ]
    var hidden = open
    hidden.id = "b"
    hidden.name = "ごみ出し隊屋島"
    hidden.contacts = [Contact(phone: "090-4444-0004", visibility: .coordinator)]
    for one in [open, hidden] {
      _ = try PutResource.run(PutResource.Input(resource: one), in: office.session)
    }
    try office.bring(
      "list.csv",
      "名称,種別,住所,緯度,経度,電話番号,施設長\nごみ出し隊扇町,ごみ出し,高松市扇町1,34.34,134.04,080-5555-0005,施設長鈴木\n")
    return office
  }

  /// Everything one audience can get, by door.
  private func doors(_ session: Session, _ office: Office) throws -> [String: String] {
    var out: [String: String] = [:]
    var search = SearchResources.Input()
    search.facets = ["category", "area", "kind"]
    out["search"] = try OperationJSON.text(SearchResources.run(search, in: session))
    // Asking for the planted words themselves finds nothing that shows them.
    for (i, secret) in Self.planted.enumerated() {
      search.text = secret.text
      out["search \(i)"] = try OperationJSON.text(SearchResources.run(search, in: session).hits)
    }
    out["show"] = try office.resources().map {
      try OperationJSON.text(GetResource.run(GetResource.Input(id: $0.id), in: session))
    }.joined()
    let request = try OperationJSON.input(
      MatchResources.Input.self,
      from: #"{"needs":[{"code":"LIV-TRASH"}],"person":{"home":{"lat":34.34,"lng":134.04}}}"#)
    out["match"] = try OperationJSON.text(MatchResources.run(request, in: session))
    for format in ["ndjson", "csv", "geojson"] {
      out[format] = try ExportResources.run(ExportResources.Input(format: format), in: session).text
    }
    out["changes"] = try OperationJSON.text(ListChanges.run(ListChanges.Input(), in: session))
    out["check"] = try OperationJSON.text(CheckWorkspace.run(CheckWorkspace.Input(), in: session))
    return out
  }

  @Test(arguments: Visibility.allCases)
  func nothingComesOutBelowItsLevel(_ audience: Visibility) throws {
    let office = try office()
    let doors = try doors(office.seen(by: audience), office)
    for (door, text) in doors {
      #expect(!text.isEmpty)
      for secret in Self.planted where secret.level > audience {
        #expect(!text.contains(secret.text), "\(secret.text) at \(door)")
      }
    }
    // And what the audience may see does come out: this test can fail.
    let whole = doors.values.joined()
    for secret in Self.planted where secret.level <= audience {
      #expect(whole.contains(secret.text), "\(secret.text)")
    }
    // Where something was taken out, it is said so, at every door.
    for (door, mark) in [
      ("search", "restricted"), ("show", "\"redacted\":true"), ("match", "restricted"),
      ("ndjson", "\"redacted\":true"), ("geojson", "\"redacted\":true"),
      ("csv", "\(Visibility.coordinator)"),
    ] {
      let isMarked = doors[door]?.contains(mark) ?? false
      #expect(isMarked != (audience == .coordinator), "\(door)")
    }
  }

  /// An index may be copied or served to other machines.
  @Test func theIndexFilesHoldOnlyWhatIsPublic() throws {
    let office = try office()
    // A contact that was public once and is so no more.
    var moved = Resource(id: "c", name: "見守り隊")
    moved.contacts = [Contact(name: "当番高橋", phone: "087-666-0006")]
    _ = try office.session.directory.put(moved)
    _ = try office.session.directory.update("c") { $0.contacts[0].visibility = .coordinator }
    let folder = office.session.directory.workspace.index
    var bytes: [UInt8] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      bytes += [UInt8](try Data(contentsOf: URL(filePath: folder + "/" + name)))
    }
    // Read as Latin-1, so that every byte is a character; and so are the words.
    let text = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    func holds(_ word: String) -> Bool {
      text.contains(String(String.UnicodeScalarView(word.utf8.map { Unicode.Scalar($0) })))
    }
    #expect(holds("087-111-0001") && holds("ごみ出し隊番町"))
    let hidden = Self.planted.filter { $0.level > .public }.map(\.text)
    for secret in hidden + ["087-666-0006", "当番高橋"] {
      #expect(!holds(secret), "\(secret)")
      #expect(!holds(secret.replacing("-", with: "")), "\(secret)")
    }
  }

  /// A record shown to the public, edited and put back keeps what was hidden from its editor.
  @Test func whatWasHiddenOutlivesAnEditByThePublicView() throws {
    let office = try office()
    let session = office.seen(by: .public)
    var shown = try GetResource.run(GetResource.Input(id: "a"), in: session)
    shown.summary = "直した"
    _ = try PutResource.run(PutResource.Input(resource: shown), in: session)
    let whole = try GetResource.run(GetResource.Input(id: "a"), in: office.session)
    #expect(whole.summary == "直した")
    #expect(Set(whole.contacts.compactMap(\.name)) == ["公開窓口", "包括担当", "世話人佐藤"])
    #expect(whole.contacts.allSatisfy { !$0.redacted })
  }
}
