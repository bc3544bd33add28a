import ArgumentParser
import Service
import Terminal

/// Options every verb takes, before or after the verb.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "作業フォルダ（既定: $SASAE_WORKSPACE、なければ XDG のデータフォルダ）",
        "workspace folder (default: $SASAE_WORKSPACE, else the XDG data folder)"),
      valueName: "dir"))
  var workspace: String?

  @Option(
    help: ArgumentHelp(
      say(
        "基礎データのフォルダ（既定: $SASAE_DATA、なければ実行ファイルのそば）",
        "reference data folder (default: $SASAE_DATA, else near the executable)"),
      valueName: "dir"))
  var data: String?

  @Option(help: ArgumentHelp(say("表示の言語: ja, en", "language: ja, en"), valueName: "ja|en"))
  var lang: String?

  @Option(
    help: ArgumentHelp(
      say("出力の形: text, json, ndjson, csv, html", "output: text, json, ndjson, csv, html"),
      valueName: "format"))
  var format: String?

  @Option(
    help: ArgumentHelp(
      say(
        "連絡先をどこまで見せるか: public, professionals, coordinator",
        "who is looking: public, professionals, coordinator"),
      valueName: "who"))
  var audience: String?

  var run: RunOptions {
    RunOptions(
      workspace: workspace, data: data, lang: lang, format: format, audience: audience)
  }
}
