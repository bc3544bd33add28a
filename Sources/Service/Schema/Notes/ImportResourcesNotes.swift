import Diagnostics
import Model

extension ImportResources {
  public static let notes = OperationNotes(
    title: Bilingual(ja: "一覧を取り込む", en: "Import lists"), effect: .writes,
    input: [
      "paths": MemberNote(
        "ファイルの道筋。形式は中身から見分ける", "paths of the files; formats are told from the content"
      ).notEmpty,
      "mapping": MemberNote(
        "取込み定義の名前。なければ中身から選ぶ", "name of the mapping; chosen by the content when absent"),
      "source": MemberNote(
        "一覧の変わらない名前。なければ発行者・定義・ファイル名から作る",
        "lasting name of the list; made from publisher, mapping and file name when absent"),
      "licence": MemberNote("ライセンス（SPDX の ID）", "licence, by its SPDX id"),
      "attribution": MemberNote("出典の表示文", "the sentence the licence asks to show"),
      "url": MemberNote("一覧の URL", "where the list is published"),
      "dryRun": MemberNote("すべて行い、何も残さない", "do everything and keep nothing"),
      "drop": MemberNote(
        "取り込まない列の見出し", "headings of columns that don't come in at all"),
      "publish": MemberNote(
        "携帯番号やメールアドレスを公開してよい列の見出し",
        "headings of columns whose mobile numbers and private mail addresses may be public"),
      "repairMojibake": MemberNote(
        "文字化けを、断らずに直す", "mend garbled text instead of refusing the file"),
    ],
    output: [
      "files": MemberNote(
        "ファイルごとの結果。行数は内訳の和", "each file's result; the numbers add up to its rows"),
      "rejections": MemberNote("取り込まなかった行と理由", "rows that did not come in, and why"),
      "warnings": MemberNote("取り込んだ行への注意", "what was noticed of rows that came in"),
      "groups": MemberNote(
        "同じ種類・同じ列の注意をまとめ、行番号を並べたもの",
        "rejections and warnings of one kind and column, with their lines"),
      "dryRun": MemberNote("試しただけなら true", "true when it was only tried"),
      "failures": MemberNote("丸ごと断ったファイルと理由", "files refused whole, and why"),
    ],
    examples: [
      ["paths": ["list.csv"], "source": "mytown-salons", "licence": "CC-BY-4.0", "dryRun": true],
      ["paths": ["list.csv"], "drop": ["代表者名"], "publish": ["電話番号"]],
    ])
}
