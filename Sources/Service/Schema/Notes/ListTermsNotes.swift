import Diagnostics
import Model

extension ListCategories {
  public static let notes = OperationNotes(
    title: Bilingual(ja: "カテゴリの一覧", en: "List categories"), effect: .reads, input: [:],
    output: [
      "categories": MemberNote(
        "カテゴリ。コード、名前、言いかえ、上位のコード、いつもの出会い方",
        "categories: code, label, synonyms, parent, usual modes")
    ],
    examples: [[:]])
}

extension ListNeeds {
  public static let notes = OperationNotes(
    title: Bilingual(ja: "ニーズの一覧", en: "List needs"), effect: .reads, input: [:],
    output: [
      "needs": MemberNote(
        "ニーズ。コード、名前、言いかえ、応えるカテゴリ（重い順）",
        "needs: code, label, synonyms, and the categories that serve each, heaviest first")
    ],
    examples: [[:]])
}
