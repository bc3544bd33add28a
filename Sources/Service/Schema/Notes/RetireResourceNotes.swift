import Diagnostics
import Model

extension RetireResource {
  public static let notes = OperationNotes(
    title: Bilingual(ja: "資源を終了にする", en: "Retire a resource"), effect: .replaces,
    input: [
      "id": MemberNote("資源の ID", "id of the resource"),
      "why": MemberNote("終了の理由。空にはできない", "the reason; must say something"),
    ],
    output: [
      "id": MemberNote("資源の ID。消えずに残る", "id of the resource; it still resolves"),
      "status": MemberNote("状態（retired 終了）", "its status, retired"),
    ],
    examples: [["id": "sample:bus-003", "why": "運行を終了したため"]])
}
