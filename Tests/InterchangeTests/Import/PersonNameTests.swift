import Interchange
import Model
import Testing

/// Names that may be persons' are for coordinators; names of offices are not held back.
@Suite struct PersonNameTests {
  static let cells: [(cell: String, isShown: Bool, hasPublicPhone: Bool)] = [
    ("会長　山田太郎 0748-11-1112", false, false), ("鈴木（0748-25-1111）", false, false),
    ("山田太郎（自宅0748-11-1113、携帯090-1111-2222）", false, false),
    ("社協(担当 田中)0748-11-1114", false, false), ("村上花子 0748-11-1115", false, false),
    ("湯沢市都市計画課（0183-73-2156）", true, true), ("事務局 0748-11-1116", true, true),
    ("地域包括支援センター\n0748-11-1117", true, true), ("NPO法人みほん 0748-11-1118", true, true),
    ("0748-11-1119（平日のみ）", true, true),
  ]

  @Test(arguments: cells)
  func inAContactCell(_ cell: String, _ isShown: Bool, _ hasPublicPhone: Bool) throws {
    let list = try ReadList("名称,連絡先\nサロン,\"\(cell)\"\n")
    let contacts = try #require(list.resources.first).contacts
    let seen = contacts.filter { $0.visibility == .public }
    #expect(seen.contains { $0.phone != nil } == hasPublicPhone, "\(cell): \(contacts)")
    let names = seen.compactMap(\.name).joined()
    for word in ["山田", "鈴木", "田中", "村上"] { #expect(!names.contains(word), "\(cell)") }
    #expect(list.warnings.contains { $0.hasPrefix("warning.private") } || isShown, "\(cell)")
    #expect(!contacts.isEmpty)
  }

  /// A number in a column of its own is the facility's, whoever stands beside it.
  @Test func theFacilitysNumberStaysPublic() throws {
    let list = try ReadList("名称,連絡先,電話番号\nサロン,佐藤一郎,0748-11-0001\n")
    let contacts = try #require(list.resources.first).contacts
    #expect(contacts.filter { $0.visibility == .public }.map(\.phone) == ["0748-11-0001"])
    #expect(contacts.filter { $0.visibility == .public }.allSatisfy { $0.name == nil })
    #expect(contacts.contains { $0.name == "佐藤一郎" && $0.visibility == .coordinator })
  }

  static let columns = ["代表者", "担当者氏名", "世話人電話", "自宅電話", "携帯", "会長電話番号", "代表者（連絡先）"]

  @Test(arguments: columns) func inAPersonsColumn(_ heading: String) throws {
    let list = try ReadList("名称,\(heading)\nサロン,0748-11-0001\n")
    let contacts = try #require(list.resources.first).contacts
    #expect(contacts.map(\.visibility) == [.coordinator], "\(heading)")
  }
}
