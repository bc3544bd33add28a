import Diagnostics
import Model

extension CheckWorkspace {
  public static let notes = OperationNotes(
    title: Bilingual(ja: "作業フォルダを調べる", en: "Check the workspace"), effect: .writes,
    input: [
      "repair": MemberNote(
        "失うものなく直せることを直す（write の権限が要る）",
        "mend what can be mended without losing anything; needs the scope write")
    ],
    output: [
      "ok": MemberNote("問題がなければ true", "whether nothing is wrong"),
      "findings": MemberNote("見つかった問題", "what is wrong"),
      "repaired": MemberNote("直す前に見つかった問題", "what was found before the repair"),
      "resources": MemberNote("資源の数", "how many resources there are"),
    ],
    examples: [[:], ["repair": true]])
}
