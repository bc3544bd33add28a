import Diagnostics

/// What a file is that can't be imported, and what to do about it.
enum Refusal {
  static let jsonWithoutList = SasaeError(
    "import.not-a-table",
    [
      "kind": Bilingual(ja: "一覧のない JSON", en: "JSON without a list of records"),
      "advice": Bilingual(
        ja: "レコードの配列（例 [{…},{…}]）が入った JSON か、CSV・NDJSON を指定してください",
        en: "give JSON with an array of records, such as [{…},{…}], or CSV or NDJSON"),
    ])

  private struct Words {
    var ja: String
    var en: String
    var adviceJa: String
    var adviceEn: String
  }

  static func error(_ kind: ContentKind) -> SasaeError {
    if kind == .empty { return SasaeError("import.empty") }
    let words = words(kind)
    return SasaeError(
      "import.not-a-table",
      [
        "kind": Bilingual(ja: words.ja, en: words.en),
        "advice": Bilingual(ja: words.adviceJa, en: words.adviceEn),
      ])
  }

  private static func words(_ kind: ContentKind) -> Words {
    switch kind {
    case .html:
      Words(
        ja: "Web ページ（HTML）", en: "a web page (HTML)",
        adviceJa: "ページの中の表をコピーして `sasae import -` に貼り付けるか、CSV の本体を取り直してください",
        adviceEn:
          "copy the table on the page and paste it into `sasae import -`, or fetch the CSV itself"
      )
    case .xlsx:
      Words(
        ja: "Excel のファイル（.xlsx）", en: "an Excel workbook (.xlsx)",
        adviceJa: "Excel で「名前を付けて保存」→「CSV UTF-8（コンマ区切り）」を選び、できた CSV を取り込んでください。シートが複数あれば一枚ずつ保存します",
        adviceEn: "in Excel choose Save As → CSV UTF-8 and import that file, sheet by sheet")
    case .xls:
      Words(
        ja: "古い形式かパスワードつきの Excel のファイル（.xls）", en: "an old or locked Excel workbook (.xls)",
        adviceJa: "Excel で開き、「名前を付けて保存」→「CSV UTF-8（コンマ区切り）」を選び、できた CSV を取り込んでください",
        adviceEn: "open it in Excel, choose Save As → CSV UTF-8 and import that file")
    case .zip:
      Words(
        ja: "ZIP（圧縮ファイルか、Word などの文書）", en: "a ZIP (an archive, or a document such as Word's)",
        adviceJa: "展開して中の CSV を取り込んでください。文書なら、中の表をコピーして `sasae import -` に貼り付けてください",
        adviceEn:
          "unpack it and import the CSV inside; of a document, copy the table and paste it into `sasae import -`"
      )
    case .gzip:
      Words(
        ja: "圧縮ファイル（gzip）", en: "a compressed file (gzip)",
        adviceJa: "展開してから取り込んでください（例 `gunzip FILE`）",
        adviceEn: "unpack it first (such as `gunzip FILE`)")
    case .pdf:
      Words(
        ja: "PDF", en: "a PDF", adviceJa: "元の表（Excel・CSV）をもらうか、表をコピーして `sasae import -` に貼り付けてください",
        adviceEn:
          "ask for the table behind it, or copy the table and paste it into `sasae import -`")
    default:
      Words(
        ja: "表でも JSON でもないファイル", en: "a file that is neither a table nor JSON",
        adviceJa: "CSV・TSV・JSON・NDJSON を指定してください", adviceEn: "give CSV, TSV, JSON or NDJSON")
    }
  }
}
