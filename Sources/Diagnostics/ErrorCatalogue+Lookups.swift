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
      "locate.unknown", .findings, .notFound,
      ja: "この住所の位置は分かりません", en: "the address can't be located",
      hintJa: "市区町村名から書いてください（例 高松市番町1-2）。町の表の入れ方は docs/places.md にあります",
      hintEn: "begin with the name of the municipality; docs/places.md says how towns come in"
    ),
    ErrorEntry(
      "locate.ambiguous", .findings, .invalidParams,
      ja: "この住所がどの市区町村のものか決まりません: {known}",
      en: "the address does not say which municipality it is in: {known}",
      hintJa: "都道府県名や市区町村名から書くか、`municipality.txt` に作業フォルダの市区町村を書いてください（docs/places.md）",
      hintEn:
        "put prefecture and municipality in front, or say in `municipality.txt` where the workspace is (docs/places.md)"
    ),
    ErrorEntry(
      "plugin.failed", .failed, .internalError,
      ja: "プラグイン {plugin} が失敗しました: {detail}", en: "plugin {plugin} failed: {detail}",
      hintJa: "ほかのプラグインの判断はそのまま有効です", hintEn: "the other plugins' judgement stands"),
  ]
}
