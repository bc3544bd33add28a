import Model

/// Dates as Japanese lists write them (日付): ISO 8601, 2020年5月16日（土）, 令和2年6月, R5.8.14,
/// 2005(平成17), 5/16/2020, 20041117, Excel's serial numbers. Total: nil for all that is not, as a
/// whole, one date or one stated month or year, 1868 to 2100 (complete dates: 1000 to 9999).
public enum JapaneseDate {
  /// In which order a column writes dates whose year is not told by its four digits in front.
  public enum Order: Sendable { case monthFirst, dayFirst, yearFirst }

  /// - Parameter order: what other cells of the column prove, for `5/8/14` and the like. Without
  ///   it such text is nil, and `5/6/2020` is the order Excel writes, month first.
  public static func read(_ text: String, order: Order? = nil) -> Reading? {
    TextCursor.read(text, limit: 160) { cursor in
      cursor.skipBlanks()
      if let era = JapaneseEra.take(&cursor) { return wareki(era, &cursor) }
      let said = cursor.take("西暦")
      let start = cursor.at
      guard let (first, digits) = cursor.anyNumber() else { return nil }
      let isKanji = cursor.bytes[start] >= 0x80
      switch (digits, isKanji || said) {
      case (4, _):
        return rest(first, &cursor, needsMark: isKanji) { JapaneseEra.take(&$0)?.year(&$0) }
      case (8, false):
        cursor.skipBlanks()
        guard cursor.isAtEnd, (1868...2100).contains(first / 10_000) else { return nil }
        return Reading(first / 10_000, first / 100 % 100, first % 100)
      case (5, false): return serial(first, &cursor)
      case (1...2, false): return ShortDate(first, digits, &cursor)?.reading(order)
      default: return nil
      }
    }
  }

  /// The order that this text proves its column to have: `8/15/17` and `5/16/2020` month first,
  /// `16/5/2020` day first, `17/8/15` year first; nil when it proves none (`5/8/14`, `2020/5/16`).
  public static func order(of text: String) -> Order? {
    TextCursor.read(text, limit: 160) { cursor in
      cursor.skipBlanks()
      guard let (first, digits) = cursor.number(), digits <= 2,
        let short = ShortDate(first, digits, &cursor), let order = short.proof,
        short.reading(order) != nil
      else { return nil }
      return order
    }
  }

  /// Days of Excel's 1900 system, 1954 to 2064; a time of day behind the point is dropped.
  private static func serial(_ days: Int, _ cursor: inout TextCursor) -> Reading? {
    if cursor.take(".") {
      guard (48...57).contains(cursor.next) else { return nil }
      while (48...57).contains(cursor.next) { cursor.at += 1 }
    }
    cursor.skipBlanks()
    guard cursor.isAtEnd, (20_000...60_000).contains(days) else { return nil }
    let date = CalendarDate(daysSince1970: days - 25_569)
    return Reading(date.year, date.month, date.day)
  }
}
