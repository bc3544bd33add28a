extension ErrorCatalogue {
  /// Resources that are asked for, and the plugins that judge them.
  static let lookups: [ErrorEntry] = [
    ErrorEntry(
      "resource.unknown", .findings, .notFound,
      ja: "資源「{value}」はありません", en: "there is no resource '{value}'",
      hintJa: "{suggestion}`sasae search`、通信では search_resources で探せます",
      hintEn: "{suggestion}`sasae search` finds it, over the wire search_resources"),
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
}
