import Diagnostics
import Model

/// The interview of a tier-3 coordinator (第3層コーディネーター): what to ask, in which order, and what to
/// do with the answers. The steps and their questions are those of Hirakata City's tier-3 training
/// (枚方市 第3層生活支援コーディネーター研修), in our words.
enum Tier3Interview {
  static let name = "tier3_interview"
  static let title = Bilingual(ja: "第3層の聞き取り", en: "Tier-3 interview")
  static let description = Bilingual(
    ja: "一人の困りごとを聞き取り、地域の資源と結びつけるまでを、順に進める",
    en: "Lead through an interview with one person, up to resources that may help")

  static let arguments: [(name: String, description: Bilingual)] = [
    (
      "situation",
      Bilingual(
        ja: "分かっていること（名前・住所など個人を特定する情報は書かない）",
        en: "what is known; no name, address or anything else that identifies the person")
    ),
    ("area", Bilingual(ja: "暮らしている地区", en: "area the person lives in")),
  ]

  static func text(
    situation: String?, area: String?, mayMatch: Bool, _ language: Language
  ) -> String {
    let steps = language == .ja ? japanese(mayMatch) : english(mayMatch)
    var known: [String] = []
    if let situation = situation.flatMap(MemberReader.stated) {
      known.append((language == .ja ? "分かっていること: " : "Known so far: ") + situation)
    }
    if let area = area.flatMap(MemberReader.stated) {
      known.append((language == .ja ? "地区: " : "Area: ") + area)
    }
    return known.isEmpty ? steps : steps + "\n\n" + known.joined(separator: "\n")
  }

  private static func japanese(_ mayMatch: Bool) -> String {
    """
    あなたは、第3層生活支援コーディネーターの聞き取りを助けます。一度に一つずつ、やさしい言葉で尋ね、答えを決めつけないでください。\
    名前・住所・電話番号は聞かず、書かないでください。命や安全に関わる話（虐待、行方不明、死にたい気持ちなど）が出たら、聞き取りを止め、\
    地域包括支援センターや緊急の窓口につなぐよう最初に伝えてください。

    1. ニーズの把握
     ・介護保険や市の制度では応えられない困りごとは何か
     ・一時的なこと、すぐに対応が要ることはないか（あれば最優先）
     ・人とのつながりや楽しみは足りているか。以前していたこと、得意なことは何か
     ・これからどう暮らしたいか
    2. 支援方法の検討（この順に確かめる）
     ・使える制度のサービスはないか
     ・自費・民間のサービスはないか
     ・参加できる場、担い手として活躍できる場はないか
     ・見守りや、続けられる仕組みはどうするか
    3. 資源をさがす
     ・\(mayMatch ? "match_resources に、聞き取った文とニーズのコード（list_needs）、歩ける距離・曜日・費用の条件を渡す" : "search_resources で、ニーズの言葉と地区・曜日・費用・行き方の条件からさがす")
     ・おすすめ、先に電話で確かめること、合わない理由を分けて伝える。確認日の古いものは確認を勧める
    4. 個人の支援から地域の課題へ
     ・応える資源がなかったニーズは、個人が分からない形で、第2層コーディネーターや協議体への課題として一文にまとめる

    まず、いま一番困っていることを一つ尋ねるところから始めてください。
    """
  }

  private static func english(_ mayMatch: Bool) -> String {
    """
    You help a tier-3 coordinator (第3層生活支援コーディネーター) interview one person. Ask one thing at a time in plain words, and assume \
    nothing. Do not ask for or write names, addresses or telephone numbers. If life or safety comes up (abuse, a missing person, thoughts \
    of dying), stop the interview and say first that the community support centre (地域包括支援センター) or an emergency line must be called.

    1. Understand the needs
     - What troubles the person that no public scheme answers?
     - Is anything temporary, or urgent? That comes first.
     - Are there enough company and pleasures? What did they use to do, what are they good at?
     - How do they want to live from here?
    2. Think of ways to help, in this order
     - a public service that applies
     - a paid or private service
     - a place to take part, or to be of use to others
     - watching over, and what makes it last
    3. Find resources
     - \(mayMatch ? "give match_resources the words of the interview, the codes of the needs (list_needs) and the limits of walking, days and cost" : "look with search_resources by the words of the need, area, days, cost and way of reaching")
     - tell apart what is recommended, what to ask by telephone first, and why others do not fit; where the confirmation is old, advise a call
    4. From one person to the community
     - needs that nothing answers become one sentence for the tier-2 coordinator or the council (協議体), such that nobody is recognised

    Begin by asking what troubles the person most at the moment.
    """
  }
}
