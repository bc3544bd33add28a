extension ErrorCatalogue {
  /// Assessments (アセスメント). No answer stands in these texts: items are told by their numbers.
  static let assessment: [ErrorEntry] = [
    ErrorEntry(
      "usage.unknown-instrument", .usage, .invalidParams,
      ja: "アセスメントの用紙「{value}」はありません", en: "there is no assessment instrument '{value}'",
      hintJa: "{suggestion}使える用紙: {known}", hintEn: "{suggestion}known: {known}"),
    ErrorEntry(
      "usage.unknown-item", .usage, .invalidParams,
      ja: "{instrument} に項目「{value}」はありません", en: "{instrument} has no item '{value}'",
      hintJa: "項目は番号で指定してください（{known}）", hintEn: "name items by their numbers: {known}"),
    ErrorEntry(
      "usage.answer", .usage, .invalidParams,
      ja: "項目{item}の答えが読めません", en: "the answer to item {item} can't be used",
      hintJa: "使える答え: {expected}", hintEn: "it takes: {expected}"),
    ErrorEntry(
      "usage.same-assessment", .usage, .invalidParams,
      ja: "用紙「{value}」が二つあり、どちらが新しいか分かりません",
      en: "there are two assessments by '{value}', and which is the later is not known",
      hintJa: "それぞれに on（YYYY-MM-DD）を付けると新しいほうを使います。一つにしてもかまいません",
      hintEn: "give each its day (on, YYYY-MM-DD) and the later counts, or leave one out"),
    ErrorEntry(
      "usage.need-twice", .usage, .invalidParams,
      ja: "ニーズ「{value}」が、要るとも要らないとも書かれています",
      en: "the need '{value}' is both stated and denied",
      hintJa: "どちらか一つにしてください", hintEn: "leave one of the two"),
    ErrorEntry(
      "usage.answer-twice", .usage, .invalidParams,
      ja: "項目{item}の答えが二つあります", en: "item {item} is answered twice",
      hintJa: "どちらか一つにしてください", hintEn: "leave one of the two"),
    ErrorEntry(
      "usage.answer-file", .usage, .invalidParams,
      ja: "答えのファイルが読めません: {detail}", en: "the file of answers can't be read: {detail}",
      hintJa: "JSON（例 {\"1\":\"yes\"}）か、項目の番号と答えの二列の表にしてください",
      hintEn: "make it JSON, such as {\"1\":\"yes\"}, or a table of two columns, item and answer"),
    ErrorEntry(
      "usage.no-answers", .usage, .invalidParams,
      ja: "答えがなく、たずねる端末もありません", en: "there are no answers, and no terminal to ask",
      hintJa: "`--answers ファイル`（- は標準入力）で渡すか、`--save ファイル` を付けて一行ずつ答えてください",
      hintEn:
        "give them with `--answers FILE` (- is standard input), or answer line by line with `--save FILE`"
    ),
    ErrorEntry(
      "usage.other-instrument", .usage, .invalidParams,
      ja: "このファイルの答えは「{value}」のものです", en: "the answers in this file are those of '{value}'",
      hintJa: "`sasae assess {value}` で開くか、ほかのファイルを指定してください",
      hintEn: "open it with `sasae assess {value}`, or name another file"),
  ]
}
