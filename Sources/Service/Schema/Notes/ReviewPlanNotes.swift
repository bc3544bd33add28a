import Diagnostics
import Model

extension ReviewPlan {
  public static let notes = OperationNotes(
    title: Bilingual(ja: "予防プランを検証する", en: "Review a preventive care plan"), effect: .reads,
    input: [
      "lines": MemberNote("プランの行。100行まで", "lines of the plan, at most 100"),
      "lines.text": MemberNote(
        "何をするか（掃除 60分 訪問介護）。どこにも残さない", "what is done, in Japanese words; kept nowhere"),
      "lines.minutes": MemberNote("一回の分。なければ text から読む", "minutes; read from the text when absent")
        .within(0...1_440),
      "lines.by": MemberNote(
        "だれがするか（ヘルパー、デイサービス、看護師）。なければ text から読む",
        "who does it, in Japanese words; read from the text when absent"),
    ].merging(MatchResources.personNotes) { first, _ in first },
    output: [
      "lines": MemberNote("プランの行ごとの四つの問い", "the four questions about each line"),
      "lines.text": MemberNote("プランの行", "the line"),
      "lines.minutes": MemberNote("読み取った分", "minutes, stated or read"),
      "lines.questions.number": MemberNote(
        "1 専門職でなくてもできる、2 本当は違うニーズ、3 居場所で代替できる、4 期間を決めた支援にできる",
        "1 others than professionals can do it, 2 the need is another, 3 a place to go does it, 4 it can be limited in time"
      ),
      "lines.questions.met": MemberNote("当てはまるか", "whether it is so"),
      "lines.questions.text": MemberNote("その理由", "why"),
      "lines.questions.candidates": MemberNote(
        "代わりになる資源の id。本人に合わないものは入らない",
        "ids of resources instead; none that the person's facts rule out"),
      "resources": MemberNote("候補の名前", "what the candidates are called"),
      "resources.askFirst": MemberNote("先に確かめることがある", "something is to be asked first"),
    ],
    examples: [
      [
        "lines": [
          ["text": "掃除", "minutes": 60, "by": "訪問介護"], ["text": "話し相手がほしくてヘルパーに来てもらう"],
          ["text": "デイサービスで入浴"],
        ],
        "person": ["age": 79, "careLevel": "要支援1", "area": "四番丁"],
      ]
    ])
}
