import Diagnostics
import Matching

/// Sentences on where a resource stands.
enum StandingWords {
  static let lists: [MatchList: Bilingual] = [
    .recommended: Bilingual(ja: "おすすめ", en: "recommended"),
    .askFirst: Bilingual(ja: "先に確かめる", en: "ask first"),
    .excluded: Bilingual(ja: "除いたもの", en: "excluded"),
    .none: Bilingual(ja: "候補の外", en: "not among the candidates"),
  ]

  static func label(_ list: MatchList) -> Bilingual { lists[list] ?? "" }

  static func sentence(_ one: Standing) -> Bilingual {
    if let cause = one.cause { return sentence(cause, one) }
    guard let rank = one.rank, let count = one.count else { return label(one.list) }
    let list = label(one.list)
    let place = Bilingual(
      ja: "「\(list.ja)」の\(count)件中\(rank)番目です",
      en: "\(MatchWords.ordinal(rank)) of \(count) in the list '\(list.en)'")
    let why = words(one)
    return why.ja.isEmpty
      ? place : Bilingual(ja: "\(place.ja)。\(why.ja)", en: "\(place.en): \(why.en)")
  }

  private static func words(_ one: Standing) -> Bilingual {
    let all =
      (one.judged?.reasons.map(\.reason.text) ?? []) + (one.judged?.questions.map(\.text) ?? [])
    return Bilingual(
      ja: all.map(\.ja).joined(separator: "、"), en: all.map(\.en).joined(separator: "; "))
  }

  private static func sentence(_ cause: Standing.Cause, _ one: Standing) -> Bilingual {
    switch cause {
    case .unknownID:
      let hint = one.suggestion ?? ""
      return Bilingual(
        ja: "このIDの資源はありません" + (hint.ja.isEmpty ? "" : "（もしかして \(hint.ja)）"),
        en: "there is no such id" + (hint.en.isEmpty ? "" : " (did you mean \(hint.en)?)"))
    case .retired: return Bilingual(ja: "終わった資源（廃止）です", en: "it is retired")
    case .potential:
      return Bilingual(
        ja: "まだ資源になっていません。includePotential で候補に入ります",
        en: "not yet a resource; includePotential brings it in")
    case .ended: return Bilingual(ja: "期間が終わっています", en: "it is over")
    case .servesNone:
      return Bilingual(ja: "どのニーズにも応えない分類です", en: "its categories serve none of the needs")
    case .outsideSet:
      guard let would = one.would else { return label(.none) }
      let list = label(would.list)
      let why = words(one)
      return Bilingual(
        ja: "もっと近い候補が多く、見ていません。見れば「\(list.ja)」の\(would.rank)番目です"
          + (why.ja.isEmpty ? "" : "。\(why.ja)"),
        en:
          "nearer ones were looked at; it would be \(MatchWords.ordinal(would.rank)) in '\(list.en)'"
          + (why.en.isEmpty ? "" : ": \(why.en)"))
    }
  }

  static func sentence(_ one: Comparison) -> Bilingual {
    guard let id = one.above, let above = (id == one.a.id ? one.a : one.b).judged?.listing.name
    else {
      return Bilingual(ja: "くらべられません", en: "they can't be compared")
    }
    switch one.decider {
    case .list, .nothing:
      let (a, b) = (label(one.a.list), label(one.b.list))
      return Bilingual(
        ja: "「\(above)」が上です。一覧が違います（\(a.ja)／\(b.ja)）",
        en: "'\(above)' stands higher: the lists differ (\(a.en) / \(b.en))")
    case .score:
      let points = MatchWords.tenths(abs(one.points))
      return Bilingual(
        ja: "「\(above)」が\(points)点上です", en: "'\(above)' stands higher by \(points) points")
    case .id:
      return Bilingual(
        ja: "点は同じで、IDの順で「\(above)」が先です", en: "equal scores: '\(above)' comes first by its id")
    }
  }
}
