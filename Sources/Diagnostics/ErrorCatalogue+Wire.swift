extension ErrorCatalogue {
  /// The wire (JSON-RPC 2.0 と MCP); see docs/wire.md.
  static let wire: [ErrorEntry] = [
    ErrorEntry(
      "wire.parse", .failed, .parse,
      ja: "JSON ではありません（{detail}）", en: "not valid JSON ({detail})",
      hintJa: "一行に一つの JSON-RPC 2.0 メッセージを UTF-8 で送ってください",
      hintEn: "send one JSON-RPC 2.0 message a line, in UTF-8"),
    ErrorEntry(
      "wire.line-too-long", .failed, .invalidRequest,
      ja: "一行が 16 MiB を超えています", en: "the line is longer than 16 MiB",
      hintJa: "分けて送ってください。取込みなら、ファイルに書いてその場所を渡します",
      hintEn: "send it in parts; for an import, write a file and pass its path"),
    ErrorEntry(
      "wire.batch-too-long", .failed, .invalidRequest,
      ja: "一括の件数が {limit} を超えています", en: "the batch has more than {limit} members",
      hintJa: "分けて送ってください", hintEn: "send it in parts"),
    ErrorEntry(
      "wire.invalid-request", .failed, .invalidRequest,
      ja: "JSON-RPC 2.0 の依頼ではありません（必要なもの: {detail}）",
      en: "not a JSON-RPC 2.0 request (wanted: {detail})",
      hintJa: "jsonrpc（\"2.0\"）、method と、答えが要るなら id を持つオブジェクトを送ってください",
      hintEn: "send an object with jsonrpc (\"2.0\"), method and, to be answered, an id"),
    ErrorEntry(
      "wire.params-by-position", .failed, .invalidParams,
      ja: "params は名前つき（オブジェクト）で渡します", en: "params go by name, in an object",
      hintJa: "項目の名前は docs/protocol.md にあります", hintEn: "docs/protocol.md lists the names"),
    ErrorEntry(
      "wire.duplicate-id", .failed, .invalidRequest,
      ja: "同じ id の依頼がまだ終わっていません", en: "a request with this id is still under way",
      hintJa: "依頼ごとに別の id を使ってください", hintEn: "use another id for each request"),
    ErrorEntry(
      "wire.unknown-method", .failed, .methodNotFound,
      ja: "「{value}」というメソッドはありません", en: "there is no method '{value}'",
      hintJa: "{suggestion}一覧は `rpc.discover`", hintEn: "{suggestion}`rpc.discover` lists them"),
    ErrorEntry(
      "wire.not-permitted", .failed, .notPermitted,
      ja: "「{value}」は許可されていません", en: "'{value}' is not permitted",
      hintJa: "許可は起動のときに与えます。`sasae serve` の `--scope` に {scope} を加えてください",
      hintEn: "it is granted at start: add {scope} to `--scope` of `sasae serve`"),
    ErrorEntry(
      "wire.cancelled", .failed, .cancelled,
      ja: "取り消されました", en: "cancelled",
      hintJa: "何も変わっていません", hintEn: "nothing was changed"),
    ErrorEntry(
      "wire.answer-too-large", .failed, .answerTooLarge,
      ja: "答えが 16 MiB を超えるので送れません", en: "the answer is longer than 16 MiB and can't be sent",
      hintJa: "limit や fields で小さくするか、cursor で分けて受け取ってください",
      hintEn: "ask for less with limit or fields, or for pages with cursor"),
    ErrorEntry(
      "wire.era", .failed, .invalidRequest,
      ja: "この接続は別の版の MCP で話しています（{detail}）",
      en: "this connection speaks another era of MCP ({detail})",
      hintJa: "版は最初の依頼で決まります。変えるには新しい接続を始めてください",
      hintEn: "the first request decides it; start another connection to change it"),
    ErrorEntry(
      "wire.envelope", .failed, .invalidParams,
      ja: "_meta に「{value}」がありません", en: "_meta lacks '{value}'",
      hintJa: "2026-07-28 版では、どの依頼にもこれが要ります",
      hintEn: "revision 2026-07-28 wants it in every request"),
    ErrorEntry(
      "wire.not-initialized", .failed, .invalidParams,
      ja: "先に initialize が要ります", en: "initialize comes first",
      hintJa: "MCP では initialize から始めます。直接のメソッド（search_resources など）にはどの順でも要りません",
      hintEn: "MCP begins with initialize; direct methods such as search_resources need none"),
    ErrorEntry(
      "wire.version", .failed, .unsupportedVersion,
      ja: "MCP の版「{value}」には対応していません", en: "MCP revision '{value}' is not served",
      hintJa: "対応する版: {known}", hintEn: "served: {known}"),
    ErrorEntry(
      "wire.unknown-tool", .failed, .invalidParams,
      ja: "「{value}」という道具はありません", en: "there is no tool '{value}'",
      hintJa: "{suggestion}一覧は `tools/list`", hintEn: "{suggestion}`tools/list` lists them"),
    ErrorEntry(
      "wire.unknown-prompt", .failed, .invalidParams,
      ja: "「{value}」というプロンプトはありません", en: "there is no prompt '{value}'",
      hintJa: "一覧は `prompts/list`", hintEn: "`prompts/list` lists them"),
    ErrorEntry(
      "wire.unknown-resource", .failed, .resourceNotFound,
      ja: "「{value}」というリソースはありません", en: "there is no resource '{value}'",
      hintJa: "一覧は `resources/list` と `resources/templates/list`",
      hintEn: "`resources/list` and `resources/templates/list` list them"),
    ErrorEntry(
      "wire.too-many-subscriptions", .failed, .answerTooLarge,
      ja: "購読が多すぎます", en: "too many subscriptions",
      hintJa: "要らない購読をやめるか、sasae://changes を一つ購読してください",
      hintEn: "end those not needed, or subscribe to sasae://changes alone"),
    ErrorEntry(
      "wire.streams", .failed, .internalError,
      ja: "標準入出力を使えません: {detail}", en: "standard input and output can't be used: {detail}",
      hintJa: "標準入力と標準出力をつないで起動してください", hintEn: "start with both connected"),
  ]
}
