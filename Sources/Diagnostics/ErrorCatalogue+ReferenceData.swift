extension ErrorCatalogue {
  /// The tables in `Data` (基礎データ).
  static let referenceData: [ErrorEntry] = [
    ErrorEntry(
      "data.missing", .failed, .workspace,
      ja: "基礎データが見つかりません（{path}）", en: "the reference data is not found ({path})",
      hintJa: "`--data フォルダ` か環境変数 SASAE_DATA で Data フォルダを指定してください",
      hintEn: "name the Data folder with `--data DIR` or the variable SASAE_DATA"),
    ErrorEntry(
      "data.heading", .failed, .workspace,
      ja: "見出しの列がありません: {value}", en: "the heading lacks the column {value}",
      hintJa: "見出しの行に、この列を加えてください", hintEn: "add this column to the heading line"),
    ErrorEntry(
      "data.cells", .failed, .workspace,
      ja: "列の数が違います（{found} / {expected}）", en: "{found} cells where {expected} are due",
      hintJa: "タブで区切ってください", hintEn: "separate the cells with tabs"),
    ErrorEntry(
      "data.duplicate", .failed, .workspace,
      ja: "「{value}」が二度あります", en: "'{value}' stands twice",
      hintJa: "片方を消してください", hintEn: "delete one of the two"),
    ErrorEntry(
      "data.dangling", .failed, .workspace,
      ja: "「{value}」という{what}はありません", en: "there is no {what} '{value}'",
      hintJa: "{suggestion}一覧にある言葉を使ってください", hintEn: "{suggestion}use one that is listed"),
    ErrorEntry(
      "data.cycle", .failed, .workspace,
      ja: "「{value}」の親をたどると自分に戻ります", en: "the parents of '{value}' lead back to it",
      hintJa: "親（parent）の列を直してください", hintEn: "mend the parent column"),
    ErrorEntry(
      "data.rename-cycle", .failed, .workspace,
      ja: "「{value}」の改名をたどると自分に戻ります", en: "the renames of '{value}' lead back to it",
      hintJa: "いまのコードを new に書いてください", hintEn: "write the code of today into new"),
    ErrorEntry(
      "data.rename-chain", .failed, .workspace,
      ja: "「{value}」も改名されています", en: "'{value}' was renamed itself",
      hintJa: "new に「{suggestion}」と書いてください", hintEn: "write '{suggestion}' into new"),
    ErrorEntry(
      "data.own-code", .failed, .workspace,
      ja: "「{value}」は Data のコードなので、意味は変えられません",
      en: "'{value}' is a code of Data and keeps its meaning",
      hintJa: "言いかえ（synonyms）だけを書くか、新しいコードにしてください",
      hintEn: "give synonyms only, or make it a new code"),
    ErrorEntry(
      "data.value", .failed, .workspace,
      ja: "「{value}」は使えません（{expected}）", en: "'{value}' can't be used ({expected})",
      hintJa: "この列の書き方は docs/reference-data.md にあります",
      hintEn: "docs/reference-data.md says what this column takes"),
    ErrorEntry(
      "data.weights", .failed, .workspace,
      ja: "例文から作った重みの表が壊れているか、ほかの版のものです",
      en: "the weights made from the examples are damaged or of another version",
      hintJa: "`sasae reference need-weights` の出力に置きかえてください",
      hintEn: "replace the file by the output of `sasae reference need-weights`"),
    ErrorEntry(
      "data.encoding", .failed, .workspace,
      ja: "UTF-8 ではありません", en: "not valid UTF-8",
      hintJa: "UTF-8 で保存し直してください", hintEn: "save it as UTF-8"),
  ]
}
