extension ErrorCatalogue {
  /// Rows that an import rejects; the rest of the file is taken.
  static let rows: [ErrorEntry] = [
    ErrorEntry(
      "row.no-name", .findings, .badData,
      ja: "名称がありません", en: "there is no name",
      hintJa: "名称の列を埋めてください", hintEn: "fill in the name"),
    ErrorEntry(
      "row.no-id", .findings, .badData,
      ja: "id がありません", en: "there is no id",
      hintJa: "`\"id\":\"町:種類-番号\"` のような変わらない id をつけてください",
      hintEn: "give a lasting id, such as `\"id\":\"town:kind-number\"`"),
    ErrorEntry(
      "row.not-json", .findings, .badData,
      ja: "JSON として読めません", en: "not valid JSON",
      hintJa: "一行に一つの JSON オブジェクトを書いてください", hintEn: "write one JSON object a line"),
    ErrorEntry(
      "row.not-object", .findings, .badData,
      ja: "JSON オブジェクトではありません", en: "not a JSON object",
      hintJa: "一行に一つの JSON オブジェクトを書いてください", hintEn: "write one JSON object a line"),
    ErrorEntry(
      "row.value", .findings, .badData,
      ja: "「{value}」は使えません（{expected}）", en: "'{value}' can't be used ({expected})",
      hintJa: "{expected}", hintEn: "{expected}"),
    ErrorEntry(
      "row.type", .findings, .badData,
      ja: "値の型が違います（{expected}）", en: "the value has the wrong type ({expected})",
      hintJa: "docs/resource.md に各項目の型があります", hintEn: "docs/resource.md has every member's type"),
    ErrorEntry(
      "row.unknown-category", .findings, .badData,
      ja: "カテゴリ「{value}」はありません", en: "there is no category '{value}'",
      hintJa: "{suggestion}一覧は `sasae categories`",
      hintEn: "{suggestion}`sasae categories` lists them"),
    ErrorEntry(
      "row.duplicate-id", .findings, .badData,
      ja: "id「{value}」が {line} 行目にもあります", en: "the id '{value}' already stands on line {line}",
      hintJa: "id を変えるか、重なった行を消してください", hintEn: "change the id or delete one of the two"),
    ErrorEntry(
      "row.other-source", .findings, .badData,
      ja: "id「{value}」は別の一覧「{owner}」の資源です",
      en: "the id '{value}' belongs to another list, '{owner}'",
      hintJa: "同じ一覧の新しい版なら `--source {owner}` で取り込み、別の資源なら id を変えてください",
      hintEn: "import a newer edition with `--source {owner}`, or give another resource another id"),
    ErrorEntry(
      "row.exported", .findings, .badData,
      ja: "「{value}」はもう名簿にある資源の id です（書き出した表をそのまま取り込もうとしています）",
      en: "'{value}' is the id of a resource that is here already (an exported table)",
      hintJa: "表で直した内容は `sasae edit` で入れるか、NDJSON で書き出して直し、取り込んでください",
      hintEn: "enter corrections with `sasae edit`, or export, correct and import NDJSON"),
    ErrorEntry(
      "row.unclosed-quote", .findings, .badData,
      ja: "引用符（\"）が閉じていません。次の行から読み直しました",
      en: "a quote (\") is never closed; reading went on at the next line",
      hintJa: "この行の引用符を直して、もう一度取り込んでください", hintEn: "mend the quotes of this line and import again"),
    ErrorEntry(
      "row.encoding", .findings, .badData,
      ja: "文字コードとして正しくないバイトがあります", en: "there are bytes that are no characters in this encoding",
      hintJa: "この行の文字を直して、もう一度取り込んでください",
      hintEn: "mend the characters of this line and import again"),
    ErrorEntry(
      "row.too-long", .findings, .badData,
      ja: "一件が長すぎます（上限 {limit} バイト）", en: "the record is too long (limit {limit} bytes)",
      hintJa: "引用符や改行が壊れていませんか", hintEn: "are its quotes or line breaks broken?"),
    ErrorEntry(
      "row.retired", .findings, .badData,
      ja: "「{value}」は終了した資源です", en: "'{value}' is retired",
      hintJa: "再開したのなら `sasae edit {value} --set status=active` で戻してください",
      hintEn: "if it runs again, bring it back with `sasae edit {value} --set status=active`"),
  ]
}
