import Diagnostics
import Model

extension ListCategories {
  public static let notes = OperationNotes(
    title: Bilingual(ja: "カテゴリの一覧", en: "List categories"), effect: .reads, input: [:],
    output: [
      "categories": MemberNote(
        "カテゴリ。コード、名前、言いかえ、上位のコード、いつもの出会い方",
        "categories: code, label, synonyms, parent, usual modes"),
      "version": MemberNote("分類の版", "version of the taxonomy"),
      "categories.local": MemberNote("この作業フォルダの用語", "the workspace's own term"),
      "categories.localSynonyms": MemberNote(
        "この作業フォルダが足した言いかえ", "synonyms the workspace added"),
      "renamed": MemberNote("改名されたコード", "codes that were given another name"),
    ],
    examples: [[:]])
}

extension ListNeeds {
  public static let notes = OperationNotes(
    title: Bilingual(ja: "ニーズの一覧", en: "List needs"), effect: .reads, input: [:],
    output: [
      "needs": MemberNote(
        "ニーズ。コード、名前、言いかえ、応えるカテゴリ（重い順）",
        "needs: code, label, synonyms, and the categories that serve each, heaviest first"),
      "version": MemberNote("分類の版", "version of the taxonomy"),
      "needs.local": MemberNote("この作業フォルダの用語", "the workspace's own term"),
      "needs.localSynonyms": MemberNote("この作業フォルダが足した言いかえ", "synonyms the workspace added"),
      "needs.servedBy.local": MemberNote("この作業フォルダの重み", "the workspace's own weight"),
      "renamed": MemberNote("改名されたコード", "codes that were given another name"),
    ],
    examples: [[:]])
}
