/// The one table of errors. `docs/errors.md` is printed from it and a test holds the two together.
public enum ErrorCatalogue {
  public static let entries: [ErrorEntry] =
    usage + files + rows + workspace + lookups + referenceData

  private static let byCode = Dictionary(
    entries.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

  /// The row of a code; an unlisted code (a defect, and a test finds it) reads as internal.
  public static func entry(for code: ErrorCode) -> ErrorEntry {
    byCode[code] ?? byCode["internal"]
      ?? ErrorEntry(
        code, .failed, .internalError, ja: "内部エラー", en: "internal error", hintJa: "", hintEn: "")
  }

  static let usage: [ErrorEntry] = [
    ErrorEntry(
      "internal", .failed, .internalError,
      ja: "内部エラー: {detail}", en: "internal error: {detail}",
      hintJa: "再現手順とともに報告してください", hintEn: "please report it with the steps that lead here"),
    ErrorEntry(
      "usage", .usage, .invalidParams,
      ja: "使い方が違います: {detail}", en: "wrong usage: {detail}",
      hintJa: "`sasae help` または `sasae help <動詞>` で使い方を見られます",
      hintEn: "`sasae help` or `sasae help <verb>` shows how"),
    ErrorEntry(
      "usage.value", .usage, .invalidParams,
      ja: "{option} に「{value}」は使えません", en: "{option} can't be '{value}'",
      hintJa: "{expected}", hintEn: "{expected}"),
    ErrorEntry(
      "usage.unknown-verb", .usage, .invalidParams,
      ja: "「{value}」という動詞はありません", en: "there is no verb '{value}'",
      hintJa: "{suggestion}一覧は `sasae help`", hintEn: "{suggestion}`sasae help` lists them"),
    ErrorEntry(
      "usage.unknown-category", .usage, .invalidParams,
      ja: "カテゴリ「{value}」はありません", en: "there is no category '{value}'",
      hintJa: "{suggestion}一覧は `sasae categories`",
      hintEn: "{suggestion}`sasae categories` lists them"),
    ErrorEntry(
      "usage.unknown-need", .usage, .invalidParams,
      ja: "ニーズ「{value}」はありません", en: "there is no need '{value}'",
      hintJa: "{suggestion}一覧は `sasae needs`", hintEn: "{suggestion}`sasae needs` lists them"),
    ErrorEntry(
      "usage.unknown-profile", .usage, .invalidParams,
      ja: "マッチングの設定「{value}」はありません", en: "there is no matching profile '{value}'",
      hintJa: "{suggestion}一覧は `sasae profiles`", hintEn: "{suggestion}`sasae profiles` lists them"),
    ErrorEntry(
      "usage.unknown-mapping", .usage, .invalidParams,
      ja: "取込み定義「{value}」はありません", en: "there is no import mapping '{value}'",
      hintJa: "{suggestion}使える定義: {known}", hintEn: "{suggestion}known: {known}"),
    ErrorEntry(
      "usage.unknown-column", .usage, .invalidParams,
      ja: "見出し「{value}」の列がありません（--{option}）", en: "there is no column '{value}' (--{option})",
      hintJa: "{suggestion}列は `sasae import --explain-mapping ファイル` で見られます",
      hintEn: "{suggestion}`sasae import --explain-mapping FILE` lists the columns"),
    ErrorEntry(
      "usage.no-needs", .usage, .invalidParams,
      ja: "マッチングするニーズがありません", en: "nothing to match: no need was given or found in the text",
      hintJa: "`--need コード` か、ニーズの言葉を含む `--text` を与えてください（一覧は `sasae needs`）",
      hintEn: "give `--need CODE`, or `--text` that names a need (`sasae needs` lists them)"),
    ErrorEntry(
      "usage.cursor", .usage, .invalidParams,
      ja: "続きの位置（カーソル）が、この検索のものではありません", en: "the cursor does not belong to this search",
      hintJa: "同じ条件の検索が返した nextCursor をそのまま渡してください",
      hintEn: "pass the nextCursor that the same search returned, unchanged"),
    ErrorEntry(
      "usage.address", .usage, .invalidParams,
      ja: "住所「{value}」の位置が分かりません", en: "the address '{value}' can't be located",
      hintJa: "緯度,経度（例 34.34,134.05）で指定してください",
      hintEn: "give LAT,LNG, such as 34.34,134.05"),
    ErrorEntry(
      "usage.request", .usage, .invalidParams,
      ja: "依頼の内容が読めません: {detail}", en: "the request can't be read: {detail}",
      hintJa: "JSON の項目名と型を確かめてください（docs/operations.md）",
      hintEn: "check member names and types (docs/operations.md)"),
    ErrorEntry(
      "usage.not-interactive", .usage, .invalidParams,
      ja: "端末から続きを読めないので、一項目ずつ聞けません",
      en: "there is no terminal to ask field by field, or its input ended",
      hintJa: "`--from ファイル`、`--from -`、または `--set 項目=値` で渡してください",
      hintEn: "give the record with `--from FILE`, `--from -`, or `--set FIELD=VALUE`"),
  ]

  static let files: [ErrorEntry] = [
    ErrorEntry(
      "import.file-missing", .failed, .badData,
      ja: "ファイルがありません", en: "no such file",
      hintJa: "パスを確かめてください", hintEn: "check the path"),
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
      hintEn: "get the original again, as UTF-8 or Shift_JIS, or mend it on the way in: `--repair-mojibake`"
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
    ErrorEntry(
      "warning.coordinates", .done, .badData,
      ja: "緯度・経度「{value}」は日本の位置ではないので、位置なしとしました",
      en: "the coordinates '{value}' are not in Japan; taken as missing",
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
      ja: "状態「{value}」の意味が決められないので、活動中としました", en: "the status '{value}' is not known; taken as active",
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
      "warning.private-phone", .done, .badData,
      ja: "携帯電話の番号なので、公開せず、調整役だけに見せます",
      en: "a mobile number: kept for coordinators, not published",
      hintJa: "公開してよければ `--publish 列の見出し` を付けて取り込むか、`sasae edit` で変えてください",
      hintEn: "if it may be public, import with `--publish COLUMN`, or say so with `sasae edit`"),
  ]

  static let workspace: [ErrorEntry] = [
    ErrorEntry(
      "workspace.missing", .failed, .workspace,
      ja: "作業フォルダがありません: {path}", en: "there is no workspace at {path}",
      hintJa: "`sasae init` で作ってください（`sasae init --sample` は見本の町つき）",
      hintEn: "make one with `sasae init` (`sasae init --sample` brings a sample town)"),
    ErrorEntry(
      "workspace.exists", .failed, .workspace,
      ja: "作業フォルダはもうあります: {path}", en: "there is a workspace already at {path}",
      hintJa: "そのまま使えます。別に作るなら `--workspace` で場所を変えてください",
      hintEn: "use it as it is, or name another place with `--workspace`"),
    ErrorEntry(
      "workspace.read-only", .failed, .workspace,
      ja: "書き込めません: {path}", en: "can't write to {path}",
      hintJa: "権限を確かめるか、`--workspace` で書ける場所を指定してください",
      hintEn: "check its permissions, or name a writable place with `--workspace`"),
    ErrorEntry(
      "workspace.busy", .failed, .workspace,
      ja: "ほかの sasae が書き込み中です: {path}", en: "another sasae is writing to {path}",
      hintJa: "終わるのを待って、もう一度実行してください", hintEn: "wait for it to end and try again"),
    ErrorEntry(
      "workspace.newer", .failed, .workspace,
      ja: "この作業フォルダは新しい版の sasae のものです（{detail}）",
      en: "this workspace was made by a newer sasae ({detail})",
      hintJa: "sasae を新しくしてください", hintEn: "update sasae"),
    ErrorEntry(
      "workspace.damaged", .failed, .workspace,
      ja: "名簿のデータベースが壊れています（{detail}）", en: "the registry is damaged ({detail})",
      hintJa: "`sasae doctor` で調べ、写しがあれば registry.sqlite を戻してください",
      hintEn: "run `sasae doctor`; restore registry.sqlite from a copy if there is one"),
    ErrorEntry(
      "workspace.index", .failed, .workspace,
      ja: "索引が使えません（{detail}）", en: "the index can't be used ({detail})",
      hintJa: "`sasae doctor --repair` で作り直せます（名簿は失われません）",
      hintEn: "`sasae doctor --repair` rebuilds it; the registry loses nothing"),
    ErrorEntry(
      "workspace.disk-full", .failed, .workspace,
      ja: "ディスクがいっぱいです", en: "the disk is full",
      hintJa: "空きを作ってから、もう一度実行してください。ここまでの記録は無事です",
      hintEn: "make room and try again; what was acknowledged is safe"),
  ]

  static let lookups: [ErrorEntry] = [
    ErrorEntry(
      "resource.unknown", .findings, .notFound,
      ja: "資源「{value}」はありません", en: "there is no resource '{value}'",
      hintJa: "{suggestion}`sasae search` で探せます", hintEn: "{suggestion}`sasae search` finds it"),
    ErrorEntry(
      "resource.exists", .usage, .invalidParams,
      ja: "資源「{value}」はもうあります", en: "there is a resource '{value}' already",
      hintJa: "直すなら `sasae edit {value}`", hintEn: "correct it with `sasae edit {value}`"),
    ErrorEntry(
      "resource.none", .findings, .notFound,
      ja: "見つかりません", en: "nothing found",
      hintJa: "言葉を減らすか、条件をゆるめてください", hintEn: "use fewer words or looser filters"),
    ErrorEntry(
      "plugin.failed", .failed, .internalError,
      ja: "プラグイン {plugin} が失敗しました: {detail}", en: "plugin {plugin} failed: {detail}",
      hintJa: "ほかのプラグインの判断はそのまま有効です", hintEn: "the other plugins' judgement stands"),
  ]

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
      "data.value", .failed, .workspace,
      ja: "「{value}」は使えません（{expected}）", en: "'{value}' can't be used ({expected})",
      hintJa: "この列の書き方は docs/reference-data.md にあります",
      hintEn: "docs/reference-data.md says what this column takes"),
    ErrorEntry(
      "data.encoding", .failed, .workspace,
      ja: "UTF-8 ではありません", en: "not valid UTF-8",
      hintJa: "UTF-8 で保存し直してください", hintEn: "save it as UTF-8"),
  ]
}
