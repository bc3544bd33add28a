import Diagnostics
import Model

extension GetResource {
  public static let notes = OperationNotes(
    title: Bilingual(ja: "資源を見る", en: "Show a resource"), effect: .reads,
    input: ["id": MemberNote("資源の ID", "id of the resource")],
    output: ResourceNotes.members,
    examples: [["id": "sample:bus-001"]])
}
