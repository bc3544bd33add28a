import Diagnostics
import Model
import ReferenceData

/// What each of the four questions comes to for a line that was read.
enum PlanAnswers {
  struct Answer {
    var met: Bool
    var text: Bilingual
    var needs: [String] = []
  }

  /// 1: a professional need not do it.
  static func layHands(_ line: PlanReading) -> Answer {
    let tasks = line.words([.everyday])
    let care = line.words([.body])
    let medical = line.words([.medical])
    let trained = care + medical + line.words([.training])
    if line.provider == .lay {
      return Answer(
        met: false,
        text: Bilingual(ja: "いまも専門職がしているのではありません", en: "no professional does it now"))
    }
    if !tasks.isEmpty, !trained.isEmpty {
      return Answer(
        met: false,
        text: Bilingual(
          ja: "\(tasks)は専門職でなくてもできますが、\(trained)は専門職の仕事です。行を分けて確かめてください",
          en:
            "\(tasks) needs no professional, but \(trained) does: put them on lines of their own"))
    }
    if !tasks.isEmpty {
      return Answer(
        met: true,
        text: Bilingual(
          ja: "\(tasks)は、専門職でなくてもできます" + long(line).ja,
          en: "\(tasks) can be done by others than professionals" + long(line).en),
        needs: line.needs(.everyday))
    }
    if !medical.isEmpty {
      return Answer(
        met: false,
        text: Bilingual(
          ja: "\(medical)は医療にかかわり、専門職が要ります", en: "\(medical) is medical: a professional is needed"))
    }
    if !care.isEmpty {
      return Answer(
        met: false,
        text: Bilingual(
          ja: "\(care)は身体の介護で、専門職が要ります", en: "\(care) is bodily care: a professional is needed"))
    }
    if !trained.isEmpty {
      return Answer(
        met: false,
        text: Bilingual(ja: "\(trained)は専門職の仕事です", en: "\(trained) is a professional's work"))
    }
    return Answer(
      met: false,
      text: Bilingual(ja: "だれでもできる手伝いは読み取れません", en: "no task that anybody could do was read"))
  }

  private static func long(_ line: PlanReading) -> Bilingual {
    guard let minutes = line.minutes, minutes > 60 else { return "" }
    let whole = Int(min(minutes, 9_999))
    return Bilingual(
      ja: "。\(whole)分は長いので、分けて頼めないか確かめてください",
      en: "; \(whole) minutes are long: could it be divided?")
  }

  /// 2: the need is another one.
  static func otherNeed(_ line: PlanReading, _ taxonomy: Taxonomy) -> Answer {
    let words = line.words([.real])
    guard !words.isEmpty else {
      return Answer(
        met: false,
        text: Bilingual(ja: "別のニーズをうかがわせることばはありません", en: "no words hint at another need"))
    }
    guard line.provider != .lay else {
      return Answer(
        met: false,
        text: Bilingual(
          ja: "\(words)には、すでに専門職でない人が応えています",
          en: "\(words) is met by others than professionals already"))
    }
    let needs = line.needs(.real)
    let labels = needs.compactMap { taxonomy[$0]?.label }
    return Answer(
      met: true,
      text: Bilingual(
        ja: "\(words)とあります。本当のニーズは「\(labels.map(\.ja).joined(separator: "・"))」ではありませんか",
        en: "it says \(words): is the need not '\(labels.map(\.en).joined(separator: ", "))'?"),
      needs: needs)
  }

  /// 3: a place to go does it.
  static func place(_ line: PlanReading) -> Answer {
    let aims = line.words([.gather])
    let trained = line.words([.body, .medical, .training])
    if line.provider == .lay {
      return Answer(
        met: false,
        text: Bilingual(ja: "いまも専門職のサービスではありません", en: "it is no professional service now"))
    }
    if !trained.isEmpty {
      return Answer(
        met: false,
        text: aims.isEmpty
          ? Bilingual(ja: "\(trained)は居場所では代わりになりません", en: "a place to go can't do \(trained)")
          : Bilingual(
            ja: "\(aims)は居場所でもできますが、\(trained)は代わりになりません。行を分けて確かめてください",
            en: "a place to go may do \(aims), but not \(trained): put them on lines of their own"))
    }
    if !aims.isEmpty {
      return Answer(
        met: true,
        text: Bilingual(
          ja: "\(aims)は、地域の居場所や活動の場でもできませんか", en: "could a place to go or an activity do \(aims)?"),
        needs: line.needs(.gather))
    }
    if line.provider == .day {
      return Answer(
        met: true,
        text: Bilingual(
          ja: "通う目的が書かれていません。地域の居場所や活動の場でもよいのではありませんか",
          en: "it does not say what for: would a place to go or an activity do?"),
        needs: visit)
    }
    return Answer(
      met: false,
      text: Bilingual(ja: "居場所でできることは読み取れません", en: "nothing that a place to go could do was read"))
  }

  /// What a day service without a stated aim is taken to be for.
  private static let visit = ["SOC-GATHER", "SOC-OUT"]

  /// 4: it can be limited in time.
  static func limited(_ line: PlanReading) -> Answer {
    let words = line.words([.training])
    guard !words.isEmpty else {
      return Answer(
        met: false,
        text: line.has(.body) || line.has(.medical)
          ? Bilingual(
            ja: "続けて要る支援です。改善の見込みがあれば、目標と期間を決めてください",
            en: "it is needed lastingly; where recovery is to be hoped for, set an aim and a time")
          : Bilingual(
            ja: "改善を目標にした専門的な支援は読み取れません", en: "no professional work towards recovery was read"))
    }
    guard line.provider != .lay else {
      return Answer(
        met: false,
        text: Bilingual(ja: "いまも専門職がしているのではありません", en: "no professional does it now"))
    }
    return Answer(
      met: true,
      text: Bilingual(
        ja: "\(words)は、状態の改善を目標に、期間を決めた支援にできませんか",
        en: "could \(words) be limited in time, with recovery as its aim?"),
      needs: line.needs(.training))
  }
}
