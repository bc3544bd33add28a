import Diagnostics
import Model

extension ConfirmResource {
  public static let notes = OperationNotes(
    title: Bilingual(ja: "確認を記録する", en: "Confirm a resource"), effect: .writes,
    input: [
      "id": MemberNote("資源の ID", "id of the resource"),
      "how": MemberNote(
        "確かめ方（phone, visit, web, document など）", "how it was checked: phone, visit, web, document …"),
      "on": MemberNote(
        "確かめた日（YYYY-MM-DD）。今日まで。なければ今日",
        "the day, YYYY-MM-DD, up to today; today when absent"
      ).date,
    ],
    output: [
      "id": MemberNote("資源の ID", "id of the resource"),
      "confirmed": MemberNote("記録した日と確かめ方", "day and way as they were noted"),
    ],
    examples: [
      ["id": "sample:salon-006", "how": "phone"],
      ["id": "sample:salon-015", "how": "visit", "on": "2026-08-20"],
    ])
}
