import Diagnostics
import Model

extension ListPlugins {
  public static let notes = OperationNotes(
    title: Bilingual(ja: "プラグインの一覧", en: "List plugins"), effect: .reads, input: [:],
    output: [
      "plugins": MemberNote(
        "マッチングの観点。ID、版、説明、見る項目、外のプログラムか、許していない項目、動かないわけ",
        "ways of judging a fit: id, version, summary, fields read, whether another program, fields withheld, why it fails"
      )
    ],
    examples: [[:]])
}

extension ListProfiles {
  public static let notes = OperationNotes(
    title: Bilingual(ja: "設定の一覧", en: "List profiles"), effect: .reads, input: [:],
    output: [
      "profiles": MemberNote(
        "マッチングの設定。名前と、プラグインごとの重み、その重みのあるファイルと行",
        "matching profiles: name, and the weight of each plugin with the file and line it stands on"
      )
    ],
    examples: [[:]])
}
