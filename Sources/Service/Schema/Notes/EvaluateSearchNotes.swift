import Diagnostics
import Model

extension EvaluateSearch {
  public static let notes = OperationNotes(
    title: Bilingual(ja: "検索の質を測る", en: "Evaluate the search"), effect: .reads,
    input: [
      "queries": MemberNote(
        "問いのファイル（TSV か JSON Lines）。なければ見本の町の問い",
        "file of queries (TSV or JSON Lines); those of the sample town when absent"),
      "judgements": MemberNote(
        "正解のファイル（問い、id、等級）", "file of judgements (query, id, grade)"),
      "settings": MemberNote(
        "検索のしかた。「名前=値」", "how to search, as name=value"),
      "against": MemberNote("比べる相手のしかた", "another way to compare it with"),
      "limit": MemberNote("一問に求める件数（既定は100）", "hits asked for each query (default 100)"),
    ],
    output: [
      "report": MemberNote("平均と、うまくいかなかった問い", "means, and the queries that failed"),
      "against": MemberNote("比べる相手の平均", "the same for the other way"),
      "comparison": MemberNote(
        "差と95%区間（対応のあるブートストラップ）", "differences with 95 % intervals (paired bootstrap)"),
    ],
    examples: [[:], ["settings": ["concepts=off"], "against": []]])
}
