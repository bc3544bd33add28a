import Assessment
import Diagnostics
import Model

extension ScoreAssessment {
  public static let notes = OperationNotes(
    title: Bilingual(ja: "アセスメントの採点", en: "Score an assessment"), effect: .reads,
    input: [
      "instrument": MemberNote(
        "用紙の id（list_instruments）", "id of the instrument (list_instruments)"),
      "answers": MemberNote(
        "項目の番号ごとの答え。はい・いいえは yes、no、ほかは数か選択肢のコード、身長と体重は {\"heightCm\":150,\"weightKg\":41}。答えのない項目は書かない",
        "answers by item number: yes or no, else a number or the code of a choice; height and weight as {\"heightCm\":150,\"weightKg\":41}; leave out what was not answered"
      ),
      "on": MemberNote("アセスメントの日", "the day of the assessment").date,
    ],
    output: [
      "instrument": MemberNote("用紙の id", "id of the instrument"),
      "label": MemberNote("用紙の名前", "its name"),
      "on": MemberNote("アセスメントの日", "the day of the assessment"),
      "domains": MemberNote("領域ごとの点", "the points of each domain"),
      "domains.score": MemberNote("答えのある項目の点", "points of the answers that were given"),
      "domains.cutoff": MemberNote(
        "基準の点。決まった基準がなければ無い", "the cut-off; absent where none is established"),
      "domains.metBelow": MemberNote(
        "基準の点より低いときに該当する", "met below the cut-off instead of from it on"),
      "domains.met": MemberNote(
        "該当するか。答えのない項目がどうであっても変わらないときだけ true",
        "whether it is met; true only where no missing answer could change it"),
      "domains.open": MemberNote("答えのない項目しだいで変わる", "it depends on answers that are missing"),
      "domains.range": MemberNote(
        "答えのない項目があるとき、取りうる点", "where answers are missing, what the score may become"),
      "findings": MemberNote("全体の判定", "conclusions of the whole"),
      "findings.met": MemberNote("該当するか（領域と同じ）", "whether it is met, as of a domain"),
      "findings.open": MemberNote("答えのない項目しだいで変わる", "it depends on answers that are missing"),
      "findings.criteria": MemberNote("該当した基準の番号", "numbers of the criteria that are met"),
      "findings.text": MemberNote("その説明", "the same in words"),
      "needs": MemberNote("考えられるニーズ。人が確かめる", "needs that are suggested, for a person to confirm"),
      "needs.from": MemberNote("どこから来たか", "where it comes from"),
      "needs.evidence": MemberNote(
        "根拠になった項目の番号、文、答え", "number, wording and answer of the items that suggest it"),
      "needs.items": MemberNote("その項目の番号", "the numbers of these items"),
      "needs.urgency": MemberNote("急ぐとき high", "high where it can't wait"),
      "needs.note": MemberNote("確かめること", "what to ask about it"),
      "undecided": MemberNote(
        "答えのない項目しだいのニーズ", "codes of needs that depend on answers that are missing"),
      "missing": MemberNote("答えのない項目の番号", "numbers of the items without an answer"),
      "caution": MemberNote("結果を読む人への注意", "what a reader of the result should know"),
      "source": MemberNote("用紙の出典", "source of the instrument"),
    ],
    examples: [
      [
        "instrument": "kihon-checklist",
        "answers": [
          "6": "no", "7": "no", "8": "yes", "9": "yes", "10": "no",
          "12": ["heightCm": 150, "weightKg": 41], "16": "no",
        ], "on": "2026-10-01",
      ],
      [
        "instrument": "lsns-6",
        "answers": ["1": 1, "2": 2, "3": 0, "4": 3, "5": 2, "6": 3],
      ],
      ["instrument": "jiritsudo-ninchisho", "answers": ["1": "IIb"]],
    ])
}
