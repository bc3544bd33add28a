/// Plain negatives of verbs and adjectives (打ち消し): 〜ない, 〜ません, 〜ず, 〜ん.
enum NegativeForms {
  /// Where the first negative that begins between `start` and `start + reach` ends.
  static func end(in text: NeedText, from start: Int, within reach: Int) -> Int? {
    var at = start
    while at <= start + reach, at < text.scalars.count, !NeedText.ends(text.scalars[at]) {
      if let end = match(text, at) { return end }
      at += 1
    }
    return nil
  }

  /// The end of a negative that begins at `index`.
  static func match(_ text: NeedText, _ index: Int) -> Int? {
    let c = text.scalars[index]
    switch c {
    case 0x306A:  // な
      guard let before = text[index - 1], canPrecede.contains(before) else { return nil }
      for form in nai where text.has(form, at: index) { return index + form.count }
      return nil
    case 0x307E:  // ま
      return text.has(masen, at: index) ? index + 3 : nil
    case 0x305A:  // ず
      guard let before = text[index - 1], canPrecede.contains(before), let next = text[index + 1],
        next == 0x306B || next == 0x3001 || next == 0x3058
      else { return nil }
      return index + 1
    case 0x3093: return isNegativeN(text, index) ? index + 1 : nil
    default: return nil
    }
  }

  private static let nai = ["なかっ", "なけれ", "ない", "なく"].map { $0.unicodeScalars.map(\.value) }
  private static let masen = "ません".unicodeScalars.map(\.value)
  /// Ends of the stems that ない follows: 行か, 食べ, でき, 寂しく.
  private static let canPrecede = KanaSet("らかがさたなばまわけげせてねべめれえきりみいじびくしちぎでへ")

  /// ん as a negative (行けん, 分からん), not as a part of さん, もん, 〜たんや.
  private static func isNegativeN(_ text: NeedText, _ index: Int) -> Bool {
    guard let before = text[index - 1], follows(text, index + 1) else { return false }
    if NeedText.isKanji(before) { return bareStems.contains(before) }
    let stem = text[index - 2] ?? 0
    let kanji = NeedText.isKanji(stem)
    switch before {
    case 0x3089, 0x308C: return true  // ら れ
    case 0x305B: return true  // せ
    case 0x3055: return saStems.contains(stem)  // さ
    case 0x305F: return taStems.contains(stem)  // た
    case 0x3066: return taStems.contains(stem)  // て
    case 0x3051: return kanji || KanaSet("いあかぬつうよで").contains(stem)  // け
    case 0x304D: return kanji || stem == 0x3067  // き
    case 0x3079: return kanji || stem == 0x305F  // べ
    case 0x3048: return kanji || KanaSet("こみおかま").contains(stem)  // え
    case 0x308F, 0x3081, 0x308A, 0x304B, 0x307F, 0x307E, 0x3070, 0x304C: return kanji
    default: return false
    }
  }

  private static let bareStems: Set<UInt32> = scalars("見来出寝着")
  private static let saStems: Set<UInt32> = scalars("出話押返動貸消指干探直越起下落離回渡倒戻治なが")
  private static let taStems: Set<UInt32> = scalars("持勝待立打捨建育も")

  private static func scalars(_ text: String) -> Set<UInt32> {
    Set(text.unicodeScalars.map(\.value))
  }

  /// What may stand behind a negative ん.
  private static func follows(_ text: NeedText, _ index: Int) -> Bool {
    guard let next = text[index] else { return true }
    if !NeedText.isHiragana(next) {
      return !NeedText.isKanji(next) || scalars("時人日所物方事").contains(next)
    }
    return KanaSet("けかがしよわねのなでともまくこじやごきばすさちにわう").contains(next)
      || text.has([0x305F, 0x3044], at: index)
  }
}
