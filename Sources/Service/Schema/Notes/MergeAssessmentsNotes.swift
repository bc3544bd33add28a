import Diagnostics

extension MergeAssessments {
  public static let notes = OperationNotes(
    title: Bilingual(ja: "アセスメント記録をまとめる", en: "Merge an assessment record"), effect: .reads,
    input: RecordNotes.input.merging(MatchResources.personNotes) { $1 }.merging([
      "text": MemberNote("本人や家族の話。どこにも残さない", "what the person or family says; kept nowhere"),
      "person": MemberNote(
        "分かっている本人のこと。match_resources と同じ形",
        "what is known of the person, as match_resources takes it"),
    ]) { $1 },
    output: RecordNotes.output.merging([
      "notices": MemberNote(
        "危険をうかがわせることばがあるとき。最初に見せる", "where the text holds words of danger; to be shown first"),
      "needs": MemberNote("一つにまとめたニーズ", "the needs, merged"),
      "person": MemberNote(
        "分かったことを加えた本人のこと。match_resources にそのまま渡せる",
        "the person with what the record tells, ready for match_resources"),
    ]) { $1 },
    examples: [
      [
        "needs": [
          ["code": "LIV-TRASH", "urgency": "high"],
          ["code": "MOV-SHOP", "denied": true, "note": "娘が週末に車で連れて行く"],
        ],
        "text": "膝が痛うて、ゴミ出しがおっくうになりました",
        "ownWords": ["joys": "カラオケ、孫の弁当作り", "roles": "自治会の会計", "aims": "また畑をやりたい"],
        "assessments": [
          [
            "instrument": "kihon-checklist", "on": "2026-10-01",
            "answers": ["1": "no", "3": "no", "16": "no"],
          ],
          ["instrument": "interest-checksheet", "answers": ["42": "want"]],
        ],
      ]
    ])
}
