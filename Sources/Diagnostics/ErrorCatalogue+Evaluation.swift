extension ErrorCatalogue {
  /// Files of queries and judgements (検索の評価: 問いと正解).
  static let evaluation: [ErrorEntry] = [
    ErrorEntry(
      "eval.lines", .failed, .badData,
      ja: "使えない行が{count}行あります:{lines}", en: "{count} lines can't be used:{lines}",
      hintJa: "直してから、もう一度実行してください。一行目から順に挙げています",
      hintEn: "mend them and run it again; they are named from the top"),
    ErrorEntry(
      "eval.empty", .failed, .badData,
      ja: "{what}が一行もありません", en: "there is not a single line of {what}",
      hintJa: "書き出しが途中で止まっていないか、ファイルを取り違えていないか確かめてください",
      hintEn: "was it cut short, or is it another file than you meant?"),
    ErrorEntry(
      "eval.encoding", .failed, .badData,
      ja: "UTF-8 ではありません", en: "not valid UTF-8",
      hintJa: "UTF-8 で保存し直してください", hintEn: "save it as UTF-8"),
    ErrorEntry(
      "eval.cells", .failed, .badData,
      ja: "列の数が違います（{found} / {expected}）", en: "{found} cells where {expected} are due",
      hintJa: "書き方: {layout}", hintEn: "write {layout}"),
    ErrorEntry(
      "eval.json", .failed, .badData,
      ja: "JSON オブジェクトとして読めません", en: "not a JSON object",
      hintJa: "一行に一つの JSON オブジェクトを書いてください", hintEn: "write one JSON object a line"),
    ErrorEntry(
      "eval.missing", .failed, .badData,
      ja: "{name} がありません", en: "there is no {name}",
      hintJa: "この行の {name} を埋めるか、行を消してください", hintEn: "fill in its {name}, or delete the line"),
    ErrorEntry(
      "eval.value", .failed, .badData,
      ja: "「{value}」は使えません（{expected}）", en: "'{value}' can't be used ({expected})",
      hintJa: "この行を直してください（{expected}）", hintEn: "mend this line ({expected})"),
    ErrorEntry(
      "eval.duplicate", .failed, .badData,
      ja: "「{value}」が {line} 行目にもあります", en: "'{value}' already stands on line {line}",
      hintJa: "片方を消してください", hintEn: "delete one of the two"),
    ErrorEntry(
      "eval.unknown-query", .failed, .badData,
      ja: "問い「{value}」は、問いのファイルにありません", en: "the file of queries has no query '{value}'",
      hintJa: "問いのファイルと正解のファイルの組合せを確かめてください",
      hintEn: "do the two files, of queries and of judgements, belong together?"),
  ]
}
