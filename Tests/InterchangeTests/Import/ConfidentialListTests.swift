import Interchange
import Model
import Testing

/// Lists that say above their heading that they are not for everybody.
@Suite struct ConfidentialListTests {
  @Test(arguments: ["取扱注意", "【部外秘】", "※個人情報を含みます"])
  func nothingOfAPersonIsPublic(_ mark: String) throws {
    let list = try ReadList(
      "老人クラブ会長名簿 \(mark),,,\nクラブ名,会長氏名,住所,電話番号\n"
        + "あおぞら会,見本太郎,見本市大字四区 見本方,0748-11-0001\n")
    let resource = try #require(list.resources.first)
    #expect(resource.name == "あおぞら会")
    #expect(resource.contacts.allSatisfy { $0.visibility == .coordinator })
    #expect(resource.place?.address == nil)
    #expect(list.rows.first?.cells["住所"] == "見本市大字四区 見本方")
    #expect(list.warnings.contains("warning.confidential"))
  }

  static let names: [(name: String, status: ResourceStatus)] = [
    ("【閉店】みほん商店", .retired), ("みほんの会（休止中）", .paused), ("みほん会（廃止）", .retired),
    ("みほん（休日も）", .active), ("終了式の会", .active),
  ]

  @Test(arguments: names) func aNameMaySayThatItIsOver(_ name: String, _ status: ResourceStatus)
    throws
  {
    #expect(try ReadList("名称,住所\n\(name),番町1\n").resources.first?.status == status)
  }
}
