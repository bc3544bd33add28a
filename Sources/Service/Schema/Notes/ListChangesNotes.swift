import Diagnostics
import Model

extension ListChanges {
  public static let notes = OperationNotes(
    title: Bilingual(ja: "変更を見る", en: "List changes"), effect: .reads,
    input: [
      "since": MemberNote(
        "この番号より後の変更。なければ最初から", "changes after this number; all when absent"
      ).atLeast(0),
      "limit": MemberNote("一度に返す数。なければ1000", "how many at once; 1000 when absent")
        .within(1...100_000),
    ],
    output: [
      "changes": MemberNote(
        "変更（古いものから）。put 登録・修正、retire 終了", "changes, oldest first: put, or retire as a tombstone"),
      "next": MemberNote("次の since に渡す番号", "pass it as since next time"),
      "more": MemberNote("続きがあるか", "whether there are more"),
    ],
    examples: [["since": 0, "limit": 10], [:]])
}
