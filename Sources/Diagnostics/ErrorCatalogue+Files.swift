extension ErrorCatalogue {
  /// Files that can't be read or written whole (取込み・書出し).
  static let files: [ErrorEntry] = [
    ErrorEntry(
      "import.file-missing", .failed, .badData,
      ja: "ファイルがありません", en: "no such file",
      hintJa: "パスを確かめてください", hintEn: "check the path"),
    ErrorEntry(
      "import.not-a-file", .failed, .badData,
      ja: "ふつうのファイルではありません", en: "this is no plain file",
      hintJa: "`sasae serve` からは、ファイルだけを取り込めます。パイプや標準入力は `sasae import` を使ってください",
      hintEn:
        "`sasae serve` imports plain files only; `sasae import` takes pipes and standard input"),
    ErrorEntry(
      "import.directory", .failed, .badData,
      ja: "フォルダです。ファイルを指定してください", en: "this is a directory, not a file",
      hintJa: "`sasae import {path}/*.csv` のようにファイルを並べてください",
      hintEn: "name its files, such as `sasae import {path}/*.csv`"),
    ErrorEntry(
      "import.unreadable", .failed, .badData,
      ja: "読めません（{detail}）", en: "can't be read ({detail})",
      hintJa: "読取りの権限を確かめてください", hintEn: "check its permissions"),
    ErrorEntry(
      "import.empty", .failed, .badData,
      ja: "空のファイルです", en: "the file is empty",
      hintJa: "書き出しが途中で止まっていないか確かめてください", hintEn: "was its export cut short?"),
    ErrorEntry(
      "import.no-rows", .failed, .badData,
      ja: "見出しだけで、データの行がありません", en: "there is a heading and no data row",
      hintJa: "見出しの下にデータがあるか確かめてください", hintEn: "is there data below the heading?"),
    ErrorEntry(
      "import.not-a-table", .failed, .badData,
      ja: "{kind} は取り込めません", en: "{kind} can't be imported",
      hintJa: "{advice}", hintEn: "{advice}"),
    ErrorEntry(
      "import.mojibake", .failed, .badData,
      ja: "文字化けしたファイルです（別の文字コードとして読んで保存したもの: {kind}）",
      en: "the text is garbled: {kind}, and saved so",
      hintJa: "元のファイルを UTF-8 か Shift_JIS のまま取り直すか、`--repair-mojibake` で直して取り込んでください",
      hintEn:
        "get the original again, as UTF-8 or Shift_JIS, or mend it on the way in: `--repair-mojibake`"
    ),
    ErrorEntry(
      "import.unmendable", .failed, .badData,
      ja: "文字化けしたファイルで、元に戻せません（{kind}）", en: "the text is garbled and can't be mended: {kind}",
      hintJa: "元のファイルを UTF-8 か Shift_JIS のまま取り直してください",
      hintEn: "get the original again, as UTF-8 or Shift_JIS"),
    ErrorEntry(
      "import.not-resources", .failed, .badData,
      ja: "資源の一覧ではありません（{kind}）: {why}", en: "not a list of resources ({kind}): {why}",
      hintJa: "資源の一覧として読ませるには `--mapping generic` を付けてください",
      hintEn: "to read it as a list all the same, give `--mapping generic`"),
    ErrorEntry(
      "import.transposed", .failed, .badData,
      ja: "見出しが縦に並んだ表です（一列目が名称・住所…）",
      en: "the table stands on its side: its headings are in the first column",
      hintJa: "表計算ソフトで行と列を入れ替えて（コピー→形式を選択して貼り付け→行/列の入れ替え）保存してください",
      hintEn: "swap rows and columns in a spreadsheet (paste special, transpose) and save it again"),
    ErrorEntry(
      "import.too-large", .failed, .badData,
      ja: "一度に読む形式のファイルが大きすぎます（上限 {limit} MiB）",
      en: "the file is too large for a format that is read whole (limit {limit} MiB)",
      hintJa: "一行に一件の NDJSON か CSV にしてください", hintEn: "make it CSV or NDJSON, one record a line"),
    ErrorEntry(
      "import.no-mapping", .failed, .badData,
      ja: "名称の列が見つかりません（見出し: {headings}）", en: "no name column found (headings: {headings})",
      hintJa: "資源の一覧ではないようです。一覧なら `--mapping 定義名` で列の対応を指定してください",
      hintEn:
        "this does not look like a list of resources; if it is, name its columns with `--mapping`"),
    ErrorEntry(
      "import.duplicate-heading", .failed, .badData,
      ja: "見出し「{heading}」が二つあり、どちらも使う列です",
      en: "the heading '{heading}' stands twice and both would be used",
      hintJa: "片方の見出しを変えるか、列を消してください", hintEn: "rename or delete one of the two columns"),
    ErrorEntry(
      "import.line-too-long", .failed, .badData,
      ja: "一行が長すぎます（上限 {limit} バイト）", en: "a line is too long (limit {limit} bytes)",
      hintJa: "改行のないファイルや、表でないファイルではありませんか",
      hintEn: "is it a file without line breaks, or not a table at all?"),
    ErrorEntry(
      "export.format", .usage, .invalidParams,
      ja: "形式「{value}」では書き出せません", en: "can't export as '{value}'",
      hintJa: "使える形式: {known}", hintEn: "known: {known}"),
    ErrorEntry(
      "output.unwritable", .failed, .workspace,
      ja: "書けません（{detail}）", en: "can't be written ({detail})",
      hintJa: "場所と権限を確かめてください", hintEn: "check the place and its permissions"),
  ]
}
