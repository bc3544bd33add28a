import Diagnostics
import Model

extension ExplainMapping {
  public static let notes = OperationNotes(
    title: Bilingual(ja: "列の読み方を見る", en: "Explain a mapping"), effect: .reads,
    input: [
      "paths": MemberNote("ファイルの道筋", "paths of the files"),
      "mapping": MemberNote(
        "取込み定義の名前。なければ中身から選ぶ", "name of the mapping; chosen by the content when absent"),
      "repairMojibake": MemberNote(
        "文字化けを、断らずに直す", "mend garbled text instead of refusing the file"),
      "drop": MemberNote(
        "取り込まない列の見出し", "headings of columns that don't come in at all"),
      "publish": MemberNote(
        "携帯番号やメールアドレスを公開してよい列の見出し",
        "headings of columns whose mobile numbers and private mail addresses may be public"),
    ],
    output: [
      "files": MemberNote(
        "ファイルごとの、列と項目の対応", "for each file, which column is taken for which field")
    ],
    examples: [
      ["paths": ["list.csv"]],
      ["paths": ["list.csv"], "mapping": "generic", "drop": ["代表者名"]],
    ])
}
