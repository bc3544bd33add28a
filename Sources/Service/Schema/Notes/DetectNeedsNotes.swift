import Assessment
import Diagnostics
import Model

extension DetectNeeds {
  public static let notes = OperationNotes(
    title: Bilingual(ja: "ことばからニーズを読む", en: "Find needs in words"), effect: .reads,
    input: [
      "text": MemberNote("本人や家族の話。どこにも残さない", "what the person or family says; kept nowhere")
    ],
    output: [
      "notices": MemberNote(
        "虐待・自死・行方不明をうかがわせることばがあるとき。最初に見せる",
        "where words suggest abuse, suicide or disappearance; to be shown first"),
      "notices.code": MemberNote(
        "suicide, abuse, missing など", "suicide, abuse, missing or a workspace's own"),
      "notices.text": MemberNote("すること", "what to do"),
      "notices.phone": MemberNote("電話。作業フォルダごとに確かめる", "the line to call; each workspace checks it"),
      "notices.source": MemberNote("その窓口か法律", "who runs the line, or the law"),
      "needs": MemberNote("見つかったニーズ。文の順", "the needs found, in the order of the text"),
      "needs.code": MemberNote("ニーズのコード", "code of the need"),
      "needs.label": MemberNote("その名前", "its label"),
      "needs.evidence": MemberNote("文の中のことば", "the words of the text"),
      "needs.negated": MemberNote(
        "自分でできる、してもらえるなどと打ち消されている", "named, and said to be no need"),
      "needs.who": MemberNote("だれのことか", "whose need it is").among(NeedMention.Subject.self),
      "needs.urgency": MemberNote("急ぎの度合い", "how soon").among(NeedMention.Urgency.self),
      "needs.temporary": MemberNote("しばらくの間だけ", "for a time only"),
      "needs.row": MemberNote("見つけた表の行", "the row of the tables that found it"),
      "person": MemberNote(
        "本人のこと。match_resources の person と同じ形", "the person, as match_resources takes it"),
      "approximateAge": MemberNote("80代なら80", "80 for somebody in their eighties"),
      "withoutTransport": MemberNote("使えないと言っている手段", "means of transport said not to be there"),
      "tags": MemberNote(
        "ほかに分かること（low-income 年金暮らしなど、short-walk 膝が悪いなど）",
        "further facts: low-income, and short-walk where legs are bad and no distance is told"),
    ],
    examples: [["text": "膝が痛うて、ゴミ出しがおっくうになりました。洗濯は自分でできます"]])
}
