extension ErrorCatalogue {
  /// What an import says of rows that it takes.
  static let warnings: [ErrorEntry] = [
    ErrorEntry(
      "warning.no-words", .done, .badData,
      ja: "言葉の辞書がないので、文での検索は文字の並びだけで行います（{detail}）",
      en:
        "there is no dictionary of words: sentences are searched by pairs of characters ({detail})",
      hintJa: "libmecab2 と mecab-ipadic-utf8 を入れ、`sasae doctor --repair` で索引を作り直してください",
      hintEn: "install libmecab2 and mecab-ipadic-utf8, then rebuild with `sasae doctor --repair`"),
    ErrorEntry(
      "warning.coordinates", .done, .badData,
      ja: "緯度・経度「{value}」は日本の位置として読めないので、位置なしとしました",
      en: "the coordinates '{value}' are no place in Japan; taken as missing",
      hintJa: "正しい緯度・経度に直してください", hintEn: "correct the coordinates"),
    ErrorEntry(
      "warning.swapped", .done, .badData,
      ja: "緯度と経度が入れ替わっています（{value}）。位置なしとしました",
      en: "latitude and longitude are swapped ({value}); taken as missing",
      hintJa: "列を入れ替えて、もう一度取り込んでください", hintEn: "swap the two and import again"),
    ErrorEntry(
      "warning.ragged", .done, .badData,
      ja: "列の数が見出しと違います（{found} / {expected}）",
      en: "the row has {found} cells, the heading {expected}",
      hintJa: "ずれた列がないか、この行を確かめてください", hintEn: "check this row for cells that slipped"),
    ErrorEntry(
      "warning.ditto", .done, .badData,
      ja: "「〃」の上に値がないので、書かれていないものとしました",
      en: "a ditto mark with nothing above it; taken as missing",
      hintJa: "このセルに値を書いてください", hintEn: "write the value into this cell"),
    ErrorEntry(
      "warning.date", .done, .badData,
      ja: "「{value}」は日付として読めないので、そのまま残しました", en: "'{value}' is not read as a date; kept as written",
      hintJa: "2026-08-01、令和8年8月1日 のように書いてください", hintEn: "write it like 2026-08-01"),
    ErrorEntry(
      "warning.status", .done, .badData,
      ja: "状態「{value}」の意味が決められないので、活動中としました",
      en: "the status '{value}' is not known; taken as active",
      hintJa: "活動中・休止中・廃止 などと書くか、`sasae edit` で直してください",
      hintEn: "write active, paused or retired, or correct it with `sasae edit`"),
    ErrorEntry(
      "warning.phone", .done, .badData,
      ja: "電話番号「{value}」はそのままではかけられないかもしれません（市外局番がない、桁が合わない）",
      en: "the telephone number '{value}' may not be complete (no area code, or not its length)",
      hintJa: "市外局番から書いてください", hintEn: "write it with its area code"),
    ErrorEntry(
      "warning.phone-zero", .done, .badData,
      ja: "電話番号「{value}」は先頭の 0 が落ちていたので補いました",
      en: "the telephone number '{value}' had lost its leading zero; it was put back",
      hintJa: "元の表で、電話番号の列を文字列にしてください", hintEn: "format the column as text in the original table"),
    ErrorEntry(
      "warning.private-mail", .done, .badData,
      ja: "個人のものらしいメールアドレスなので、公開せず、調整役だけに見せます",
      en: "a mail address that is likely somebody's own: kept for coordinators, not published",
      hintJa: "公開してよければ `--publish 列の見出し` を付けて取り込むか、`sasae edit` で変えてください",
      hintEn: "if it may be public, import with `--publish COLUMN`, or say so with `sasae edit`"),
    ErrorEntry(
      "warning.private-name", .done, .badData,
      ja: "個人の名前かもしれないので、公開せず、調整役だけに見せます",
      en: "it may be a person's name: kept for coordinators, not published",
      hintJa: "課や団体の名前なら `sasae edit` で公開に変えてください",
      hintEn: "if it is an office's, say so with `sasae edit`"),
    ErrorEntry(
      "warning.confidential", .done, .badData,
      ja: "取扱注意と書かれた一覧なので、連絡先は調整役だけに見せ、個人の住所らしいものは取り込みません",
      en:
        "the list says it is confidential: contacts are kept for coordinators, likely home addresses are left out",
      hintJa: "公開してよいものは `sasae edit` で変えてください", hintEn: "what may be public: `sasae edit`"),
    ErrorEntry(
      "warning.municipality", .done, .badData,
      ja: "自治体のコードと名称が食い違っています（{value} / {other}）。コードの方としました",
      en: "the municipality's code and name disagree ({value} / {other}); the code was taken",
      hintJa: "どちらが正しいか、一覧を確かめてください", hintEn: "check which of the two is right"),
    ErrorEntry(
      "warning.municipality-code", .done, .badData,
      ja: "自治体のコード「{value}」は検査数字が合わないか、ない番号です",
      en: "'{value}' is no municipality's code", hintJa: "6 桁の全国地方公共団体コードを書いてください",
      hintEn: "write the six-digit code of the municipality"),
    ErrorEntry(
      "warning.mended", .done, .badData,
      ja: "文字化けを直して取り込みました（{kind}）。戻せなかった文字 {lost}",
      en: "garbled text was mended on the way in ({kind}); characters lost: {lost}",
      hintJa: "名称や住所を数件、目で確かめてください", hintEn: "look at a few names and addresses"),
    ErrorEntry(
      "warning.repeated-key", .done, .badData,
      ja: "番号「{value}」が {line} 行目にもあるので、名称と住所で区別しました",
      en: "the number '{value}' already stands on line {line}; told apart by name and address",
      hintJa: "一覧の番号を、重ならないように直してください", hintEn: "give each row of the list its own number"),
    ErrorEntry(
      "warning.renumbered", .done, .badData,
      ja: "番号「{value}」は前回「{other}」のものでした。別の資源として加えました",
      en: "the number '{value}' was '{other}' last time; taken as another resource",
      hintJa: "同じ資源の名前と住所が変わったのなら `sasae edit` で直し、この行を消してください",
      hintEn: "if it is the same resource with a new name and address, correct it with `sasae edit`"
    ),
    ErrorEntry(
      "warning.category", .done, .badData,
      ja: "「{value}」に当たるカテゴリが決められないので、タグとして残しました",
      en: "'{value}' names no sure category; kept as a tag",
      hintJa: "`sasae edit` でカテゴリを選んでください", hintEn: "choose a category with `sasae edit`"),
    ErrorEntry(
      "warning.renamed-code", .done, .badData,
      ja: "「{value}」は第{version}版で「{new}」になりました。そう読みました",
      en: "'{value}' became '{new}' in version {version}; taken as that",
      hintJa: "元の一覧を新しいコードに直してください", hintEn: "write the new code into the list"),
    ErrorEntry(
      "warning.private-phone", .done, .badData,
      ja: "携帯電話の番号なので、公開せず、調整役だけに見せます",
      en: "a mobile number: kept for coordinators, not published",
      hintJa: "公開してよければ `--publish 列の見出し` を付けて取り込むか、`sasae edit` で変えてください",
      hintEn: "if it may be public, import with `--publish COLUMN`, or say so with `sasae edit`"),
  ]
}
