import Diagnostics
import Model

extension LocateAddress {
  public static let notes = OperationNotes(
    title: Bilingual(ja: "住所の位置", en: "Locate an address"), effect: .reads,
    input: [
      "address": MemberNote(
        "住所。都道府県は省ける", "an address; the prefecture may be left out")
    ],
    output: [
      "lat": MemberNote("緯度（度）", "degrees of latitude").within(-90...90),
      "lng": MemberNote("経度（度）", "degrees of longitude").within(-180...180),
      "precision": MemberNote(
        "どこまで分かったか。town 町丁目、city 市区町村まで",
        "how exact the point is: town, or city when no more than the municipality is known"),
      "matched": MemberNote("読みとれた部分。表の書き方", "what was recognised, as the table writes it"),
      "rest": MemberNote("読みとらなかった残り（番地、建物）", "what was left over: the lot, a building"),
      "code": MemberNote("市区町村コード（6桁）", "code of the municipality, 6 digits"),
      "areas": MemberNote(
        "そこを含む地域（小さいものから）", "areas of the workspace that hold it, the smallest first"),
    ],
    examples: [["address": "香川県高松市番町二丁目14-2"], ["address": "高松市"]])
}
