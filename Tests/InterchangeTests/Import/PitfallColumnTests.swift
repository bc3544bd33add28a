import Diagnostics
import Interchange
import Model
import Testing

/// 18: the caller's word about columns of persons.
@Suite struct PitfallColumnTests {
  static let list = "名称,担当者,携帯,メールアドレス\n会,見本 花子,090-0000-0000,mihon@gmail.com\n"

  /// `--drop`: not even raw.
  @Test func aDroppedColumnDoesNotComeIn() throws {
    let list = try ReadList(Self.list.replacing("携帯", with: "電話")) {
      $0.dropped = ["担当者", "電　話", "メール\nアドレス"]
    }
    let row = try #require(list.rows.first)
    #expect(row.resource == Resource(id: "", name: "会"))
    #expect(row.cells == ["名称": "会"] && row.warnings.isEmpty && row.evidence == nil)
  }

  /// `--publish`: the list's owner says that they may be shown.
  @Test func aPublishedColumnIsShown() throws {
    let list = try ReadList(Self.list.replacing("携帯", with: "電話番号")) {
      $0.published = ["電話番号"]
    }
    let contacts = try #require(list.resources.first).contacts
    #expect(contacts.first { $0.phone != nil }?.visibility == .public)
    #expect(contacts.first { $0.email != nil }?.visibility == .coordinator)
    #expect(list.warnings == ["warning.private-mail"])
  }

  @Test func anUnknownColumnIsSaidSo() throws {
    let changes: [(inout ListChoice) -> Void] = [
      { $0.dropped = ["担当"] }, { $0.published = ["担当"] },
    ]
    for change in changes {
      let error = try #require(throws: SasaeError.self) { _ = try ReadList(Self.list, change) }
      #expect(error.code == "usage.unknown-column")
      #expect(error.text(.ja).contains("担当者") || error.hint(.ja)?.contains("担当者") == true)
    }
  }
}
