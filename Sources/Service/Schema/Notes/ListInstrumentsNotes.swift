import Assessment
import Diagnostics
import Model

extension ListInstruments {
  public static let notes = OperationNotes(
    title: Bilingual(ja: "アセスメントの用紙", en: "List instruments"), effect: .reads,
    input: [
      "instrument": MemberNote("この用紙だけを、項目とともに", "only this one, with its items")
    ],
    output: [
      "instruments": MemberNote("アセスメントの用紙", "the assessment instruments"),
      "instruments.wording": MemberNote(
        "文のもと。official 公表された文、paraphrase 支え独自の言いかえ、scoring-only 文はなく採点だけ",
        "whose words: official, paraphrase (our own), scoring-only (no text)"),
      "instruments.source": MemberNote("出典", "source"),
      "instruments.licence": MemberNote("文の利用条件", "what the licence of the text allows"),
      "instruments.caution": MemberNote("使う人への注意", "what a user should know"),
      "instruments.count": MemberNote("項目の数", "how many items it has"),
      "instruments.domains": MemberNote("点を数える領域", "what is counted together"),
      "instruments.findings": MemberNote("全体の判定", "conclusions of the whole"),
      "instruments.items": MemberNote(
        "項目（一つの用紙をたずねたとき）", "its items, when one instrument is asked for"),
      "instruments.items.takes": MemberNote(
        "答えの種類。choice 一つ、several いくつでも、bodyMass 身長と体重、text 文",
        "what it takes: one choice, several, height and weight, a text"),
      "instruments.items.choices": MemberNote(
        "選択肢。コード、名前、代わりになる数", "its choices: code, label, and the number that stands for each"),
    ],
    examples: [[:], ["instrument": "kihon-checklist"], ["instrument": "kokikorei-questionnaire"]])
}
