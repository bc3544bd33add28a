import Assessment
import Diagnostics
import Model

/// The members of a record, in requests and answers.
enum RecordNotes {
  static let input: [String: MemberNote] = [
    "needs": MemberNote(
      "支援者が書くニーズ。text・ownWords・assessments があれば無くてよい",
      "needs the coordinator states; may be absent where text, ownWords or assessments are there"),
    "needs.code": MemberNote("ニーズのコード（list_needs）", "code of the need (list_needs)"),
    "needs.urgency": MemberNote(
      "急ぎの度合い。なければほかの根拠により、それもなければ normal",
      "urgency; when absent what the other sources say, else normal"
    ).among(NeedMention.Urgency.self),
    "needs.weight": MemberNote(
      "重み（0〜1）。urgency の代わり", "weight 0…1, in place of the urgency's"
    ).within(0...1),
    "needs.denied": MemberNote(
      "true なら要らない: ことばや用紙が何を示しても外し、setAside に出す",
      "true: no need, whatever words and instruments say; it is told in setAside"),
    "needs.note": MemberNote("そう書いた理由", "why, in the coordinator's words"),
    "ownWords": MemberNote(
      "本人のことば。list を「、」で並べても文でもよい", "the person's own words; lists or sentences"),
    "ownWords.life": MemberNote("本人の生き方・これまでの暮らし", "how the person has lived and means to live"),
    "ownWords.joys": MemberNote("楽しみ。person.interests に加える", "joys; added to person.interests"),
    "ownWords.purpose": MemberNote(
      "生きがい。person.interests に加える", "what they live for; added to person.interests"),
    "ownWords.roles": MemberNote("役割。person.strengths に加える", "roles; added to person.strengths"),
    "ownWords.aims": MemberNote("目標・これからしたいこと", "aims, what they want to do"),
    "assessments": MemberNote(
      "用紙の答え。同じ用紙が二つあれば on の新しいほうを使う",
      "answers to instruments; of two by the same instrument the later by its day counts"),
    "assessments.instrument": MemberNote(
      "用紙の id（list_instruments）", "id of the instrument (list_instruments)"),
    "assessments.answers": MemberNote(
      "score_assessment と同じ答え。答えのない項目は書かない",
      "answers as score_assessment takes them; leave out what was not answered"),
    "assessments.on": MemberNote("アセスメントの日", "the day of the assessment").date,
  ]

  static let output: [String: MemberNote] = [
    "needs.from": MemberNote(
      "根拠のうち最初のもの: 支援者、ことば、用紙の順", "the first of coordinator, words, instruments"),
    "needs.evidence": MemberNote("その根拠のことば", "what it rests on there"),
    "needs.sources": MemberNote("すべての根拠", "all that speaks for it"),
    "needs.sources.against": MemberNote(
      "ことばが打ち消している。ニーズは残し、人が確かめる",
      "the words say it is no need; it stays, for a person to weigh"),
    "setAside": MemberNote(
      "支援者が要らないとしたものと、もとの根拠", "what the coordinator denies, and what it had rested on"),
    "undecided": MemberNote(
      "答えのない項目しだいのニーズ", "needs that depend on answers that are missing"),
    "assessments": MemberNote(
      "用紙ごとの判定と、答えのない項目。open は答えしだいで変わる",
      "each instrument's findings and missing items; open: missing answers could change it"),
    "renamed": MemberNote(
      "改名されたコード。新しいコードとして読んだ", "codes that were given another name, and taken as that"),
    "personFrom": MemberNote(
      "本人の項目を何から取ったか", "members of the person, and what each was taken from"),
  ]
}
