import JapaneseText
import Model

/// Numbers that a text tells of the person: age, care level, minutes on foot, yen.
enum PersonNumbers {
  static func read(_ text: NeedText, _ facts: inout PersonFacts) {
    for number in NumberRun.all(in: text) {
      age(text, number, &facts)
      careLevel(text, number, &facts)
      walking(text, number, &facts)
      budget(text, number, &facts)
    }
    if facts.perVisit != nil || facts.perMonth != nil {
      facts.isBudgetFlexible = text.sentences.contains { sentence in
        contains(text, sentence, ["超えても", "越えても", "高くても", "オーバーしても"])
          && contains(text, sentence, ["かまい", "構い", "かまわ", "構わ", "いい", "よい", "ええ", "大丈夫", "出せ"])
      }
    }
    if facts.careLevel == nil { wordsOfCare(text, &facts) }
    if facts.walkMinutes == nil, facts.metres == nil, cannotWalk(text) { facts.walkMinutes = 0 }
  }

  // MARK: age

  private static let relatives = scalarLists([
    "夫", "主人", "旦那", "妻", "女房", "家内", "息子", "娘", "孫", "嫁", "兄", "姉", "弟", "妹", "隣", "連れ合い", "犬",
    "猫",
  ])

  private static func age(_ text: NeedText, _ number: NumberRun, _ facts: inout PersonFacts) {
    guard facts.age == nil, (40...115).contains(number.value) else { return }
    let end = number.range.upperBound
    // 「夫は85歳」 is the husband's.
    guard !stands(relatives, in: text, before: number.range.lowerBound, within: 6) else { return }
    if has(text, "代", end) || has(text, "歳代", end) {
      facts.approximateAge = facts.approximateAge ?? number.value
    } else if number.value < 116, has(text, "歳", end) || has(text, "才", end) || has(text, "さい", end)
    {
      // 「百歳体操」 is a class.
      let before = stands(
        scalarLists(["過ぎ", "以上", "まで", "のとき", "の時", "で亡", "から", "体操", "大学"]), in: text,
        after: end + 1, within: 2)
      if !before { facts.age = number.value }
    } else if number.value >= 60, isBracketed(text, number.range) || beginsOrNames(text, number) {
      facts.age = number.value
    } else if number.isKanji, number.value >= 60, standsAlone(text, number.range) {
      // 「八十二になります」
      if stands(scalarLists(["になり", "になっ", "です", "じゃ", "や", "歳"]), in: text, after: end, within: 1)
      {
        facts.age = number.value
      }
    } else if number.value >= 60,
      stands(scalarLists(["になりま", "になった", "になって", "になるけ"]), in: text, after: end, within: 1),
      standsAlone(text, number.range)
    {
      facts.age = number.value
    }
  }

  /// 「母（84）ひとり暮らし」
  private static func isBracketed(_ text: NeedText, _ range: Range<Int>) -> Bool {
    [0x28, 0xFF08].contains(text[range.lowerBound - 1] ?? 0)
      && [0x29, 0xFF09, 0x3001].contains(text[range.upperBound] ?? 0)
  }

  /// 「78です。」 at the beginning; 「八十三の誕生日」「七十九の手習い」「九十の方」.
  private static func beginsOrNames(_ text: NeedText, _ number: NumberRun) -> Bool {
    let end = number.range.upperBound
    if number.range.lowerBound == 0,
      ["です", "になり", "になっ", "じゃ", "や。", "や、", "だ。"].contains(where: { has(text, $0, end) })
    {
      return true
    }
    return ["の誕生日", "の手習い", "の方", "のおじい", "のおばあ", "の母", "の父", "の祖母", "の祖父", "のじいさん", "のばあさん"]
      .contains { has(text, $0, end) }
  }

  /// No counter belongs to it: no 月, 日, 円, 人 behind.
  private static func standsAlone(_ text: NeedText, _ range: Range<Int>) -> Bool {
    guard let next = text[range.upperBound] else { return true }
    return NeedText.isHiragana(next) || next == 0x3001 || next == 0x3002
  }

  // MARK: care level

  private static func careLevel(
    _ text: NeedText, _ number: NumberRun, _ facts: inout PersonFacts
  ) {
    guard facts.careLevel == nil else { return }
    let start = number.range.lowerBound
    // 「支2」「介3」 of notes.
    let isNoted =
      start == 1
      || text[start - 2].map { NeedText.ends($0) || [0x3001, 0x8981, 0x30FB].contains($0) } == true
    let support =
      has(text, "要支援", start - 3) || has(text, "支援", start - 2)
      || isNoted && has(text, "支", start - 1)
    let care =
      isNoted && has(text, "介", start - 1)
      || has(text, "要介護", start - 3) || has(text, "要介護度", start - 4)
      || has(text, "介護度", start - 3)
    guard support || care else { return }
    guard !stands(relatives, in: text, before: start, within: 9) else { return }
    facts.careLevel = CareLevel(word: (support ? "要支援" : "要介護") + "\(Int(number.value))")
  }

  private static func wordsOfCare(_ text: NeedText, _ facts: inout PersonFacts) {
    let none = [
      "認定は受けてい", "認定を受けてい", "認定も受けてい", "介護認定はな", "認定はな", "認定なし", "認定は取ってな", "認定は取ってい", "自立と言われ",
      "非該当",
      "認定は受けてな", "認定を受けてな",
    ]
    if !places(of: ["事業対象者"], in: text).isEmpty {
      facts.careLevel = .target
    } else if places(of: none, in: text).contains(where: { range in
      text.scalars[range.lowerBound..<min(range.upperBound + 6, text.scalars.count)].contains(
        0x306A)
        || text.has("非該当".unicodeScalars.map(\.value), at: range.lowerBound)
        || text.has("自立".unicodeScalars.map(\.value), at: range.lowerBound)
    }) {
      facts.careLevel = CareLevel.none
    }
  }

