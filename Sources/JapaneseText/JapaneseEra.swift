/// An era of the Japanese calendar (元号).
struct JapaneseEra {
  /// The Western year before its first.
  var start: Int
  /// Its last year that is read: the year after its end, so that late print is; later for the two
  /// that plans reach into (平成32年 is 2020).
  var limit: Int
  /// 平 and H also stand in codes.
  var isShort: Bool

  /// Nil, nothing taken, when no era stands here.
  static func take(_ cursor: inout TextCursor) -> JapaneseEra? {
    // ASCII that is no letter, or kanji that begin no era: most cells.
    let lead = cursor.next
    guard lead >= 0x41, lead < 0x80 || (0xE4...0xE6).contains(lead) else { return nil }
    for (start, limit, name, kanji, capital, small) in all {
      if cursor.take(name) { return JapaneseEra(start: start, limit: limit, isShort: false) }
      if cursor.take(kanji) || cursor.take(capital) || cursor.take(small) {
        return JapaneseEra(start: start, limit: limit, isShort: true)
      }
    }
    return nil
  }

  /// Takes the number of the year, or 元 for the first; gives the Western year.
  func year(_ cursor: inout TextCursor) -> Int? {
    cursor.skipBlanks()
    if cursor.take("元") { return start + 1 }
    guard let year = cursor.number(digits: 1...2, withKanji: true), (1...limit).contains(year)
    else { return nil }
    return start + year
  }

  private typealias Row = (Int, Int, StaticString, StaticString, StaticString, StaticString)
  private static let all: [Row] = [
    (2018, 82, "令和", "令", "R", "r"), (1988, 50, "平成", "平", "H", "h"),
    (1925, 65, "昭和", "昭", "S", "s"), (1911, 16, "大正", "大", "T", "t"),
    (1867, 46, "明治", "明", "M", "m"),
  ]
}
