extension ErrorCatalogue {
  /// Wrong usage (使い方), and a defect of the program itself.
  static let usage: [ErrorEntry] = [
    ErrorEntry(
      "internal", .failed, .internalError,
      ja: "内部エラー: {detail}", en: "internal error: {detail}",
      hintJa: "再現手順とともに報告してください", hintEn: "please report it with the steps that lead here"),
    ErrorEntry(
      "program.part-missing", .failed, .internalError,
      ja: "{name} を実行できません: {path}（{detail}）", en: "can't run {name}: {path} ({detail})",
      hintJa: "sasae は二つのプログラムです。sasae-whole を sasae と同じフォルダに置いてください",
      hintEn: "sasae is two programs: put sasae-whole into the folder of sasae"),
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
      hintJa: "{suggestion}一覧は `sasae categories`、通信では list_categories",
      hintEn: "{suggestion}`sasae categories` lists them, over the wire list_categories"),
    ErrorEntry(
      "usage.unknown-need", .usage, .invalidParams,
      ja: "ニーズ「{value}」はありません", en: "there is no need '{value}'",
      hintJa: "{suggestion}一覧は `sasae needs`、通信では list_needs",
      hintEn: "{suggestion}`sasae needs` lists them, over the wire list_needs"),
    ErrorEntry(
      "usage.unknown-profile", .usage, .invalidParams,
      ja: "マッチングの設定「{value}」はありません", en: "there is no matching profile '{value}'",
      hintJa: "{suggestion}一覧は `sasae profiles`、通信では list_profiles",
      hintEn: "{suggestion}`sasae profiles` lists them, over the wire list_profiles"),
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
      "usage.snapshot", .usage, .invalidParams,
      ja: "「{value}」は snapshot ではありません", en: "'{value}' is no snapshot",
      hintJa: "照合の答えの snapshot をそのまま写してください（1. で始まり、点で区切った7つの部分）",
      hintEn:
        "copy the member snapshot of a match's answer whole: seven parts between dots, the first 1"),
    ErrorEntry(
      "usage.empty-plan", .usage, .invalidParams,
      ja: "プランに行がありません", en: "the plan has no lines",
      hintJa: "一行に一つのサービスを書いてください（例: 掃除 60分 訪問介護）",
      hintEn: "write a service a line: what is done, for how many minutes, by whom"),
    ErrorEntry(
      "usage.cursor", .usage, .invalidParams,
      ja: "続きの位置（カーソル）が、この依頼のものではありません", en: "the cursor does not belong to this request",
      hintJa: "同じ条件の前の答えの nextCursor をそのまま渡してください",
      hintEn: "pass the nextCursor of the answer before, and change nothing else"),
    ErrorEntry(
      "usage.address", .usage, .invalidParams,
      ja: "住所「{value}」の位置が分かりません", en: "the address '{value}' can't be located",
      hintJa: "市区町村名から書くか、緯度,経度（例 34.34,134.05）で指定してください",
      hintEn: "begin with the municipality, or give LAT,LNG, such as 34.34,134.05"),
    ErrorEntry(
      "usage.request", .usage, .invalidParams,
      ja: "依頼の内容が読めません: {detail}", en: "the request can't be read: {detail}",
      hintJa: "JSON の項目名と型を確かめてください（docs/protocol.md）",
      hintEn: "check member names and types (docs/protocol.md)"),
    ErrorEntry(
      "usage.unknown-member", .usage, .invalidParams,
      ja: "「{value}」という項目はありません", en: "there is no member '{value}'",
      hintJa: "{suggestion}使える項目: {known}",
      hintEn: "{suggestion}members: {known}"),
    ErrorEntry(
      "usage.not-interactive", .usage, .invalidParams,
      ja: "端末から続きを読めないので、一項目ずつ聞けません",
      en: "there is no terminal to ask field by field, or its input ended",
      hintJa: "`--from ファイル`、`--from -`、または `--set 項目=値` で渡してください",
      hintEn: "give the record with `--from FILE`, `--from -`, or `--set FIELD=VALUE`"),
  ]
}