  // MARK: walking

  private static func walking(_ text: NeedText, _ number: NumberRun, _ facts: inout PersonFacts) {
    let end = number.range.upperBound
    let sentence = text.sentences[text.sentence[number.range.lowerBound]]
    let isMinutes = has(text, "分", end) && !has(text, "分の", end)
    let isMetres = has(text, "m", end) || has(text, "めーとる", end)
    guard isMinutes || isMetres else { return }
    let behind = end..<min(sentence.upperBound, end + 16)
    let before = max(sentence.lowerBound, number.range.lowerBound - 8)..<number.range.lowerBound
    let walks = contains(text, behind, ["歩", "徒歩"]) || contains(text, before, ["歩いて", "徒歩", "歩く"])
    guard walks else { return }
    // 「歩いて10分の店」 tells where the shop is, not how far the person walks.
    let limits = [
      "なら", "くらい", "ぐらい", "まで", "しか", "が限界", "が精一杯", "がやっと", "が限度", "も歩", "歩くと", "ほど歩", "ほどで", "以内",
      "歩けま",
      "以上歩け", "以上は歩け", "続けて歩け", "歩ける", "歩いたら", "で足", "で息", "で休",
    ]
    guard contains(text, end..<min(sentence.upperBound, end + 14), limits) else { return }
    if isMinutes {
      facts.walkMinutes = min(facts.walkMinutes ?? number.value, number.value)
    } else {
      facts.metres = min(facts.metres ?? number.value, number.value)
    }
  }

  private static func cannotWalk(_ text: NeedText) -> Bool {
    for range in places(
      of: ["歩けません", "歩けない", "歩けん", "歩けへん", "寝たきり", "歩行困難", "一人では歩けな", "歩けなくな"], in: text)
    {
      // 「長く歩けない」 says how far, not that they can't.
      let start = max(0, range.lowerBound - 8)
      let before = start..<range.lowerBound
      let limits = [
        "長", "遠", "まで", "分", "そんな", "あまり", "ずっと", "たくさん", "続け", "早", "速", "夫", "妻", "主人", "母", "父",
        "しか", "散歩", "坂",
        "うまく", "思うよう", "前みたい", "隣", "女房", "家内",
      ]
      if !contains(text, before, limits) { return true }
    }
    return false
  }

  // MARK: money

  private static func budget(_ text: NeedText, _ number: NumberRun, _ facts: inout PersonFacts) {
    let end = number.range.upperBound
    guard has(text, "円", end) else { return }
    let sentence = text.sentences[text.sentence[number.range.lowerBound]]
    let behind = end + 1..<min(sentence.upperBound, end + 12)
    guard !behind.isEmpty else { return }
    let limits = [
      "まで", "以内", "なら", "くらい", "ぐらい", "以下", "しか出せ", "が限度", "が限界", "が精一杯", "出せ", "払え", "程度", "で済",
      "におさ", "でなんとか",
      "でやって", "ほどで", "ほどな",
    ]
    guard contains(text, behind, limits) else { return }
    let before = max(sentence.lowerBound, number.range.lowerBound - 8)..<number.range.lowerBound
    // What the pension is, is no budget.
    guard !contains(text, before, ["年金", "収入", "家賃", "給料", "取られ", "だまし", "借金"]) else { return }
    let isMonthly = contains(text, before, ["月に", "月", "ひと月", "毎月", "月々"])
    if isMonthly {
      facts.perMonth = facts.perMonth ?? number.value
    } else {
      facts.perVisit = facts.perVisit ?? number.value
    }
    facts.budgetText =
      facts.budgetText
      ?? text.words(
        (isMonthly ? before.lowerBound : number.range.lowerBound)..<min(behind.upperBound, end + 4))
  }

  // MARK: words

  static func scalarLists(_ words: [String]) -> [[UInt32]] {
    words.map { FoldedText($0).scalars }
  }

  static func has(_ text: NeedText, _ word: String, _ index: Int) -> Bool {
    text.has(FoldedText(word).scalars, at: index)
  }

  static func contains(_ text: NeedText, _ range: Range<Int>, _ words: [String]) -> Bool {
    guard !range.isEmpty else { return false }
    return words.contains { word in
      let wanted = FoldedText(word).scalars
      return range.contains { $0 + wanted.count <= range.upperBound && text.has(wanted, at: $0) }
    }
  }

  private static func stands(
    _ words: [[UInt32]], in text: NeedText, before index: Int, within reach: Int
  ) -> Bool {
    let sentence = text.sentences[text.sentence[max(0, min(index, text.scalars.count - 1))]]
    let start = max(sentence.lowerBound, index - reach)
    guard start < index else { return false }
    return words.contains { word in
      (start..<index).contains { $0 + word.count <= index && text.has(word, at: $0) }
    }
  }

  private static func stands(
    _ words: [[UInt32]], in text: NeedText, after index: Int, within reach: Int
  ) -> Bool {
    words.contains { word in (index...index + reach).contains { text.has(word, at: $0) } }
  }

  private static func places(of words: [String], in text: NeedText) -> [Range<Int>] {
    words.flatMap { word -> [Range<Int>] in
      let wanted = FoldedText(word).scalars
      return text.scalars.indices.filter { text.has(wanted, at: $0) }
        .map { $0..<$0 + wanted.count }
    }
  }
}
