import Interchange
import Searching

/// A search result as a table for spreadsheets.
public enum SearchCSV {
  public static func render(_ output: SearchResources.Output) -> String {
    var text =
      "\u{FEFF}"
      + CSVText.line([
        "ID", "名称", "カテゴリ", "電話番号", "日時", "料金", "対象", "定員", "住所", "距離(m)", "確認日", "出典",
        "非公開の連絡先",
      ])
    for hit in output.hits {
      text += CSVText.line([
        hit.id, hit.name ?? "", hit.categories?.joined(separator: ";") ?? "", hit.phone ?? "",
        hit.schedule?.text ?? "", FactText.cost(hit, .ja) ?? "", hit.eligibility?.text ?? "",
        hit.capacity?.text ?? "", hit.address ?? "", hit.distance.map(FactText.number) ?? "",
        hit.confirmed?.on ?? "", hit.source?.attribution ?? hit.source?.name ?? "",
        hit.restricted?.rawValue ?? "",
      ])
    }
    return text
  }
}
