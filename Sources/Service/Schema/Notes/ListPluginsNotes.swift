import Diagnostics
import Model

extension ListPlugins {
  public static let notes = OperationNotes(
    title: Bilingual(ja: "プラグインの一覧", en: "List plugins"), effect: .reads, input: [:],
    output: [
      "plugins": MemberNote(
        "マッチングの観点。ID、版、説明、見る項目", "ways of judging a fit: id, version, summary, fields read")
    ],
    examples: [[:]])
}

extension ListProfiles {
  public static let notes = OperationNotes(
    title: Bilingual(ja: "設定の一覧", en: "List profiles"), effect: .reads, input: [:],
    output: [
      "profiles": MemberNote(
        "マッチングの設定。名前と、プラグインごとの重み", "matching profiles: name, and the weight of each plugin")
    ],
    examples: [[:]])
}
