import Diagnostics
import Model
import Service
import Testing

/// Numbers that are likely somebody's own are not published, wherever a list has them.
@Suite struct PrivateNumberTests {
  private static let numbers = [
    "090-1234-5678", "０８０－１２３４－５６７８", "087-123-4567／090-2222-3333", "+81-90-7777-8888",
    "(070) 1234 5678",
    // With only a blank between them.
    "087-000-0001 090-1234-5678", "090-1234-5678 080-1234-5678",
  ]

  @Test(arguments: numbers) func areForCoordinators(_ number: String) throws {
    let office = try Office()
    let output = try office.bring("list.csv", "名称,電話番号\nサロン,\(number)\n")
    #expect(output.warnings.map(\.code) == ["warning.private-phone"])
    // A land line beside it stays public.
    let contacts = try #require(try office.resources().first).contacts
    #expect(contacts.contains { $0.visibility == .coordinator })
    for contact in contacts {
      let isPublic = contact.phone?.hasPrefix("087") ?? false
      #expect(contact.visibility == (isPublic ? .public : .coordinator), "\(contact)")
    }
  }

  /// A land line, a toll-free number and a date are no mobile numbers.
  @Test(arguments: ["087-123-4567", "0120-000-000", "2026-09-08", "080"])
  func othersStayPublic(_ number: String) throws {
    let office = try Office()
    try office.bring("list.csv", "名称,電話番号\nサロン,\(number)\n")
    #expect(try office.resources().first?.contacts.map(\.visibility) == [.public])
  }

  @Test(arguments: ["備考", "説明", "概要", "対象"]) func insideASentenceToo(_ column: String) throws {
    let office = try Office()
    let text = "申込みは世話人 090-1234-5678 まで"
    let output = try office.bring("list.csv", "名称,\(column)\nサロン,\(text)\n")
    #expect(output.warnings.map(\.code) == ["warning.private-phone"])
    let shown = try ExportResources.run(.init(format: "ndjson"), in: office.seen(by: .public)).text
    #expect(shown.contains("世話人") && !shown.contains("5678"))
    let whole = try office.resources().first?.contacts
    #expect(whole?.map(\.phone) == ["090-1234-5678"])
  }

  /// What a coordinator was shown of a record's origin is no part of the record.
  @Test func rawCellsAreNotFedBack() throws {
    let (office, other) = (try Office(), try Office())
    try office.bring("list.csv", "番号,名称,電話番号\n1,サロン,090-1234-5678\n") { $0.source = "s" }
    let shown = try GetResource.run(.init(id: "s:1"), in: office.session)
    #expect(shown.source?.extra["provenance"] != nil)
    try other.bring("a.ndjson", try OperationJSON.text(shown) + "\n")
    #expect(try other.resources().first?.source?.extra["provenance"] == nil)
  }

  /// Whoever may not see a contact does not write over it.
  @Test func aHiddenContactOutlivesAnEditFromBelow() throws {
    let office = try Office()
    try office.bring(
      "a.ndjson",
      #"{"id":"x","name":"甲","contacts":[{"phone":"087-1","visibility":"coordinator"}]}"# + "\n")
    var seen = try GetResource.run(.init(id: "x"), in: office.seen(by: .public))
    let field = try #require(ResourceField.named("contacts.phone"))
    try field.assign("087-5", to: &seen)
    _ = try PutResource.run(.init(resource: seen), in: office.seen(by: .public))
    let phones = try office.resources().first?.contacts.compactMap(\.phone).sorted()
    #expect(phones == ["087-1", "087-5"])
  }
}
